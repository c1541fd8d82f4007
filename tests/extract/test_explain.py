"""Every word that could tell is explained: the rule that read it, or why none did."""

import pytest

from streams.extract import extract
from streams.extract.explain import PART, SILENT, Explanation, explain
from streams.extract.statements.undone import ATTEMPTED, DENIED, SOUGHT
from tests.extract.reading import article

TEXT = (
    "Iran and the United States held talks in Muscat on Saturday.\n"
    "Iran demanded that Washington lift its sanctions. The weather was fine.\n"
    "Israel accused Hamas of violating the truce. Hamas rejected the claim."
)


def _of(text: str, word: str) -> list[Explanation]:
    return [e for e in explain(article(text)) if e.text == word]


def test_every_sentence_is_explained() -> None:
    """Those that tell nothing are said to."""
    of = article(TEXT)
    found = explain(of)

    assert "The weather was fine." in {e.text for e in found if e.reason == SILENT}
    assert all(of.text[e.start : e.end] == e.text for e in found)


def test_mentions_that_are_named_are_those_extracted() -> None:
    """Each mention is explained, and none is named but those and hints."""
    of = article(TEXT)
    named = {e.mention_id for e in explain(of)} - {None}
    found = extract(of)

    told = {m.mention_id for m in found.mentions}
    assert told <= named <= told | {m.mention_id for m in found.hints}


def test_rule_and_probability_are_told() -> None:
    """Whoever wants to change a rule sees which it was."""
    (told,) = (each for each in _of(TEXT, "demanded") if not each.hint)

    assert told.mention_id is not None
    assert told.reason.startswith("demand: by demand, probability 0.9")


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        (TEXT, "lift", PART),
        (TEXT, "rejected", DENIED),
        ("Iran and Israel discussed an appeal for a truce in Geneva.", "truce", SOUGHT),
        ("Israel and Hamas failed to agree a truce in Cairo on Sunday.", "truce", ATTEMPTED),
    ],
)
def test_what_is_left_out_is_said_to_be(text: str, word: str, reason: str) -> None:
    """The reason is for people."""
    assert any(reason in told.reason and told.mention_id is None for told in _of(text, word))


def test_what_others_are_asked_for_is_no_concession() -> None:
    """They have not done it."""
    text = "Iran demanded on Friday that the United States lift its sanctions."

    assert ["demand"] == [m.kind for m in extract(article(text)).mentions]

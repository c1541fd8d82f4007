"""Confidence says how often such mentions are right; `make gate` measures that it does."""

import pytest

from streams.extract import extract
from streams.extract.confidence import of_encounter, of_statement
from tests.extract.reading import article


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("to_nobody", [False, True])
def test_surer_model_is_surer(*, again: bool, to_nobody: bool) -> None:
    """Confidence rises with the model's probability, and stays one."""
    probabilities = (0.4, 0.5, 0.7, 0.9, 0.99, 0.999, 1.0)
    found = [
        of_statement(p, again=again, outcome=False, to_nobody=to_nobody) for p in probabilities
    ]

    assert found == sorted(found)
    assert len(set(found)) >= len(found) - 1
    assert all(0 < each < 1 for each in found)


def test_what_bears_a_statement_out_raises_confidence() -> None:
    """A second sentence, an outcome's plain words, and somebody to whom it goes."""
    plain = of_statement(0.9, again=False, outcome=False, to_nobody=False)

    assert plain < of_statement(0.9, again=True, outcome=False, to_nobody=False)
    assert plain < of_statement(0.9, again=False, outcome=True, to_nobody=False)
    assert plain > of_statement(0.9, again=False, outcome=False, to_nobody=True)


def test_every_mention_has_confidence() -> None:
    """Talks and positions alike."""
    text = (
        "Iran and the United States held talks in Muscat on Sunday.\n"
        "Iran accused the United States of breaching the agreement."
    )
    mentions = extract(article(text)).mentions

    assert {"talks", "accusation"} == {m.kind for m in mentions}
    assert all(m.confidence is not None and 0 < m.confidence < 1 for m in mentions)


def test_talks_that_may_not_have_been_held_are_less_sure() -> None:
    """Neither words nor days say where they stand."""
    assert of_encounter(placed=False) < of_encounter(placed=True)

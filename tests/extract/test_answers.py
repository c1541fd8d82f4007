"""An answer names the demand or offer of its article that it answers."""

from schemas import Mention
from streams.extract import extract
from tests.extract.reading import article

DEMAND = "Russia demanded that Ukraine withdraw its troops from Donbas."


def _by_id(text: str) -> dict[str, Mention]:
    return {mention.mention_id: mention for mention in extract(article(text)).mentions}


def _links(text: str) -> list[tuple[str, str]]:
    mentions = _by_id(text)
    return [(m.kind, mentions[m.answers].kind) for m in mentions.values() if m.answers]


def test_rejection_names_the_demand() -> None:
    """The demand is held by whom the rejection goes to, and is on the same matter."""
    text = f"{DEMAND} Ukraine rejected Russia's demand for a withdrawal of its troops."
    assert [("rejection", "demand")] == _links(text)


def test_acceptance_names_the_proposal() -> None:
    """Of a demand and a proposal it is the proposal that is accepted."""
    text = (
        "Egypt proposed to Israel a ceasefire of sixty days in Gaza."
        " Israel accepted Egypt's proposal of a ceasefire of sixty days."
    )
    assert [("acceptance", "proposal")] == _links(text)


def test_third_party_answers_nothing() -> None:
    """Neither held by nor addressed to those who reject."""
    assert [] == _links(f"{DEMAND} Turkey rejected an American plan for sanctions on Iran.")


def test_what_an_answer_goes_to_is_a_mention_of_its_article() -> None:
    """Ids lead somewhere."""
    text = f"{DEMAND} Ukraine rejected Russia's demand for a withdrawal of its troops."
    mentions = _by_id(text)

    assert {m.answers for m in mentions.values()} - {None} <= mentions.keys()

"""All reports of one negotiation share one key."""

import pytest

from schemas import Mention
from schemas.vocabulary import Role
from streams.dedup import block_key
from tests.dedup.factories import mention, parties


def at_the_table(**roles: Role) -> Mention:
    return mention(parties=parties(**roles))


@pytest.mark.parametrize(
    ("roles", "key"),
    [
        ({"RUS": "party", "UKR": "party"}, "RUS+UKR"),
        ({"UKR": "party", "RUS": "party"}, "RUS+UKR"),
        ({"RUS": "party", "UKR": "party", "USA": "mediator", "ARE": "host"}, "RUS+UKR"),
        ({"RUS": "party"}, "RUS"),
        ({"hamas": "party", "EGY": "mediator"}, "EGY+hamas"),
        ({"RUS": "party", "QAT": "host", "USA": "observer"}, "RUS+USA"),
        ({"CHE": "mediator", "USA": "mediator"}, "CHE+USA"),
        (dict.fromkeys(("IRN", "DEU", "FRA", "GBR"), "party"), "IRN+e3"),
        (dict.fromkeys(("IRN", "DEU", "e3"), "party"), "IRN+e3"),
        (dict.fromkeys(("IRN", "DEU", "FRA"), "party"), "DEU+IRN"),
        (dict.fromkeys(("DEU", "FRA", "GBR"), "party"), "DEU+FRA"),
    ],
)
def test_key_is_the_principal_pair(roles: dict[str, Role], key: str) -> None:
    """Two parties make the key; only where one is missing does another role fill in."""
    assert key == block_key(at_the_table(**roles))


@pytest.mark.parametrize(
    ("parties_of_one", "mediator"),
    [(("RUS", "UKR"), "USA"), (("IRN", "USA"), "OMN"), (("ISR", "hamas"), "QAT")],
)
def test_mediator_called_a_party_changes_no_key(
    parties_of_one: tuple[str, str], mediator: str
) -> None:
    """Who mediates is called a party by one outlet and a mediator by the next."""
    shared: dict[str, Role] = dict.fromkeys(parties_of_one, "party")

    roles: tuple[Role, ...] = ("party", "mediator", "host")
    keys = {block_key(at_the_table(**shared, **{mediator: role})) for role in roles}

    assert 1 == len(keys)


def test_party_named_twice_counts_once() -> None:
    """Russia and Russia are no pair."""
    twice = mention(parties=parties(RUS="party") + parties(RUS="party", UKR="host"))

    assert "RUS+UKR" == block_key(twice)


@pytest.mark.parametrize(
    ("holder", "target", "key"),
    [
        ("RUS", "UKR", "RUS+UKR"),
        ("UKR", "RUS", "RUS+UKR"),
        ("RUS", None, "RUS"),
        (("FRA", "DEU", "GBR"), "IRN", "IRN+e3"),
        ("e3", "IRN", "IRN+e3"),
        (None, "UKR", "UKR"),
        ("RUS", "RUS", "RUS"),
        (("FRA", "DEU"), "IRN", "DEU+IRN"),
        ("IRN", ("FRA", "DEU"), "DEU+IRN"),
        (("FRA", "DEU"), None, "DEU+FRA"),
    ],
)
def test_position_goes_to_holder_and_target(
    holder: str | tuple[str, ...] | None, target: str | tuple[str, ...] | None, key: str
) -> None:
    """A position belongs to the negotiation between who holds it and whom it is addressed to."""
    assert key == block_key(mention("demand", holder=holder, target=target))


def test_nobody_is_a_block_of_its_own() -> None:
    """A mention without any actor can be joined with nothing."""
    assert "m-1" == block_key(mention(mention_id="m-1"))

"""All reports of one negotiation share one key."""

from typing import Any

import pytest

from schemas import Mention
from schemas.vocabulary import Kind, Role
from streams.dedup import block_key, join
from tests.dedup.factories import article, mention, parties, run


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
        (dict.fromkeys(("IRN", "world-powers"), "party"), "IRN+USA"),
        (dict.fromkeys(("IRN", "USA", "RUS", "CHN", "DEU", "FRA", "GBR"), "party"), "IRN+USA"),
        (dict.fromkeys(("USA", "world-powers"), "party"), "USA+world-powers"),
        (dict.fromkeys(("PHL", "npa"), "party"), "PHL+communist-party-of-the-philippines"),
    ],
)
def test_key_is_the_principal_pair(roles: dict[str, Role], key: str) -> None:
    """Two parties make the key; only where one is missing does another role fill in."""
    assert key == block_key(at_the_table(**roles))


@pytest.mark.parametrize(
    ("kind", "key"), [("ceasefire", "ISR+hamas"), ("exchange", "ISR+hamas"), ("talks", "ISR+PSE")]
)
def test_truce_is_between_those_who_fight(kind: Kind, key: str) -> None:
    """Others may talk for them; a truce with "the Palestinians" is one with those in arms."""
    assert key == block_key(mention(kind=kind, parties=parties(ISR="party", PSE="party")))


@pytest.mark.parametrize(
    ("called", "key"),
    [
        (("SYR", "syrian-opposition"), "SYR+syrian-rebels"),
        (("SYR", "free-syrian-army"), "SYR+syrian-rebels"),
        (("AZE", "nagorno-karabakh"), "ARM+AZE"),
        (("AZE", "ARM", "nagorno-karabakh"), "ARM+AZE"),
    ],
)
def test_truce_is_of_one_side_however_it_is_called(called: tuple[str, ...], key: str) -> None:
    """One outlet names the band, the next the cause it fights for."""
    among: dict[str, Role] = dict.fromkeys(called, "party")

    assert key == block_key(mention(kind="ceasefire", parties=parties(**among)))


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
        ("RUS", "UKR", "RUS"),
        ("RUS", None, "RUS"),
        (("FRA", "DEU", "GBR"), "IRN", "e3"),
        ("e3", "IRN", "e3"),
        (None, "UKR", "UKR"),
        (("FRA", "DEU"), "IRN", "DEU+FRA"),
        (("DEU", "FRA"), None, "DEU+FRA"),
    ],
)
def test_position_goes_to_its_holder(
    holder: str | tuple[str, ...] | None, target: str | tuple[str, ...] | None, key: str
) -> None:
    """Whom it is addressed to one outlet says and the next leaves out."""
    assert key == block_key(mention("demand", holder=holder, target=target))


@pytest.mark.parametrize(
    ("holder", "target", "process_id"),
    [
        ("RUS", "UKR", "RUS+UKR"),
        ("UKR", "RUS", "RUS+UKR"),
        ("RUS", None, "RUS"),
        (("FRA", "DEU", "GBR"), "IRN", "IRN+e3"),
        (None, "UKR", "UKR"),
        ("RUS", "RUS", "RUS"),
        (("FRA", "DEU"), "IRN", "DEU+IRN"),
        ("IRN", ("FRA", "DEU"), "DEU+IRN"),
        (None, None, None),
    ],
)
def test_position_is_part_of_the_negotiation_with_its_target(
    holder: str | tuple[str, ...] | None,
    target: str | tuple[str, ...] | None,
    process_id: str | None,
) -> None:
    """A position belongs to the negotiation between who holds it and whom it is addressed to."""
    (event,) = join([mention("demand", holder=holder, target=target)])

    assert process_id == event.process_id


def test_target_that_one_report_leaves_out_is_told_by_the_other() -> None:
    """Both are reports of one position, which goes over to the negotiation with its target."""
    said: dict[str, Any] = {"holder": "RUS", "content": "a full withdrawal from the Donbas"}
    bare = mention("demand", article("harbour"), **said)
    full = mention("demand", article("meridian", "2026-02-05"), target="UKR", **said)

    first, second = run(bare, full).events

    assert ("RUS", "RUS+UKR") == (first.process_id, second.process_id)
    assert second.changed is not None
    assert (first.event_id, "RUS") == (second.event_id, second.changed.left_process)


def test_nobody_is_a_block_of_its_own() -> None:
    """A mention without any actor can be joined with nothing."""
    assert "m-1" == block_key(mention(mention_id="m-1"))

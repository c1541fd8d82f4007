"""Who sits at the table, as far as outlets agree on it."""

import pytest

from schemas.vocabulary import Role
from streams.dedup.account import account_of
from streams.dedup.identity.parties import same_pair, same_parties
from tests.dedup.factories import mention, parties

Table = dict[str, Role]
PAIR: Table = {"RUS": "party", "UKR": "party"}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (PAIR, PAIR, True),
        (PAIR, PAIR | {"USA": "mediator"}, True),
        (PAIR | {"USA": "party"}, PAIR, True),
        (PAIR | {"USA": "party"}, PAIR | {"USA": "observer"}, True),
        (PAIR | {"BLR": "host"}, PAIR | {"BLR": "party"}, True),
        # Belarus does not mediate as a rule: who says that it is a party says something else.
        (PAIR | {"BLR": "party"}, PAIR, False),
        (PAIR, {"RUS": "party", "USA": "party"}, False),
        (PAIR, {"RUS": "party"}, False),
        ({"RUS": "party", "USA": "party"}, {"UKR": "party", "USA": "party"}, False),
        (
            {"IRN": "party", "GBR": "party", "FRA": "party"},
            {"IRN": "party", "GBR": "party", "FRA": "party", "DEU": "party"},
            False,
        ),
    ],
)
def test_parties_are_the_same_but_for_mediators(a: Table, b: Table, same: bool) -> None:
    """Two shared parties make one table; only who may be a mediator may differ."""
    one, other = (account_of(mention(parties=parties(**table))) for table in (a, b))

    assert same == same_parties(one, other) == same_parties(other, one)


@pytest.mark.parametrize(
    ("b", "same"),
    [
        (PAIR, True),
        (PAIR | {"BLR": "party"}, True),
        ({"RUS": "party", "MDA": "party"}, False),
        ({"RUS": "party"}, False),
    ],
)
def test_pair_is_the_same_whoever_stands_beside_it(b: Table, same: bool) -> None:
    """Two at least, and all of one report among those of the other."""
    one, other = (account_of(mention(parties=parties(**table))) for table in (PAIR, b))

    assert same == same_pair(one, other) == same_pair(other, one)


def test_two_pairs_with_others_beside_them_are_two() -> None:
    """Neither report has all of the other's."""
    one, other = (
        account_of(mention(parties=(*parties(**PAIR), *third)))
        for third in (parties(BLR="party"), parties(MDA="party"))
    )

    assert not same_pair(one, other)

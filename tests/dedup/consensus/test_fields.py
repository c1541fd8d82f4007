"""Places, parties, people, counts and wordings: what most origins say, in most detail."""

from typing import Any

import pytest

from schemas import Claim, Counts, Mention, Party, Person, Place, Speaker
from schemas.vocabulary import Role
from streams.dedup.surnames import same_name, surname_key
from tests.dedup.factories import (
    ABU_DHABI,
    GENEVA,
    article,
    citing,
    mention,
    on,
    only,
    parties,
    talks,
)

DAY = on("2026-02-04")
PALAIS = Place(name="Palais des Nations, Geneva", country="CHE")
ZURICH = Place(name="Zurich", country="CHE")


def told(name: str, **fields: Any) -> Mention:
    return talks(name, **{"round": 2, "when": DAY, **fields})


def swap(name: str, **fields: Any) -> Mention:
    return mention("exchange", article(name), parties=parties(RUS="party", UKR="party"), **fields)


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ([GENEVA, None], GENEVA),
        ([GENEVA, PALAIS], PALAIS),
        ([Place(name="Geneva"), GENEVA], GENEVA),
        ([GENEVA, GENEVA, ABU_DHABI], GENEVA),
        ([GENEVA, PALAIS, ABU_DHABI], PALAIS),
        ([None, None], None),
    ],
)
def test_place_is_the_most_detailed_of_the_best_supported(
    given: list[Place | None], chosen: Place | None
) -> None:
    """A city agrees with the palace that stands in it."""
    assert chosen == only(*(told(f"outlet{n}", place=p) for n, p in enumerate(given))).place


def test_places_apart_are_disputed() -> None:
    """Geneva, say two; Abu Dhabi, says one."""
    event = only(*(told(f"o{n}", place=p) for n, p in enumerate((GENEVA, ABU_DHABI, GENEVA))))

    assert [("Geneva", 2), ("Abu Dhabi", 1)] == [
        (claim.value, len(claim.origins)) for claim in event.disputed["place"]
    ]


def test_cities_of_one_country_are_no_dispute() -> None:
    """Talks in Geneva with a session in Zurich contradict nothing."""
    assert {} == only(told("harbour", place=GENEVA), told("dhow", place=ZURICH)).disputed


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        (["party", "mediator", "mediator"], "mediator"),
        (["party", "mediator"], "party"),
        (["host"], "host"),
    ],
)
def test_role_is_that_of_most_origins(roles: list[Role], role: Role) -> None:
    """Every actor is there once, with one role."""
    table = parties(RUS="party", UKR="party")
    event = only(
        *(told(f"o{n}", parties=table + parties(USA=each)) for n, each in enumerate(roles))
    )

    assert [role] == [party.role for party in event.parties if party.actor == "USA"]


def test_parties_are_gathered_from_all() -> None:
    """Who is named by one outlet only took part all the same; parties come first."""
    pair = parties(RUS="party", UKR="party")
    event = only(
        told("harbour", parties=parties(ARE="host") + pair),
        told("dhow", parties=pair + parties(USA="mediator")),
    )

    assert ["RUS", "UKR", "USA", "ARE"] == [party.actor for party in event.parties]


def test_names_of_parties_are_the_most_common() -> None:
    """How most outlets call a party is how it is called."""
    event = only(
        *(
            told(
                f"o{n}",
                parties=(Party(actor="RUS", role="party", name=name), *parties(UKR="party")),
            )
            for n, name in enumerate(("Moscow", "Russia", "Russia"))
        )
    )

    assert "Russia" == event.parties[0].name


def test_people_are_there_once_with_the_fullest_name() -> None:
    """Spellings of one surname are one person."""
    event = only(
        told("harbour", people=(Person(name="Araqchi", actor="IRN"),)),
        told("dhow", people=(Person(name="Abbas Araghchi", post="foreign minister", role="head"),)),
    )

    assert (
        Person(name="Abbas Araghchi", post="foreign minister", actor="IRN", role="head"),
    ) == event.people


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Volodymyr Zelensky", "Zelenskyy"),
        ("Zelenskiy", "Zelensky"),
        ("Araghchi", "Araqchi"),
        ("Al-Burhan", "Burhan"),
        ("Erdoğan", "Erdogan"),
    ],
)
def test_spellings_of_one_surname_share_a_key(a: str, b: str) -> None:
    """Transliterations waver between a few letters."""
    assert surname_key(a) == surname_key(b)


@pytest.mark.parametrize(("a", "b"), [("Umerov", "Yermak"), ("Lavrov", "Lvov"), ("李", "王")])
def test_different_surnames_have_different_keys(a: str, b: str) -> None:
    """Similar is not the same."""
    assert surname_key(a) != surname_key(b)


def test_people_of_one_surname_are_told_apart() -> None:
    """By whom they stand for, and by what they are called before it."""
    mohammed = Person(name="Mohammed bin Salman", post="crown prince", actor="SAU", role="leader")
    khalid = Person(name="Khalid bin Salman", post="defence minister", actor="SAU")
    song = Person(name="Kim Song", actor="PRK")
    other = Person(name="Song", actor="KOR", post="unification minister")
    event = only(
        told("harbour", people=(mohammed, khalid, song)),
        told("dhow", people=(Person(name="bin Zayed", actor="ARE"), other)),
    )

    assert ["bin Zayed", "Song", "Kim Song", "Khalid bin Salman", "Mohammed bin Salman"] == [
        person.name for person in event.people
    ]
    assert {mohammed, khalid, song, other} < {*event.people}


def test_a_surname_that_several_have_is_nobody_more() -> None:
    """Nobody knows which of the two is meant."""
    brothers = (Person(name="Hassan Deby", actor="TCD"), Person(name="Idriss Deby", actor="TCD"))
    event = only(
        told("harbour", people=(Person(name="Deby", actor="TCD"),)), told("dhow", people=brothers)
    )

    assert brothers == event.people


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lavrov", "Sergei Lavrov"),
        ("Sergey Lavrov", "Sergei Viktorovich Lavrov"),
        ("S. Lavrov", "Sergei Lavrov"),
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Mohammad bin Salman", "Muhammed bin Salman"),
        ("bin Salman", "Mohammed bin Salman"),
        ("El-Sisi", "Abdel Fattah al-Sisi"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("李", "李"),
    ],
)
def test_names_of_one_person(a: str, b: str) -> None:
    """Fuller or shorter, and however they are spelled."""
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mohammed bin Salman", "Khalid bin Salman"),
        ("Mohammed bin Zayed Al Nahyan", "Abdullah bin Zayed Al Nahyan"),
        ("S. Lavrov", "Igor Lavrov"),
        ("Sergei Lavrov", "Sergei Lvov"),
    ],
)
def test_names_of_two(a: str, b: str) -> None:
    """Who shares a surname, or a father, is another all the same."""
    assert not same_name(a, b)
    assert not same_name(b, a)


def test_speakers_of_one_surname_are_told_apart() -> None:
    """Two outlets name one of them, the third his brother."""
    idriss = Speaker(name="Idriss Deby", actor="TCD")
    event = only(
        told("harbour", speaker=Speaker(name="Hassan Deby", actor="TCD")),
        told("dhow", speaker=idriss),
        told("nevsky", speaker=idriss),
    )

    assert (idriss, 2) == (event.speaker, len(event.support["speaker"]))


def test_speaker_is_the_one_named_most_in_the_fullest_way() -> None:
    """Two outlets name the spokesman, one of them with his post."""
    peskov = Speaker(name="Dmitry Peskov", post="Kremlin spokesman", actor="RUS")
    event = only(
        told("harbour", speaker=Speaker(name="Peskov", actor="RUS")),
        told("dhow", speaker=peskov),
        told("nevsky", speaker=Speaker(name="Umerov", actor="UKR")),
    )

    assert peskov == event.speaker
    assert 2 == len(event.support["speaker"])


def demand(name: str, **fields: Any) -> Mention:
    said = {"holder": "RUS", "issue": "territory", "content": "a full withdrawal from the Donbas"}
    return mention("demand", article(name), **{**said, **fields})


@pytest.mark.parametrize(
    ("field", "given", "claims"),
    [
        ("target", ["UKR", "USA", "UKR"], [("UKR", 2), ("USA", 1)]),
        ("target", [("UKR", "USA"), ("CHE", "UKR")], [(["UKR", "USA"], 1), (["CHE", "UKR"], 1)]),
        ("target", ["UKR", ("UKR", "USA"), None], []),
        ("condition", ["if sanctions are lifted", "once all sanctions are lifted", None], []),
        (
            "condition",
            ["if sanctions are lifted", "only once troops have left", None],
            [("if sanctions are lifted", 1), ("only once troops have left", 1)],
        ),
    ],
)
def test_positions_are_disputed(
    field: str, given: list[Any], claims: list[tuple[Any, int]]
) -> None:
    """To whom it is addressed, and on what condition; who says less contradicts nobody."""
    event = only(*(demand(f"o{n}", **{field: value}) for n, value in enumerate(given)))

    assert claims == [(claim.value, len(claim.origins)) for claim in event.disputed.get(field, ())]


@pytest.mark.parametrize(
    ("issues", "claims"),
    [(("energy", "trade", "trade"), ["trade", "energy"]), (("energy", "other", None), [])],
)
def test_issues_are_disputed(issues: tuple[Any, ...], claims: list[str]) -> None:
    """Who calls it another matter names none."""
    event = only(*(told(f"o{n}", issue=issue) for n, issue in enumerate(issues)))

    assert claims == [claim.value for claim in event.disputed.get("issue", ())]


@pytest.mark.parametrize(
    ("roles", "claims"),
    [
        (["mediator", "party", "mediator"], [("mediator", 2), ("party", 1)]),
        (["mediator", "host"], []),
        (["party", "party"], []),
    ],
)
def test_whether_somebody_is_a_party_is_disputed(
    roles: list[Role], claims: list[tuple[Role, int]]
) -> None:
    """A host may mediate as well, but who mediates between two is none of them."""
    table = parties(RUS="party", UKR="party")
    event = only(
        *(told(f"o{n}", parties=table + parties(USA=each)) for n, each in enumerate(roles))
    )

    assert claims == [
        (claim.value, len(claim.origins)) for claim in event.disputed.get("parties.USA.role", ())
    ]


def test_counts_that_differ_are_disputed_by_side() -> None:
    """157 went each way, says one; 160 came back, says the other."""
    event = only(
        swap("harbour", counts=Counts(released=157, received=157)),
        swap("dhow", counts=Counts(released=157, received=160)),
    )

    assert {"counts.received"} == set(event.disputed)


def test_one_count_agrees_with_two() -> None:
    """Who counts one side only contradicts nothing."""
    both = Counts(released=157, received=160)
    event = only(swap("harbour", counts=Counts(released=157)), swap("dhow", counts=both))

    assert (both, {}) == (event.counts, event.disputed)


def test_support_names_the_reports_behind_each_field() -> None:
    """Each field names the mentions that give its value, and no others."""
    at_geneva, nowhere = told("harbour", place=GENEVA), told("dhow")

    support = only(at_geneva, nowhere).support

    assert ((at_geneva.mention_id,), 2) == (support["place"], len(support["when"]))
    assert "schedule" not in support


def test_copies_have_no_vote() -> None:
    """Two outlets that cite a third stand for one value, not for three."""
    event = only(
        told("harbour", place=ABU_DHABI),
        told("alvand", place=ABU_DHABI, about=citing("harbour")),
        told("trumpet", place=ABU_DHABI, about=citing("harbour")),
        told("dhow", place=GENEVA),
        told("nevsky", place=GENEVA),
    )

    assert GENEVA == event.place


def test_first_hand_reports_break_a_tie() -> None:
    """Of two values with one origin each, that of the outlet's own report counts."""
    event = only(
        told("a-trumpet", place=ABU_DHABI, about=citing("Reuters")), told("dhow", place=GENEVA)
    )

    assert GENEVA == event.place


def test_denials_are_gathered() -> None:
    """All who deny it are there."""
    event = only(told("harbour", denied_by=("UKR",)), told("dhow", denied_by=("RUS",)))

    assert ("RUS", "UKR") == event.denied_by


def test_news_to_one_is_news() -> None:
    """An event is history only where every report tells it as history."""
    assert not only(told("harbour", background=True, when=DAY), told("dhow", when=DAY)).background


def test_claims_carry_reports_and_origins() -> None:
    """A reader can follow each rival value to its articles."""
    a, b = told("harbour", place=GENEVA), told("dhow", place=ABU_DHABI)

    assert (
        Claim(value="Abu Dhabi", reports=(b.mention_id,), origins=("dhow",)),
        Claim(value="Geneva", reports=(a.mention_id,), origins=("harbour",)),
    ) == only(a, b).disputed["place"]

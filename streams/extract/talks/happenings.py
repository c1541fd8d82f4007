"""Gather sightings into happenings: one for each encounter the article speaks of.

The order is the article's: headline and lead come first, and a phrase such as "the talks" or "both
sides met" joins the encounter in focus.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from schemas.vocabulary import Role
from streams.coalitions import united
from streams.days import Span, apart, span_of
from streams.extract.dates.history import is_by_and_large
from streams.extract.politicians import state_of_party
from streams.extract.talks.lexicon import rules
from streams.extract.talks.sighting import Note, Participant, Sighting
from streams.extract.talks.table import Principals, likeliest_beside, mostly_mediates, settled

MIN_ACTORS = 2
"""It takes two to talk."""

TRILATERAL = 3
"""Who sit at a trilateral table."""

SEATED = frozenset({"bilateral", "trilateral", "multilateral"})
"""Formats that say how many there are: "trilateral consultations in Abu Dhabi"."""

ASIDE = "it leads to none of those whom the article is about"
TOO_FEW = "the article names fewer than two actors for it"

OFF = frozenset({"postponed", "cancelled", "suspended"})
"""Statuses of what does not go on for now."""
OVER = frozenset({"failed", "cancelled"})
"""Statuses of what never will."""

LAST_OF_LEAD = 3
"""Sentences, the headline included, in which an article says what it is about."""

SAME_DAYS = 1
"""Days that dates of one encounter may lie apart (contract, section 4)."""


@dataclass(frozen=True, slots=True)
class Happening:
    """The sightings of one encounter, in the order of the article."""

    sightings: tuple[Sighting, ...]

    @property
    def parties(self) -> frozenset[str]:
        """The actors that negotiate with each other."""
        return frozenset(p.actor for p in self.participants if p.role == "party")

    @property
    def actors(self) -> frozenset[str]:
        """All actors in whatever role."""
        return frozenset(p.actor for p in self.participants)

    @property
    def participants(self) -> tuple[Participant, ...]:
        """All that any sighting names, in order."""
        return tuple(p for s in self.sightings for p in s.participants)


def gather(
    sightings: Iterable[Sighting], principals: Principals
) -> tuple[tuple[Happening, ...], tuple[Note, ...]]:
    """Return the happenings, the article's main one first, and why sightings were dropped.

    `principals` are the likely parties to the main encounter, should its own sentences name too
    few, and those who mediate or host it somewhere else in the text.
    """
    happenings: list[Happening] = []
    notes: list[Note] = []
    for sighting in sightings:
        sighting = _received(sighting, principals)
        if sighting.verbal and sighting.hosts:
            notes.append(_note(sighting, ASIDE, None))
            continue
        sighting = _of_paragraph(happenings, sighting)
        k = _home(happenings, sighting, principals)
        if k is not None:
            told = _without_absent(sighting)
            happenings[k] = replace(happenings[k], sightings=(*happenings[k].sightings, told))
            notes.append(_note(sighting, "joins the encounter", k))
            continue
        opened = _of_same_process(happenings, sighting, principals)
        reason = None if _leads(happenings, opened) else _why_not(opened)
        if reason:
            notes.append(_note(sighting, reason, None))
            continue
        notes.append(_note(sighting, "opens an encounter", len(happenings)))
        happenings.append(Happening((opened,)))
    happenings = [_at_home(happening) for happening in happenings]
    if happenings:
        happenings[0] = _at_home(_main(happenings[0], principals))
    return _whole([_settled(h, principals, main=k == 0) for k, h in enumerate(happenings)], notes)


def _at_home(happening: Happening) -> Happening:
    """Leave out a state over which a party meets its own government, or another party.

    "Democrats walked out of a White House meeting on SYRIA": who comes from there is a person.
    """
    home = _home_of(happening)
    if not home:
        return happening
    abroad = {p.actor for p in happening.participants if p.actor.isupper()} - home
    abroad -= {p.actor for p in happening.participants if p.person}
    told = tuple(
        replace(s, participants=tuple(p for p in s.participants if p.actor not in abroad))
        for s in happening.sightings
    )
    return replace(happening, sightings=told)


def _home_of(happening: Happening) -> frozenset[str]:
    """Return whose politicians meet each other, or their government; nothing where none do."""
    home = frozenset(state for actor in happening.actors if (state := state_of_party(actor)))
    own = {actor for actor in happening.actors if (state_of_party(actor) or actor) in home}
    return home if len(own) >= MIN_ACTORS else frozenset()


def _received(sighting: Sighting, principals: Principals) -> Sighting:
    """Give a journey its hosts, where it leads from one party to another.

    Or where the article is about nobody else: "N.N. arrived in Ankara for talks".
    """
    parties = {p.actor for p in principals.parties} - {p.actor for p in principals.thirds}
    both = (*sighting.participants, *sighting.hosts)
    if not parties <= {p.actor for p in both}:
        both = tuple(p for p in both if p.actor in parties)
    if len({p.actor for p in both}) < MIN_ACTORS or any(map(mostly_mediates, both)):
        return sighting
    return replace(sighting, participants=(*sighting.participants, *sighting.hosts), hosts=())


def _without_absent(sighting: Sighting) -> Sighting:
    """Leave out those of whom it is denied: "C is no part of the talks"."""
    return replace(sighting, participants=()) if sighting.modality == "denied" else sighting


def _note(sighting: Sighting, reason: str, happening: int | None) -> Note:
    return Note(sighting.start, sighting.end, reason, happening)


def _whole(
    happenings: list[Happening], notes: list[Note]
) -> tuple[tuple[Happening, ...], tuple[Note, ...]]:
    """Drop happenings with too few actors, and number the notes anew."""
    kept = [k for k, h in enumerate(happenings) if len(h.actors) >= MIN_ACTORS]
    renamed = tuple(
        Note(n.start, n.end, n.reason, kept.index(n.happening))
        if n.happening in kept
        else Note(n.start, n.end, n.reason if n.happening is None else TOO_FEW)
        for n in notes
    )
    return tuple(happenings[k] for k in kept), renamed


def _leads(happenings: list[Happening], sighting: Sighting) -> bool:
    """Say whether headline or lead open the main encounter, whose parties may be named later."""
    if happenings or sighting.wished or sighting.modality == "denied":
        return False
    if sighting.verbal:
        both = sighting.headline and sighting.definite and sighting.status is not None
        return both or (sighting.firm and _is_set(sighting))
    if sighting.sentence > LAST_OF_LEAD:
        # Late in the text only "the talks", of which more is told.
        tied = sighting.round or sighting.place or sighting.when
        return bool(sighting.definite or sighting.round) and sighting.firm and bool(tied)
    if sighting.needed > 1:
        counted = sighting.format is not None and sighting.format.value in SEATED
        of_all = sighting.definite or (counted and bool(sighting.place or sighting.when))
        return (of_all and sighting.firm) or _is_set(sighting)
    said = (sighting.status, sighting.round, sighting.place, sighting.when)
    return sighting.firm or sighting.definite or any(said)


def _is_set(sighting: Sighting) -> bool:
    """Say whether headline or lead name one who talks, and the place or the day."""
    in_lead = sighting.sentence <= LAST_OF_LEAD and (sighting.sort == "talks" or sighting.firm)
    return in_lead and bool(_named(sighting)) and bool(sighting.place or sighting.when)


def _of_paragraph(happenings: list[Happening], sighting: Sighting) -> Sighting:
    """Give an encounter the adversaries of its paragraph, where these are none of the article's.

    Briefings tell of one negotiation after the other, and name each once at its head.
    """
    around = tuple({p.actor: p for p in sighting.around}.values())
    parties = {p.actor for p in around}
    main = happenings[0].actors if happenings else frozenset()
    if min(len(main), len(around)) < MIN_ACTORS or parties & main:
        return sighting
    if not (sighting.firm or sighting.round) or len(_named(sighting)) >= MIN_ACTORS:
        return sighting
    others = tuple(p for p in around[:MIN_ACTORS] if p.actor not in _named(sighting))
    return replace(sighting, participants=sighting.participants + others)


def _of_same_process(
    happenings: list[Happening], sighting: Sighting, principals: Principals
) -> Sighting:
    """Give another round of the talks in focus their parties: "a fourth round is due in May"."""
    told_apart = sighting.round or sighting.contrast or sighting.definite or _is_future(sighting)
    tied = sighting.when or sighting.place or sighting.round
    if not happenings or not told_apart or not tied or sighting.sort != "talks":
        return sighting
    main = _main(happenings[0], principals)
    if len(_named(sighting)) >= MIN_ACTORS or not _named(sighting) <= main.actors:
        return sighting
    known = {p.actor for p in sighting.participants}
    inherited = tuple(replace(p, person=False) for p in main.participants if p.actor not in known)
    return replace(sighting, participants=sighting.participants + inherited)


def _is_future(sighting: Sighting) -> bool:
    return sighting.firm and _stage_of(sighting) == "future"


def _main(happening: Happening, principals: Principals) -> Happening:
    """Complete the main encounter by whom the article is about and who mediates anywhere in it."""
    if _is_of_forum(happening) and len(happening.parties) >= MIN_ACTORS:
        return happening
    likely = likeliest_beside(happening.parties, principals)
    seated = _seated(happening, likely, _seats(happening))
    assisted = _assisted(seated, principals.thirds)
    if principals.are_at_odds(assisted.parties):
        absent = tuple(p for p in principals.standing if p.actor not in assisted.actors)
        assisted = _assisted(assisted, absent)
    formats = {s.format.value for s in happening.sightings if s.format}
    if "trilateral" not in formats or len(assisted.actors) >= TRILATERAL:
        return assisted
    return _seated(assisted, principals.parties, TRILATERAL)


def _seated(happening: Happening, likely: tuple[Participant, ...], seats: int) -> Happening:
    """Add the likeliest parties to an encounter that names fewer than its seats."""
    if len(happening.parties) >= seats or len(happening.actors) > seats:
        return happening
    others = tuple(p for p in likely if p.actor not in happening.actors)
    return _joined_by(happening, others[: seats - len(happening.parties)])


def _seats(happening: Happening) -> int:
    """Return how many negotiate at least; those who walk out leave at least one behind."""
    left = any(s.left for s in happening.sightings)
    return len(happening.parties) + 1 if left and len(happening.parties) > 1 else MIN_ACTORS


def _settled(happening: Happening, principals: Principals, *, main: bool) -> Happening:
    """Return an encounter with everybody in the role that the dispute gives them."""
    if happening.sightings[0].sort == "call" or _home_of(happening) or _is_of_forum(happening):
        return happening
    seated = _with_guest(settled(happening.participants, principals, main=main))
    roles = {p.actor: p.role for p in seated}
    added = tuple(p for p in seated if p.actor not in happening.actors)
    told = tuple(_with_roles(s, roles) for s in happening.sightings)
    return _joined_by(replace(happening, sightings=told), added)


def _is_of_forum(happening: Happening) -> bool:
    """Say whether it is the summit of a forum, of whose members one at most acts: "the G7 summit".

    Whoever is at odds in the article, and whoever is to be invited, makes it no talks of theirs.
    """
    opening = next((s for s in happening.sightings if not s.headline), happening.sightings[0])
    summit = opening.format is not None and opening.format.value == "summit"
    told = {p.actor for p in opening.participants}
    return summit and len(told) <= MIN_ACTORS and not told.isdisjoint(rules().forums)


def _with_guest(found: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return the host of a single guest as the party that he is: who else does that one talk to."""
    hosts = {p.actor for p in found if p.role == "host"}
    if len({p.actor for p in found if p.role in {"party", "mediator"}} - hosts) > 1:
        return found
    return tuple(replace(p, role="party") if p.role == "host" else p for p in found)


def _with_roles(sighting: Sighting, roles: Mapping[str, Role]) -> Sighting:
    """Return a sighting of those who have a role, each party in his."""
    participants = tuple(
        replace(p, role=roles[p.actor]) if "party" in {p.role, roles[p.actor]} else p
        for p in sighting.participants
        if p.actor in roles
    )
    return replace(sighting, participants=participants)


def _assisted(happening: Happening, third_parties: tuple[Participant, ...]) -> Happening:
    """Add who mediates or hosts; a party to the talks may host, but not mediate them."""
    return _joined_by(
        happening,
        tuple(p for p in third_parties if p.actor not in happening.parties),
    )


def _joined_by(happening: Happening, others: tuple[Participant, ...]) -> Happening:
    first = happening.sightings[0]
    joined = replace(first, participants=first.participants + others)
    return replace(happening, sightings=(joined, *happening.sightings[1:]))


def _home(happenings: list[Happening], sighting: Sighting, principals: Principals) -> int | None:
    """Return which happening a sighting belongs to, the one in focus where several fit."""
    fitting = [
        k
        for k, h in enumerate(happenings)
        if fits(h, sighting) and not _brings_stranger(h, sighting, principals)
    ]
    if not fitting:
        return None
    return max(fitting, key=lambda k: _rank(happenings[k], sighting, k))


def _brings_stranger(happening: Happening, sighting: Sighting, principals: Principals) -> bool:
    """Say whether somebody named alone so far would meet another than the article has him meet.

    "A broke off the talks ... B'S LEADER SPOKE TO C'S": those talks are not C's.
    """
    known, told = happening.parties, {p.actor for p in sighting.participants if p.role == "party"}
    if len(known) != 1 or len(told) < MIN_ACTORS or sighting.sentence < LAST_OF_LEAD:
        return False
    if sighting.definite or principals.are_at_odds(known | told):
        return False
    likely = (p.actor for p in likeliest_beside(known, principals) if p.actor not in known)
    return next(likely, None) not in {None, *told}


def _rank(happening: Happening, sighting: Sighting, k: int) -> tuple[int, int, int]:
    last = happening.sightings[-1].sentence
    same_parties = len(happening.actors & {p.actor for p in sighting.participants})
    near = 2 if last == sighting.sentence else 1 if last == sighting.sentence - 1 else 0
    return same_parties, near, -k


def fits(happening: Happening, sighting: Sighting) -> bool:
    """Say whether a sighting can be of the happening: nothing contradicts it, something ties it."""
    return (
        not (sighting.wished and not sighting.definite)
        and _same_sort(happening, sighting)
        and _same_round(happening, sighting)
        and _same_parties(happening, sighting)
        and _same_place(happening, sighting)
        and _same_time(happening, sighting)
        and not _set_apart(happening, sighting)
    )


def _same_sort(happening: Happening, sighting: Sighting) -> bool:
    sorts = {s.sort for s in happening.sightings}
    if sighting.sort in sorts:
        return True
    if _is_by_telephone(happening, sighting):
        return True
    in_sentence = any(s.sentence == sighting.sentence for s in happening.sightings)
    alike = {"visit", "talks"} >= sorts | {sighting.sort}
    return in_sentence or (alike and bool(_named(sighting)))


def _is_by_telephone(happening: Happening, sighting: Sighting) -> bool:
    """Say whether a lead tells that those of the headline, who are nowhere, spoke by telephone."""
    nowhere = not any(s.place or s.format for s in happening.sightings)
    same = len(_named(sighting)) >= MIN_ACTORS and _named(sighting) == happening.actors
    return sighting.sort == "call" and nowhere and same and _restates(happening, sighting)


def _named(sighting: Sighting) -> frozenset[str]:
    return frozenset(p.actor for p in sighting.participants)


def _same_round(happening: Happening, sighting: Sighting) -> bool:
    rounds = {s.round.value for s in happening.sightings if s.round}
    return not rounds or sighting.round is None or sighting.round.value in rounds


def _same_parties(happening: Happening, sighting: Sighting) -> bool:
    parties = frozenset(p.actor for p in sighting.participants if p.role == "party")
    if sighting.verbal and len(_named(sighting)) < MIN_ACTORS and not sighting.definite:
        return False
    if not parties:
        return _ties_without_names(happening, sighting)
    known = happening.parties
    if len(known) >= MIN_ACTORS and parties <= rules().forums and known.isdisjoint(rules().forums):
        return False  # where the two meet, others do besides: "the G20 summit"
    if len(known) < MIN_ACTORS or len(parties) < MIN_ACTORS:
        return bool(parties & happening.actors) or not known or _restates(happening, sighting)
    return _are_among(parties, happening.actors) or _are_among(known, _named(sighting))


def _are_among(some: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether some are among others, whether a coalition is named or all of its members."""
    return some <= others or united(some) <= united(others)


def _ties_without_names(happening: Happening, sighting: Sighting) -> bool:
    if sighting.verbal:
        return sighting.definite
    return sighting.definite or _beside(happening, sighting) or _restates(happening, sighting)


def _restates(happening: Happening, sighting: Sighting) -> bool:
    """Say whether a lead tells in full what the headline was about."""
    in_lead = not sighting.headline and sighting.sentence <= LAST_OF_LEAD
    return in_lead and all(s.headline for s in happening.sightings)


def _beside(happening: Happening, sighting: Sighting) -> bool:
    return happening.sightings[-1].sentence == sighting.sentence


def _same_place(happening: Happening, sighting: Sighting) -> bool:
    """Say whether the places agree: one country, and one city where both are cities.

    A building is in a city, and a headline may name the region where a lead names the city.
    """
    here = sighting.place
    if here is None:
        return True
    told_twice = _restates(happening, sighting)
    return all(
        s.place is None
        or s.place.value.name == here.value.name
        or (
            s.place.value.country == here.value.country
            and (told_twice or sighting.site is None or s.site != sighting.site)
        )
        for s in happening.sightings
    )


def _same_time(happening: Happening, sighting: Sighting) -> bool:
    if sighting.delay is not None or any(s.delay for s in happening.sightings):
        return True
    mine, theirs = _spans([sighting]), _spans(happening.sightings)
    if not mine or not theirs:
        return True
    return any(apart(a, b) <= SAME_DAYS for a in mine for b in theirs)


def _spans(sightings: Iterable[Sighting]) -> list[Span]:
    return [span for s in sightings for w in s.when if (span := span_of(w.value)) is not None]


def _set_apart(happening: Happening, sighting: Sighting) -> bool:
    """Say whether the sighting is of another encounter: "the next round", "a further meeting"."""
    contrasts = {s.contrast for s in happening.sightings}
    if sighting.contrast and sighting.contrast not in contrasts:
        # "The next session has been put off", under a headline that says so, is no other; nor is
        # "the next meeting is called off" where talks are put on ice.
        same = _restates(happening, sighting) or _are_both_off(happening, sighting)
        same = same or _is_next_day(happening, sighting)
        return sighting.contrast == "earlier" or not same
    if _is_still_to_come(sighting) and _is_over(happening):
        return True
    if _is_of_before(happening, sighting):
        return True
    if _is_told_over(sighting) and any(map(_is_future, happening.sightings)):
        return not _is_over(happening)
    if sighting.ahead and _stage(happening) == "past" and not _stands_alike(happening, sighting):
        return True
    if _named(sighting) or sighting.definite:
        return (
            _stage(happening) == "past"
            and _stage_of(sighting) == "future"
            and not sighting.definite
        )
    return False


def _is_of_before(happening: Happening, sighting: Sighting) -> bool:
    """Say whether it was months before what is now off, or came about: "they had MET IN MAY"."""
    told = _statuses(happening)
    if not told or not any(is_by_and_large(w.value) for w in sighting.when):
        return False
    if _is_told_over(sighting) and not told.isdisjoint(OFF):
        return True
    over = sighting.status is not None and sighting.status.value in OVER - told
    return over and not _restates(happening, sighting)


def _is_next_day(happening: Happening, sighting: Sighting) -> bool:
    """Say whether those who meet again do so on the morrow: "the groups will meet again today"."""
    days = _spans(happening.sightings)
    return sighting.verbal and any(
        apart(day, other) <= SAME_DAYS for day in days for other in _spans([sighting])
    )


def _are_both_off(happening: Happening, sighting: Sighting) -> bool:
    """Say whether it is told of both that they do not go on, and of one no day or number."""
    if sighting.when or sighting.round or sighting.status is None or sighting.contrast != "later":
        return False
    return sighting.status.value in OFF and not _statuses(happening).isdisjoint(OFF)


def _stands_alike(happening: Happening, sighting: Sighting) -> bool:
    """Say whether it has the same status: "a planned summit" that is called off, as was said.

    A lead may tell that what a headline says was quit had yet to begin.
    """
    if sighting.status is None:
        return False
    told = _statuses(happening)
    quit_before = sighting.status.value in OFF and not told.isdisjoint(OFF)
    return sighting.status.value in told or (quit_before and _restates(happening, sighting))


def _statuses(happening: Happening) -> set[str]:
    """Return where the article says that an encounter stands."""
    return {s.status.value for s in happening.sightings if s.status is not None}


def _is_still_to_come(sighting: Sighting) -> bool:
    """Say whether a sighting opens on a day to come: "will meet in May", not "is to end in May"."""
    begins = any(w.value.start for w in sighting.when)
    return _is_future(sighting) and (sighting.verbal or begins)


def _is_told_over(sighting: Sighting) -> bool:
    """Say whether it is told in full, and for sure, that it has taken place."""
    return _is_held(sighting) and len(_named(sighting)) >= MIN_ACTORS


def _is_over(happening: Happening) -> bool:
    """Say whether it is told for sure that it has taken place."""
    return any(map(_is_held, happening.sightings))


def _is_held(sighting: Sighting) -> bool:
    return sighting.firm and sighting.status is not None and sighting.status.value == "held"


def _stage(happening: Happening) -> str | None:
    return next((st for s in happening.sightings if (st := _stage_of(s))), None)


def _stage_of(sighting: Sighting) -> str | None:
    if sighting.status is None:
        return None
    return "future" if sighting.status.value in {"planned", "proposed"} else "past"


def _why_not(sighting: Sighting) -> str | None:
    """Return why a sighting cannot open a happening, None where it can."""
    if sighting.wished:
        return "only wished for"
    if sighting.modality == "denied" and len(_named(sighting)) < 2:
        return "denied, without parties"
    if len(_named(sighting)) < sighting.needed:
        return f"names fewer than {sighting.needed} actors"
    return None

"""Compose one draft of a mention from all statements of one position or outcome."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from schemas.mention import Party, Speaker, When
from schemas.vocabulary import ARMED, OUTCOMES, POSITIONS, Kind
from streams.dedup.words import overlap, stems
from streams.extract.confidence import of_statement
from streams.extract.conflicts import Conflict
from streams.extract.dates.history import (
    BACKGROUND_AFTER,
    NEWS,
    days_ago,
    is_background,
    is_before,
    is_by_and_large,
)
from streams.extract.gazetteer import mediates
from streams.extract.mentions import Draft
from streams.extract.statements.constructions import HAIL, WITHHELD, WRONG
from streams.extract.statements.counts import both_counts
from streams.extract.statements.model import STAGED, UNCUED_PATTERN
from streams.extract.statements.offers import WELCOMING
from streams.extract.statements.statement import BY_OTHERS, Statement
from streams.extract.talks.captors import Owned
from streams.extract.talks.sighting import Found, Participant, evidence_of, value_of
from streams.extract.talks.table import Principals, likeliest_beside, settled

T = TypeVar("T")
SAME_WORDS = 0.5
"""Share of common words from which on two contents are one."""
LEAD = 2
"""Sentences behind the headline in which an article says what it is about."""
MIN_PARTIES = 2
ASKED: frozenset[Kind] = frozenset(
    {"demand", "proposal", "acceptance", "rejection", "agreement", "pledge"}
)
"""Kinds that offering it, asking for it, taking it up and the like would be of anything else."""
ASKING: frozenset[Kind] = frozenset({"demand", "proposal"})
ANSWERS: frozenset[Kind] = frozenset({"acceptance", "rejection", "concession"})
"""Kinds that answer others, who are told what was asked."""
YIELDING: frozenset[Kind] = frozenset({"concession", "pledge", "acceptance"})
"""Kinds that others are asked for."""
TO_OTHER_SIDE: frozenset[Kind] = frozenset({"demand", "rejection", "proposal"})
"""Kinds that go to the other side where nobody else is named."""
KNOWN_MEDIATOR = 3
"""Gazetteer rank from which on an actor mediates often."""
ALWAYS_MEDIATES = 9
"""The same of one that hardly does anything else."""
ENDINGS = frozenset({"violated", "ended", "breached", "withdrawn", "declined"})
"""Statuses that are another happening than the outcome's coming about."""


def compose(
    statements: Iterable[Statement], principals: Principals, published_at: str | None
) -> tuple[Draft, ...]:
    """Return the drafts of an article, one for each position or outcome it speaks of.

    `principals` are whom it is about, for sides that a sentence leaves out.
    """
    groups = gather(statements, principals)
    return tuple(_draft(group, principals, published_at) for group in groups)


def gather(statements: Iterable[Statement], principals: Principals) -> list[list[Statement]]:
    """Return the statements of each position or outcome, without those that are part of others.

    Hints stand behind all else, and change nothing of it; they may be of what stands in others.
    """
    every = tuple(statements)
    thirds = frozenset(p.actor for p in principals.thirds)
    told = _outermost([s for s in every if not s.hint])
    groups = _joined(_grouped(told, thirds), principals)
    hints = (s for s in every if s.hint)
    new = (s for s in hints if not any(_same(group, s, thirds) for group in groups))
    return [*groups, *_grouped(new, thirds)]


def _grouped(statements: Iterable[Statement], thirds: frozenset[str]) -> list[list[Statement]]:
    """Return the statements of each position or outcome."""
    groups: list[list[Statement]] = []
    for statement in statements:
        home = next((g for g in groups if _same(g, statement, thirds)), None)
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    return groups


def _joined(groups: list[list[Statement]], principals: Principals) -> list[list[Statement]]:
    """Return groups, as one those of one outcome of which sentences name other sides.

    "Hamas agreed to a truce ... Palestinian ministers declared a truce": it is the dispute
    that says whose it is.
    """
    known: dict[tuple[Kind, str, frozenset[str]], list[Statement]] = {}
    found: list[list[Statement]] = []
    for group in groups:
        key = _outcome_of(group, principals)
        home = known.setdefault(key, group) if key is not None else group
        if home is group or _months_apart(home[0], group[0]):
            found.append(group)
        else:
            home.extend(group)
    return found


def _outcome_of(
    group: list[Statement], principals: Principals
) -> tuple[Kind, str, frozenset[str]] | None:
    """Return what an outcome is known by: its kind, how far it has come, and whose it is."""
    kind = group[0].kind
    if kind not in ARMED:
        return None
    parties = {p.actor for p in _parties(kind, group, principals) if p.role == "party"}
    return (kind, _phase(_telling(group)), frozenset(parties))


def _outermost(statements: list[Statement]) -> Iterator[Statement]:
    """Yield statements that are not part of what another one wants, refuses or offers."""
    for statement in statements:
        above = (s for s in statements if s.sentence == statement.sentence and s is not statement)
        if not any(_contains(other, statement) for other in above):
            yield statement


def _contains(outer: Statement, inner: Statement) -> bool:
    if "mediation" in (outer.kind, inner.kind) and outer.kind != inner.kind:
        return _is_of_mediation(outer, inner)
    if outer.word == inner.word:
        # Who will not meet a demand until others act demands that they do, besides.
        withheld = {s.cue.pattern == WITHHELD for s in (outer, inner)}
        beside = len(withheld) > 1 and "rejection" in {outer.kind, inner.kind}
        return not beside and _precedes(outer, inner)
    if inner.kind in OUTCOMES and outer.cue.pattern in {WRONG, HAIL, *WELCOMING}:
        return False  # what somebody is accused of, or praised for, has happened besides
    inside = _stands_in(inner, outer.content) or _stands_in(inner, outer.condition)
    own = not inner.holders or {h.actor for h in inner.holders} <= {h.actor for h in outer.holders}
    # "A warned that B's bases WOULD BE TARGETS" is no threat of B's
    quoted = outer.kind == inner.kind and bool(outer.holders)
    return inside and (own or quoted or _is_asked(outer, inner))


def _is_asked(outer: Statement, inner: Statement) -> bool:
    """Say whether the inner one is what others are to do: "demanded that B LIFT its sanctions"."""
    return outer.kind in ASKING and inner.kind in YIELDING


def _is_of_mediation(outer: Statement, inner: Statement) -> bool:
    """Say whether it is mediation that the inner one asks for, offers, takes up or refuses.

    Then it is no demand, proposal, acceptance or rejection besides (contract, section 2).
    """
    if outer.kind != "mediation" or inner.kind not in ASKED:
        return False
    return outer.word == inner.word or _stands_in(outer, inner.content)


def _stands_in(statement: Statement, part: Found[str] | None) -> bool:
    """Say whether the word of a statement is one of a part of another."""
    return part is not None and part.start <= statement.word < part.end


def _precedes(one: Statement, other: Statement) -> bool:
    """Say which of two readings of one word wins: the likelier, but a rule before a guess."""
    mine, theirs = _is_built(one, other), _is_built(other, one)
    return (mine, one.probability, one.kind) > (theirs, other.probability, other.kind)


def _is_built(one: Statement, other: Statement) -> bool:
    """Say whether one is read by construction and the other by no rule at all."""
    built = one.cue.constructed and one.cue.pattern != UNCUED_PATTERN
    return built and other.cue.pattern == UNCUED_PATTERN


def _same(group: list[Statement], statement: Statement, thirds: frozenset[str]) -> bool:
    if group[0].kind != statement.kind:
        return False
    if statement.kind in POSITIONS:
        same = any(_same_position(other, statement) for other in group)
        return same or _restates_headline(group, statement)
    return _same_outcome(group, statement, thirds)


def _restates_headline(group: list[Statement], statement: Statement) -> bool:
    """Say whether a lead tells in full the position that the headline has room for."""
    if statement.sentence > LEAD or not all(s.headline for s in group):
        return False
    mine, theirs = ({h.actor for h in s.holders} for s in (group[0], statement))
    return bool(mine & theirs) and not _face_others(group[0], statement)


def _same_position(one: Statement, other: Statement) -> bool:
    mine, theirs = ({h.actor for h in s.holders} for s in (one, other))
    if mine and theirs and not mine & theirs:
        return False
    if one.kind == "accusation" and _face_others(one, other):
        return False
    if one.sentence == other.sentence:
        return True
    if one.headline and value_of(one.issue) == value_of(other.issue) and mine & theirs:
        return True
    if _is_same_in_lead(one, other):
        return bool(mine & theirs) and not _face_others(one, other)
    return overlap(_words(one), _words(other)) >= SAME_WORDS


def _is_same_in_lead(one: Statement, other: Statement) -> bool:
    """Say whether a sentence of a lead and the next can tell one position, one without content.

    "It signed off another delay ... the EU had SAID YES."
    """
    first, second = sorted((one.sentence, other.sentence))
    in_lead = first <= LEAD and second - first == 1 and one.kind in ANSWERS
    return in_lead and not (_words(one) and _words(other))


def _face_others(one: Statement, other: Statement) -> bool:
    """Say whether two positions are addressed to different actors."""
    mine, theirs = ({t.actor for t in s.targets} for s in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _words(statement: Statement) -> frozenset[str]:
    return stems(statement.content.value) if statement.content is not None else frozenset()


def _same_outcome(group: list[Statement], other: Statement, thirds: frozenset[str]) -> bool:
    """Say whether a sentence tells of an outcome, too: who brought it about counts for nobody."""
    one, standing = group[0], _telling(group)
    mine, theirs = (_sides(s, thirds) for s in (one, other))
    phases = {_phase(standing), _phase(other)}
    # "Truce in Lima": where it stands is for the lead to tell.
    if (len(phases) > 1 and not _leaves_open(standing)) or _months_apart(one, other):
        return False
    if _differ(mine, theirs) and _is_dated_apart(group, other):
        return False
    # A headline has room for one side.
    begun = one.headline and len(mine) == 1
    return bool(mine & theirs) or not mine or not theirs or begun


def _sides(statement: Statement, thirds: frozenset[str]) -> set[str]:
    """Return whose outcome it is: the Red Cross, whom captives are handed to, has none."""
    armed = statement.kind in ARMED
    return {
        p.actor
        for p in statement.parties
        if p.actor not in thirds and not (armed and mediates(p.actor) >= ALWAYS_MEDIATES)
    }


def _telling(group: list[Statement]) -> Statement:
    """Return the statement that says where an outcome stands: none before it does so outright."""
    return next((s for s in group if not _leaves_open(s)), group[0])


def _leaves_open(statement: Statement) -> bool:
    """Say whether a headline only names an outcome of which verbs tell where it stands."""
    return statement.headline and statement.kind in STAGED and not statement.staged


def _months_apart(one: Statement, other: Statement) -> bool:
    """Say whether months lie between two statements: one is of an earlier deal."""
    days = [_day(value_of(s.when)) for s in (one, other)]
    if not all(days):
        return False
    mine, theirs = map(_month, days)
    if mine is None or theirs is None:
        return days[0][:4] != days[1][:4]
    return abs(mine - theirs) > 1


def _differ(mine: set[str], theirs: set[str]) -> bool:
    """Say whether either names one that the other leaves out, and who does not mediate."""
    others = (mine - theirs, theirs - mine)
    return all(any(mediates(a) < KNOWN_MEDIATOR for a in side) for side in others)


def _is_dated_apart(group: list[Statement], other: Statement) -> bool:
    """Say whether a sentence names both sides of an outcome, and a day that is none of the others.

    "A and B signed a deal ... On June 27, A and C HAD SIGNED one."
    """
    day = _day(value_of(other.when))
    told = all(len({p.actor for p in s.parties}) >= MIN_PARTIES for s in (group[0], other))
    return told and bool(day) and day not in {_day(value_of(s.when)) for s in group}


def _day(when: When | None) -> str:
    return (when.start or when.end or "") if when is not None else ""


def _month(day: str) -> int | None:
    """Return the month of a date, counted from the year 0; None where only the year is known."""
    return 12 * int(day[:4]) + int(day[5:7]) if len(day) >= len("2026-02") else None


def _phase(statement: Statement) -> str:
    """Return what tells two outcomes of the same parties apart: a truce declared and violated."""
    status = value_of(statement.status)
    if status in ENDINGS:
        return status
    return "made by itself" if statement.own else "made"


def _is_past(
    statement: Statement, lead: Statement, group: list[Statement], published_at: str | None
) -> bool:
    """Say whether a statement tells of an earlier step of what the article has for its news.

    "The president signed on Friday ... The rebels HAD SIGNED ON AUGUST 3 in Rome": that is no day
    of his, and no place. Nor is that on which they agreed on what is signed now.
    """
    when = value_of(statement.when)
    if when is None or lead.sentence > LEAD:
        return False
    mine, theirs = ({p.actor for p in s.parties} for s in (lead, statement))
    others = bool(mine) and not theirs <= mine
    if others and any(is_before(when, value_of(s.when)) for s in group):
        return True
    old = lead.when is None and days_ago(when, published_at) > NEWS
    if old and (others or value_of(lead.status) != value_of(statement.status)):
        return True
    # Nor, where the lead tells that it came about, any "in March" that others say of theirs.
    earlier = is_by_and_large(when) or NEWS < days_ago(when, published_at) <= BACKGROUND_AFTER
    return _is_news(lead) and statement.sentence > LEAD and earlier


def _is_news(lead: Statement) -> bool:
    """Say whether a lead tells that an outcome came about, or denies it, and not on which day."""
    when = value_of(lead.when)
    if when is not None:
        return not (when.start or when.end)
    return lead.staged or lead.cue.constructed or lead.modality == "denied"


def _draft(group: list[Statement], principals: Principals, published_at: str | None) -> Draft:
    best = max(group, key=lambda s: (s.probability, -s.sentence))
    standing = _telling(group) if _leaves_open(best) else best
    # A headline has room for few words of a position; an outcome it names by what it is about.
    fuller = (s for s in group if s.kind in POSITIONS and s.headline < best.headline)
    fullest = next(fuller, best)
    issue = _first(group, fullest, lambda s: s.issue)
    # Who denies a claim does not make it.
    claiming = [s for s in group if (s.modality == "denied") == (best.modality == "denied")]
    speaker = _first(claiming, best, lambda s: s.speaker)
    content = _first(group, fullest, lambda s: s.content)
    first = next((s for s in group if not s.headline), best)
    alike = [
        s for s in group if s.ahead == best.ahead and not _is_past(s, first, group, published_at)
    ]
    dated = best if best in alike else first
    when = _first(alike, dated, lambda s: s.when)
    place = _first(alike, dated, lambda s: s.place)
    counts = both_counts(group)
    targets = fullest.targets or next((s.targets for s in group if s.targets), ())
    holders = fullest.holders or _speaking(group, value_of(speaker))
    parties = _parties(best.kind, group, principals) if best.kind not in POSITIONS else ()
    if holders and not targets and best.kind in TO_OTHER_SIDE:
        targets = _opposite(holders, principals)
    return Draft(
        kind=best.kind,
        modality=best.modality,
        status=value_of(standing.status),
        parties=tuple(Party(actor=p.actor, role=p.role, name=p.name) for p in parties),
        holder=_actors(holders),
        target=_actors(targets),
        content=value_of(content),
        condition=value_of(best.condition),
        issue=value_of(issue),
        when=value_of(when),
        place=value_of(place),
        counts=counts[0].value if counts else None,
        background=is_background(value_of(when), published_at),
        speaker=value_of(speaker),
        evidence=(
            *evidence_of("kind", *group),
            *evidence_of("holder", *holders),
            *evidence_of("target", *targets),
            *evidence_of("parties", *parties),
            *evidence_of("content", content),
            *evidence_of("condition", best.condition),
            *evidence_of("issue", issue),
            *evidence_of("when", when),
            *evidence_of("place", place),
            *evidence_of("counts", *counts),
            *evidence_of("speaker", speaker),
            *evidence_of("status", standing.status),
        ),
        # Confidence is fitted on what is told.
        confidence=None
        if best.hint
        else of_statement(
            best.probability,
            again=len(group) > 1,
            outcome=best.kind in OUTCOMES,
            to_nobody=bool(holders and not targets),
        ),
        hint=best.hint,
    )


def _speaking(group: list[Statement], speaker: Speaker | None) -> tuple[Participant, ...]:
    """Return whose a position is of which one sentence does not say who holds it.

    Who is on record for it comes before whom another sentence names.
    """
    said = speaker.actor if speaker is not None else None
    named = [s.holders for s in group if s.holders]
    held = (holders for holders in named if said in {h.actor for h in holders})
    return next(held, named[0] if named else ())


def _first(
    group: list[Statement], best: Statement, field: Callable[[Statement], Found[T] | None]
) -> Found[T] | None:
    return field(best) or next((f for s in group if (f := field(s)) is not None), None)


def _actors(found: tuple[Participant, ...]) -> str | tuple[str, ...] | None:
    actors = tuple(dict.fromkeys(p.actor for p in found))
    if not actors:
        return None
    return actors[0] if len(actors) == 1 else actors


def _opposite(holders: tuple[Participant, ...], principals: Principals) -> tuple[Participant, ...]:
    """Return the other side of the dispute that an article is about, else the other principal."""
    held = {h.actor for h in holders}
    conflict = principals.conflict
    sides = {conflict.side(actor) for actor in held} if conflict is not None else {None}
    if conflict is not None and None not in sides:
        return tuple(p for p in principals.adversaries if conflict.side(p.actor) not in sides)[:1]
    others = [p for p in principals.parties if p.actor not in held]
    return (others[0],) if others and held & {p.actor for p in principals.parties[:2]} else ()


def _parties(kind: Kind, group: list[Statement], principals: Principals) -> tuple[Participant, ...]:
    between = next((s.between for s in group if s.between), ())
    if between:
        return between
    found: dict[str, Participant] = {}
    for statement in group:
        for participant in statement.parties:
            found.setdefault(participant.actor, participant)
    if len(found) < MIN_PARTIES:
        for participant in _likely(kind, frozenset(found), principals)[:MIN_PARTIES]:
            found.setdefault(participant.actor, participant)
    owners = frozenset[str]().union(*(s.owners for s in group))
    roles = {p.actor: p.role for p in principals.thirds if p.actor not in owners}
    told = tuple(replace(p, role=roles.get(p.actor, p.role)) for p in found.values())
    if kind == "mediation":
        told = _mediated(told, value_of(group[0].status), principals.conflict)
    owned = Owned(owners, mutual=any(s.mutual for s in group))
    seated = settled(told, principals, main=True, armed=kind in ARMED, owned=owned)
    sides = {p.actor for p in seated if p.role == "party"}
    conflict = principals.conflict_of(sides, armed=kind in ARMED)
    return tuple(_without_strangers(seated, conflict))


def _likely(kind: Kind, named: frozenset[str], principals: Principals) -> tuple[Participant, ...]:
    """Return the likely parties, the likeliest first.

    Of what is for arms no politicians; beside those who are named, armed groups and enemies.
    """
    conflict, likely = principals.conflict, principals.parties
    if kind not in ARMED:
        return likeliest_beside(named, principals)
    if conflict is not None and conflict.is_without_state:
        likely = tuple(p for p in likely if conflict.side(p.actor) is None)
    if not named:
        return likely
    return tuple(p for p in likely if p.actor in named or principals.may_fight(p.actor, named))


def _mediated(
    found: tuple[Participant, ...], status: str | None, conflict: Conflict | None
) -> tuple[Participant, ...]:
    """Give one of those named the mediator's role: who is known for it, else who acts or is asked.

    Those found are in the order of their sentence, who acts first.
    """
    if len(found) < MIN_PARTIES or any(p.role == "mediator" for p in found):
        return found
    if conflict is not None:
        # Adversaries do not mediate between themselves.
        aside = tuple(p for p in found if conflict.side(p.actor) is None)
        return tuple(replace(p, role="mediator") if p in aside[:1] else p for p in found)
    known = max(found, key=lambda p: mediates(p.actor))
    asked = found[1] if status in BY_OTHERS else found[0]
    # Who offers it is most often who would do it.
    rank = ALWAYS_MEDIATES if status == "offered" else KNOWN_MEDIATOR
    mediator = known if mediates(known.actor) >= rank else asked
    return tuple(replace(p, role="mediator") if p is mediator else p for p in found)


def _without_strangers(
    found: tuple[Participant, ...], conflict: Conflict | None
) -> Iterator[Participant]:
    """Yield who takes part; between adversaries, only they and those who bring them together."""
    parties = [p.actor for p in found if p.role == "party"]
    if conflict is None or len({*map(conflict.side, parties)} - {None}) < MIN_PARTIES:
        yield from found
        return
    yield from (p for p in found if p.role != "party" or conflict.side(p.actor) is not None)

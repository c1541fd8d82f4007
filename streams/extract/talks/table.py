"""Say who an article is about: those at the table of its main encounter, and who brings them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from schemas.vocabulary import Role
from streams.extract.allusions import allusion_rules, is_scene
from streams.extract.conflicts import (
    Conflict,
    Topic,
    between,
    find_conflict,
    find_topic,
    is_at_odds,
    is_bystander,
)
from streams.extract.dates import find_dates
from streams.extract.dates.history import is_background, is_by_and_large
from streams.extract.document import Document, Passage
from streams.extract.gazetteer import Name, mediates
from streams.extract.syntax import agents, behind, children, is_verb, subjects
from streams.extract.talks.captors import NOBODYS, Owned, with_captors
from streams.extract.talks.delegations import find_groups
from streams.extract.talks.lexicon import rules
from streams.extract.talks.participants import denoted
from streams.extract.talks.sighting import Participant, participant
from streams.extract.tree import Token

IN_HEADLINE = 4
IN_LEAD = 2
"""Weights of a name in the headline and in the first two sentences of the body."""

MIN_SIDES = 2
LEAD = 2
"""Sentences of the body that are the lead."""
ENOUGH = 2
"""Weight from which on an actor is a principal: named in headline or lead, or twice."""


WITH = re.compile(r"\b(?:talks|negotiations|dialogue|discussions) with $")
"""What stands before whom talks are with."""
OFTEN = 3
"""Times that somebody is named in an article that is about him though its lead does not say so."""
JOINING = frozenset({"and", "-", "–"})
"""What stands between two who are named together."""
POST = 30
"""Characters in front of a name that tell for what it is named."""
MEDIATED = re.compile(r"\b(?:mediat|intermediar|go-between|indirect|facilitat)", re.I)
"""What tells that somebody mediates, whoever it is."""
STANDING_MEDIATOR = 7
"""Gazetteer rank from which on an actor is known for mediating (Oman, Qatar)."""


@dataclass(frozen=True, slots=True)
class Principals:
    """Whom an article is about, who brings them together, and over what they are at odds."""

    parties: tuple[Participant, ...]
    thirds: tuple[Participant, ...]
    conflict: Conflict | None = None
    adversaries: tuple[Participant, ...] = ()
    """Those at odds, as far as the article names them."""
    year: int | None = None
    """When the article was published."""
    leading: frozenset[str] = frozenset()
    """Whom headline or lead name, or the rest of the article often."""
    standing: tuple[Participant, ...] = ()
    """Who is known for mediating between them, and acts in an article that speaks of mediation."""

    def conflict_of(self, actors: AbstractSet[str], *, armed: bool = False) -> Conflict | None:
        """Return over what some actors are at odds: the article's dispute, else another of theirs.

        "Israel and Hamas agreed, Palestinian officials said" is not of Israel and Palestine. A
        truce (`armed`) of one adversary and those who mediate in its dispute is of that dispute,
        and none of politicians.
        """
        own = self.conflict
        if own is not None and armed and own.is_without_state:
            own = None
        if own is not None:
            sides = {own.side(actor) for actor in actors} - {None}
            others = {actor for actor in actors if own.side(actor) is None}
            if len(sides) > 1 or (armed and sides and others <= {*own.thirds}):
                return own
        return between(actors, self.year) or (self._fight_of(actors) if armed else None) or own

    def are_at_odds(self, actors: AbstractSet[str]) -> bool:
        """Say whether the adversaries that the article is about are among some actors."""
        own = self.conflict
        return own is not None and len({own.side(actor) for actor in actors} - {None}) > 1

    def may_fight(self, actor: str, others: AbstractSet[str]) -> bool:
        """Say whether an actor may be who some others fight: an armed group, or their enemy."""
        return not actor.isupper() or between({actor, *others}, self.year) is not None

    def _fight_of(self, actors: AbstractSet[str]) -> Conflict | None:
        """Return over what one of some groups is at odds with whom the article is about."""
        groups = sorted(actor for actor in actors if not actor.isupper())
        fights = (between({group, p.actor}, self.year) for group in groups for p in self.parties)
        return next(filter(None, fights), None)


def find_principals(document: Document) -> Principals:
    """Return whom the article as a whole is about."""
    document = _without_bystanders(document)
    published = document.published_at
    on = date.fromisoformat(published[:10]) if published else None
    first = {n.actor: n for n in reversed(document.names) if n.actor is not None}
    lead_ends = _lead_ends(document)
    conflict = find_conflict(document.text, lead_ends, document.names, on)
    if conflict is None:
        # Nor does headline or lead say it: those whom the article is about are at odds.
        foremost = {p.actor for p in at_table(document, None, first)[:MIN_SIDES]}
        conflict = between(foremost, on.year if on else None)
    if conflict is None:
        topic = find_topic(document.text, lead_ends, first.keys(), on)
        if topic is not None and not _faces_another(document, topic, lead_ends):
            conflict, first = topic.conflict, _with_unnamed(document, first, topic)
    adversaries = tuple(
        participant(first[actor], person=False)
        for side in (conflict.parties if conflict else ())
        if conflict and (actor := conflict.speaks(side, first))
    )
    table, thirds = at_table(document, conflict, first), third_parties(document)
    year = on.year if on else None
    standing = tuple(_standing(document, conflict)) if conflict else ()
    leading = frozenset(_leading(document, lead_ends))
    return Principals(table, thirds, conflict, adversaries, year, leading, standing)


def _leading(document: Document, lead_ends: int) -> Iterator[str]:
    count = Counter(name.actor for name in document.names if name.actor)
    yield from (actor for actor, times in count.items() if times >= OFTEN)
    yield from (n.actor for n in document.names if n.actor and n.end <= lead_ends)


def _without_bystanders(document: Document) -> Document:
    """Return the document without those who are named for what somebody else is or was.

    That somebody is sent there ("envoy for SUDAN") does not bring them to the table, nor that a
    state was once a part of them ("broke away from ETHIOPIA").
    """
    aside, text = _aside(), document.text
    names = (n for n in document.names if not aside.search(text, max(n.start - POST, 0), n.start))
    return replace(document, names=tuple(names))


@cache
def _aside() -> re.Pattern[str]:
    rules = allusion_rules()
    sent, parted = "|".join(rules.sent), "|".join(rules.parted)
    return re.compile(rf"\b(?:(?:{sent}) (?:for|to|on)|(?:{parted}) from(?: the)?) $")


def _faces_another(document: Document, topic: Topic, lead_ends: int) -> bool:
    """Say whether an adversary is named in one breath with somebody else: "KENYA AND UGANDA met".

    Then these are the two sides of which the article goes on to speak, as are those whom its talks
    are with; and so are any two others, or the only two that headline and lead name, unless these
    name the dispute in one breath with its enemies.
    """
    sides = {*topic.conflict.parties}
    pairs = [{*pair} for pair in _in_one_breath(document, lead_ends)]
    if any(len(sides & pair) == 1 for pair in pairs):
        return True
    if topic.beside:
        return False
    pairs.append({n.actor for n in document.names if n.end <= lead_ends and n.actor})
    for pair in pairs:
        others = pair - sides
        if len(pair) == MIN_SIDES and not any(is_bystander(a, topic.conflict) for a in others):
            return True
    return False


def _in_one_breath(document: Document, lead_ends: int) -> Iterator[tuple[str, str]]:
    """Yield whom headline and lead name together: "A AND B", "A-B talks", "talks with B"."""
    for one, other in pairwise(n for n in document.names if n.end <= lead_ends):
        between = document.text[one.end : other.start]
        joined = between.strip() in JOINING or WITH.search(between) is not None
        if joined and one.actor and other.actor and one.actor != other.actor:
            yield one.actor, other.actor


def _with_unnamed(document: Document, first: dict[str, Name], topic: Topic) -> dict[str, Name]:
    """Return where each is named first: whom nothing names, where the dispute is named."""
    found = dict(first)
    for side in topic.conflict.parties:
        if topic.conflict.speaks(side, first) is None:
            text = document.text[topic.start : topic.end]
            rank = mediates(side)
            found[side] = Name(topic.start, topic.end, text, "coalition", side, None, None, rank)
    return found


def settled(
    found: tuple[Participant, ...],
    principals: Principals,
    *,
    main: bool,
    armed: bool = False,
    owned: Owned = NOBODYS,
) -> tuple[Participant, ...]:
    """Return who takes part, as what, given who is at odds with whom.

    In what an article is about (`main`), adversaries are there though only one is named beside
    those who bring them together; these mediate. Between enemies in arms (`armed`), where a truce
    or prisoners are at stake, whoever else is named brings them together; but whose the captives
    are (`owned`) has to do with who holds them.
    """
    if armed:
        found = tuple(_without_arms(p, principals.conflict) for p in found)
    parties = {p.actor for p in found if p.role == "party"}
    conflict = principals.conflict_of(parties, armed=armed)
    if conflict is None:
        return found
    rest = {p.actor for p in _lacking(parties, conflict, principals, armed=True)}
    freed = with_captors(found, owned, conflict, rest)
    if freed:
        return freed
    return _between(found, conflict, principals, main=main, armed=armed)


def _between(
    found: tuple[Participant, ...],
    conflict: Conflict,
    principals: Principals,
    *,
    main: bool,
    armed: bool,
) -> tuple[Participant, ...]:
    """Return who takes part, as what, in what is between the adversaries of a dispute."""
    parties = {p.actor for p in found if p.role == "party"}
    sides = {side for actor in parties if (side := conflict.side(actor))}
    others = {actor for actor in parties if conflict.side(actor) is None}
    lacking = _lacking(parties, conflict, principals, armed=armed)
    between = {p.actor for p in found if p.role in {"mediator", "host"}}
    if len(parties) >= MIN_SIDES and any(p.actor in between for p in lacking):
        return found  # who brings two others together is not at odds with them
    aside = {actor for actor in others if armed or is_bystander(actor, conflict)}
    about_them = conflict.groups and any(p.actor in principals.leading for p in lacking)
    if len(sides) < MIN_SIDES and not about_them:
        aside &= _known_to_mediate(aside, conflict, principals)
    missing: tuple[Participant, ...] = ()
    if main and others == aside and (len(sides) == 1 or armed):
        missing = tuple(p for p in lacking if p.actor not in sides)[: MIN_SIDES - len(sides)]
        sides |= {p.actor for p in missing}
    if len(sides) < MIN_SIDES:
        return found
    if armed:
        # Nobody mediates in whose name one of them is fought: "Palestinian prisoners".
        sided = {actor for actor in aside if _quarrels(actor, sides, conflict)}
        found, aside = tuple(p for p in found if p.actor not in sided), aside - sided
    # Whoever stands for an adversary, it is the adversary's encounter.
    missing += tuple(p for p in lacking if p.actor in sides and p not in missing)
    aside |= others & {*conflict.thirds}
    # Whoever is at odds takes part, whatever else the words made of him.
    added = {p.actor for p in missing}
    return tuple(
        replace(p, role="mediator") if p.actor in aside and p.role == "party" else p
        for p in (*(p for p in found if p.actor not in added), *missing)
        if not _is_of_side(p.actor, parties, conflict)
        and not (p.actor in aside and p.role == "party" and _bears_arms(p.actor))
    )


def _lacking(
    parties: AbstractSet[str], conflict: Conflict, principals: Principals, *, armed: bool
) -> tuple[Participant, ...]:
    """Return the adversaries in a conflict that the article names elsewhere."""
    at_odds = principals.adversaries
    if conflict is not principals.conflict:
        at_odds = tuple(p for p in principals.parties if armed and p.actor in conflict.parties)
    return tuple(p for p in at_odds if p.actor not in parties)


def _known_to_mediate(
    actors: AbstractSet[str], conflict: Conflict, principals: Principals
) -> frozenset[str]:
    """Return who brings adversaries together, here or always, whatever an article is about."""
    told = {*conflict.thirds, *(p.actor for p in principals.thirds)}
    told |= {actor for actor in actors if mediates(actor) >= STANDING_MEDIATOR}
    return frozenset(told | allusion_rules().organisations)


def _bears_arms(actor: str) -> bool:
    """Say whether an actor is a group at odds with somebody, which brings no others together.

    "The truce excludes the Islamic State."
    """
    organisation = actor.isupper() or actor in allusion_rules().organisations
    return not organisation and is_at_odds(actor)


def _is_of_side(actor: str, parties: AbstractSet[str], conflict: Conflict) -> bool:
    """Say whether a group is the government of a state that is at the table, too: one side."""
    power = allusion_rules().in_power.get(actor)
    return power is not None and power.state in parties and conflict.side(actor) == power.state


def _quarrels(actor: str, sides: AbstractSet[str], conflict: Conflict) -> bool:
    """Say whether an actor has a dispute of his own with one of two adversaries."""
    if actor in conflict.thirds or actor in allusion_rules().organisations:
        return False
    return any(between({actor, side}, None) is not None for side in sides)


def _without_arms(found: Participant, conflict: Conflict | None) -> Participant:
    """Return an organisation as the mediator that it is of a truce, unless it is at war itself."""
    fights = conflict is not None and conflict.side(found.actor) is not None
    if fights or found.role != "party" or found.actor not in allusion_rules().organisations:
        return found
    return replace(found, role="mediator")


def at_table(
    document: Document, conflict: Conflict | None, first: Mapping[str, Name]
) -> tuple[Participant, ...]:
    """Return the likely parties, the likeliest first; `first` has where each is named first.

    Those with delegations, then the adversaries in the dispute, then those the article names most;
    last of all who mediates more often than not, for they too have quarrels of their own.
    """
    groups, named = find_groups(document), tuple(_by_weight(document))
    adversaries = conflict.parties if conflict else ()
    order = (
        *(p.actor for p in groups if not stands_aside(first[p.actor])),
        *(actor for actor in adversaries if actor in first),
        *(actor for actor in named if not stands_aside(first[actor])),
        *(p.actor for p in groups),
        *(actor for actor in named if actor not in allusion_rules().organisations),
    )
    seated = {p.actor: p for p in groups}
    return tuple(
        seated.get(actor) or participant(first[actor], person=False)
        for actor in dict.fromkeys(order)
    )


def _by_weight(document: Document) -> Iterator[str]:
    """Yield the actors that an article is about, the most prominent first."""
    weights: Counter[str] = Counter()
    headline_ends, lead_ends = document.text.find("\n"), _lead_ends(document)
    for name in document.names:
        if name.actor is not None and not is_scene(document.text, name):
            weights[name.actor] += _weight(name, headline_ends, lead_ends)
    weights.update(actor for pair in _in_one_breath(document, lead_ends) for actor in pair)
    return (actor for actor, weight in weights.most_common() if weight >= ENOUGH)


def likeliest_beside(named: AbstractSet[str], principals: Principals) -> tuple[Participant, ...]:
    """Return the likely parties, before all others who is at odds with the one that is named.

    "Talks with the opposition" are its government's, whose sanctions ever they are about.
    """
    groups = {actor for actor in named if not actor.isupper()} - allusion_rules().organisations
    if not groups or len(named) > 1:
        return principals.parties
    year = principals.year
    facing = [p for p in principals.parties if between({*groups, p.actor}, year) is not None]
    return (*facing, *(p for p in principals.parties if p not in facing))


def mostly_mediates(party: Participant) -> bool:
    """Say whether an actor is known for bringing others together."""
    return mediates(party.actor) >= STANDING_MEDIATOR


def stands_aside(name: Name) -> bool:
    """Say whether an actor convenes and comments rather than negotiates."""
    return name.actor in allusion_rules().organisations or name.mediates >= STANDING_MEDIATOR


def _weight(name: Name, headline_ends: int, lead_ends: int) -> int:
    if name.end <= headline_ends:
        return IN_HEADLINE
    return IN_LEAD if name.start < lead_ends else 1


def _lead_ends(document: Document) -> int:
    """Return the offset behind headline and lead."""
    headline_ends = document.text.find("\n")
    body = [s for s in document.sentences if s.start > headline_ends][:LEAD]
    return body[-1].end if body else max(headline_ends, 0)


def _standing(document: Document, conflict: Conflict) -> Iterator[Participant]:
    """Yield who is known for mediating in a dispute and does or says something in the article.

    Only where that speaks of mediators, or of talks that are indirect, whoever they are.
    """
    if MEDIATED.search(document.text) is None:
        return
    for passage in document.passages:
        tree = passage.tree
        for verb in filter(is_verb, tree):
            acting = (*(t.i for t in children(tree, verb.i, "nsubj")), *agents(tree, verb.i))
            for one in (p for who in acting for p in denoted(passage, who)):
                if one.actor in conflict.thirds and mostly_mediates(one):
                    yield replace(one, role="mediator", person=False)


def third_parties(document: Document) -> tuple[Participant, ...]:
    """Return who mediates, hosts or guarantees, wherever the article says so of its news."""
    found: dict[tuple[str, Role], Participant] = {}
    for passage in document.passages:
        told = (*_by_noun(passage), *_by_verb(passage), *_by_office(passage))
        if told and passage.index > LEAD and _is_history(passage, document.published_at):
            continue
        for one in told:
            found.setdefault((one.actor, one.role), one)
    return tuple(found.values())


def _is_history(passage: Passage, published_at: str | None) -> bool:
    """Say whether a sentence is dated long before: "talks brokered by C failed LAST YEAR"."""
    dates = [dated.when for dated in find_dates(passage.sentence.text, published_at, "past")]
    old = (is_background(when, published_at) or is_by_and_large(when) for when in dates)
    return bool(dates) and all(old)


def _by_noun(passage: Passage) -> Iterator[Participant]:
    """Yield "Omani mediators", "the mediator, N.N.", "under UN auspices", "mediation by Oman"."""
    for token in passage.tree:
        if token.lemma in rules().mediators and token.tag.startswith("NN"):
            by = (noun.i for noun in behind(passage.tree, token.i, "by"))
            for word in (token.i, *by):
                yield from _with_role("mediator", denoted(passage, word))


def _by_verb(passage: Passage) -> Iterator[Participant]:
    """Yield the subjects of "mediates", "brokered the truce"."""
    tree = passage.tree
    for token in tree:
        if not is_verb(token) or token.lemma not in rules().mediating:
            continue
        objects = {t.lemma for t in children(tree, token.i, "dobj", "nsubjpass")}
        if not objects or objects & rules().mediated:
            for subject in subjects(tree, token.i):
                yield from _with_role("mediator", denoted(passage, subject))


def _by_office(passage: Passage) -> Iterator[Participant]:
    """Yield who "acts as mediator", whom others "accept as host", "with A as host"."""
    for token in passage.tree:
        office = _office(token)
        prep = passage.tree[token.head]
        if office is None or token.dep != "pobj" or prep.lemma != "as":
            continue
        for holder in _holders(passage, prep.head):
            yield from _with_role(office, denoted(passage, holder))


def _office(token: Token) -> Role | None:
    if token.lemma in rules().mediators:
        return "mediator"
    return "host" if token.lemma in rules().hosts else None


def _holders(passage: Passage, head: int) -> Iterator[int]:
    """Yield whom "as mediator" is said of: the subject, the object, or the noun in front."""
    tree = passage.tree
    if not is_verb(tree[head]):
        noun = next((t.i for t in children(tree, head, "pobj")), head)
        yield noun
    elif tree[head].lemma in rules().acting:
        yield from subjects(tree, head)
    else:
        yield from (t.i for t in children(tree, head, "dobj", "nsubjpass"))


def _with_role(role: Role, found: Iterator[Participant]) -> Iterator[Participant]:
    for one in found:
        yield Participant(one.actor, role, one.name, one.start, one.end, one.person)

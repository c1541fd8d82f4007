"""Read every likely cue of a document into a statement."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import takewhile

from schemas.mention import Place
from schemas.vocabulary import POSITIONS
from streams.extract.allusions import allusion_rules
from streams.extract.document import Document, Mentioned, Passage
from streams.extract.gazetteer import SITES
from streams.extract.speech import speech_rules
from streams.extract.statements.captives import changing_hands
from streams.extract.statements.conditions import answers_another, until_what
from streams.extract.statements.constructions import (
    DEPENDS,
    DIRE,
    EASE,
    GO_BETWEEN,
    LEAVING,
    LEFT,
    MET_NO,
    NEEDFUL,
    NO_INTEREST,
    OBLIGATION,
    OF_ANOTHER,
    SPURN,
    TABLED,
    TAKE_UP,
    TOGETHER,
    TRUCES,
    WITHHELD,
)
from streams.extract.statements.contents import (
    HYPHENS,
    find_condition,
    find_content,
    is_undergone,
)
from streams.extract.statements.counts import find_counts
from streams.extract.statements.cues import Cue, find_cues
from streams.extract.statements.deals import DEALS
from streams.extract.statements.deeds import deeds
from streams.extract.statements.issues import Topics
from streams.extract.statements.memberships import bodies_left, leaving_by
from streams.extract.statements.model import LEAD, Scored, score
from streams.extract.statements.offers import COPULAS, falls_short, tabled_by
from streams.extract.statements.outcomes import outcome_rules
from streams.extract.statements.references import Referents
from streams.extract.statements.refusals import refusing
from streams.extract.statements.releases import with_counted
from streams.extract.statements.scope import is_public, tells_of_captives, tells_of_captivity
from streams.extract.statements.setting import find_when, find_where, is_ahead
from streams.extract.statements.sides import Sides
from streams.extract.statements.stages import find_answer
from streams.extract.statements.standing import find_modality, find_status, told_status
from streams.extract.statements.statement import BY_OTHERS, Statement
from streams.extract.statements.undone import why_undone
from streams.extract.statements.voices import find_voice
from streams.extract.syntax import (
    agents,
    ancestors,
    behind,
    children,
    clause,
    first_conjunct,
    is_passive,
    is_verb,
    patients,
    subjects,
    subtree,
)
from streams.extract.talks.lexicon import rules
from streams.extract.talks.participants import denoted
from streams.extract.talks.places import is_where
from streams.extract.talks.sighting import Found, Participant, participant, value_of
from streams.extract.talks.table import Principals
from streams.extract.tree import Token, Tree

MIN_PARTIES = 2
PARTICIPLE = 2
"""Words behind a name in which "-sponsored" stands: the hyphen is one of them."""
NARROWER = frozenset({"ceasefire", "exchange"})
"""Kinds that an agreement on them is (contract, section 2)."""
AT = frozenset({"in", "at"})
RELEASES = frozenset({"release", "freeing", "liberation", "handover"})
"""What is done to captives in a state that may not be theirs: "a RELEASE in Chad"."""
SWAPS = frozenset({"exchange", "swap", "trade"})
"""What both sides do with captives."""
OWNED_BY = ("amod", "compound", "nmod", "poss")
"""How the name of a state hangs on those who are its own."""
WISHES = frozenset(
    "appeal pressure call plea criticism warning opposition objection protest condemnation urging "
    "lobbying encouragement threat prodding".split()
)
BESIDE = frozenset({"despite", "after", "amid", "following", "under", "of", "over", "with"})
"""How stands what somebody wishes who takes no part: "after weeks OF pressure from A"."""
ANNOUNCING = frozenset("announce declare proclaim confirm unveil report broker secure".split())
COMING = frozenset({"visit", "trip", "tour", "arrival"})
OF_SPEAKER = frozenset({OBLIGATION, NEEDFUL, DEPENDS})
"""Constructions of what somebody says ought to be, which nobody does."""
TOGETHER_WITH = frozenset({"with", "between", "by"})
REFUSABLE = frozenset({"rejection", "acceptance"})
"""Kinds that are demands where they are so only until, or only if, others act."""
PRIVATE = "of no public affairs, or nobody is freed"
NARROW = "a truce or an exchange is what is agreed: that is told by itself"
MUTUAL = "several agree to do it: that is told by itself"
LOOKS_ON = "somebody says so of others who takes no part himself"
NOBODY = "nobody is named who holds it"
TO_NOBODY = "nobody is named of whom it is said"
UNHELD = 0.7
"""Probability from which on a position counts though nobody is named who holds it."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A likely cue that says nothing, and why: `reason` is for people."""

    sentence: int
    cue: Cue
    reason: str


def observe(document: Document, principals: Principals) -> Iterator[Statement]:
    """Yield what each sentence says of positions, mediation and outcomes."""
    yield from (s for s in read_cues(document, principals) if isinstance(s, Statement))


def read_cues(document: Document, principals: Principals) -> Iterator[Statement | Unread]:
    """Yield what each likely cue of a document says, and hints of its lead, or why nothing."""
    observer = Observer(document, Referents(document, principals), Topics(document))
    captives, held = tells_of_captives(document), tells_of_captivity(document)
    for passage in document.passages:
        read = [s for s in score(passage) if not s.hint or passage.index <= LEAD]
        public = [s for s in read if is_public(passage, s.cue, captives=captives, held=held)]
        likely = [s for s in public if not s.hint]
        for scored in read:
            if scored not in public:
                yield Unread(passage.index, scored.cue, PRIVATE)
            elif _is_narrower_told(passage, scored, likely):
                yield Unread(passage.index, scored.cue, NARROW)
            elif _is_agreed_by_several(scored, likely):
                yield Unread(passage.index, scored.cue, MUTUAL)
            else:
                yield from (observer.read(passage, s) for s in _withholding(passage, scored))


def _withholding(passage: Passage, scored: Scored) -> Iterator[Scored]:
    """Yield a refusal until others act as the demand that they do (contract, section 2).

    What they have asked for themselves is refused, too: "will not meet the DEADLINE until".
    """
    cue = scored.cue
    if cue.kind not in REFUSABLE or until_what(passage.tree, cue.word) is None:
        yield scored
        return
    yield replace(scored, cue=Cue(cue.word, "demand", WITHHELD))
    if cue.kind == "rejection" and answers_another(passage.tree, cue.word):
        yield scored


def _is_narrower_told(passage: Passage, scored: Scored, others: Iterable[Scored]) -> bool:
    """Say whether what is agreed is told by a narrower kind: "hammered out a TRUCE"."""
    if scored.cue.kind != "agreement":
        return False
    narrower = [o for o in others if o.cue.kind in NARROWER]
    word = scored.cue.word
    if any(o.cue.word == word and o.cue.pattern in TRUCES for o in narrower):
        return True
    if scored.cue.constructed and any(o.probability > scored.probability for o in narrower):
        return True
    tree = passage.tree
    agreed = {t.i for t in children(tree, word, "dobj", "nsubjpass", "xcomp")}
    agreed |= {t.i for p in children(tree, word, "prep") for t in children(tree, p.i)}
    agreed |= {t.i for act in agreed for t in children(tree, act, "dobj")}
    acts = {t.i for t in children(tree, word, "xcomp")}
    mediated = any(o.cue.kind == "mediation" and o.cue.word in acts for o in others)
    return mediated or any(o.cue.word in agreed for o in narrower)


def _is_agreed_by_several(scored: Scored, others: Iterable[Scored]) -> bool:
    """Say whether several agree to do it, so that nobody takes up what others offer."""
    cue = scored.cue
    if cue.kind != "acceptance" or cue.constructed:
        return False
    return any((o.cue.word, o.cue.pattern) == (cue.word, TOGETHER) for o in others)


@dataclass(frozen=True, slots=True)
class Observer:
    """Reads cues into statements, with what the article as a whole tells of them."""

    document: Document
    referents: Referents
    topics: Topics

    def read(self, passage: Passage, scored: Scored) -> Statement | Unread:
        """Return what a cue says; nothing for a position that nobody is named for and is unsure.

        A lead hints that whom the article is about holds it.
        """
        cue = scored.cue
        sides = Sides(passage, self.referents)
        held = cue.kind in POSITIONS
        undone = why_undone(passage, cue)
        if undone is not None:
            return Unread(passage.index, cue, undone)
        if held and self.referents.is_onlookers(passage, cue.word):
            return Unread(passage.index, cue, LOOKS_ON)
        holders = self._holders(passage, cue, sides) if held else ()
        if held and not holders and scored.probability < UNHELD and passage.index <= LEAD:
            holders, scored = self.referents.likeliest, replace(scored, hint=True)
        if held and not holders and (scored.probability < UNHELD or cue.pattern in OF_ANOTHER):
            return Unread(passage.index, cue, NOBODY)
        targets = sides.targets(cue, holders) if held else ()
        if cue.pattern == DIRE and not targets and not _is_of_pronoun(passage, cue):
            return Unread(passage.index, cue, TO_NOBODY)
        content = find_content(passage, cue)
        # What is withheld until others act is no demand on a condition: that they act is demanded.
        conditional = held and cue.pattern != WITHHELD
        condition = find_condition(passage, cue.word) if conditional else None
        told = told_status(passage, cue)
        status = find_status(passage, scored, told)
        modality = find_modality(
            passage, cue.word, value_of(status), conditional=condition is not None
        )
        parties = () if held else _around(passage, cue, sides)
        published_at = self.document.published_at
        return Statement(
            sentence=passage.index,
            headline=passage.headline,
            cue=cue,
            word=passage.span(cue.word, cue.word)[0],
            start=passage.sentence.start,
            end=passage.sentence.end,
            probability=scored.probability,
            hint=scored.hint,
            # That nothing "could" be without it is no "could" of the demand.
            modality="asserted" if cue.pattern == WITHHELD else modality,
            holders=holders,
            targets=targets,
            parties=parties,
            between=_told_between(passage, cue, parties, value_of(status))
            or _member_and_body(passage, cue, sides),
            owners=_owners(passage, cue),
            mutual=_is_mutual(passage.tree),
            content=content if held else None,
            condition=condition,
            issue=self.topics.issue(passage, content, cue.kind),
            status=status,
            staged=told is not None,
            when=find_when(passage, cue, published_at, value_of(status)),
            place=None if held else _made_at(passage, cue),
            counts=find_counts(passage, cue),
            ahead=is_ahead(passage, cue.word),
            own=_is_own(passage.tree, cue.word),
            speaker=find_voice(self.document, passage, cue.word, holders, self.referents),
        )

    def _holders(self, passage: Passage, cue: Cue, sides: Sides) -> tuple[Participant, ...]:
        """Return who holds a position; of "must" and "lied", who says so, not of whom."""
        word = passage.tree[cue.word]
        of_itself = word.lemma in deeds().last or not is_verb(word)
        of_itself = of_itself or is_passive(passage.tree, cue.word)
        if cue.pattern == WITHHELD and of_itself:
            return self.referents.speaker(passage, cue.word) or sides.holders(cue.word)
        undergone = is_undergone(passage.tree, cue)
        if cue.pattern in OF_SPEAKER or cue.pattern in OF_ANOTHER or undergone:
            return self.referents.speaker(passage, cue.word)
        if cue.pattern == MET_NO:
            who = (sides.named(t.i) for t in refusing(passage.tree, cue.word))
            return _by_actor(p for named in who for p in named)
        if cue.pattern == TABLED and (tabling := tabled_by(passage.tree, cue.word)) is not None:
            return sides.holders(tabling.i)
        # "vowed no RETREAT", "has no NEED of it"
        if cue.pattern in {SPURN, NO_INTEREST} and word.dep == "dobj":
            return sides.holders(word.head)
        if cue.pattern == EASE and is_passive(passage.tree, cue.word):  # "B'S ban was LIFTED"
            return sides.holders(cue.word) or sides.owners(patients(passage.tree, cue.word))
        # "B's plan is UNACCEPTABLE, A said", "IS out of the question"
        said_of_it = word.dep in {"acomp", "attr"} or word.lemma in COPULAS
        said_of_it = said_of_it or falls_short(passage.tree, cue.word)
        holders = sides.holders(cue.word)
        judged = said_of_it and cue.pattern in {SPURN, TAKE_UP}
        if judged or (word.dep == "acomp" and not holders):
            return self.referents.speaker(passage, cue.word)
        return holders


def _is_own(tree: Tree, i: int) -> bool:
    """Say whether an outcome is another than that of others: "declared a truce OF ITS OWN"."""
    words = (i, *(t.i for t in children(tree, i, "dobj")))
    return any(t.lemma == "own" for word in words for t in behind(tree, word, "of"))


def _is_of_pronoun(passage: Passage, cue: Cue) -> bool:
    """Say whether it is of "you" or "those who", whoever they are, that something is said."""
    tree = passage.tree
    own = [t for word in (cue.word, tree[cue.word].head) for t in children(tree, word, "nsubj")]
    return bool(own) and (own[0].tag == "PRP" or any(children(tree, own[0].i, "relcl")))


def _made_at(passage: Passage, cue: Cue) -> Found[Place] | None:
    """Return where an outcome came about; an agreement on a battlefield is one about it."""
    place = find_where(passage, cue.word)
    about = (
        place is not None and cue.kind == "agreement" and place.value.name in rules().battlefields
    )
    return None if about else place


def _told_between(
    passage: Passage, cue: Cue, found: tuple[Participant, ...], status: str | None
) -> tuple[Participant, ...]:
    """Return who mediates between whom, where a sentence says so: "A mediates BETWEEN B and C"."""
    if cue.kind != "mediation":
        return ()
    tree = passage.tree
    preps = [w for w in subtree(tree, cue.word) if tree[w].lemma in {"between", "among"}]
    nouns = [noun for prep in preps for noun in children(tree, prep, "pobj")]
    if cue.pattern == GO_BETWEEN:  # "brought A AND B back to the table"
        nouns += children(tree, cue.word, "dobj")
    between = {p.actor for noun in nouns for p in denoted(passage, noun.i)}
    apart = tuple(p for p in found if p.actor not in between)
    sides = tuple(p for p in found if p.actor in between)
    if len(sides) < MIN_PARTIES:
        return ()
    # "A asked B and C to mediate between D and E"
    mediators = apart[1:] or apart if status in BY_OTHERS else apart
    return (*(replace(p, role="mediator") for p in mediators), *sides)


def _acting_word(passage: Passage, cue: Cue) -> int:
    """Return the verb whose subject acts: of an order to quit a treaty, who signs it quits."""
    handed_in = leaving_by(passage.tree, cue.word) if cue.pattern == LEFT else None
    return cue.word if handed_in is None else handed_in


def _member_and_body(passage: Passage, cue: Cue, sides: Sides) -> tuple[Participant, ...]:
    """Return who leaves an organisation, and that: nobody else takes part."""
    if cue.pattern not in {LEFT, LEAVING}:
        return ()
    bodies = (t.i for t in bodies_left(passage.tree, cue.word))
    left = tuple(p for body in bodies for p in denoted(passage, body))
    leaving = sides.holders(_acting_word(passage, cue))
    return _by_actor((*leaving, *left)) if leaving and left else ()


def _around(passage: Passage, cue: Cue, sides: Sides) -> tuple[Participant, ...]:
    """Return the actors of an outcome: those of its own clause, else all that the sentence names.

    Who is a mere place takes no part.
    """
    apart = _commenting(passage, cue) | _coming(passage) | _contrasted(passage)
    aside = apart | _urging(passage) | _held_in(passage, cue)
    around = frozenset(w for w in clause(passage.tree, cue.word) if w not in aside)
    brokers = tuple(_brokers(passage, around))
    third = {broker.actor for broker in brokers}
    held = () if _commenting(passage, cue) else sides.holders(_acting_word(passage, cue))
    holders = tuple(holder for holder in held if holder.actor not in third)
    if cue.kind == "agreement" and len({holder.actor for holder in holders}) >= MIN_PARTIES:
        around = frozenset(_beside(passage, cue, around))
    own = _by_actor((*holders, *_named(passage, around)))
    if len(own) < MIN_PARTIES:
        besides = apart | _telling(passage, cue) | _blaming(passage, cue)
        rest = (w for w in range(len(passage.tree)) if w not in besides)
        own = _by_actor((*own, *_named(passage, rest)))
    own = tuple(_with_go_betweens(passage, cue, own))
    return _by_actor((*_answering(passage, cue, sides), *own, *brokers))


def _with_go_betweens(
    passage: Passage, cue: Cue, found: tuple[Participant, ...]
) -> Iterator[Participant]:
    """Yield who takes part; whom captives are only handed to has gone between two others.

    So has who is host to the talks behind it: "a truce after talks HOSTED BY C", and who speaks of
    an outcome BETWEEN two others.
    """
    words = {w for noun in _helping(passage.tree, cue) for w in subtree(passage.tree, noun)}
    helping = {known.name.actor for known in passage.mentioned if known.head in words}
    helping -= _owners(passage, cue)  # "two Kenyan nurses were handed over to Kenya"
    told = [cue.word]
    if passage.tree[cue.word].lemma in ANNOUNCING:
        told += [t.i for t in children(passage.tree, cue.word, "dobj", "nsubjpass")]
    nouns = (noun.i for word in told for noun in behind(passage.tree, word, "between"))
    between = {p.actor for noun in nouns for p in denoted(passage, noun)}
    if len(between) >= MIN_PARTIES:
        helping |= {p.actor for p in found} - between
    sides = {p.actor for p in found} - helping
    for each in found:
        aside = len(sides) >= MIN_PARTIES and each.actor in helping
        yield replace(each, role="mediator") if aside else each


def _owners(passage: Passage, cue: Cue) -> frozenset[str]:
    """Return whose the captives are: "two KENYAN nurses", "nurses from KENYA"."""
    if cue.kind != "exchange":
        return frozenset()
    tree = passage.tree
    freed = (t.i for t in (*changing_hands(tree, cue.word), *_along(tree, cue.word)))
    words = {
        word
        for who in with_counted(tree, freed)
        for word in (
            who,
            *(t.i for t in children(tree, who, *OWNED_BY)),
            *(t.i for t in behind(tree, who, "of", "from")),
        )
    }
    names = (known.name for known in passage.mentioned if known.head in words)
    return frozenset(name.actor for name in names if name.actor and name.actor.isupper())


def _along(tree: Tree, i: int) -> Iterator[Token]:
    """Yield who is set free with others: "freed two nurses ALONG WITH TEN KENYANS"."""
    beside = (t.i for t in children(tree, i, "prep", "advmod") if t.lemma in {"along", "together"})
    for word in beside:
        yield from behind(tree, word, "with")


def _is_mutual(tree: Tree) -> bool:
    """Say whether captives are set free for others: "in EXCHANGE for ten prisoners"."""
    return any(t.lemma in SWAPS or (t.lemma, t.dep) == ("return", "pobj") for t in tree)


def _helping(tree: Tree, cue: Cue) -> Iterator[int]:
    """Yield the nouns for those to whom captives are handed, and by whom talks are hosted."""
    if cue.kind == "exchange":
        over = (t.i for t in children(tree, cue.word, "prt", "advmod") if t.lemma == "over")
        yield from (t.i for word in (cue.word, *over) for t in behind(tree, word, "to"))
    brought = rules().brokering["mediator"] | rules().brokering["host"]
    told = (t.i for t in tree if (t.dep, t.tag) == ("acl", "VBN") and t.lemma in brought)
    yield from (who for verb in told for who in agents(tree, verb))


def _beside(passage: Passage, cue: Cue, words: AbstractSet[int]) -> Iterator[int]:
    """Yield the words for whom several agree with, or by whom: "A and B signed it WITH C".

    What they agree on may be about others: "A and B agreed on a zone in C", unless that is a deal
    itself: "A and B agreed on a framework for a DEAL WITH C".
    """
    tree = passage.tree
    for word in words:
        preps = {
            t.lemma for t in (tree[word], *ancestors(tree, word)) if t.dep in {"prep", "agent"}
        }
        with_others = preps & TOGETHER_WITH and preps <= TOGETHER_WITH | {"of"}
        known = passage.at.get(word)
        aside = known is not None and known.name.actor in allusion_rules().organisations
        with_others = with_others or _is_in_deal(tree, cue, word)
        if with_others or aside or (not preps and word < cue.word):
            yield word


def _is_in_deal(tree: Tree, cue: Cue, word: int) -> bool:
    """Say whether a word names with whom a deal is that others agree on: "a DEAL WITH C"."""
    above = tuple(ancestors(tree, word))
    prep = next((t for t in (tree[word], *above) if t.dep == "prep"), None)
    if prep is None or prep.lemma != "with" or tree[prep.head].lemma not in DEALS:
        return False
    between = takewhile(lambda t: t.i != cue.word, above)
    return word > cue.word and not any(is_verb(t) for t in between)


def _answering(passage: Passage, cue: Cue, sides: Sides) -> tuple[Participant, ...]:
    """Return who takes up mediation or does not: "KENYA declined an offer to mediate with B"."""
    answer = find_answer(passage.tree, cue.word, cue.kind)
    if answer is None or answer.status not in {"accepted", "declined"}:
        return ()
    return sides.holders(answer.verb)


def _brokers(passage: Passage, words: AbstractSet[int]) -> Iterator[Participant]:
    """Yield who brings others together: "signed a UN-BROKERED deal", not "at UN-backed talks"."""
    tree = passage.tree
    for known in passage.mentioned:
        if known.head not in words or not known.name.actor or not _brings_about(passage, known):
            continue
        brought = tree[known.last + PARTICIPLE]
        brokered = brought.lemma in rules().brokering["mediator"]
        if brokered and tree[brought.head].lemma in rules().mediated:
            yield participant(known.name, "mediator", person=False)


def _telling(passage: Passage, cue: Cue) -> frozenset[int]:
    """Return the words that name who only tells what others agreed: "the generals agreed, A SAID".

    Where one side acts alone, who tells it may be the other one.
    """
    tree = passage.tree
    verb = next((t for t in (tree[cue.word], *ancestors(tree, cue.word)) if is_verb(t)), None)
    if cue.kind == "exchange" and verb is not None:
        return _saying_besides(passage, verb)
    if verb is None or verb.dep != "ccomp" or tree[verb.head].lemma not in speech_rules().verbs:
        return frozenset()
    acting = children(tree, verb.i, "nsubj")
    if not any(t.tag == "NNS" and denoted(passage, t.i) for t in acting):
        return frozenset()
    return frozenset(w for i in subjects(tree, verb.head) for w in subtree(tree, i))


def _saying_besides(passage: Passage, verb: Token) -> frozenset[int]:
    """Return the words that name who tells of captives beside whom holds them: "freed, A SAID"."""
    tree = passage.tree
    above = tree[verb.head] if verb.dep == "ccomp" else None
    said = [t for t in (above, *children(tree, verb.i, "parataxis")) if t is not None]
    telling = (t.i for t in said if t.lemma in speech_rules().verbs)
    return frozenset(w for i in telling for who in subjects(tree, i) for w in subtree(tree, who))


def _blaming(passage: Passage, cue: Cue) -> frozenset[int]:
    """Return the words that name who is blamed for it: "left the treaty, BLAMING B"."""
    tree = passage.tree
    asides = (t.i for t in children(tree, cue.word, "advcl") if t.tag == "VBG")
    blamed = (i for i in asides if any(c.kind == "accusation" for c in find_cues(tree, i)))
    return frozenset(w for i in blamed for w in subtree(tree, i))


def _commenting(passage: Passage, cue: Cue) -> frozenset[int]:
    """Return the words that name who only comments on a deal of others: "A HAILED the deal"."""
    tree, word = passage.tree, passage.tree[cue.word]
    verb = tree[word.head]
    comments = word.dep == "dobj" and verb.lemma in deeds().comment
    who = subjects(tree, verb.i) if comments and not is_verb(word) else ()
    return frozenset(w for i in who for w in subtree(tree, i))


def _urging(passage: Passage) -> frozenset[int]:
    """Return the words that name who only wanted it, or did not: "despite an appeal BY A"."""
    tree = passage.tree
    wishes = [t.i for t in tree if t.lemma in WISHES and t.dep == "pobj"]
    beside = [w for w in wishes if tree[tree[w].head].lemma in BESIDE]
    whose = (
        t.i
        for w in beside
        for t in (
            *behind(tree, w, "by", "from", "of"),
            *children(tree, w, "poss", "amod", "compound"),
        )
    )
    return frozenset(w for i in whose for w in subtree(tree, i))


def _coming(passage: Passage) -> frozenset[int]:
    """Return the words that name who is about to come: "agreed AHEAD OF a visit BY A"."""
    tree = passage.tree
    visits = (t for t in tree if t.lemma in COMING and t.dep == "pobj")
    before = (t.i for t in visits if _is_before(tree, tree[t.head]))
    return frozenset(w for visit in before for w in subtree(tree, visit))


def _contrasted(passage: Passage) -> frozenset[int]:
    """Return the words that name whose lot was another: "contrasts WITH THE DEATH of a Kenyan"."""
    tree = passage.tree
    contrasts = (t.i for t in tree if t.lemma == "contrast")
    others = (noun.i for word in contrasts for noun in behind(tree, word, "with", "to"))
    return frozenset(w for noun in others for w in subtree(tree, noun))


def _held_in(passage: Passage, cue: Cue) -> frozenset[int]:
    """Return the words that name where captives are, or who holds them: "by rebels IN CHAD"."""
    tree = passage.tree
    states = (m.head for m in passage.mentioned if m.name.type == "state")
    inside = (i for i in states if (tree[i].dep, tree[tree[i].head].lemma) == ("pobj", "in"))
    return frozenset(inside) if cue.kind == "exchange" else frozenset()


def _is_before(tree: Tree, prep: Token) -> bool:
    """Say whether a preposition is "ahead of", "before" or "on the EVE of"."""
    return prep.lemma == "before" or tree[prep.head].lemma in {"ahead", "eve"}


def _named(passage: Passage, words: Iterable[int]) -> Iterator[Participant]:
    inside = frozenset(words)
    for known in passage.mentioned:
        name = known.name
        takes_part = not _is_place(passage, known) and not _brings_about(passage, known)
        if name.actor and known.head in inside and takes_part:
            yield participant(name, person=False)


def _is_place(passage: Passage, known: Mentioned) -> bool:
    """Say whether a name only says where: "in Lima", "along the Kenyan border"."""
    head = passage.tree[passage.tree[known.head].head]
    if known.name.type == "demonym":
        return head.lemma in outcome_rules().scenes
    if _bounds(passage.tree, known.head):
        return True
    at = passage.tree[head.head]
    scenes = outcome_rules().tables | RELEASES
    at_talks = head.lemma in AT and (at.lemma in scenes or is_verb(at))
    return at_talks or is_where(passage, known) or _is_of_city(passage, known)


def _bounds(tree: Tree, i: int) -> bool:
    """Say whether a name tells where something lies: "near the border OF CHAD AND SUDAN"."""
    prep = tree[tree[first_conjunct(tree, i)].head]
    return prep.lemma == "of" and tree[prep.head].lemma in outcome_rules().scenes


def _is_of_city(passage: Passage, known: Mentioned) -> bool:
    """Say whether a state only tells where a city is: "in Lugano, SWITZERLAND"."""
    text, start = passage.sentence.text, passage.sentence.start
    return known.name.type == "state" and any(
        m.name.type in SITES
        and m.name.country == known.name.actor
        and text[m.name.end - start : known.name.start - start] == ", "
        for m in passage.mentioned
    )


def _brings_about(passage: Passage, known: Mentioned) -> bool:
    """Say whether a name belongs to a participle: "UN-SPONSORED talks"."""
    after = passage.tree[known.last + 1 : known.last + PARTICIPLE + 1]
    spelt = len(after) == PARTICIPLE and after[0].text in HYPHENS
    return spelt and after[-1].tag in {"VBN", "VBD"}


def _by_actor(found: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return each actor once, as it is first named."""
    first: dict[str, Participant] = {}
    for each in found:
        first.setdefault(each.actor, each)
    return tuple(first.values())

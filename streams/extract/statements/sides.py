"""Say whose position a cue speaks of, and whom it is addressed to."""

from collections.abc import Iterable, Iterator

from streams.extract.document import Passage
from streams.extract.speech import speech_rules
from streams.extract.statements.askings import charged
from streams.extract.statements.conditions import CONDITIONS, until_what
from streams.extract.statements.constructions import (
    MET_NO,
    NEEDFUL,
    OBLIGATION,
    OF_ANOTHER,
    PRESSED,
    WITHHELD,
    is_told_hearer,
)
from streams.extract.statements.cues import Cue, find_cues
from streams.extract.statements.papers import writers
from streams.extract.statements.references import Referents
from streams.extract.syntax import (
    OBLIGATIONS,
    agents,
    ancestors,
    children,
    conjuncts,
    first_conjunct,
    for_others,
    is_passive,
    is_verb,
    marks,
    subjects,
    subtree,
)
from streams.extract.talks.lexicon import noun_rules
from streams.extract.talks.participants import denoted
from streams.extract.talks.sighting import Participant
from streams.extract.tree import Token, Tree

OWNING = ("poss", "amod", "compound", "nmod")
BOUND = frozenset({"commit", "dedicate"})
"""Verbs that are no passives where they look like it: "is COMMITTED to talks"."""
RELATIVE = frozenset({"WDT", "WP"})
"""Tags of relative pronouns."""
FROM_OWNER = frozenset({"by", "of", "from"})
ADDRESSING = {
    "demand": ("on", "upon", "to", "from", "with", "of"),
    "rejection": ("by", "from", "of", "with", "to"),
    "acceptance": ("by", "from", "of", "with", "to", "for"),
    "proposal": ("to", "with", "for"),
    "concession": ("to", "on", "with", "against", "for"),
    "pledge": ("to", "with", "for"),
    "threat": ("against", "on", "to", "with"),
    "accusation": ("against", "on", "at", "of", "by", "to"),
}
"""Prepositions behind which a position's target stands, by kind."""


class Sides:
    """Reads holders and targets of one sentence, pronouns resolved by what came before."""

    def __init__(self, passage: Passage, referents: Referents) -> None:
        self._passage = passage
        self._referents = referents

    def holders(self, i: int) -> tuple[Participant, ...]:
        """Return who holds the position that hangs on the word `i`, nobody if none is named."""
        tree = self._passage.tree
        if is_verb(tree[i]):
            return self._first_named(self._acting(i))
        owners = self._first_named(self._owners(i)) or self._without_verb(i)
        if owners:
            return owners
        head = self._verb_over(i)
        return self._first_named(self._acting(head)) if head is not None else ()

    def owners(self, things: Iterable[int]) -> tuple[Participant, ...]:
        """Return whose things they are: "B'S ban"."""
        tree = self._passage.tree
        return self._first_named(t.i for thing in things for t in children(tree, thing, "poss"))

    def targets(self, cue: Cue, holders: Iterable[Participant]) -> tuple[Participant, ...]:
        """Return whom it is addressed to as far as the sentence says, never the holder."""
        held = {h.actor for h in holders}
        asked = (*self._obliged(cue), *self._awaited(cue), *self._addressed(cue.word, cue.kind))
        told = (*self._hearers(cue), *self._offering(cue), *asked)
        for group in told:
            named = tuple(p for p in self.named(group) if p.actor not in held)
            if named:
                return named
        return ()

    def _hearers(self, cue: Cue) -> Iterator[int]:
        """Yield who is told that it has to act: "told B that IT MUST leave"."""
        tree = self._passage.tree
        if cue.pattern == OBLIGATION and is_told_hearer(tree, cue.word):
            yield from (t.i for t in children(tree, tree[cue.word].head, "dobj", "dative"))

    def _offering(self, cue: Cue) -> Iterator[int]:
        """Yield whose it is that meets with a refusal: "A'S plan drew a rebuff from B"."""
        tree = self._passage.tree
        offered = children(tree, cue.word, "nsubj", "nsubjpass") if cue.pattern == MET_NO else ()
        yield from (t.i for thing in offered for t in children(tree, thing.i, *OWNING))

    def named(self, i: int) -> tuple[Participant, ...]:
        """Return the actors that the noun phrase at `i` stands for."""
        i = _meant(self._passage.tree, i)
        found: dict[str, Participant] = {}
        for participant in denoted(self._passage, i):
            found.setdefault(participant.actor, participant)
        if not found:
            for noun in conjuncts(self._passage.tree, i):
                for participant in self._referents.of(self._passage, noun):
                    found.setdefault(participant.actor, participant)
        return tuple(found.values())

    def _first_named(self, words: Iterable[int]) -> tuple[Participant, ...]:
        for word in words:
            named = self.named(word)
            if named:
                return named
        return ()

    def _acting(self, verb: int) -> Iterator[int]:
        """Yield the words that may name who acts, the likeliest first."""
        tree = self._passage.tree
        by = agents(tree, verb)
        yield from by
        if is_passive(tree, verb) and not by and tree[verb].lemma not in BOUND:
            return
        yield from self._commenting(verb)
        own = subjects(tree, verb)
        yield from own
        for paper in own:
            yield from writers(tree, paper)
        if not own and tree[verb].dep in {"acl", "relcl"}:
            yield tree[verb].head
        if not own and tree[verb].dep == "csubj":
            yield from subjects(tree, tree[verb].head)
        # "A said a plan was dead and DEMANDED": the parser takes the plan for who demands.
        said = tree[tree[first_conjunct(tree, verb)].head]
        if tree[verb].dep == "conj" and said.lemma in speech_rules().verbs:
            yield from subjects(tree, said.i)

    def _commenting(self, verb: int) -> Iterator[int]:
        """Yield who says more in the same breath: "A wrote that B had lied, CALLING ON C to act".

        Where B takes a position himself, it is B who says more.
        """
        tree = self._passage.tree
        below = tree[tree[verb].head]
        said = tree[below.head]
        if (tree[verb].dep, tree[verb].tag, below.dep) != ("advcl", "VBG", "ccomp"):
            return
        if said.lemma in speech_rules().verbs and not find_cues(tree, below.i):
            yield from subjects(tree, said.i)

    def _without_verb(self, i: int) -> tuple[Participant, ...]:
        """Return of whom an adjective says it without a verb: "A READY for talks, B says"."""
        tree = self._passage.tree
        stands_for_verb = tree[i].tag == "JJ"
        return self._first_named(t.i for t in children(tree, i, "nsubj") if stands_for_verb)

    def _owners(self, noun: int) -> Iterator[int]:
        """Yield who stands in front of or behind a noun as its owner."""
        tree = self._passage.tree
        for child in children(tree, noun, *OWNING):
            yield child.i
        for prep in children(tree, noun, "prep", "agent"):
            if prep.lemma in FROM_OWNER:
                yield from (t.i for t in children(tree, prep.i, "pobj"))

    def _verb_over(self, i: int) -> int | None:
        """Return the verb whose subject owns the noun or is what the adjective says."""
        tree = self._passage.tree
        for above in ancestors(tree, i):
            if is_verb(above):
                return None if tree[i].dep in {"nsubj", "nsubjpass"} else above.i
            if above.dep in {"nsubj", "nsubjpass"}:
                return None
        return None

    def _addressed(self, i: int, kind: str) -> Iterator[int]:
        """Yield the nouns that may name the target, the likeliest first."""
        tree = self._passage.tree
        yield from self._objects(i, kind)
        for prep in children(tree, i, "prep", "dative"):
            if prep.lemma in ADDRESSING.get(kind, ()):
                yield from (t.i for t in children(tree, prep.i, "pobj"))
            if prep.dep == "dative" and prep.tag != "IN":
                yield prep.i
        clauses = tuple(self._clauses(i))
        if kind == "demand" and any(_is_done_to(tree, clause.i) for clause in clauses):
            return  # "demanded that B BE EXCLUDED": somebody else is to do it
        for clause in clauses:
            yield from subjects(tree, clause.i)[:1]
        yield from self._inside(i, *(("nsubjpass",) if kind == "concession" else ()))

    def _obliged(self, cue: Cue) -> Iterator[int]:
        """Yield the subject of "must" and "will pay", who is addressed, and of "lied".

        Of what was done it is who did it: "the raid BY B was a crime".
        """
        tree = self._passage.tree
        obliged = any(t.text.lower() in OBLIGATIONS for t in children(tree, cue.word, "aux"))
        of_another = cue.pattern in OF_ANOTHER
        if cue.pattern == NEEDFUL:
            yield from (t.i for t in charged(tree, cue.word))
            yield from (t.i for t in children(tree, cue.word, "nsubj"))
        if cue.pattern == PRESSED:
            yield from subjects(tree, tree[tree[cue.word].head].head)
        for subject in subjects(tree, cue.word) if obliged or of_another else ():
            yield subject
            yield from self._owners(subject) if of_another else ()

    def _awaited(self, cue: Cue) -> Iterator[int]:
        """Yield who has to act first, or lest a threat comes true: "will strike unless B LEAVES".

        Who is warned by name is addressed himself: "warned B that C would strike".
        """
        tree = self._passage.tree
        if cue.pattern == WITHHELD and (awaited := until_what(tree, cue.word)) is not None:
            yield from subjects(tree, awaited.i)
        told = (cue.word, *(t.i for t in children(tree, cue.word, "ccomp", "acl")))
        told = told[:1] if any(children(tree, cue.word, "dobj")) else told
        for verb in told if cue.kind == "threat" else ():
            for clause in children(tree, verb, "advcl"):
                if marks(tree, clause.i) & CONDITIONS:
                    yield from subjects(tree, clause.i)

    def _objects(self, i: int, kind: str) -> Iterator[int]:
        tree = self._passage.tree
        if is_passive(tree, i) and kind in {"demand", "accusation", "threat"}:
            yield from (t.i for t in children(tree, i, "nsubjpass"))
        for thing in children(tree, i, "dobj", "dative"):
            if thing.tag != "IN":
                yield thing.i

    def _clauses(self, i: int) -> Iterator[Token]:
        tree = self._passage.tree
        yield from children(tree, i, "ccomp", "xcomp")
        yield from for_others(tree, i)
        # "the accusation THAT B LIED"
        yield from (t for t in children(tree, i, "acl", "relcl") if "that" in marks(tree, t.i))
        for prep in children(tree, i, "prep"):
            yield from children(tree, prep.i, "pcomp")

    def _inside(self, i: int, *besides: str) -> Iterator[int]:
        """Yield the actors named in what is demanded, refused, offered: "Russia's demand".

        Where it is comes last, "the accord signed IN WASHINGTON by A and B", and what stands in
        front: "DESPITE PRESSURE FROM C, A refused to meet B".
        """
        tree = self._passage.tree
        parts = children(tree, i, *besides, "dobj", "xcomp", "ccomp", "prep", "attr")
        words = (word for part in parts for word in subtree(tree, part.i))
        words = (word for word in words if not self._is_venue(word))
        yield from sorted(filter(self._is_named, words), key=lambda w: (w < i, self._is_where(w)))

    def _is_named(self, word: int) -> bool:
        known = self._passage.at.get(word)
        return known is not None and known.head == word and bool(known.name.actor)

    def _is_where(self, word: int) -> bool:
        tree = self._passage.tree
        return tree[word].dep == "pobj" and tree[tree[word].head].lemma in {"in", "at"}

    def _is_venue(self, word: int) -> bool:
        """Say whether a word is where others are to meet, and nobody's address: "talks IN OMAN"."""
        tree = self._passage.tree
        met = tree[tree[tree[word].head].head]
        return self._is_where(word) and met.lemma in noun_rules()


def _meant(tree: Tree, i: int) -> int:
    """Return the noun that a relative pronoun stands for: "B, WHICH A accuses of it"."""
    if tree[i].tag not in RELATIVE:
        return i
    return next((t.head for t in ancestors(tree, i) if t.dep == "relcl"), i)


def _is_done_to(tree: Tree, clause: int) -> bool:
    """Say whether a clause does not tell who acts: "B be EXCLUDED"."""
    return is_passive(tree, clause) and not agents(tree, clause)

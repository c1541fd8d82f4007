"""Find the exact words of what is wanted, refused, offered, and of the condition attached."""

from collections.abc import Iterator

from schemas.vocabulary import Kind
from streams.extract.dates import find_dates
from streams.extract.document import Passage
from streams.extract.statements.conditions import CONDITIONS, until_what
from streams.extract.statements.constructions import (
    CONDITIONAL,
    DEADLINE,
    DEMANDED,
    DOING,
    EASE,
    HARM,
    OBLIGATION,
    OFFER,
    PROTEST,
    PULL_BACK,
    RESTRAIN,
    SEEK_DEAL,
    SPURN,
    TAKE_UP,
    TO_DO,
    WILL,
    WILL_IF,
    WILL_NOT,
    WITHHELD,
    WRONG,
)
from streams.extract.statements.cues import Cue
from streams.extract.statements.deals import LISTED, on_what
from streams.extract.statements.deeds import deeds
from streams.extract.statements.negation import is_negated
from streams.extract.statements.offers import COPULAS, NAMING
from streams.extract.statements.quotations import names_source
from streams.extract.statements.reproaches import CULPABLE, called_in
from streams.extract.statements.truces import TIME
from streams.extract.syntax import (
    ancestors,
    behind,
    children,
    has_to,
    is_passive,
    is_verb,
    marks,
    subtree,
)
from streams.extract.talks.sighting import Found
from streams.extract.tree import Token, Tree

BESIDE = frozenset({"after", "since"})
"""Words before what was told besides: "urged B to resume AFTER talks had failed"."""
CONTENT_PREPS: dict[Kind, tuple[str, ...]] = {
    "demand": ("for", "on", "of", "to"),
    "rejection": ("to", "of", "on", "for", "at", "with", "in"),
    "acceptance": ("to", "of", "for", "with", "on", "in"),
    "proposal": ("for", "of", "on"),
    "concession": ("on", "of", "from", "to", "for"),
    "pledge": ("to", "of", "for", "on"),
    "threat": ("of", "with", "to"),
    "accusation": ("of", "for", "over", "about", "with", "as"),
}
BEFORE_OBJECT: dict[Kind, tuple[str, ...]] = {
    "accusation": ("of", "for", "with", "to"),
    "threat": ("of", "with", "against"),
}
"""Prepositions that come before all else: "accused A of", "blamed A for", "threatened A with"."""
ADDRESSED = ("on", "upon", "to", "with")
"""Prepositions before whom something is demanded of."""
BY_OBJECT = frozenset({"rejection", "acceptance"})
"""Kinds whose verbs have the content as their object, and whom else behind a preposition."""
THANKING = frozenset({"thank", "praise", "congratulate", "commend", "applaud"})
"""Verbs behind which stands for what it is: "thanked B FOR ITS HELP"."""
BACKED = ("to", "for", "with", "on", "behind")
"""Prepositions behind which stands what is backed."""
PINNING = frozenset({"blame", "pin"})
CALLING = NAMING | {"denounce", "condemn", "reject", "deride", "decry", "criticise", "criticize"}
"""Verbs behind whose object stands what it is called."""
HYPHENS = frozenset({"-", "‑"})
OWN = frozenset({DOING, HARM, TO_DO, WILL, WILL_NOT, EASE, PULL_BACK, RESTRAIN})
"""Constructions of which the content is what somebody does, without himself."""
SAID = OWN | {DEADLINE, OBLIGATION, WRONG, WILL_IF}
"""Constructions of which the content is their clause."""
CONTRAST = frozenset({"while", "whereas", "although", "though"})
"""So do these behind a comma: ", WHILE C kept silent"."""
POINTING = frozenset(
    "one it that this these those so some none both them which what such any itself themselves"
    " himself herself".split()
)
"""Words that only point at what another sentence says."""
OPENING = CONDITIONS | {"only", "after", "when", "where"}
"""Words before what is awaited: "ONLY IF sanctions were lifted"."""
EDGE = frozenset({",", ".", ";", ":", "``", "''", "-LRB-", "-RRB-", "HYPH"})


def find_content(passage: Passage, cue: Cue) -> Found[str] | None:
    """Return the words of what is demanded, refused and so on; None where the text has none."""
    tree = passage.tree
    if cue.pattern == WITHHELD and (awaited := until_what(tree, cue.word)) is not None:
        opening = [t.i for t in children(tree, awaited.i, "mark", "advmod") if t.lemma in OPENING]
        first = max(opening, default=-1)
        return _found(passage, tuple(w for w in _clause(tree, awaited.i) if w > first))
    if cue.pattern in SAID:
        told = _blamed(tree, cue) or _eased(tree, cue)
        if told:
            return _found(passage, told)
        clause = _clause(tree, cue.word)
        if cue.pattern in OWN or not any(children(tree, cue.word, "nsubj", "nsubjpass")):
            clause = _without_asides(tree, _without_subject(tree, cue.word, clause))
        return _found(passage, clause)
    for words in _contents(tree, cue):
        told = _antecedent(tree, words) or words
        found = _found(passage, _without_asides(tree, told))
        if found is None or _is_date(found.value) or _only_points(found.value):
            continue
        # Who backs somebody backs him; of all else somebody is asked, told or refused.
        if cue.kind == "acceptance" or not _is_somebody(passage, found):
            return found
    return _left_undone(passage, cue)


def _blamed(tree: Tree, cue: Cue) -> tuple[int, ...]:
    """Return for what somebody is said to be at fault: "was responsible for THE ATTACK"."""
    at_fault = (t for t in children(tree, cue.word, "acomp", "xcomp") if t.lemma in CULPABLE)
    return next((words for t in at_fault for words in _behind(tree, t.i, ("for", "of"))), ())


def _eased(tree: Tree, cue: Cue) -> tuple[int, ...]:
    """Return what is eased where nobody is said to ease it: "B'S BAN was lifted"."""
    eased = children(tree, cue.word, "nsubjpass") if cue.pattern == EASE else ()
    return next((_without_late_clauses(tree, t.i) for t in eased), ())


def _left_undone(passage: Passage, cue: Cue) -> Found[str] | None:
    """Return what somebody will not do where that has no object: "will not RETURN TO THE TALKS"."""
    tree = passage.tree
    if cue.kind != "rejection" or not is_verb(tree[cue.word]) or not is_negated(tree, cue.word):
        return None
    return _found(passage, _without_subject(tree, cue.word, _clause(tree, cue.word)))


def _without_subject(tree: Tree, i: int, clause: tuple[int, ...]) -> tuple[int, ...]:
    """Return what somebody says that he will or will not do, without "he will" and what besides."""
    acting = {w for t in children(tree, i, "nsubj", "nsubjpass") for w in subtree(tree, t.i)}
    acting |= {t.i for t in children(tree, i, "aux", "neg")}
    besides = [t for t in children(tree, i, "conj") if is_verb(t)]
    # "A ON MONDAY postponed it"
    besides += [t for t in children(tree, i, "prep", "npadvmod", "advcl") if t.i < i]
    acting |= {w for t in besides for w in subtree(tree, t.i)}
    acting |= {t.i for t in children(tree, i, "cc")} if besides else set()
    return tuple(w for w in clause if w not in acting)


def _antecedent(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...] | None:
    """Return what a relative pronoun stands for: "a plan THAT it rejects"."""
    if len(words) != 1 or tree[words[0]].text.lower() not in {"that", "which", "whom"}:
        return None
    clause = next((t for t in ancestors(tree, words[0]) if t.dep == "relcl"), None)
    if clause is None:
        return None
    below = {*subtree(tree, clause.i)}
    return tuple(w for w in subtree(tree, clause.head) if w not in below)


def _without_asides(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return words without what only explains the last of them: ", a subject that many avoid"."""
    kept = sorted(words)
    for word in kept[1:]:
        aside = tree[word].dep in {"appos", "relcl"} and tree[word].head in words
        below = subtree(tree, word)
        first, last = below[0], below[-1]
        if aside and kept[0] < first and last >= kept[-1] and tree[first - 1].text == ",":
            return tuple(w for w in kept if w < first - 1)
    return tuple(kept)


def _is_somebody(passage: Passage, found: Found[str]) -> bool:
    """Say whether words are but the name of an actor."""
    start = found.start + (len("the ") if found.value.lower().startswith("the ") else 0)
    names = (m.name for m in passage.mentioned if m.name.actor)
    return any((n.start, n.end) == (start, found.end) for n in names)


def _only_points(text: str) -> bool:
    """Say whether words tell nothing by themselves: "promised one", "rejected that"."""
    return text.lower() in POINTING


def _is_date(text: str) -> bool:
    """Say whether words are no more than a date."""
    dates = find_dates(text, None, "past")
    return bool(dates) and len(dates[0].when.text or "") >= len(text) - len("on ")


def _contents(tree: Tree, cue: Cue) -> Iterator[tuple[int, ...]]:
    """Yield what may be the content, the likeliest first."""
    i, kind = cue.word, cue.kind
    if cue.pattern == PROTEST:
        yield from _protested(tree, i)
    yield from _foremost(tree, cue)
    if kind in BEFORE_OBJECT:
        # "accused A OF B", "threatened A WITH B": the object is whom it is said to.
        yield from _behind(tree, i, BEFORE_OBJECT[kind])
        for accused in children(tree, i, "dobj") if kind == "accusation" else ():
            yield from _behind(tree, accused.i, ("of",))
    if tree[i].tag == "VBN" and tree[i].dep == "acl":
        yield _noun_before(tree, i)
    elif not is_verb(tree[i]):
        yield from _behind(tree, i, CONTENT_PREPS.get(kind, ()))
    yield from _governed(tree, cue)
    by_object = is_verb(tree[i]) and kind in BY_OBJECT
    # "voted AGAINST the pact": where the verb has no object, what its own preposition has.
    yield from _behind(
        tree, i, tuple(cue.pattern.split()) if by_object else CONTENT_PREPS.get(kind, ())
    )
    if is_passive(tree, i):
        for subject in children(tree, i, "nsubjpass"):
            yield _without_late_clauses(tree, subject.i)
    yield from _around(tree, i)


def _foremost(tree: Tree, cue: Cue) -> Iterator[tuple[int, ...]]:
    """Yield what comes before all else of words that say little by themselves."""
    i = cue.word
    if cue.pattern in {SPURN, TAKE_UP}:
        yield from _judged(tree, i)
    if cue.pattern in {DEMANDED, SEEK_DEAL}:
        yield from _asked(tree, cue)
    if cue.pattern == CONDITIONAL:
        yield from (_without_late_clauses(tree, t.i) for t in on_what(tree, i))
    if cue.pattern == OFFER:
        overtures = (
            t.i
            for t in children(tree, i, "dobj")
            if t.lemma in deeds().overtures - deeds().proposals
        )
        yield from (words for offer in overtures for words in _behind(tree, offer, ("of", "for")))
    if tree[i].lemma in PINNING:
        yield from _pinned(tree, i)
    if tree[i].lemma in THANKING:
        yield from _behind(tree, i, ("for",))
    addressed = cue.kind == "demand" and any(behind(tree, i, *ADDRESSED))
    if addressed or (cue.kind == "threat" and tree[i].lemma == "give"):
        # "gave A until Friday TO COMPLY", "called on both TO COMPLY": a purpose to the parser
        yield from (_clause(tree, t.i) for t in children(tree, i, "advcl") if has_to(tree, t.i))


def _protested(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what an envoy is called in over: "summoned him TO COMPLAIN about THE SHELLING"."""
    in_protest = (t.i for t in behind(tree, i, "in"))
    for word in (i, *in_protest, *called_in(tree, i)):
        yield from _behind(tree, word, ("over", "at", "against"))
    for protest in children(tree, i, "xcomp", "advcl"):
        yield from _behind(tree, protest.i, ("about", "against", "over", "at", "to"))


def _pinned(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what is blamed on somebody: "blamed THE FAILURE on B", on whatever that "on" hangs."""
    for thing in children(tree, i, "dobj"):
        below = subtree(tree, thing.i)
        on = next((t for t in tree[below[0] :] if (t.text, t.dep) == ("on", "prep")), None)
        if on is not None and thing.i < on.i:
            yield tuple(w for w in below if w < on.i)


def _judged(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield on what a verdict is passed: "THE PLAN is vital", "there is no room FOR BASES"."""
    if tree[i].lemma in COPULAS:
        yield from _around(tree, i)
    support = [t.i for t in children(tree, i, "dobj") if t.lemma in deeds().support]
    if support or (is_verb(tree[i]) and not any(children(tree, i, "dobj"))):
        # "gave its blessing TO THE PLAN", "could live WITH THE PLAN"
        yield from (w for word in (*support, i) for w in _behind(tree, word, BACKED))
    said_of_it = tree[i].dep in {"acomp", "attr"} and any(children(tree, tree[i].head, "nsubj"))
    if not is_verb(tree[i]) and not said_of_it and is_negated(tree, i):
        if tree[i].lemma in deeds().no_place:
            yield from _behind(tree, i, ("for", "of"))
        # "there will be no RENEGOTIATION OF THE DEAL"
        yield tuple(w for w in _without_late_clauses(tree, i) if tree[w].lemma != "no")


def _asked(tree: Tree, cue: Cue) -> Iterator[tuple[int, ...]]:
    """Yield what is laid down, or under a deal: "include A PULLOUT", "IN WHICH B YIELDS"."""
    if cue.pattern == DEMANDED:
        for told in children(tree, tree[cue.word].head, *LISTED):
            yield _clause(tree, told.i) if is_verb(told) else _without_late_clauses(tree, told.i)
        return
    deals = (t.i for t in children(tree, cue.word, "dobj"))
    yield from (_clause(tree, c.i) for deal in deals for c in children(tree, deal, "relcl"))


def _noun_before(tree: Tree, clause: int) -> tuple[int, ...]:
    """Return the noun that a participle belongs to: "CHANGES requested by A"."""
    below = {*subtree(tree, clause)}
    return tuple(w for w in subtree(tree, tree[clause].head) if w not in below)


def _governed(tree: Tree, cue: Cue) -> Iterator[tuple[int, ...]]:
    """Yield the clauses and then the objects of a word.

    An object that is part of the cue has no content but behind it: "gave its APPROVAL to".
    """
    named = any(children(tree, cue.word, "dobj"))
    for clause in children(tree, cue.word, "ccomp", "xcomp"):
        # "A targets voters: B VOWS TARIFFS": what comes before is no part of it.
        before = clause.i < cue.word and (named or _is_apart(tree, clause.i, cue.word))
        if not _is_speech_frame(tree, clause) and not before:
            yield _clause(tree, clause.i)
    for thing in children(tree, cue.word, "dobj", "attr", "oprd"):
        if thing.lemma in cue.pattern.split()[1:]:
            yield from _behind(tree, thing.i, CONTENT_PREPS.get(cue.kind, ()))
            yield from _behind(tree, cue.word, CONTENT_PREPS.get(cue.kind, ()))
        words = _without_late_clauses(tree, thing.i)
        yield _without_name(tree, thing.i, words) if tree[cue.word].lemma in CALLING else words


def _without_name(tree: Tree, i: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return a noun phrase without what it is called: "dismissed the offer AS THEATRE"."""
    called = {w for t in children(tree, i, "prep") if t.lemma == "as" for w in subtree(tree, t.i)}
    return tuple(w for w in words if w not in called)


def _behind(tree: Tree, i: int, names: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """Yield what stands behind a preposition, those named first before others, or an infinitive."""
    for name in names:
        for prep in children(tree, i, "prep", "prt"):
            if prep.lemma == name:
                for thing in children(tree, prep.i, "pobj", "pcomp"):
                    yield _without_late_clauses(tree, thing.i)
    if not is_verb(tree[i]):
        yield from (_clause(tree, clause.i) for clause in children(tree, i, "acl"))


def _around(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield the phrase itself where it is all there is: "a withdrawal was unacceptable"."""
    is_copula = tree[i].lemma in COPULAS
    head = tree[i] if is_copula else tree[tree[i].head]
    if is_verb(head) and (is_copula or tree[i].dep in {"acomp", "attr", "oprd"}):
        for subject in children(tree, head.i, "nsubj", "nsubjpass"):
            if subject.tag not in {"PRP", "WDT", "WP"}:
                yield _without_late_clauses(tree, subject.i)
        yield from (_clause(tree, t.i) for t in children(tree, i, "xcomp", "ccomp"))
    if not is_verb(tree[i]):
        yield tuple(w for w in subtree(tree, i) if w > i)


def _is_apart(tree: Tree, clause: int, word: int) -> bool:
    """Say whether a clause is told by itself: "A offered a month; B COUNTERED with a year"."""
    return any(t.text == ";" for t in tree[clause:word])


def _is_speech_frame(tree: Tree, clause: Token) -> bool:
    return clause.lemma in {"say", "add", "tell"} and any(
        True for _ in children(tree, clause.i, "ccomp")
    )


def _clause(tree: Tree, i: int) -> tuple[int, ...]:
    """Return the words of a clause without its mark and its condition."""
    dropped: set[int] = set()
    for child in children(tree, i):
        late_clause = _is_late(tree, child)
        framing = child.dep in {"mark", "parataxis"} or _is_frame(tree, child)
        if framing or late_clause or names_source(child):
            below = subtree(tree, child.i)
            dropped.update(below)
            dropped.update(_led_in_by(tree, below[0]) if late_clause else ())
    words = [w for w in subtree(tree, i) if w not in dropped]
    while words and tree[words[0]].tag == "TO":
        words.pop(0)
    return tuple(words)


def _is_late(tree: Tree, clause: Token) -> bool:
    """Say whether a clause tells something besides: "if", "after", ", while", "and that"."""
    opening = marks(tree, clause.i)
    if clause.dep == "conj":
        return "that" in opening
    behind_comma = tree[subtree(tree, clause.i)[0] - 1].text == ","
    besides = CONDITIONS | BESIDE | (CONTRAST if behind_comma else frozenset())
    return (clause.dep == "advcl" and bool(opening & besides)) or _is_as_long(tree, clause)


def _led_in_by(tree: Tree, opening: int) -> tuple[int, ...]:
    """Return the words that lead in to a clause: "AND that", "HOURS after"."""
    before = tree[opening - 1]
    if before.dep == "cc":
        return (before.i,)
    is_time = before.dep == "npadvmod" and before.lemma in TIME
    return subtree(tree, before.i) if opening and is_time else ()


def _is_frame(tree: Tree, child: Token) -> bool:
    """Say whether a clause only says who says so: ", he said"."""
    return child.dep == "ccomp" and child.lemma in {"say", "add", "tell", "write"}


def _without_late_clauses(tree: Tree, i: int) -> tuple[int, ...]:
    """Return a noun phrase without relative clauses set off by a comma."""
    if is_verb(tree[i]):
        return _clause(tree, i)
    dropped: set[int] = set()
    for child in children(tree, i, "relcl", "acl", "appos"):
        below = subtree(tree, child.i)
        if below and below[0] > 0 and tree[below[0] - 1].text in {",", "—", "-", "–"}:
            dropped.update(w for w in subtree(tree, i) if w >= below[0] - 1)
    return tuple(w for w in subtree(tree, i) if w not in dropped)


def find_condition(passage: Passage, i: int) -> Found[str] | None:
    """Return the if, unless, until or once clause on the word or on what it governs."""
    tree = passage.tree
    reach = [i, *(t.i for t in children(tree, i, "ccomp", "xcomp"))]
    if tree[i].dep in {"acomp", "attr", "xcomp", "ccomp"}:
        reach.append(tree[i].head)
    for word in reach:
        for clause in children(tree, word, "advcl", "prep", "advmod"):
            if _is_condition(tree, clause):
                found = _found(passage, subtree(tree, clause.i))
                if found is not None and not _is_date(found.value.removeprefix("at least ")):
                    return found
    return None


def _is_condition(tree: Tree, clause: Token) -> bool:
    """Say whether words tell on what it depends; "once" alone is no more than an adverb."""
    opened = clause.lemma in CONDITIONS or bool(marks(tree, clause.i) & CONDITIONS)
    return _is_as_long(tree, clause) or (opened and clause.dep != "advmod")


def _is_as_long(tree: Tree, word: Token) -> bool:
    """Say whether a word is "long" in "as LONG as B refuses", on which the parser hangs that."""
    clauses = children(tree, word.i, "advcl") if word.lemma == "long" else ()
    return any("as" in marks(tree, clause.i) for clause in clauses)


def _found(passage: Passage, words: tuple[int, ...]) -> Found[str] | None:
    tree = passage.tree
    kept = sorted(_without_comments(tree, words))
    while kept and tree[kept[0]].tag in EDGE:
        kept.pop(0)
    while kept and tree[kept[-1]].tag in EDGE:
        kept.pop()
    if not kept:
        return None
    first, last = _whole_words(tree, kept[0], kept[-1])
    start, end = passage.span(first, last)
    return Found(passage.words(first, last), start, end)


def _without_comments(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return words without what the writer says of them: ", DRAWING a firm line"."""
    for word in words:
        if tree[word].dep != "advcl" or tree[word].tag != "VBG":
            continue
        below = subtree(tree, word)
        if words[0] < below[0] and tree[below[0] - 1].text == ",":
            return tuple(w for w in words if w < below[0] - 1)
    return words


def _whole_words(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Return a span that cuts no hyphenated word in two, as the parser does: "de-escalation"."""
    while first > 0 and HYPHENS & {tree[first].text, tree[first - 1].text}:
        if tree[first - 1].end != tree[first].start:
            break
        first -= 1
    while last + 1 < len(tree) and HYPHENS & {tree[last].text, tree[last + 1].text}:
        if tree[last].end != tree[last + 1].start:
            break
        last += 1
    return first, last

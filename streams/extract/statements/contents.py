"""Find the exact words of what is wanted, refused, offered, and of the condition attached."""

from collections.abc import Iterator

from schemas.vocabulary import Kind
from streams.extract.dates import find_dates
from streams.extract.document import Passage
from streams.extract.statements.conditions import CONDITIONS, until_what
from streams.extract.statements.constructions import (
    DEADLINE,
    DOING,
    EASE,
    HARM,
    NEEDFUL,
    OBLIGATION,
    PULL_BACK,
    RESTRAIN,
    TO_DO,
    UNTIL,
    WILL,
    WILL_IF,
    WILL_NOT,
    WITHHELD,
    WRONG,
)
from streams.extract.statements.cues import Cue
from streams.extract.statements.foremost import foremost
from streams.extract.statements.negation import is_negated
from streams.extract.statements.occasions import without_occasion
from streams.extract.statements.offers import NAMING
from streams.extract.statements.phrases import (
    around,
    behind_preps,
    clause_of,
    is_as_long,
    with_complement,
    without_late_clauses,
)
from streams.extract.statements.quotations import is_cut, is_quoted
from streams.extract.statements.references import reference_rules
from streams.extract.statements.reproaches import CULPABLE
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
BY_OBJECT = frozenset({"rejection", "acceptance"})
"""Kinds whose verbs have the content as their object, and whom else behind a preposition."""
CALLING = NAMING | {"denounce", "condemn", "reject", "deride", "decry", "criticise", "criticize"}
"""Verbs behind whose object stands what it is called."""
HYPHENS = frozenset({"-", "‑"})
OWN = frozenset({DOING, HARM, TO_DO, WILL, WILL_NOT, EASE, PULL_BACK, RESTRAIN})
"""Constructions of which the content is what somebody does, without himself."""
ANNOUNCED = frozenset({DOING, HARM, WILL, WILL_NOT, UNTIL})
"""Constructions of what will be done, as somebody says."""
SAID = OWN | {DEADLINE, NEEDFUL, OBLIGATION, WRONG, WILL_IF}
"""Constructions of which the content is their clause."""
POINTING = frozenset(
    "each all one it that this these those so some none both which what such any itself "
    "themselves himself herself him her them us me you he she they".split()
)
"""Words that only point at what another sentence says."""
MEMBERS = frozenset({"member", "citizen", "people"})
"""Who is asked as one of many: "called for the MEMBERS of the council to yield"."""
OPENING = CONDITIONS | {"only", "after", "when", "where"}
"""Words before what is awaited: "ONLY IF sanctions were lifted"."""
EDGE = frozenset({",", ".", ";", ":", "``", "''", "-LRB-", "-RRB-", "HYPH"})


def find_content(passage: Passage, cue: Cue) -> Found[str] | None:
    """Return the words of what is demanded, refused and so on; None where the text has none."""
    tree = passage.tree
    if cue.pattern == WITHHELD and (awaited := until_what(tree, cue.word)) is not None:
        opening = [t.i for t in children(tree, awaited.i, "mark", "advmod") if t.lemma in OPENING]
        first = max(opening, default=-1)
        return _found(passage, tuple(w for w in clause_of(tree, awaited.i) if w > first))
    if cue.pattern in SAID:
        return _found(passage, _said(tree, cue))
    for words in (*_asked_of(passage, cue), *_contents(tree, cue)):
        told = without_occasion(tree, cue, _antecedent(tree, words) or words)
        found = _found(passage, _without_asides(tree, told))
        if found is None or _is_date(found.value) or _only_points(found.value):
            continue
        # Who backs somebody backs him; of all else somebody is asked, told or refused.
        if cue.kind == "acceptance" or not _is_somebody(passage, found):
            return found
    return _left_undone(passage, cue)


def _said(tree: Tree, cue: Cue) -> tuple[int, ...]:
    """Return the words of a construction of which the content is its clause."""
    told = _blamed(tree, cue) or _eased(tree, cue)
    if told:
        return told
    clause = clause_of(tree, cue.word)
    if _is_of_another(tree, cue):
        return _without_besides(tree, cue.word, clause)
    if cue.pattern in OWN or not any(children(tree, cue.word, "nsubj", "nsubjpass")):
        clause = _without_asides(tree, _without_subject(tree, cue.word, clause))
        return without_occasion(tree, cue, clause)
    return clause


def is_undergone(tree: Tree, cue: Cue) -> bool:
    """Say whether it is not told who will do something: "aid WILL BE SENT, A said"."""
    return cue.pattern in ANNOUNCED and is_passive(tree, cue.word)


def _asked_of(passage: Passage, cue: Cue) -> Iterator[tuple[int, ...]]:
    """Yield what is called for of somebody, a purpose to the parser: "called for B TO LEAVE".

    Of "called for talks to end the war" it is one.
    """
    tree = passage.tree
    asked = behind(tree, cue.word, "for") if cue.kind == "demand" else ()
    if any(_is_who(passage, noun) for noun in asked):
        acts = (t for t in children(tree, cue.word, "advcl") if has_to(tree, t.i))
        yield from (clause_of(tree, act.i) for act in acts)


def _is_who(passage: Passage, noun: Token) -> bool:
    """Say whether a noun stands for an actor."""
    known = passage.at.get(noun.i)
    rules = reference_rules()
    whom = rules.institutions | rules.bands | rules.persons | rules.pairs | MEMBERS
    return noun.lemma in whom or (known is not None and known.name.actor is not None)


def _is_of_another(tree: Tree, cue: Cue) -> bool:
    """Say whether it is not to himself that somebody says it will be done: "AID will be sent"."""
    undergoing = children(tree, cue.word, "nsubjpass") if is_undergone(tree, cue) else ()
    return any(t.tag != "PRP" for t in undergoing)


def _blamed(tree: Tree, cue: Cue) -> tuple[int, ...]:
    """Return for what somebody is said to be at fault: "was responsible for THE ATTACK"."""
    at_fault = (t for t in children(tree, cue.word, "acomp", "xcomp") if t.lemma in CULPABLE)
    return next((words for t in at_fault for words in behind_preps(tree, t.i, ("for", "of"))), ())


def _eased(tree: Tree, cue: Cue) -> tuple[int, ...]:
    """Return what is eased where nobody is said to ease it: "B'S BAN was lifted"."""
    eased = children(tree, cue.word, "nsubjpass") if cue.pattern == EASE else ()
    return next((without_late_clauses(tree, t.i) for t in eased), ())


def _left_undone(passage: Passage, cue: Cue) -> Found[str] | None:
    """Return what somebody will not do where that has no object: "will not RETURN TO THE TALKS"."""
    tree = passage.tree
    if cue.kind != "rejection" or not is_verb(tree[cue.word]) or not is_negated(tree, cue.word):
        return None
    return _found(passage, _without_subject(tree, cue.word, clause_of(tree, cue.word)))


def _without_subject(tree: Tree, i: int, clause: tuple[int, ...]) -> tuple[int, ...]:
    """Return what somebody says that he will or will not do, without "he will" and what besides."""
    acting = {w for t in children(tree, i, "nsubj", "nsubjpass") for w in subtree(tree, t.i)}
    acting |= {t.i for t in children(tree, i, "aux", "neg")}
    # "A ON MONDAY postponed it"
    before = (t for t in children(tree, i, "prep", "npadvmod", "advcl") if t.i < i)
    acting |= {w for t in before for w in subtree(tree, t.i)}
    return tuple(w for w in _without_besides(tree, i, clause) if w not in acting)


def _without_besides(tree: Tree, i: int, clause: tuple[int, ...]) -> tuple[int, ...]:
    """Return a clause without what is told besides: "B will be let in AND A HAS SAID SO"."""
    told = {w for t in children(tree, i, "conj") if is_verb(t) for w in subtree(tree, t.i)}
    told |= {t.i for t in children(tree, i, "cc")} if told else set()
    return tuple(w for w in clause if w not in told)


def _antecedent(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...] | None:
    """Return what a relative pronoun stands for: "a plan THAT it rejects".

    What a briefing is told stands behind it no less: "told a BRIEFING that it would not yield".
    """
    if len(words) != 1 or tree[words[0]].text.lower() not in {"that", "which", "whom"}:
        return None
    clause = next((t for t in ancestors(tree, words[0]) if t.dep == "relcl"), None)
    if clause is None or tree[tree[clause.head].head].lemma in {"tell", "inform", "assure"}:
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
    first, *others = text.lower().split()
    of_those = others[:1] == ["of"] and others[-1] in POINTING  # "each OF THEM"
    return first in POINTING and (of_those or not others)


def _is_date(text: str) -> bool:
    """Say whether words are no more than a date."""
    dates = find_dates(text, None, "past")
    return bool(dates) and len(dates[0].when.text or "") >= len(text) - len("on ")


def _contents(tree: Tree, cue: Cue) -> Iterator[tuple[int, ...]]:
    """Yield what may be the content, the likeliest first."""
    i, kind = cue.word, cue.kind
    yield from foremost(tree, cue)
    if kind in BEFORE_OBJECT:
        # "accused A OF B", "threatened A WITH B": the object is whom it is said to.
        yield from behind_preps(tree, i, BEFORE_OBJECT[kind])
        for accused in children(tree, i, "dobj") if kind == "accusation" else ():
            yield from behind_preps(tree, accused.i, ("of",))
    if tree[i].tag == "VBN" and tree[i].dep == "acl":
        yield _noun_before(tree, i)
    elif not is_verb(tree[i]):
        yield from behind_preps(tree, i, CONTENT_PREPS.get(kind, ()))
    yield from _governed(tree, cue)
    if kind in BY_OBJECT:
        yield from _spoken_of(tree, i)
    by_object = is_verb(tree[i]) and kind in BY_OBJECT
    # "voted AGAINST the pact": where the verb has no object, what its own preposition has.
    yield from behind_preps(
        tree, i, tuple(cue.pattern.split()) if by_object else CONTENT_PREPS.get(kind, ())
    )
    if is_passive(tree, i):
        for subject in children(tree, i, "nsubjpass"):
            yield without_late_clauses(tree, subject.i)
    yield from around(tree, i)
    yield from _called(tree, i)


def _called(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what something is called that is not named itself: "dismissed that AS THEATRE"."""
    things = (i, *(t.i for t in children(tree, i, "dobj"))) if tree[i].lemma in CALLING else ()
    for word in things:
        yield from behind_preps(tree, word, ("as",))


def _noun_before(tree: Tree, clause: int) -> tuple[int, ...]:
    """Return the noun that a clause belongs to: "CHANGES requested by A"."""
    below = {*subtree(tree, clause)}
    return tuple(w for w in subtree(tree, tree[clause].head) if w not in below)


def _spoken_of(tree: Tree, i: int) -> Iterator[tuple[int, ...]]:
    """Yield what a clause without an object is about: "the PLAN is not one it would accept"."""
    if tree[i].dep != "relcl" or any(children(tree, i, "dobj", "nsubjpass", "xcomp", "ccomp")):
        return
    yield _noun_before(tree, i)
    if tree[tree[i].head].dep == "attr":
        for subject in children(tree, tree[tree[i].head].head, "nsubj"):
            yield subtree(tree, subject.i)


def _governed(tree: Tree, cue: Cue) -> Iterator[tuple[int, ...]]:
    """Yield the clauses and then the objects of a word.

    An object that is part of the cue has no content but behind it: "gave its APPROVAL to".
    """
    i, named = cue.word, any(children(tree, cue.word, "dobj"))
    for clause in children(tree, cue.word, "ccomp", "xcomp"):
        # "A targets voters: B VOWS TARIFFS": what comes before is no part of it.
        before = clause.i < cue.word and (named or _is_apart(tree, clause.i, cue.word))
        if not _is_speech_frame(tree, clause) and not before:
            yield clause_of(tree, clause.i)
    for thing in children(tree, cue.word, "dobj", "attr", "oprd"):
        if thing.dep == "oprd" and tree[cue.word].lemma not in CALLING and is_passive(tree, i):
            continue  # "was turned down FLAT"
        if thing.lemma in cue.pattern.split()[1:]:
            yield from behind_preps(tree, thing.i, CONTENT_PREPS.get(cue.kind, ()))
            yield from behind_preps(tree, cue.word, CONTENT_PREPS.get(cue.kind, ()))
        words = with_complement(tree, cue.word, thing.i)
        yield _without_name(tree, thing.i, words) if tree[cue.word].lemma in CALLING else words


def _without_name(tree: Tree, i: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return a noun phrase without what it is called: "dismissed the offer AS THEATRE"."""
    called = {w for t in children(tree, i, "prep") if t.lemma == "as" for w in subtree(tree, t.i)}
    return tuple(w for w in words if w not in called)


def _is_apart(tree: Tree, clause: int, word: int) -> bool:
    """Say whether a clause is told by itself: "A offered a month; B COUNTERED with a year"."""
    return any(t.text == ";" for t in tree[clause:word])


def _is_speech_frame(tree: Tree, clause: Token) -> bool:
    return clause.lemma in {"say", "add", "tell"} and any(
        True for _ in children(tree, clause.i, "ccomp")
    )


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
    return is_as_long(tree, clause) or (opened and clause.dep != "advmod")


def _found(passage: Passage, words: tuple[int, ...]) -> Found[str] | None:
    tree = passage.tree
    kept = sorted(_without_comments(tree, words))
    while kept and tree[kept[0]].tag in EDGE:
        kept.pop(0)
    while kept and tree[kept[-1]].tag in EDGE | {"CC"}:
        kept.pop()
    if not kept:
        return None
    first, last = _whole_words(tree, *_whole_quotation(tree, kept[0], kept[-1]))
    start, end = passage.span(first, last)
    return Found(passage.words(first, last), start, end)


def _whole_quotation(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """Return a span with the quotation mark at its edge that belongs to one inside it."""
    if is_cut(tree[first : last + 1]):
        if last + 1 < len(tree) and is_quoted(tree[last + 1 : last + 2]):
            return first, last + 1
        if first > 0 and is_quoted(tree[first - 1 : first]):
            return first - 1, last
    return first, last


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

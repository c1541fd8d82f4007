"""Keep out outcomes that are none of public affairs: swapped shirts, freed bankers."""

from streams.extract.document import Document, Passage
from streams.extract.statements.captives import changing_hands, counted, exchanged, freed
from streams.extract.statements.constructions import (
    COME_FREE,
    HAIL,
    HANDED_OVER,
    SET_FREE,
    SPURN,
    TAKE_UP,
)
from streams.extract.statements.cues import Cue
from streams.extract.statements.outcomes import outcome_rules
from streams.extract.statements.truces import are_several
from streams.extract.syntax import (
    behind,
    children,
    clause,
    is_verb,
    objects,
    patients,
    subjects,
    subtree,
)
from streams.extract.talks.scope import are_in_office
from streams.extract.tree import Token, Tree

PERSONAL = frozenset({"PRP", "CD", "NNP", "NNPS", "DT", "WP", "WDT"})
"""Tags of words that stand for persons where persons are meant."""
OF_CAPTIVES = frozenset({SET_FREE, HANDED_OVER, COME_FREE})
"""Constructions of which the object says that captives change hands."""
GUESSED = "(model)"
"""A word without a cue, which the corpus alone knows."""
HOMEWARD = frozenset({"return home", "fly home"})
"""Cues of who comes home, be it from captivity or from elsewhere."""
SERVING = frozenset({"soldier", "crew", "remain"})
FREED = frozenset({"freedom", "swap"})
NO_PERSONS = frozenset({"state", "city", "capital", "venue", "government"})


def tells_of_captives(document: Document) -> bool:
    """Say whether an article speaks of prisoners, hostages or remains at all."""
    known = outcome_rules().captivity
    return any(token.lemma in known for passage in document.passages for token in passage.tree)


def tells_of_captivity(document: Document) -> bool:
    """Say whether an article says that somebody was captive; soldiers may have been at home."""
    known = outcome_rules().captivity - SERVING | outcome_rules().liberating | FREED
    return any(token.lemma in known for passage in document.passages for token in passage.tree)


def is_public(passage: Passage, cue: Cue, *, captives: bool, held: bool) -> bool:
    """Say whether an outcome or an answer is of public affairs.

    `captives` says that the article has any, `held` that it tells of their captivity.
    """
    tree, rules = passage.tree, outcome_rules()
    if cue.kind == "exchange":
        if cue.pattern in HOMEWARD and not held:
            return False  # "40 soldiers RETURNED HOME from an exercise"
        if cue.pattern == GUESSED and not captives:
            return False  # "senators WALKED OUT of the White House"
        return _frees_captives(passage, cue, captives=captives) and not _is_only_told(passage)
    if cue.kind == "agreement" and _is_of_one_state(tree, cue.word):
        return False
    if cue.kind == "ceasefire" and _is_bloodless(tree, cue.word):
        return False
    bargains = cue.kind in {"agreement", "ceasefire"} or cue.pattern in {SPURN, TAKE_UP, HAIL}
    if not bargains or are_in_office(passage):
        return True
    near = (i for i in clause(tree, cue.word) if _is_common(passage, i))
    own = {tree[i].lemma for i in near if not _is_so_called(tree, i)}
    return own.isdisjoint(rules.private) and not _is_only_told(passage)


def _is_so_called(tree: Tree, i: int) -> bool:
    """Say whether something of states is called after private affairs: "a DIVORCE bill"."""
    of = outcome_rules().so_called.get(tree[i].lemma, ())
    return tree[i].dep == "compound" and tree[tree[i].head].lemma in of


def _is_of_one_state(tree: Tree, i: int) -> bool:
    """Say whether it is a law of its own that a state signs or ratifies: "signed a DECREE"."""
    if not is_verb(tree[i]) or any(are_several(tree, tree[who]) for who in subjects(tree, i)):
        return False
    signed = (*children(tree, i, "dobj"), *(tree[t] for t in patients(tree, i)))
    return any(t.lemma in outcome_rules().laws for t in signed)


def _is_bloodless(tree: Tree, i: int) -> bool:
    """Say whether it is a truce in trade: "a TARIFF TRUCE", "extended a TRADE TRUCE"."""
    truces = (i, *(t.i for t in objects(tree, i))) if is_verb(tree[i]) else (i,)
    of = (t for truce in truces for t in children(tree, truce, "compound", "amod", "nmod"))
    return any(t.lemma in outcome_rules().bloodless for t in of)


def _is_only_told(passage: Passage) -> bool:
    """Say whether a sentence is about a film or a novel."""
    around = {t.lemma for t in passage.tree if _is_common(passage, t.i)}
    return not around.isdisjoint(outcome_rules().told)


def _is_common(passage: Passage, i: int) -> bool:
    """Say whether a word is a noun and no name; one that opens a headline is taken for a name."""
    token = passage.tree[i]
    return i not in passage.at and (token.tag in {"NN", "NNS"} or (i == 0 and token.tag == "NNP"))


def _frees_captives(passage: Passage, cue: Cue, *, captives: bool) -> bool:
    """Say whether captives change hands, as far as the words or else the article tell."""
    tree, rules = passage.tree, outcome_rules()
    token = tree[cue.word]
    acting = {tree[i].lemma for i in subjects(tree, token.i)} if is_verb(token) else frozenset()
    if token.lemma in rules.taking or acting & rules.by_law:
        return False
    if token.lemma == "exchange" and tree[token.head].lemma in rules.captives:
        return False  # "12 EXCHANGE STUDENTS"
    if any(t.lemma in rules.of_words for t in children(tree, token.i, "amod", "compound")):
        return False  # "a HEATED EXCHANGE between senators"
    if any(t.lemma in rules.wrecks for t in behind(tree, token.i, "from")):
        return False  # "11 miners were freed FROM A SHAFT"
    if captives or cue.pattern in OF_CAPTIVES or token.lemma not in rules.transfers:
        return True
    moved = tuple(changing_hands(tree, token.i))
    return not moved or any(_is_captive(passage, t) for t in moved)


def frees_outright(passage: Passage, cue: Cue) -> bool:
    """Say whether a sentence says outright that captives are freed: "hostages freed"."""
    tree, rules = passage.tree, outcome_rules()
    if cue.pattern in OF_CAPTIVES:
        return True
    if cue.kind != "exchange" or tree[cue.word].lemma not in rules.freeing:
        return False
    persons = rules.captured
    if tree[cue.word].lemma in rules.liberating:
        persons |= rules.captives
    if not is_verb(tree[cue.word]):
        return any(t.lemma in persons for t in exchanged(tree, cue.word))
    moved = (i for t in freed(tree, cue.word) for i in (t.i, *counted(tree, t.i)))
    return any(tree[i].lemma in persons for i in moved)


def _is_captive(passage: Passage, token: Token) -> bool:
    """Say whether a word can stand for captives: "215 Ukrainians", "them", "dozens of soldiers"."""
    known = passage.at.get(token.i)
    if known is not None:
        return known.name.type not in NO_PERSONS and not known.name.post
    if token.tag in PERSONAL:
        return True
    below = subtree(passage.tree, token.i)
    captives = outcome_rules().captives | outcome_rules().of_them
    return any(passage.tree[i].lemma in captives for i in below)

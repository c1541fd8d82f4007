"""Say which words of a sentence have their time and place in common with an encounter."""

from collections.abc import Iterator

from streams.extract.document import Passage
from streams.extract.syntax import children, is_verb
from streams.extract.talks.lexicon import status_rules
from streams.extract.talks.status import is_decided_there
from streams.extract.talks.triggers import Trigger
from streams.extract.talks.verbs import is_among

SHARING = frozenset({"for", "in", "at", "to", "during", "into", "on"})
"""Prepositions before the encounter through which it shares the verb's time and place."""

WALKING_OUT = frozenset({"walk out", "storm out", "stalk out", "march out"})


def tied_words(passage: Passage, trigger: Trigger) -> frozenset[int]:
    """Return the words whose time and place are the encounter's: its noun, verb, and clauses."""
    tied = set(trigger.chain)
    for noun in trigger.chain:
        clauses = [c.i for c in children(passage.tree, noun, "acl", "relcl")]
        # "that WAS to have TAKEN place on Sunday"
        acts = (t.i for c in clauses for t in children(passage.tree, c, "xcomp"))
        tied.update((*clauses, *acts))
    verb = trigger.verb
    if verb is None or not (_verb_ties(trigger) or _walks_out(passage, verb)):
        return frozenset(tied)
    tied.add(verb)
    later = _decided_there(passage, trigger, verb)
    tied.update(i for i in _chain_of_verbs(passage, verb) if i not in later)
    return frozenset(tied)


def _decided_there(passage: Passage, trigger: Trigger, verb: int) -> frozenset[int]:
    """Return what is to be done besides, at its own time: "agreed at talks TO MEET on Friday"."""
    if not is_decided_there(passage.tree, trigger):
        return frozenset()
    return frozenset(t.i for t in children(passage.tree, verb, "xcomp"))


def _verb_ties(trigger: Trigger) -> bool:
    return trigger.relation in {"self", "subject", "object"} or trigger.prep in SHARING


def _walks_out(passage: Passage, verb: int) -> bool:
    """Say whether somebody leaves the room while they meet: "STORMED OUT of the talks"."""
    return is_among(passage.tree, verb, WALKING_OUT)


def _chain_of_verbs(passage: Passage, verb: int) -> Iterator[int]:
    """Yield the verbs that share subject and time: "AGREED to hold", "flew in and MET"."""
    tree = passage.tree
    for child in children(tree, verb, "xcomp", "conj"):
        if child.dep == "xcomp" or not any(True for _ in children(tree, child.i, "nsubj")):
            yield child.i
    word = tree[verb]
    if word.tag == "VB" and word.dep == "advcl" and tree[word.head].lemma in status_rules().travel:
        yield word.head
    while word.dep in {"xcomp", "conj"} and word.head != word.i:
        above = tree[word.head]
        if word.dep == "conj" and any(True for _ in children(tree, word.i, "nsubj", "nsubjpass")):
            return
        if not is_verb(above) and above.tag != "JJ":
            return
        yield above.i
        word = above

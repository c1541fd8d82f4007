"""Mend trees where the parser is known to misread news: a tree in, a tree out."""

from streams.extract.mends.acting import (
    aimed_at,
    called,
    completed,
    due_as_set,
    in_a_plan,
    liked,
    offered,
    opposed,
    ought,
    planned_for,
    plugged,
    to_be_done,
    told_to,
)
from streams.extract.mends.conditions import inverted, provided
from streams.extract.mends.nouns import (
    agreed_before,
    by_its_name,
    going_on,
    held_by,
    met,
    swapping,
    talks_as_noun,
    to_noun,
)
from streams.extract.mends.telling import (
    according,
    made_clear,
    on_its_day,
    said_on_a_day,
    sent_from,
    told_behind,
    while_both,
)
from streams.extract.tree import Tree, leads_to_a_root

__all__ = ["mended"]

_MENDS = (
    talks_as_noun,
    told_behind,
    while_both,
    planned_for,
    aimed_at,
    according,
    going_on,
    to_noun,
    held_by,
    by_its_name,
    swapping,
    said_on_a_day,
    on_its_day,
    due_as_set,
    to_be_done,
    plugged,
    told_to,
    completed,
    offered,
    met,
    called,
    sent_from,
    agreed_before,
    in_a_plan,
    provided,
    inverted,
    ought,
    made_clear,
    liked,
    opposed,
)
"""In this order."""


def mended(tree: Tree) -> Tree:
    """Return the tree as later readers expect it.

    The parser makes trees that no mend foresees: one that would close a circle is left out.
    """
    for mend in _MENDS:
        after = mend(tree)
        if after is tree or _is_sound(after, tree):
            tree = after
    return tree


def _is_sound(after: Tree, before: Tree) -> bool:
    moved = any(a.head != b.head for a, b in zip(after, before, strict=True))
    return not moved or leads_to_a_root(after)

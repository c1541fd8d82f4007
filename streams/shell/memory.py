"""How often Python looks for garbage that refers to itself.

A worker holds millions of objects that live for weeks and hardly makes any such garbage. Python
looks through all of them whenever a quarter more have come to be, which took half of the time of
joining. Everything else is freed at once, as ever, when nothing refers to it any more.
"""

import gc

NEW_OBJECTS = 100_000
"""Made and not freed before Python looks through the new ones; by default 700."""
LOOKS = 1
"""Looks at the new ones before the middle-aged are looked at, too, by default 10: each is looked at
twice at most either way, but with 10 joining stood still for half a second, with 50 for two."""
LOOKS_AT_SOME = 250
"""Looks at the middle-aged before all are looked at; by default 10."""


def collect_rarely() -> None:
    """Leave out what is there already, and look at what comes to be less often."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, LOOKS, LOOKS_AT_SOME)

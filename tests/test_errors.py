"""The errors that are raised on purpose."""

from importlib import import_module

import pytest

from streams import errors

MODULES = (
    "streams.evaluate.gold",
    "streams.shell.reliability",
    "streams.training.corpus",
)


@pytest.mark.parametrize("module", MODULES)
def test_the_tree_of_errors_is_whole(module: str) -> None:
    """Whoever looks for what can be raised finds each in the tree, wherever it is declared."""
    import_module(module)
    declared = {each.__name__ for each in errors.ParleyError.__subclasses__()}
    assert set() == {name for name in declared if name not in (errors.__doc__ or "")}

"""Adjust the clients that Faust creates, before anyone has them."""

from collections.abc import Callable
from functools import wraps
from typing import Any


def adjusted(create: Callable[..., Any], adjust: Callable[[Any], None]) -> Callable[..., Any]:
    """Return what creates the same clients, each adjusted."""

    @wraps(create)
    def creating(*args: Any, **kwargs: Any) -> Any:
        client = create(*args, **kwargs)
        adjust(client)
        return client

    return creating

"""What a desk writes to, and how its laws are tried."""

from collections.abc import Iterable

from hypothesis import HealthCheck, Phase, settings

from streams.stored import Write


def laws(max_examples: int) -> settings:
    """Return how a law is tried."""
    return settings(
        max_examples=max_examples,
        deadline=None,  # the machines that run this differ in speed
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
        phases=set(Phase) - {Phase.explain},
    )


class Rows:
    """A dictionary, where a worker has a table."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}

    def write(self, writes: Iterable[Write]) -> None:
        """Write to the table."""
        for key, value in writes:
            self.rows.pop(key, None)
            if value is not None:
                self.rows[key] = value

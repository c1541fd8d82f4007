"""The watchdog: what counts as a stall, and what does not."""

import pytest

from streams.shell.watchdog import Standing, Watch, complaint, look

PATIENCE = 10.0
BUSY = Standing(done=5, waiting=True)
IDLE = Standing(done=5, waiting=False)


def after(*looks: tuple[float, dict[str, Standing]]) -> Watch:
    watch = Watch(seen=0.0)
    for now, standings in looks:
        watch = look(watch, standings, now)
    return watch


@pytest.mark.parametrize(
    "looks",
    [
        [(1.0, {"t/0": BUSY}), (12.0, {"t/0": BUSY})],
        [(1.0, {"t/0": BUSY, "t/1": IDLE}), (12.0, {"t/0": BUSY, "t/1": IDLE})],
        [(0.0, {"t/0": IDLE}), (1.0, {"t/0": BUSY}), (12.0, {"t/0": BUSY})],
    ],
)
def test_waiting_records_and_no_commit_are_a_stall(
    looks: list[tuple[float, dict[str, Standing]]],
) -> None:
    """Records wait, and the commit has not moved for longer than the patience."""
    wrong = complaint(after(*looks), 12.0, PATIENCE)
    assert "records wait and commits do not move: t/0 (at 5, for 11 s)" == wrong


@pytest.mark.parametrize(
    "looks",
    [
        pytest.param([(2.0, {"t/0": BUSY}), (12.0, {"t/0": BUSY})], id="within patience"),
        pytest.param([(1.0, {"t/0": IDLE}), (12.0, {"t/0": IDLE})], id="nothing waits"),
        pytest.param([(1.0, {"t/0": BUSY}), (12.0, {"t/0": Standing(6, True)})], id="it moved"),
        pytest.param(
            [(1.0, {"t/0": BUSY}), (6.0, {"t/0": IDLE}), (12.0, {"t/0": BUSY})], id="it was done"
        ),
        pytest.param([(1.0, {"t/0": BUSY}), (12.0, {"t/1": BUSY})], id="it was taken away"),
        pytest.param([(1.0, {"t/0": BUSY}), (6.0, {}), (12.0, {"t/0": BUSY})], id="and back"),
        pytest.param(
            [(1.0, {"t/0": Standing((5, 0), True)}), (12.0, {"t/0": Standing((5, 9), True)})],
            id="a table is restored",
        ),
        pytest.param([(12.0, {})], id="nothing assigned"),
    ],
)
def test_progress_of_any_kind_is_no_stall(
    looks: list[tuple[float, dict[str, Standing]]],
) -> None:
    """A commit that moves, an end that is reached, a partition that changes hands: all is well."""
    assert None is complaint(after(*looks), 12.0, PATIENCE)


def test_blindness_is_a_stall() -> None:
    """A worker of which nothing could be learnt for longer than the patience has stalled."""
    watch = after((1.0, {"t/0": IDLE}))
    assert None is complaint(watch, 11.0, PATIENCE)
    wrong = complaint(watch, 11.1, PATIENCE)
    assert "nothing could be learnt of this worker's partitions for 10 s" == wrong

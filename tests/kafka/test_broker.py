"""The broker that all other guarantees are tested against."""

from tests.kafka import broker, client


async def test_broker_takes_and_gives_back(kafka: str, unique: str) -> None:
    """What is produced to a topic is read from it, byte for byte, in order."""
    topic = f"{unique}echo"
    await client.create_topics(kafka, {topic: 1})
    await client.produce(kafka, topic, [(b"k", b"\xff\x00"), (b"k", None)])
    records = await client.read(kafka, topic)
    assert [(b"k", b"\xff\x00"), (b"k", None)] == [(r.key, r.value) for r in records]


async def test_fresh_group_has_committed_nothing(kafka: str, unique: str) -> None:
    """A group that never committed has no offsets."""
    assert {} == await client.committed(kafka, f"{unique}nobody")


def test_closed_port_does_not_answer() -> None:
    """A port that nobody listens on is no broker."""
    (port,) = broker.free_ports(1)
    assert not broker.answers(port)

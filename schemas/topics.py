"""The topics, read from their one declaration in `topics.yaml`."""

from functools import cache
from importlib.resources import files
from typing import Annotated

import msgspec
import yaml
from msgspec import Meta

DEAD_LETTER_SUFFIX = ".dlq"
DEAD_LETTER_RETENTION_MS = "2592000000"  # 30 days, so that a weekend does not cost a record


class Topic(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One topic: what it carries, for whom, and how Kafka keeps it."""

    name: str
    description: str
    key: str
    partitions: Annotated[int, Meta(ge=1)]
    config: dict[str, str]
    producers: list[str]
    consumers: list[str]
    record: str | None = None
    copartitioned: str | None = None
    dead_letters: bool = False
    internal: bool = False


@cache
def topics() -> dict[str, Topic]:
    """Return every topic by name, the dead-letter topics among them."""
    declared = yaml.safe_load(files("schemas").joinpath("topics.yaml").read_text("utf-8"))
    known = {
        name: msgspec.convert({"name": name, **body}, Topic) for name, body in declared.items()
    }
    parked = (_dead_letters_of(topic) for topic in known.values() if topic.dead_letters)
    return known | {topic.name: topic for topic in parked}


def dead_letter_topic(name: str) -> str:
    """Return the name of the dead-letter topic of a topic."""
    return name + DEAD_LETTER_SUFFIX


def _dead_letters_of(topic: Topic) -> Topic:
    return Topic(
        name=dead_letter_topic(topic.name),
        description=f"Records of {topic.name} that could not be processed, byte for byte.",
        key=f"as in {topic.name}",
        partitions=1,
        config={
            "cleanup.policy": "delete",
            "retention.ms": DEAD_LETTER_RETENTION_MS,
            # Headers that say why come on top of a record that may be at its own topic's limit.
            "max.message.bytes": "20971520",
        },
        producers=topic.consumers,
        consumers=["operators"],
    )

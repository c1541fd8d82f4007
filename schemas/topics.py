"""The topics, read from their one declaration in `topics.yaml`."""

import re
from functools import cache
from importlib.resources import files
from typing import Annotated

import msgspec
import yaml
from msgspec import Meta

DEAD_LETTER_SUFFIX = ".dlq"
HANDLE = re.compile(r"^(?:parley|news)\.|\.v\d+$|\.v\d+(?=\.dlq$)")
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

    @property
    def handle(self) -> str:
        """Return its name without owner and version, by which code and people call it."""
        return HANDLE.sub("", self.name)

    @property
    def dead_letter(self) -> bool:
        """Whether it holds the dead letters of another topic."""
        return self.name.endswith(DEAD_LETTER_SUFFIX)

    @property
    def dead_letters_handle(self) -> str:
        """Return the handle of the topic that holds its dead letters."""
        return self.handle + DEAD_LETTER_SUFFIX


@cache
def topics() -> dict[str, Topic]:
    """Return every topic by name, the dead-letter topics among them."""
    declared = yaml.safe_load(files("schemas").joinpath("topics.yaml").read_text("utf-8"))
    known = {
        name: msgspec.convert({"name": name, **body}, Topic) for name, body in declared.items()
    }
    parked = (_dead_letters_of(topic) for topic in known.values() if topic.dead_letters)
    return known | {topic.name: topic for topic in parked}


def topic(handle: str) -> Topic:
    """Return the topic with a handle, such as `events`; raises `KeyError`."""
    return _by_handle()[handle]


@cache
def _by_handle() -> dict[str, Topic]:
    return {each.handle: each for each in topics().values()}


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

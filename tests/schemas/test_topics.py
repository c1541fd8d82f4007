"""The topic declarations: complete, consistent, and understood."""

import pytest

from schemas import Topic, dead_letter_topic, topics
from schemas.generate import RECORDS

KAFKA_CONFIGS = {"cleanup.policy", "retention.ms", "max.message.bytes", "message.timestamp.type"}


@pytest.mark.parametrize("topic", topics().values(), ids=lambda t: t.name)
def test_topic_names_a_known_record(topic: Topic) -> None:
    """What a topic carries has a schema; internal topics and dead letters carry bytes."""
    known = {record.schema for record in RECORDS}
    assert topic.record in known or topic.internal or topic.name.endswith(".dlq")


@pytest.mark.parametrize("topic", topics().values(), ids=lambda t: t.name)
def test_topic_configuration_is_known(topic: Topic) -> None:
    """Only configurations that we understand are set."""
    assert set(topic.config) <= KAFKA_CONFIGS


def test_broker_says_when_an_article_was_received() -> None:
    """A producer's clock that is a year ahead would close all events, one behind lose articles."""
    assert "LogAppendTime" == topics()["news.articles.raw.v1"].config["message.timestamp.type"]


def test_copartitioned_topics_agree() -> None:
    """A table's changelog has as many partitions as the topic it lives beside."""
    groups: dict[str, set[int]] = {}
    for topic in topics().values():
        if topic.copartitioned:
            groups.setdefault(topic.copartitioned, set()).add(topic.partitions)
    assert {"articles", "blocks", "processes"} == set(groups)
    assert all(1 == len(partitions) for partitions in groups.values())


def test_changelogs_are_compacted_only() -> None:
    """Recovery hangs on a changelog that retention has emptied."""
    logs = [t for t in topics().values() if t.name.endswith("-changelog")]
    assert 3 == len(logs)
    assert all("compact" == log.config["cleanup.policy"] for log in logs)


@pytest.mark.parametrize("topic", [t for t in topics().values() if t.dead_letters])
def test_consumed_topic_has_dead_letters(topic: Topic) -> None:
    """A dead letter holds the largest record of its topic, and headers."""
    parked = topics()[dead_letter_topic(topic.name)]
    room = int(parked.config["max.message.bytes"]) - int(topic.config["max.message.bytes"])
    assert room >= 65_536

"""What a topic must have, whatever else whoever runs Kafka has set on it."""

import pytest

from schemas import Topic, topics
from streams.shell.topics import unmet

RAW, LOG, OUTCOMES = (
    topics()[name]
    for name in ("news.articles.raw.v1", "parley-blocks-changelog", "parley.outcomes.v1")
)


@pytest.mark.parametrize(
    ("topic", "found", "due"),
    [
        (RAW, {**RAW.config, "retention.ms": "1"}, ""),
        (RAW, RAW.config | {"message.timestamp.type": "CreateTime"}, "message.timestamp.type"),
        (RAW, RAW.config | {"max.message.bytes": "1048588"}, "max.message.bytes"),
        (RAW, RAW.config | {"max.message.bytes": "99999999"}, ""),
        (RAW, {}, ""),
        (LOG, LOG.config | {"cleanup.policy": "delete"}, "cleanup.policy"),
        (LOG, LOG.config | {"cleanup.policy": "compact,delete"}, "cleanup.policy"),
        (OUTCOMES, OUTCOMES.config | {"cleanup.policy": "delete,compact"}, ""),
    ],
)
def test_what_guarantees_rest_on_is_demanded(topic: Topic, found: dict[str, str], due: str) -> None:
    """Clock, clean-up and room for records are demanded, retention is free; unknown is right."""
    assert ({due: topic.config[due]} if due else {}) == unmet(topic, found)

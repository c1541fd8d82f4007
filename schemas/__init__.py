"""The event contract: what goes in, what comes out, and the topics that carry it.

Records are declared once, as types (`article`, `mention`, `event`, `process`, `ruling`,
`outcome`);
`json/` holds the JSON Schemas generated from them, `examples/` messages that must pass or fail,
`topics.yaml` the one declaration of every topic.
"""

from schemas.article import Article, Evidence, Lineage, Problem, RawArticle
from schemas.event import Changed, Claim, Event, Report
from schemas.mention import (
    ArticleRef,
    Codes,
    Counts,
    Happening,
    Mention,
    Party,
    Person,
    Place,
    Plover,
    Schedule,
    Speaker,
    When,
)
from schemas.outcome import DeadLetter, Outcome
from schemas.process import Position, Process, Step
from schemas.record import convert, decode, encode
from schemas.ruling import Ruling
from schemas.topics import Topic, dead_letter_topic, topic, topics

__all__ = [
    "Article",
    "ArticleRef",
    "Changed",
    "Claim",
    "Codes",
    "Counts",
    "DeadLetter",
    "Event",
    "Evidence",
    "Happening",
    "Lineage",
    "Mention",
    "Outcome",
    "Party",
    "Person",
    "Place",
    "Plover",
    "Position",
    "Problem",
    "Process",
    "RawArticle",
    "Report",
    "Ruling",
    "Schedule",
    "Speaker",
    "Step",
    "Topic",
    "When",
    "convert",
    "dead_letter_topic",
    "decode",
    "encode",
    "topic",
    "topics",
]

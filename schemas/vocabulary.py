"""The closed vocabularies of the event contract: kinds, roles, issues and their like."""

from typing import Annotated, Literal, get_args

from msgspec import Meta

Kind = Literal[
    "talks",
    "mediation",
    "proposal",
    "demand",
    "rejection",
    "acceptance",
    "concession",
    "pledge",
    "threat",
    "accusation",
    "agreement",
    "ceasefire",
    "exchange",
]
MOST_ROUNDS = 999
"""The highest number that a round can have: armistice commissions met some hundred times."""
Round = Annotated[int, Meta(ge=1, le=MOST_ROUNDS)]
Role = Literal["party", "mediator", "host", "guarantor", "observer", "supporter"]
PersonRole = Literal["head", "delegate", "mediator", "leader"]
Issue = Literal[
    "territory",
    "ceasefire",
    "security_guarantees",
    "troops",
    "prisoners",
    "sanctions",
    "energy",
    "nuclear",
    "arms",
    "humanitarian",
    "borders",
    "governance",
    "recognition",
    "justice",
    "trade",
    "climate",
    "process",
    "other",
]
Format = Literal[
    "bilateral", "trilateral", "multilateral", "indirect", "phone", "video", "visit", "summit"
]
REMOTE: frozenset[Format] = frozenset({"phone", "video"})
"""Formats in which nobody meets in person."""
Precision = Literal["minute", "day", "week", "month", "year", "unknown"]
Modality = Literal["asserted", "planned", "conditional", "speculated", "denied"]
Change = Literal["postponed", "brought_forward", "cancelled", "suspended", "resumed", "extended"]
Via = Literal["citing", "byline", "told", "copy"]
ArticleStatus = Literal["usable", "withheld", "canceled"]
RecordStatus = Literal["reported", "corroborated", "contradicted", "retracted"]
OutcomeName = Literal["rejected", "duplicate", "revision", "irrelevant", "no_event", "events"]

Status = Literal[
    "accepted",
    "agreed",
    "breached",
    "cancelled",
    "declared",
    "declined",
    "done",
    "ended",
    "extended",
    "failed",
    "held",
    "in_force",
    "offered",
    "planned",
    "postponed",
    "proposed",
    "ratified",
    "reached",
    "requested",
    "signed",
    "suspended",
    "under_way",
    "violated",
    "withdrawn",
]

STATUSES: dict[str, frozenset[str]] = {
    "talks": frozenset(
        "proposed planned under_way held postponed cancelled suspended failed".split()
    ),
    "mediation": frozenset("offered requested accepted declined withdrawn".split()),
    "agreement": frozenset("reached signed ratified breached withdrawn".split()),
    "ceasefire": frozenset("proposed declared in_force extended ended violated".split()),
    "exchange": frozenset("agreed under_way done".split()),
}
"""The status values of each kind that has any (contract, section 2)."""

POSITIONS: frozenset[Kind] = frozenset(get_args(Kind)) - STATUSES.keys()
"""The kinds that somebody holds; they alone have no status."""
OUTCOMES: frozenset[Kind] = frozenset({"agreement", "ceasefire", "exchange"})
"""The kinds of what comes about between parties (contract, section 2)."""
ARMED: frozenset[Kind] = frozenset({"ceasefire", "exchange"})
"""Kinds that only enemies in arms can bring about."""

Actor = Annotated[
    str,
    Meta(
        pattern=r"^([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)$",
        description="ISO 3166-1 alpha-3 code of a state, or the slug of anyone else",
    ),
]
_ON_THE_CALENDAR = (
    r"^(?!....-(?:02-3|(?:04|06|09|11)-31))"
    r"(?!..(?:[02468][1235679]|[13579][01345789])-02-29|(?:1[^26]|2[^048])00-02-29)"
)
"""Opens the pattern of a date, to leave out days that no month has, and 29 February but every
fourth year: whoever counts days could not place them."""
_YEAR, _MONTH, _DAY = r"[12]\d{3}", r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
Timestamp = Annotated[
    str,
    Meta(
        pattern=rf"{_ON_THE_CALENDAR}{_YEAR}-{_MONTH}-{_DAY}T\d\d:\d\d:\d\d(\.\d+)?Z$",
        description="RFC 3339 in UTC, with the suffix Z",
    ),
]
IsoDate = Annotated[
    str,
    Meta(
        pattern=rf"{_ON_THE_CALENDAR}{_YEAR}(-{_MONTH}(-{_DAY}"
        r"(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$",
        description="ISO 8601 date of 1000 to 2999, cut off where the text stops being precise",
    ),
]
Offset = Annotated[int, Meta(ge=0, description="Unicode code points into the article text")]
Count = Annotated[int, Meta(ge=0)]

Actors = str | tuple[Actor, ...]
"""One actor, or those who hold or face something jointly.

The lone string goes without its pattern: msgspec 0.19 to 0.22 crashes in garbage collection on a
union of a constrained string and an array.
"""

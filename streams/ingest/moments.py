"""Points in time as producers write them, to RFC 3339 in UTC."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from streams.days import DAY

TOLERATED_CLOCK_SKEW = timedelta(days=1)
"""Clocks differ and feeds announce tomorrow's edition; more than a day ahead is nonsense."""
EARLIEST_YEAR = 1900
NOON = "T12:00:00"


class Unusable(ValueError):
    """The moment cannot be used; the message is its stable reason."""


def read_moment(given: str, received_at: str) -> tuple[str, str | None]:
    """Return the moment as `YYYY-MM-DDTHH:MM:SSZ`, and a doubt about it, or None.

    A moment without offset is taken as UTC (doubt `no-offset`), a date without time as noon UTC
    (doubt `no-time`): relative dates such as "on Wednesday" need the day, not the minute. Dates in
    the style of RSS (RFC 2822) are read too. Raises `Unusable`: `not-a-date`, `in-the-future` or
    `too-old`.
    """
    moment = _parse(given)
    doubt = _doubt(given, moment)
    try:
        utc = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:
        raise Unusable("not-a-date") from None
    if utc.year < EARLIEST_YEAR:
        raise Unusable("too-old")
    if utc > datetime.fromisoformat(received_at) + TOLERATED_CLOCK_SKEW:
        raise Unusable("in-the-future")
    return format_moment(utc), doubt


def format_moment(moment: datetime) -> str:
    """Return an aware moment as `YYYY-MM-DDTHH:MM:SSZ`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def received(moment: datetime) -> str:
    """Return an aware moment as `YYYY-MM-DDTHH:MM:SS.mmmZ`, which is how receipt is stamped."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _parse(given: str) -> datetime:
    try:
        return datetime.fromisoformat(given + NOON if len(given) == DAY else given)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(given)
    except (ValueError, TypeError, IndexError):
        raise Unusable("not-a-date") from None


def _doubt(given: str, moment: datetime) -> str | None:
    if len(given) == DAY:
        return "no-time"
    return None if moment.tzinfo else "no-offset"

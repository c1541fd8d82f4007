"""Moments, sketches and ids in the few bytes that they consist of.

Each function returns what it cannot shorten as it is, so that everything is read as it was.
"""

from base64 import b64decode, b64encode
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from streams.days import SECONDS_A_DAY
from streams.dedup.event_ids import EVENT

_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_MARKS = (4, 7, 10, 13, 16)
_SECONDS = len("2026-02-04T12:00:00")
_AS_IT_IS, _SPELT = b"=", b"+"


@lru_cache(maxsize=4_096)
def short_moment(moment: str) -> int | str:
    """Return a timestamp as seconds, or as milliseconds below zero where it gives them."""
    fraction = _fraction(moment)
    if fraction is None:
        return moment
    try:
        passed = datetime.fromisoformat(moment) - _BEGIN
    except ValueError:
        return moment
    seconds = passed.days * SECONDS_A_DAY + passed.seconds
    if fraction:
        seconds = -(1_000 * seconds + passed.microseconds // 1_000)
    # Before 1970 the sign would say another thing.
    return moment if (seconds < 0) != bool(fraction) else seconds


@lru_cache(maxsize=4_096)
def long_moment(short: int | str) -> str:
    """Return the timestamp that was shortened."""
    if isinstance(short, str):
        return short
    seconds, thousandths = (short, None) if short >= 0 else divmod(-short, 1_000)
    moment = (_BEGIN + timedelta(seconds=seconds)).isoformat()[:_SECONDS]
    return f"{moment}Z" if thousandths is None else f"{moment}.{thousandths:03}Z"


def _fraction(moment: str) -> str | None:
    """Return the fraction of a second, empty where none is given; None where that is unusual."""
    marks = [moment[place : place + 1] for place in _MARKS]
    fraction = moment[_SECONDS:-1]
    usual = marks == ["-", "-", "T", ":", ":"] and moment[-1:] == "Z"
    return fraction if usual and len(fraction) in (0, len(".000")) else None


@lru_cache(maxsize=4_096)
def short_sketch(sketch: str) -> bytes:
    """Return a fingerprint as the bytes that it spells."""
    try:
        short = b64decode(sketch, validate=True)
    except ValueError:
        return _AS_IT_IS + sketch.encode()
    return (
        _SPELT + short
        if b64encode(short).decode("ascii") == sketch
        else _AS_IT_IS + sketch.encode()
    )


def long_sketch(short: bytes) -> str:
    """Return the fingerprint that was shortened."""
    if short.startswith(_AS_IT_IS):
        return short[1:].decode()
    return b64encode(short[1:]).decode("ascii")


def short_id(event_id: str) -> bytes:
    """Return the id of an event as the digest that it spells."""
    return bytes.fromhex(event_id.removeprefix(EVENT))


def long_id(short: bytes) -> str:
    """Return the id that was shortened."""
    return EVENT + short.hex()

"""Tell history from news by its date (contract, section 2)."""

from datetime import date, timedelta

from schemas.mention import When

BACKGROUND_AFTER = 14
"""Days before publication from which on a happening is history."""


def is_background(when: When | None, published_at: str | None) -> bool:
    """Say whether something was over more than two weeks before publication."""
    if when is None or published_at is None:
        return False
    last = when.end or when.start
    if not last:
        return False
    gap = date.fromisoformat(published_at[:10]) - _last_day(last)
    return gap.days > BACKGROUND_AFTER


def _last_day(moment: str) -> date:
    """Return the last day that an ISO date, cut off or not, can mean."""
    if len(moment) == 4:
        return date(int(moment), 12, 31)
    if len(moment) == 7:
        year, month = int(moment[:4]), int(moment[5:])
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date.fromisoformat(moment[:10])

"""A small article of an invented outlet, for tests of the command line."""

from typing import Any

TEXT = (
    "Negotiators from Armenia and Azerbaijan opened a second round of talks in Tbilisi on Tuesday."
    "\n"
    "The two delegations are to meet again on Wednesday, the Georgian hosts said."
)
PUBLISHED = "2026-03-03T18:00:00Z"


def article(**fields: Any) -> dict[str, Any]:
    """Return the article, with fields added or replaced."""
    return {
        "text": TEXT,
        "title": "Second round of border talks opens in Tbilisi",
        "outlet": "Kura Valley Courier",
        "url": "https://kuravalley.example/border-talks",
        "published_at": PUBLISHED,
    } | fields

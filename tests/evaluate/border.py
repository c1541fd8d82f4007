"""An invented article on a border quarrel, its gold, and answers to it in a few words."""

from typing import Any

import orjson

from schemas import ArticleRef, Codes, Evidence, Lineage, Mention, Party, Plover, When
from schemas.vocabulary import Kind
from streams.evaluate import Answer, GoldArticle, GoldSentence
from streams.evaluate.gold import read_gold

MEETING = "Envoys of Chile and Peru met in Quito on Monday."
DEMAND = "Chile demanded that Peru withdraw its patrol boats."
REFUSAL = "Peru “firmly” refused."
HISTORY = "The two sides had met in 1998, too."
TEXT = "\n".join((MEETING, f"{DEMAND} {REFUSAL}", HISTORY))
BOTH = [{"actor": "CHL", "role": "party"}, {"actor": "PER", "role": "party"}]
MENTIONS: tuple[dict[str, Any], ...] = (
    {
        "kind": "talks",
        "status": "held",
        "parties": BOTH,
        "place": {"name": "Quito", "country": "ECU"},
        "when": {"start": "2026-03-02", "end": "2026-03-02", "precision": "day"},
        "quotes": [MEETING],
    },
    {
        "kind": "demand",
        "holder": "CHL",
        "target": "PER",
        "issue": "borders",
        "content": "withdraw its patrol boats",
        "quotes": [DEMAND],
    },
    {
        "kind": "rejection",
        "holder": ["PER"],
        "target": ["CHL"],
        "content": "withdraw its patrol boats",
        "quotes": [REFUSAL],
    },
    {"kind": "talks", "parties": BOTH, "background": True, "quotes": [HISTORY]},
)


def gold_line(*mentions: dict[str, Any], text: str = TEXT, **fields: Any) -> dict[str, Any]:
    """Return a line of a gold file; mentions need a kind and quotes, spans are found."""
    return {
        "article": {"id": "border", "outlet": "The Dale Post", "text": text},
        "lineage": [],
        "relevant": bool(mentions),
        "mentions": [
            {"ref": f"e{nth}", "spans": [span(q, text) for q in m["quotes"]], **m}
            for nth, m in enumerate(mentions, start=1)
        ],
        **fields,
    }


def gold(*mentions: dict[str, Any], text: str = TEXT, **fields: Any) -> GoldArticle:
    """Return a gold article."""
    (read,) = read_gold(orjson.dumps(gold_line(*mentions, text=text, **fields)), "gold.jsonl")
    assert isinstance(read, GoldArticle)
    return read


def sentence(plover: str) -> GoldSentence:
    """Return a gold sentence of a class."""
    return GoldSentence(id=f"s-{plover}", text="Chile and Peru are at odds.", plover=plover)


def span(quote: str, text: str = TEXT) -> tuple[int, int]:
    """Return where a quote stands in a text."""
    start = text.index(quote)
    return start, start + len(quote)


def found(kind: Kind, *quotes: str, text: str = TEXT, **fields: Any) -> Mention:
    """Return an extracted mention with its evidence."""
    spans = fields.pop("spans", [span(quote, text) for quote in quotes])
    return Mention(
        kind=kind,
        mention_id="m-1",
        article=ArticleRef(article_id="border", key="a-1", received_at="2026-03-03T06:00:00Z"),
        evidence=tuple(Evidence(field="kind", start=start, end=end) for start, end in spans),
        **{"modality": "asserted", **fields},
    )


def coded(*classes: str) -> Answer:
    """Return an answer whose mentions have PLOVER classes; an empty one stands for no code."""
    codes = [Codes(plover=Plover(event=name)) if name else None for name in classes]
    mentions = tuple(found("demand", spans=[(0, 5)], codes=each) for each in codes)
    return Answer("Chile and Peru are at odds.", mentions)


def told(*outlets: str) -> tuple[Lineage, ...]:
    """Return from whom an article took its story."""
    return tuple(Lineage(outlet=outlet, via="citing") for outlet in outlets)


HALF_RIGHT = Answer(
    TEXT,
    (
        found(
            "talks",
            MEETING,
            status="held",
            parties=(Party(actor="CHL", role="party"), Party(actor="PER", role="host")),
            when=When(start="2026-03-02", end="2026-03-03", precision="day"),
            confidence=0.9,
        ),
        found(
            "demand", DEMAND, holder="CHL", content="withdraw patrol boats at once", confidence=0.6
        ),
        found("threat", REFUSAL, holder="PER", confidence=0.8),
        found("talks", HISTORY),
    ),
    told("the Dale-Post", "Lake Wire"),
)
"""Of three mentions that count two are found and one is invented; the old meeting is found, too."""

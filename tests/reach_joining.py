"""How far joining reaches: copies, retold stories, headline events and origins, against truth.

`python -m tests.reach_joining [GOLD]` prints the figures. The samples and their truth are in the
repository; GOLD is a folder with `copies.jsonl` and `stories.jsonl`, which are not.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, get_args

import orjson
from msgspec import to_builtins
from msgspec.structs import replace

from schemas import ArticleRef, Event, Evidence, Mention, convert, encode
from schemas.vocabulary import Kind
from streams.dedup import block_key
from streams.dedup.account import Account, account_of
from streams.dedup.copies import find_copies
from streams.dedup.desk import Desk
from streams.demo.feed import sample_articles
from streams.extract.mentions import identify
from streams.ingest import read_article
from streams.pipeline import Pipeline
from streams.sketches.fingerprint import fingerprint
from tests.gold import gold_articles, samples, truth
from tests.retold.articles import recurrences, runs

RECEIVED = "2026-03-20T00:00:00.000Z"
ORDERS = 50
HEADLINES = Path(__file__).parent / "headlines"
MIN_REPORTS = 2
"""An event of one report has one origin whatever is done."""


class Score(NamedTuple):
    """Pairs that were joined and should be, that should not be, and that were missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Return the share of joined pairs that belong together; 1 where none was joined."""
        joined = self.right + self.wrong
        return self.right / joined if joined else 1.0

    @property
    def recall(self) -> float:
        """Return the share of pairs that belong together and were joined."""
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)

    def __str__(self) -> str:
        """Return the figures as people read them."""
        return f"F1 {self.f1:.3f}, precision {self.precision:.3f}, recall {self.recall:.3f}"


def score(
    truth: Mapping[str, str],
    home: Mapping[str, str],
    together: AbstractSet[tuple[str, str]] = frozenset(),
) -> Score:
    """Score the pairs that share a home, or are said to be together, by those that should."""
    found: Counter[tuple[bool, bool]] = Counter()
    for a, b in combinations(sorted(truth), 2):
        joined = (a, b) in together or home.get(a, a) == home.get(b, b)
        found[truth[a] == truth[b], joined] += 1
    return Score(found[True, True], found[False, True], found[True, False])


def copies(articles: list[dict[str, Any]]) -> Score:
    """Score which texts are taken for copies of one original, as joining finds them."""
    accounts = [account_of(_report(n, article)) for n, article in enumerate(articles)]
    found = find_copies(sorted(accounts, key=lambda account: account.order))
    home = {a.mention_id: _first(a, found).mention_id for a in accounts}
    cluster = {f"m-{n}": article["cluster"] for n, article in enumerate(articles)}
    return score(cluster, home)


def _first(account: Account, found: Mapping[str, Account]) -> Account:
    while account.mention_id in found:
        account = found[account.mention_id]
    return account


def _report(number: int, article: dict[str, Any]) -> Mention:
    of = ArticleRef(
        article_id=article["id"],
        key=article["id"],
        received_at=RECEIVED,
        outlet=article["id"],
        published_at=f"{article['published_at'][:10]}T12:00:00Z",
        fingerprint=fingerprint(f"{article['title']}\n{article['text']}"),
    )
    evidence = (Evidence(field="kind", start=0, end=1),)
    return Mention(
        mention_id=f"m-{number}", kind="demand", modality="asserted", article=of, evidence=evidence
    )


def stories(articles: list[dict[str, Any]]) -> Score:
    """Score which leads report a common event, told in other words by each outlet."""
    values = [
        orjson.dumps({"id": a["id"], "title": a["title"], "text": a["text"]}) for a in articles
    ]
    cluster = {a["id"]: a["cluster"] for a in articles}
    together = {
        pair
        for event in run(values)
        for pair in combinations(sorted({r.article_id for r in event.reports}), 2)
    }
    return score(cluster, {}, together)


def headlines(events: Sequence[Event], kinds: AbstractSet[str]) -> Score:
    """Score which samples share the event they are about, of the kinds given.

    An article stands with the largest event of its headline's kind that has it. Where a report of
    one round announces the next, that is often the next: see `ceiling`.
    """
    told = {id_: name for id_, name in _told().items() if _kind(name) in kinds}
    homes = {}
    for id_, name in told.items():
        reports = {e.event_id: {r.article_id for r in e.reports} for e in events}
        own = [e for e in events if e.kind == _kind(name) and id_ in reports[e.event_id]]
        homes[id_] = max(own, key=lambda e: len(e.reports)).event_id if own else id_
    return score(told, homes)


def ceiling() -> Score:
    """Score the truth itself as `headlines` does: no joining can be given more than this."""
    told, events = _told(), truth()["events"]
    homes = {}
    for id_, name in told.items():
        own = [n for n, e in events.items() if e["kind"] == _kind(name) and id_ in _reports(e)]
        homes[id_] = max(own, key=lambda n: len(_reports(events[n])), default=id_)
    return score(told, homes)


class About(NamedTuple):
    """What an article is about: the event, its kind, and the words that tell of it."""

    event: str
    kind: str
    spans: Sequence[Sequence[int]]


def by_words(
    events: Sequence[Event], mentions: Iterable[Mention], about: Mapping[str, About]
) -> Score:
    """Score which articles share the event they are about, found by the words that tell of it.

    An article stands with the event that has its mention of the annotated kind whose evidence
    covers most of the annotated words; with itself alone where there is none. Of two readings of
    the same words that counts which more articles share.
    """
    home = {r.mention_id: e.event_id for e in events for r in e.reports}
    size = {e.event_id: len(e.reports) for e in events}
    said: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.article.article_id and mention.mention_id in home:
            said.setdefault(mention.article.article_id, []).append(mention)
    homes = {}
    for id_, told in about.items():
        alike = [m for m in said.get(id_, ()) if m.kind == told.kind and _covers(m, told)]
        ranked = (((_covers(m, told), size[home[m.mention_id]]), home[m.mention_id]) for m in alike)
        homes[id_] = max(ranked, default=(0, id_))[1]
    return score({id_: told.event for id_, told in about.items()}, homes)


def about_samples() -> dict[str, About]:
    """Return what each annotated sample is about, by its id."""
    found = {}
    for entry in gold_articles():
        for said in entry["mentions"]:
            if said["ref"] == entry["headline_event"] and "cluster" in entry:
                about = About(entry["cluster"], said["kind"], said["spans"])
                found[entry["article"]["id"]] = about
    return found


def told_apart(path: Path, *, dated: bool = True) -> Score:
    """Score the headline events of a file of `tests/headlines`, with its dates or without any."""
    rows = _read(path)
    return _of_rows(rows if dated else [{**r, "article": _undated(r["article"])} for r in rows])


def _undated(article: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in article.items() if name != "published_at"}


def _of_rows(rows: Sequence[dict[str, Any]]) -> Score:
    events, mentions = told_of(orjson.dumps(row["article"]) for row in rows)
    about = {row["article"]["id"]: _about(row) for row in rows}
    return by_words(events, mentions, about)


def retold(happenings: Iterable[list[dict[str, Any]]]) -> Score:
    """Score happenings of `tests/retold`, each by itself."""
    return total(_of_rows(rows) for rows in happenings)


def total(scores: Iterable[Score]) -> Score:
    """Return the score of all pairs that were scored apart."""
    return Score(*map(sum, zip(*scores, strict=True)))


def _about(row: dict[str, Any]) -> About:
    article = read_article(orjson.dumps(row["article"]), source="reach", received_at=RECEIVED)
    starts = [(article.text.find(quote), len(quote)) for quote in row["quotes"]]
    spans = [(start, start + length) for start, length in starts if start >= 0]
    # The headline tells of it, too, though the words were sought in the text.
    spans.append((0, len(row["article"]["title"])))
    return About(row["cluster"], row["kind"], spans)


def _covers(mention: Mention, about: About) -> int:
    """Return how many letters of the annotated words a mention rests on."""
    spans = [(e.start, e.end) for e in mention.evidence if e.field == "kind"]
    return sum(
        max(0, min(end, last) - max(start, first))
        for start, end in spans
        for first, last in about.spans
    )


def annotated() -> Iterator[Mention]:
    """Yield the mentions of the samples as people annotated them: joining without extraction."""
    for entry in gold_articles():
        of = identify(samples()[entry["article"]["id"]])
        for said in entry["mentions"]:
            fields = {k: v for k, v in said.items() if k in Mention.__struct_fields__}
            evidence = [{"field": "kind", "start": a, "end": b} for a, b in said["spans"]]
            names = {"mention_id": f"{of.article_id}-{said['ref']}", "evidence": evidence}
            yield convert({**fields, **names, "article": to_builtins(of)}, Mention)


def _told() -> dict[str, str]:
    """Return which event each sample is about, edits left out."""
    return {
        id_: article["headline"]
        for id_, article in truth()["articles"].items()
        if "@" not in id_ and article.get("headline") in truth()["events"]
    }


def _kind(event: str) -> str:
    kind: str = truth()["events"][event]["kind"]
    return kind


def _reports(event: dict[str, Any]) -> list[str]:
    reports: list[str] = event.get("reports", [])
    return reports


def origins(events: Sequence[Event]) -> tuple[int, int]:
    """Return for how many events of the truth the reports found have the right origins, of all.

    An event is found where most of its reports are; its reports are shared out as the truth does.
    """
    right = found = 0
    for told in truth()["events"].values():
        expected = {r: root for root, reports in told.get("origins", {}).items() for r in reports}
        own = [e for e in events if e.kind == told["kind"]]
        best = max(own, key=lambda e: len(_common(e, expected)), default=None)
        common = _common(best, expected) if best else {}
        if len(common) < MIN_REPORTS:
            continue
        found += 1
        right += all(
            (common[a] == common[b]) == (expected[a] == expected[b])
            for a, b in combinations(common, 2)
        )
    return right, found


def _common(event: Event, expected: Mapping[str, str]) -> dict[str, str]:
    return {r.article_id: r.origin for r in event.reports if r.article_id in expected}


def orders(count: int) -> int:
    """Return how many of so many random orders of the samples give the very same events."""
    samples = list(sample_articles())
    expected = _content(run(samples))
    rng = random.Random(1)  # noqa: S311  # an order, not a secret
    return sum(_content(run(rng.sample(samples, len(samples)))) == expected for _ in range(count))


def _content(events: Iterable[Event]) -> dict[str, bytes]:
    return {e.event_id: encode(replace(e, revision=1, changed=None)) for e in events}


def run(values: Iterable[bytes]) -> tuple[Event, ...]:
    """Return the events that stand after all raw records were fed."""
    return told_of(values)[0]


def told_of(values: Iterable[bytes]) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    """Return the events that stand after all raw records were fed, and all mentions."""
    pipeline = Pipeline()
    mentions: list[Mention] = []
    for number, value in enumerate(values):
        fed = pipeline.feed(value, source=f"reach/0/{number}", received_at=RECEIVED)
        mentions += fed.mentions
    return tuple(event for event in pipeline.events() if event.reports), tuple(mentions)


def joined(mentions: Iterable[Mention]) -> tuple[Event, ...]:
    """Return the events that mentions make."""
    rows: dict[str, bytes] = {}
    desk, events = Desk(rows.get), {}
    for mention in mentions:
        step = desk.admit(block_key(mention), mention)
        rows.update({key: value for key, value in step.writes if value is not None})
        events.update({event.event_id: event for event in step.events})
    return tuple(event for event in events.values() if event.reports)


def _read(path: Path) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def main(gold: str | None) -> None:
    """Print the figures."""
    events, mentions = told_of(sample_articles())
    alone, about = tuple(annotated()), about_samples()
    print(f"samples: {len(events)} events")
    print(f"headline events, by their words:      {by_words(events, mentions, about)}")
    print(f"  joining alone, mentions by hand:    {by_words(joined(alone), alone, about)}")
    paths = sorted(HEADLINES.glob("*.jsonl"))
    dated = {path: told_apart(path) for path in paths}
    for path, found in dated.items():
        print(f"  other articles, {path.stem + ':':20}  {found}")
    undated = total(told_apart(path, dated=False) for path in paths)
    print(f"  all of these:                       {total(dated.values())}")
    print(f"  all of these without any date:      {undated}")
    for who in ("states", "groups"):
        print(f"  {f'retold of {who}:':34}  {retold(runs(who, beside=False))}")
        print(f"  {'  with what is told besides:':34}  {retold(runs(who, beside=True))}")
        print(f"  {'  and what happens again:':34}  {retold(recurrences(who))}")
    print(f"headline events, by the largest:      {headlines(events, frozenset(get_args(Kind)))}")
    print(f"  the truth itself, scored like this: {ceiling()}")
    print("events with the right origins: {} of {}".format(*origins(events)))
    print(f"random orders with equal events: {orders(ORDERS)} of {ORDERS}")
    if gold is not None:
        print(f"copies:  {copies(_read(Path(gold, 'copies.jsonl')))}")
        print(f"stories: {stories(_read(Path(gold, 'stories.jsonl')))}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)

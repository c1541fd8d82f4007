"""From what an extractor drafted to a mention: its article, its codes, its stable id."""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from schemas import Article, ArticleRef, Evidence, Lineage, Mention
from schemas.mention import Happening
from streams.extract.codes import code
from streams.extract.politicians import shared_home
from streams.sketches.fingerprint import fingerprint
from streams.sketches.terms import terms

ID_BYTES = 8


class Draft(Happening, frozen=True, kw_only=True):
    """A mention before it belongs to an article."""

    schema = "draft"

    evidence: tuple[Evidence, ...]
    confidence: float | None = None
    hint: bool = False
    """Too unsure to be told by itself."""


def refer(article: Article, lineage: tuple[Lineage, ...]) -> ArticleRef:
    """Return the reference by which mentions carry their article, and what joining needs of it."""
    sketches = {"fingerprint": fingerprint(article.text), "terms": terms(article.text)}
    return msgspec.structs.replace(identify(article), lineage=lineage, **sketches)


def identify(article: Article) -> ArticleRef:
    """Return the reference that says which article it is, and no more."""
    return ArticleRef(
        article_id=article.id,
        key=article.key,
        received_at=article.received_at,
        outlet=article.outlet,
        url=article.url,
        published_at=article.published_at,
        updated_at=article.updated_at,
    )


def among_parties(drafts: Iterable[Draft], text: str) -> tuple[Draft, ...]:
    """Return drafts without the state among whose own parties something is agreed or talked of.

    "Germany's SPD and FDP agreed": it is named for where they do. The United States are a party of
    their own beside theirs: there the government is the President's.
    """
    return tuple(_among_parties(draft, text) for draft in drafts)


def _among_parties(draft: Draft, text: str) -> Draft:
    state = shared_home(p.actor for p in draft.parties or () if p.role == "party")
    named = {p.name for p in draft.parties or () if p.actor == state}
    if state is None or not named:
        return draft
    kept = tuple(p for p in draft.parties or () if p.actor != state)
    shown = tuple(
        e for e in draft.evidence if e.field != "parties" or text[e.start : e.end] not in named
    )
    return msgspec.structs.replace(draft, parties=kept, evidence=shown)


def as_mentions(drafts: Iterable[Draft], reference: ArticleRef) -> tuple[Mention, ...]:
    """Return drafts as mentions of the article; ids stay when the article is edited."""
    seen: Counter[str] = Counter()
    mentions = []
    for draft in drafts:
        principals = principal_actors(draft)
        base = "|".join((reference.key, draft.kind, *principals))
        seen[base] += 1
        fields = {name: getattr(draft, name) for name in draft.__struct_fields__}
        fields["codes"] = code(draft)
        identity = blake2b(f"{base}|{seen[base]}".encode(), digest_size=ID_BYTES).hexdigest()
        mentions.append(Mention(mention_id=f"m-{identity}", article=reference, **fields))
    return tuple(mentions)


def principal_actors(happening: Happening) -> tuple[str, ...]:
    """Return those a happening is between, sorted: its parties, or who holds a position."""
    parties = {p.actor for p in happening.parties if p.role == "party"}
    holders = happening.holder if isinstance(happening.holder, tuple) else (happening.holder,)
    return tuple(sorted(parties or {h for h in holders if h}))

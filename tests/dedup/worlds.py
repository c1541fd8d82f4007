"""Random worlds: a few outlets that tell, copy, cite, edit and withdraw reports of a few rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from schemas import ArticleRef, Lineage, Mention, Party, Person, When
from schemas.vocabulary import STATUSES, Kind
from streams.sketches.fingerprint import fingerprint
from streams.sketches.terms import terms
from tests.dedup.factories import ABU_DHABI, GENEVA, article, behind, mention, moved, on, parties

OUTLETS = ("harbour", "meridian", "dhow", "nevsky")
DAYS = tuple(f"2026-02-{day:02}" for day in range(1, 8))
LONG_AGO = "2025-11-04"
"""Of the articles received, some come from an archive."""
TEXTS = ("", *(fingerprint(" ".join(f"{w}{n}" for w in range(40))) for n in range(2)))
TERMS = ("", terms("harvest crossing envoy"), terms("envoy harvest border"), terms("fuel depot"))
# More of the plain table than of those with a third at it, so that many reports can be joined.
TABLES = (
    *3 * (parties(RUS="party", UKR="party"),),
    parties(RUS="party", UKR="party", USA="mediator"),
    parties(RUS="party", UKR="party", USA="party"),
    parties(RUS="party", UKR="party", TUR="host"),
    parties(RUS="party", UKR="party", BLR="party"),
)
DATES = (
    *(on(day) for day in DAYS),
    on("2026-02-03", "2026-02-04"),
    on("2026-02-04", "2026-02-06"),
    on("2026-02", precision="month"),
    *(When(precision="unknown", text=f"on {day}") for day in ("Monday", "Friday")),
)
PEOPLE = (
    (),
    (Person(name="Sergei Lavrov", actor="RUS"), Person(name="Andrii Sybiha", actor="UKR")),
    (Person(name="Lavrov", actor="RUS"), Person(name="Sibiha", actor="UKR")),
    (Person(name="Sergei Lavrov", actor="RUS"), Person(name="Marco Rubio", actor="USA")),
)
CONTENTS = ("a full withdrawal from the Donbas", "withdrawal from Donbas", "release of children")
HAPPENINGS: tuple[Kind, ...] = ("talks", "talks", "ceasefire", "agreement")
POSITIONS: tuple[Kind, ...] = ("demand",)


def _often(*values: Any) -> st.SearchStrategy[Any]:
    """Return one of the values, or nothing just as often."""
    return st.sampled_from((*values, *len(values) * (None,)))


_modalities = st.sampled_from("asserted asserted asserted planned speculated denied".split())
_tables: st.SearchStrategy[tuple[Party, ...]] = st.sampled_from(TABLES)
_hint = st.sampled_from((False, False, False, True))
_place, _when = _often(ABU_DHABI, GENEVA), _often(*DATES)
_denied_by = st.sampled_from(((), (), (), ("UKR",)))
_positions: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    modality=_modalities,
    holder=st.just("RUS"),
    target=st.sampled_from(("UKR", "UKR", "USA", None)),
    content=_often(*CONTENTS),
    condition=_often("if sanctions are lifted", "once troops have left"),
    issue=_often("territory", "justice"),
    evidence=st.sampled_from((behind(0), behind())),
)
_truces: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    modality=_modalities,
    status=_often(*sorted(STATUSES["ceasefire"])),
    parties=_tables,
    when=_when,
    issue=_often("ceasefire", "energy"),
    denied_by=_denied_by,
)
_deals: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    modality=_modalities,
    status=st.sampled_from(("withdrawn", "withdrawn", "signed")),
    parties=_tables,
    when=_when,
    issue=_often("nuclear", "trade"),
    evidence=st.sampled_from((behind(0), behind())),
)
_rounds: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    modality=_modalities,
    status=_often(*sorted(STATUSES["talks"])),
    parties=_tables,
    place=_place,
    when=_when,
    denied_by=_denied_by,
    round=_often(1, 2, 3),
    people=st.sampled_from(PEOPLE),
    evidence=st.sampled_from((behind(0), behind())),
    format=_often("trilateral", "phone", "summit"),
    schedule=_often(*(moved(day, "a visit") for day in DAYS)),
)
_said: dict[Kind, st.SearchStrategy[dict[str, Any]]] = {
    "talks": _rounds,
    "ceasefire": _truces,
    "agreement": _deals,
    "demand": _positions,
}
_edits = {kind: st.just({"withdrawn": True}) | said | said for kind, said in _said.items()}


@dataclass(frozen=True)
class Draft:
    """An article before it is numbered."""

    outlet: str
    published: str | None
    lineage: tuple[Lineage, ...]
    fingerprint: str
    terms: str
    edited: bool
    kinds: tuple[Kind, ...]


def _drafts(kinds: Sequence[Kind]) -> st.SearchStrategy[list[Draft]]:
    sources = st.sampled_from((*OUTLETS, "The Wire"))
    via = st.sampled_from(("citing", "byline", "told"))
    draft = st.builds(
        Draft,
        outlet=st.sampled_from(OUTLETS),
        published=st.sampled_from((*DAYS, LONG_AGO, None)),
        lineage=st.lists(st.builds(Lineage, outlet=sources, via=via), max_size=2).map(tuple),
        fingerprint=st.sampled_from(TEXTS),
        terms=st.sampled_from(TERMS),
        edited=st.booleans(),
        kinds=st.lists(st.sampled_from(tuple(kinds)), min_size=1, max_size=2).map(tuple),
    )
    return st.lists(draft, min_size=1, max_size=6)


_newsdays = {kinds: _drafts(kinds) for kinds in (HAPPENINGS, POSITIONS, ("talks",))}


@st.composite
def worlds(draw: st.DrawFn, kinds: tuple[Kind, ...] | None = None) -> tuple[Mention, ...]:
    """Return the mentions of up to six articles that meet in one block, each in all its versions.

    Without `kinds` they are now of what happens, now of positions, which meet in another.
    """
    mentions: list[Mention] = []
    told = kinds or draw(st.sampled_from((HAPPENINGS, HAPPENINGS, POSITIONS)))
    for n, draft in enumerate(draw(_newsdays[told])):
        for version, of in enumerate(_versions(draft, n)):
            said = _edits if version else _said
            mentions += [
                mention(kind, of, nth=nth, hint=draw(_hint), **draw(said[kind]))
                for nth, kind in enumerate(draft.kinds)
            ]
    return tuple(mentions)


def _versions(draft: Draft, number: int) -> list[ArticleRef]:
    fields = {
        "article_id": f"article-{number}",
        "key": f"a-{number}",
        "lineage": draft.lineage,
        "fingerprint": draft.fingerprint,
        "terms": draft.terms,
    }
    # An article without a date stands where it was received: after all others.
    moments = [f"2026-02-{day}T{number:02}:00:00Z" for day in ("09", "10")]
    first = article(draft.outlet, draft.published, received_at=moments[0], **fields)
    edit = {"received_at": moments[1], "version": 2}
    return [first, article(draft.outlet, draft.published, **fields, **edit)][: 1 + draft.edited]

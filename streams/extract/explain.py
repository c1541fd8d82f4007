"""Say of every word that could tell of a negotiation why it is or is not part of a mention."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas import Article, Mention
from streams.extract import extract
from streams.extract.document import Document, Passage, read
from streams.extract.prefilter import may_negotiate
from streams.extract.statements.compose import gather
from streams.extract.statements.cues import Cue
from streams.extract.statements.model import LEAD, UNCUED_PATTERN, score
from streams.extract.statements.observe import Unread, read_cues
from streams.extract.statements.statement import Statement
from streams.extract.statements.undone import DENIED
from streams.extract.talks import find_talks
from streams.extract.talks.table import Principals, find_principals

SILENT = "no word of it stands for an encounter, a position or an outcome"
IRRELEVANT = "the article has no word of negotiation, or fewer than two actors"
PART = "part of what another one says"
DROPPED = "no mention: nobody who negotiates is named"
HINT = "a hint, which counts where others tell of it"
TOO_LOW = "too low"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A stretch of the article, the mention or hint it supports if any, and the reason."""

    start: int
    end: int
    text: str
    reason: str
    mention_id: str | None = None
    hint: bool = False


def explain(article: Article) -> tuple[Explanation, ...]:
    """Return an explanation for each word that could tell, and for each sentence without one."""
    text = article.text
    if not may_negotiate(text):
        return (Explanation(0, len(text), text, IRRELEVANT),)
    document = read(text, article.published_at)
    principals = find_principals(document)
    extraction = extract(article)
    every = (*extraction.mentions, *extraction.hints)
    found = [
        *_of_encounters(document, principals, extraction.mentions),
        *_of_statements(document, principals, every),
        *_of_unlikely(document),
    ]
    return tuple(sorted((*found, *_of_silent(document, found)), key=lambda e: (e.start, e.end)))


def _of_encounters(
    document: Document, principals: Principals, mentions: Sequence[Mention]
) -> Iterator[Explanation]:
    for note in find_talks(document, principals).notes:
        own = _mention(mentions, "talks", note.start, note.end)
        text = document.text[note.start : note.end]
        yield Explanation(note.start, note.end, text, f"talks: {note.reason}", own)


def _of_statements(
    document: Document, principals: Principals, mentions: Sequence[Mention]
) -> Iterator[Explanation]:
    told = tuple(read_cues(document, principals))
    statements = [each for each in told if isinstance(each, Statement)]
    gathered = {id(each) for group in gather(statements, principals) for each in group}
    guessed = frozenset(_guessed(document))
    for each in told:
        own = None
        if isinstance(each, Statement) and (each.hint or id(each) in gathered):
            own = _mention(mentions, each.kind, each.start, each.end)
        if own is None and (each.sentence, each.cue) in guessed:
            continue  # most words are unlikely to be of most kinds
        passage = document.passages[each.sentence]
        if isinstance(each, Unread):
            yield _of_cue(passage, each.cue, each.reason)
            continue
        why = _why(each, own, part=id(each) not in gathered)
        yield _of_cue(passage, each.cue, why, own, hint=each.hint)


def _why(statement: Statement, own: str | None, *, part: bool) -> str:
    """Return what a statement was read by, and why it is none, if no mention is its own."""
    said = f"by {statement.cue.pattern}, probability {statement.probability}"
    if statement.hint:
        return f"{said}: {TOO_LOW if own is None else HINT}"
    if part:
        return f"{said}: {PART}"
    if own is None:
        return f"{said}: {DENIED if statement.kind == 'rejection' else DROPPED}"
    return said


def _of_unlikely(document: Document) -> Iterator[Explanation]:
    for passage in document.passages[LEAD + 1 :]:
        for scored in (each for each in score(passage) if each.hint):
            said = f"by {scored.cue.pattern}, probability {scored.probability}: {TOO_LOW}"
            yield _of_cue(passage, scored.cue, said)


def _guessed(document: Document) -> Iterator[tuple[int, Cue]]:
    """Yield the words of the lead that are no cues, and of which a kind is unlikely."""
    for passage in document.passages[: LEAD + 1]:
        for scored in score(passage):
            if scored.hint and scored.cue.pattern == UNCUED_PATTERN:
                yield passage.index, scored.cue


def _of_cue(
    passage: Passage, cue: Cue, reason: str, mention: str | None = None, *, hint: bool = False
) -> Explanation:
    start, end = passage.span(cue.word, cue.word)
    word = passage.tree[cue.word].text
    return Explanation(start, end, word, f"{cue.kind}: {reason}", mention, hint)


def _mention(mentions: Sequence[Mention], kind: str, start: int, end: int) -> str | None:
    """Return the mention of a kind that these words are evidence of."""
    for mention in mentions:
        spans = {(e.start, e.end) for e in mention.evidence if e.field == "kind"}
        if mention.kind == kind and (start, end) in spans:
            return mention.mention_id
    return None


def _of_silent(document: Document, found: Sequence[Explanation]) -> Iterator[Explanation]:
    for passage in document.passages:
        sentence = passage.sentence
        if not any(sentence.start <= each.start < sentence.end for each in found):
            yield Explanation(sentence.start, sentence.end, sentence.text, SILENT)

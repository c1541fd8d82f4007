"""The articles that were filed, in their table, for as long as one that comes again may matter.

Time is that of the stream, when raw records were received, never that of the clock.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from schemas import Article, encode
from streams.days import DAY
from streams.dedup.closing import Keep, default_keep, later, waits
from streams.extract import Extraction
from streams.extract.filing import Filed, Filing, file_article
from streams.stored import Agenda, Read, Sheet, Write, decode_state


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one partition."""

    table: Read
    days: int
    """For so long an article that tells of no event is known when it comes again; most are such."""
    partition: int = 0
    keep: Keep = field(default_factory=default_keep)

    def file(
        self, article: Article, extract: Callable[[Article], Extraction]
    ) -> tuple[Filing | None, tuple[Write, ...]]:
        """File an article, as `file_article` does; return that, and what to write.

        Raises `StateError` where what is filed cannot be read.
        """
        sheet = Sheet(self.table)
        agenda = Agenda(sheet, self.partition)
        self._forget(agenda, sheet, max(agenda.today, article.received_at[:DAY]))
        known = decode_state(sheet.read(article.key), Filed)
        filing = file_article(article, known, extract)
        if filing is not None:
            if known is None:
                agenda.add(self._until(filing.filed), article.key)
            sheet.write(article.key, encode(filing.filed))
        return filing, sheet.in_order()

    def _forget(self, agenda: Agenda, sheet: Sheet, today: str) -> None:
        """Look at articles that are due: forget each, or look again when it is."""
        for key in agenda.due(today):
            filed = decode_state(sheet.read(key), Filed)
            if filed is None:
                continue
            until = self._until(filed)
            if until <= today:
                sheet.write(key, None)
            else:
                agenda.add(until, key)

    def _until(self, filed: Filed) -> str:
        """Return the day on which an article is forgotten.

        One that has told of events, not only hinted at them, is known for as long as joining
        remembers what nobody else told of them; one that was edited or withdrawn for as long as
        any, lest it be revived.
        """
        told = [mention.kind for mention in filed.mentions if not mention.hint]
        if filed.version > 1 or filed.status != "usable":
            told = list(default_keep())
        days = max((2 * waits(kind, self.keep) for kind in told), default=self.days)
        return later(filed.last_received_at or filed.received_at, days)

"""A mention writes its page and no other, wherever it stands."""

from msgspec.structs import replace

from schemas import Mention
from streams.dedup import Block, block_key
from streams.dedup.decide import take_in
from streams.dedup.desk import Desk
from streams.dedup.memo import Memo
from streams.dedup.pages import FULL, paged
from streams.stored import OTHER
from tests.dedup.factories import on, talks

KEY = "RUS+UKR/talks"


class Table:
    """A desk over a dictionary, with what each step writes."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self.desk = Desk(self.rows.get)

    def admit(self, mention: Mention) -> dict[str, int]:
        """Take a mention in, and return the size of what that writes to the rows of blocks."""
        step = self.desk.admit(block_key(mention), mention)
        for key, value in step.writes:
            self.rows.pop(key, None)
            if value is not None:
                self.rows[key] = value
        return {key: len(value or b"") for key, value in step.writes if not key.startswith(OTHER)}


def report(number: int, day: str = "2026-02-04") -> Mention:
    """Return one of many reports of one round."""
    about = {"published_at": f"{day}T{number // 60:02}:{number % 60:02}:00Z"}
    return talks(f"outlet{number}", day, when=on("2026-02-04"), round=2, about=about)


def test_a_mention_writes_the_open_page() -> None:
    """It costs the same, however many there are."""
    table = Table()
    written = [table.admit(report(number)) for number in range(10 * FULL)]

    late = written[-FULL // 2 :]
    assert {KEY} == {key for step in late for key in step}
    assert max(step[KEY] for step in late) < 2 * max(step[KEY] for step in written[:FULL])


def test_a_full_page_is_written_once() -> None:
    """With the mention that opens the next."""
    table = Table()
    for number in range(FULL):
        table.admit(report(number))

    assert {KEY, f"{KEY}{OTHER}0.0"} == set(table.admit(report(FULL)))
    assert {KEY} == set(table.admit(report(FULL + 1)))


def test_an_edit_writes_the_page_that_it_changes() -> None:
    """Under its other name, and then the block's own row, which puts that in force."""
    table = Table()
    for number in range(3 * FULL):
        table.admit(report(number))
    first = report(0)
    edited = replace(first, article=replace(first.article, version=2), round=None)

    written = table.admit(edited)

    old, new = f"{KEY}{OTHER}0.0", f"{KEY}{OTHER}1.0"
    assert [new, KEY, old] == list(written)
    assert 0 == written[old]


def test_the_row_tells_of_every_change() -> None:
    """Who has a block in mind sees by its row alone that somebody else has written on it."""
    table = Table()
    for number in range(3 * FULL):
        table.admit(report(number))
    row = table.rows[KEY]
    first = report(0)
    table.admit(replace(first, article=replace(first.article, version=2)))

    assert row != table.rows[KEY]


def test_closing_packs_what_is_left() -> None:
    """Pages of what is closed go."""
    table = Table()
    for number in range(12 * FULL):
        table.admit(report(number))
    edited = report(10 * FULL)
    table.admit(replace(edited, article=replace(edited.article, updated_at="2026-02-05T00:00:00Z")))
    table.admit(talks("late", "2026-09-01", when=on("2026-09-01")))

    assert [KEY] == [key for key in table.rows if not key.startswith(OTHER)]


def test_a_block_has_as_few_pages_as_will_do() -> None:
    """Its mentions stand on them in the order in which they came."""
    block, memo = Block(), Memo()
    for number in range(2 * FULL + 1):
        block = take_in(block, report(number), memo).block
    pages = paged(block)

    assert [FULL, FULL, 1] == [len(page.mentions) for page in pages.pages]
    assert [*block.mentions] == [m for page in pages.pages for m in page.mentions]

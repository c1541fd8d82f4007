"""Which reports copy the text of which other."""

from hypothesis import given
from hypothesis import strategies as st

from schemas import Mention
from streams.dedup.account import account_of
from streams.dedup.copies import find_copies
from streams.sketches.fingerprint import fingerprint
from tests.dedup.factories import article, mention

WORDS = [f"word{n}" for n in range(120)]


def text(name: str, words: list[str], published: str = "2026-02-04") -> Mention:
    return mention(of=article(name, published, fingerprint=fingerprint(" ".join(words))))


def copied(*reports: Mention) -> dict[str, str]:
    """Return from whom each outlet has its text."""
    accounts = sorted(map(account_of, reports), key=lambda account: account.order)
    outlet = {account.mention_id: str(account.source.outlet) for account in accounts}
    return {outlet[id_]: str(a.source.outlet) for id_, a in find_copies(accounts).items()}


def test_an_own_text_is_no_copy() -> None:
    """Texts that share nothing go back to nobody."""
    assert {} == copied(text("harbour", WORDS), text("dhow", [w + "x" for w in WORDS]))


def test_the_earlier_text_is_the_original() -> None:
    """A text never goes back to one that was published later."""
    assert {"dhow": "harbour"} == copied(
        text("dhow", WORDS, "2026-02-05"), text("harbour", WORDS[:90], "2026-02-04")
    )


def test_cuts_of_one_text_meet_in_it_whatever_their_names() -> None:
    """Of texts dated alike the one from which all others are cut holds them together."""
    head, tail = WORDS[:70], WORDS[50:]
    found = copied(text("a-head", head), text("b-tail", tail), text("z-whole", WORDS))

    assert {"b-tail": "z-whole", "z-whole": "a-head"} == found


def test_of_several_sources_the_nearest_counts() -> None:
    """An edited copy that is copied in turn is gone back to itself."""
    edited = [*WORDS[:60], *(w + "x" for w in WORDS[60:])]
    found = copied(
        text("harbour", WORDS, "2026-02-03"),
        text("dhow", edited, "2026-02-04"),
        text("nevsky", edited, "2026-02-05"),
    )

    assert {"dhow": "harbour", "nevsky": "dhow"} == found


def test_versions_of_one_article_are_no_copies() -> None:
    """An article does not copy itself."""
    sketch = fingerprint(" ".join(WORDS))
    of = article("harbour", fingerprint=sketch)

    assert {} == copied(mention(of=of), mention(of=of, nth=1))


_cuts = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 4)), min_size=1, max_size=8)


@given(_cuts)
def test_following_copies_ends_at_an_original(cuts: list[tuple[int, int]]) -> None:
    """No text goes back to itself, however many others are in between."""
    reports = [
        text(f"outlet{n}", WORDS[start : start + 50], f"2026-02-0{day}")
        for n, (start, day) in enumerate(cuts)
    ]
    found = copied(*reports)

    for outlet in found:
        steps = 0
        while outlet in found:
            outlet, steps = found[outlet], steps + 1
            assert steps < len(cuts)


@given(_cuts.flatmap(lambda cuts: st.tuples(st.just(cuts), st.permutations(range(len(cuts))))))
def test_copies_know_no_order_of_arrival(drawn: tuple[list[tuple[int, int]], list[int]]) -> None:
    """Who copied whom is a function of the set of reports."""
    cuts, order = drawn
    reports = [
        text(f"outlet{n}", WORDS[start : start + 50], f"2026-02-0{day}")
        for n, (start, day) in enumerate(cuts)
    ]

    assert copied(*reports) == copied(*(reports[n] for n in order))

"""How many independent origins stand behind the reports of one event."""

import pytest

from schemas import Lineage, Mention
from schemas.vocabulary import Via
from streams.dedup.account import account_of
from streams.dedup.origins import find_origins
from streams.dedup.outlets import UNNAMED
from streams.sketches.fingerprint import fingerprint
from tests.dedup.factories import article, citing, mention, on, only, talks

TEXT = " ".join(f"word{n}" for n in range(60))


def report(
    outlet: str | None, day: int, *sources: str, via: Via = "citing", text: str = ""
) -> Mention:
    lineage = tuple(Lineage(outlet=source, via=via) for source in sources)
    sketch = fingerprint(text) if text else ""
    name = outlet or f"nobody{day}"
    of = article(name, f"2026-02-{day:02}", outlet=outlet, lineage=lineage, fingerprint=sketch)
    return mention(of=of)


def roots(*reports: Mention) -> list[str]:
    """Return the origin of each report, in the order given."""
    origins = find_origins([account_of(each) for each in reports])
    return [origins[each.mention_id].root for each in reports]


def test_who_cites_nobody_is_an_origin() -> None:
    """Two outlets that report on their own are two origins."""
    assert ["harbour", "dhow"] == roots(report("harbour", 1), report("dhow", 2))


def test_who_cites_another_goes_back_to_it() -> None:
    """Rokna citing The Guardian, beside The Guardian, is two outlets and one origin."""
    event = only(
        talks("The Guardian", "2026-02-04", when=on("2026-02-04")),
        talks("Rokna", "2026-02-05", when=on("2026-02-04"), about=citing("theguardian.com")),
    )

    assert (2, 1, "reported") == (event.outlets, event.origins, event.record_status)


def test_who_names_itself_cites_nobody() -> None:
    """What was told the Levant Courier, as the Levant Courier writes, is its own."""
    assert ["levant-courier"] == roots(report("Levant Courier", 1, "The Levant Courier"))


def test_a_chain_leads_to_its_end() -> None:
    """The tabloid has it from the agency, which has it from the broadsheet."""
    chain = (report("harbour", 1), report("alvand", 2, "harbour"), report("trumpet", 3, "alvand"))

    assert 3 * ["harbour"] == roots(*chain)


def test_a_chain_holds_in_any_order_of_publication() -> None:
    """What is cited may be published later than what cites it."""
    chain = (report("harbour", 9), report("alvand", 2, "harbour"), report("trumpet", 1, "alvand"))

    assert 3 * ["harbour"] == roots(*chain)


def test_a_circle_has_one_root() -> None:
    """Of outlets that cite each other, the one that published first is the origin of all."""
    circle = (
        report("dhow", 2, "harbour"),
        report("harbour", 1, "nevsky"),
        report("nevsky", 3, "dhow"),
    )

    assert 3 * ["harbour"] == roots(*circle)


def test_who_cites_into_a_circle_shares_its_root() -> None:
    """An outlet outside a circle does not become its root by publishing first."""
    into = report("trumpet", 1, "dhow")
    circle = (report("dhow", 2, "harbour"), report("harbour", 3, "dhow"))

    assert 3 * ["dhow"] == roots(into, *circle)


def test_an_outlet_never_seen_is_an_origin() -> None:
    """Two outlets that cite a third are one origin, though the third is not there."""
    assert 2 * ["reuters"] == roots(
        report("dhow", 1, "Reuters"), report("nevsky", 2, "reuters.com")
    )


def test_of_two_sources_the_one_that_is_there_counts() -> None:
    """Reports must not seem more independent than they are."""
    assert ["harbour", "harbour"] == roots(
        report("harbour", 1), report("dhow", 2, "Reuters", "harbour")
    )


@pytest.mark.parametrize(("nearer", "farther"), [("byline", "citing"), ("citing", "told")])
def test_of_two_sources_the_closer_counts(nearer: Via, farther: Via) -> None:
    """Most of an article comes from the agency under whose byline it runs."""
    lineage = (Lineage(outlet="Reuters", via=farther), Lineage(outlet="AFP", via=nearer))

    assert ["afp"] == roots(mention(of=article("dhow", lineage=lineage)))


def test_a_copy_goes_back_to_its_original() -> None:
    """A copy without a byline is betrayed by its text."""
    copy = report("copper", 2, text=f"{TEXT} and a last word of our own")

    assert ["meridian", "meridian"] == roots(report("meridian", 1, text=TEXT), copy)


def test_the_later_of_two_equal_texts_is_the_copy() -> None:
    """The order of publication tells who copied, not the order of arrival."""
    assert ["meridian", "meridian"] == roots(
        report("copper", 2, text=TEXT), report("meridian", 1, text=TEXT)
    )


def test_a_copy_of_a_rewrite_goes_back_to_the_source() -> None:
    """Copying and citing follow upon each other."""
    found = roots(
        report("harbour", 1),
        report("meridian", 2, "harbour", text=TEXT),
        report("copper", 3, text=TEXT),
    )

    assert 3 * ["harbour"] == found


def test_a_copy_is_named_in_its_report() -> None:
    """`copy_of` names the article whose text it is."""
    original, copy = (
        talks(name, when=on("2026-02-04"), about={"fingerprint": fingerprint(TEXT)})
        for name in ("a-meridian", "b-copper")
    )

    assert [None, original.article.article_id] == [r.copy_of for r in only(original, copy).reports]


def test_articles_of_one_outlet_are_one_origin() -> None:
    """An outlet does not corroborate itself."""
    assert 2 * ["the-harbour"] == roots(report("The Harbour", 1), report("harbour", 2))


def test_a_source_named_in_two_ways_is_one_origin() -> None:
    """A name and a domain that nobody listed are still of one outlet."""
    found = roots(report("dhow", 1, "Levant Courier"), report("nevsky", 2, "levantcourier.example"))

    assert 2 * ["levant-courier"] == found


def test_nobody_corroborates_nobody() -> None:
    """Articles without an outlet cannot be shown to be independent."""
    assert 2 * [UNNAMED] == roots(report(None, 1), report(None, 2))


def test_thousands_of_copies_are_all_found() -> None:
    """Every copy of a text is one, however many there are."""
    copies = [report(f"outlet{n}", 1 + n % 28, text=TEXT) for n in range(2_000)]

    assert 1 == len(set(roots(*copies)))

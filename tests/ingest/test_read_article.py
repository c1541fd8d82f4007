"""What becomes of raw records: an article, or a rejection with a stable reason."""

import contextlib
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Article, decode, encode
from streams.errors import Rejected
from streams.ingest import read_article, rejection

NOW = "2026-02-05T06:00:00.000Z"
FRENCH = (
    "Les négociateurs des deux pays se sont retrouvés mercredi matin au bord du lac, où ils ont "
    "parlé pendant trois heures de la frontière et des prisonniers sans parvenir à un accord."
)

NAMES = (
    "Coffee was free at the Plaza Almagro this morning. The commissions of Zúñiga and Ibáñez "
    "signed in the Hotel Corona, and by dawn dancers filled the avenida Cortés.\n\n"
    "Lawyers read it soberly: nowhere does the paper say that Ramón Villeda returns, says Deputy "
    "Marcia Facundo of the Partido Nacional, and it sets no date.\n\n"
    "Melon exporters from Choluteca, El Paraíso and Santa Rosa want the curfews to be over, says "
    "María Elena Bustillo of the Cámara de Comercio."
)


def read(value: Any, **options: Any) -> Article:
    data = value if isinstance(value, bytes | None) else orjson.dumps(value)
    return read_article(data, source="raw/0/1", received_at=NOW, **options)


FEED = "not-an-article"
BAD = [
    (None, "tombstone"),
    (b"", "not-json"),
    (b"not json", "not-json"),
    (b'{"text": "cut off', "not-json"),
    (b'{"text": "a", "n": NaN}', "not-json"),
    (b'{"text": "\\ud800"}', "not-json"),
    (b'{"text": "\xff\xfe"}', "not-utf8"),
    (b'{"text": "a", "n": 1e999}', "number-out-of-range"),
    (b'{"text": "a", "x": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", "too-deep"),
    (b'{"text": "a", "x": ' + b"[" * 100 + b"]" * 100 + b"}", "too-deep"),
    (b"[" * 10_000, "too-deep"),
    ([1, 2], "not-an-object"),
    ("text", "not-an-object"),
    (7, "not-an-object"),
    (b"null", "not-an-object"),
    ({}, "no-text"),
    ({"title": "Talks open"}, "no-text"),
    ({"text": 5}, "wrong-type"),
    ({"text": None}, "wrong-type"),
    ({"text": ["a"]}, "wrong-type"),
    ({"text": ""}, "empty"),
    ({"text": " \n\t "}, "empty"),
    ({"text": "\u200b\u0000\u202e"}, "empty"),
    ({"text": "<p></p><div> </div>"}, "only-markup"),
    ({"text": "<script>alert(1)</script>"}, "only-markup"),
    ({"text": FRENCH}, "unsupported-language"),
    ({"text": "<rss><channel><item><title>Envoys met.</title></item></channel></rss>"}, FEED),
    ({"text": '<?xml version="1.0"?>\n<!-- x -->\n<feed><entry>Envoys met.</entry></feed>'}, FEED),
    ({"text": "<?xml version='1.0'?><rdf:RDF><item>Envoys met.</item></rdf:RDF>"}, FEED),
]


@pytest.mark.parametrize(("value", "reason"), BAD)
def test_unreadable_record_is_rejected_by_name(value: Any, reason: str) -> None:
    """Every way of being unreadable has a stable name."""
    with pytest.raises(Rejected) as caught:
        read(value)
    assert reason == caught.value.reason
    assert caught.value.detail


@pytest.mark.parametrize(
    ("value", "detail"),
    [
        ({"text": None}, "`text` must be a string, got null"),
        ({"text": {"html": "a"}}, "`text` must be a string, got an object"),
        (7, "expected a JSON object, got a number"),
        ([{"text": "a"}], "got an array: send each of its articles by itself, which `jq -c '.[]'`"),
    ],
)
def test_wrong_type_is_called_as_in_json(value: Any, detail: str) -> None:
    """Who sends JSON need not know Python; an array of articles is the mistake of many."""
    with pytest.raises(Rejected) as caught:
        read(value)
    assert detail in caught.value.detail


def test_english_full_of_foreign_names_is_english() -> None:
    """A line in another language does not make an English report foreign."""
    assert "en" == read({"title": "¿Y ahora qué? El sur despierta", "text": NAMES}).language


def test_short_english_of_foreigners_is_english() -> None:
    """Two names outweigh a sentence for the detector, which sees no words, but letters."""
    title = "Von der Heide and Schreiber meet in Bremen"
    text = "Jürgen Schreiber and Annegret von der Heide agreed to go on after a phone call."
    assert "en" == read({"title": title, "text": text}).language


def test_size_limit_is_in_bytes() -> None:
    """A record over the limit is rejected before it is parsed."""
    with pytest.raises(Rejected) as caught:
        read({"text": "é" * 60}, limit=100)
    assert "too-large" == caught.value.reason


def test_rejection_is_an_outcome() -> None:
    """A rejected record is counted under its reason."""
    outcome = rejection(Rejected("empty", "no text"), source="raw/0/1", received_at=NOW)
    assert ("rejected", "empty", "raw/0/1") == (outcome.outcome, outcome.reason, outcome.source)


PROBLEMS = [
    ({"published_at": "2026-02-04T10:00:00"}, "published_at", "no-offset", "2026-02-04T10:00:00Z"),
    ({"published_at": "2026-02-04"}, "published_at", "no-time", "2026-02-04T12:00:00Z"),
    ({"published_at": "3026-02-04T10:00:00Z"}, "published_at", "in-the-future", None),
    ({"published_at": "0001-01-01T00:00:00Z"}, "published_at", "too-old", None),
    ({"published_at": "9999-12-31T23:59:59-23:00"}, "published_at", "not-a-date", None),
    ({"published_at": "last Tuesday"}, "published_at", "not-a-date", None),
    ({"published_at": 1770199200}, "published_at", "wrong-type", None),
    ({"status": "embargoed"}, "status", "unknown-value", "usable"),
    ({"title": 7}, "title", "wrong-type", None),
    ({"outlet": ["x"]}, "outlet", "wrong-type", None),
    ({"authors": ["A. Writer", 3]}, "authors", "wrong-type", ("A. Writer",)),
    ({"id": 1.5}, "id", "wrong-type", None),
    ({"id": "x" * 8_193}, "id", "too-long", None),
    ({"url": "https://a.example/" + "x" * 8_192}, "url", "too-long", None),
    ({"outlet": "x" * 8_193}, "outlet", "too-long", None),
    ({"version": "x" * 8_193}, "version", "too-long", None),
    ({"language": "x" * 8_193}, "language", "too-long", None),
]


@pytest.mark.parametrize(("fields", "name", "reason", "kept"), PROBLEMS)
def test_bad_field_costs_the_field_alone(
    fields: dict[str, Any], name: str, reason: str, kept: Any
) -> None:
    """An unusable optional field is named as a problem, and the article goes on."""
    article = read({"text": "Envoys met."} | fields)
    assert [(name, reason)] == [(p.field, p.reason) for p in article.problems]
    assert kept == getattr(article, name) or (name == "id" and article.id == article.key)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-02-04T10:00:00Z", "2026-02-04T10:00:00Z"),
        ("2026-02-04T10:00:00+03:30", "2026-02-04T06:30:00Z"),
        ("2026-02-04T23:30:00-05:00", "2026-02-05T04:30:00Z"),
        ("Wed, 04 Feb 2026 10:00:00 +0100", "2026-02-04T09:00:00Z"),
    ],
)
def test_moment_is_given_in_utc(given: str, expected: str) -> None:
    """Offsets are honoured, and dates in the style of RSS are read."""
    article = read({"text": "Envoys met.", "published_at": given})
    assert expected == article.published_at
    assert () == article.problems


def test_html_becomes_lines() -> None:
    """Markup goes, blocks become lines, entities become characters."""
    article = read(
        {"text": "<p>Talks &amp; tea</p><p>On <b>Monday</b></p>", "title": "A <i>pact</i>"}
    )
    assert "A pact\nTalks & tea\nOn Monday" == article.text


def test_page_loses_its_furniture() -> None:
    """A whole page keeps its article and its headline, not its menu."""
    sentence = "Negotiators from the two capitals met by the lake on Wednesday, officials said. "
    page = (
        "<html><head><title>Envoys meet</title><script>x()</script></head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
        f"<article><h1>Envoys meet</h1><p>{sentence * 3}</p><p>{sentence * 2}</p></article>"
        "<footer>All rights reserved</footer></body></html>"
    )
    article = read({"text": page})
    assert "Envoys meet" == article.title
    assert "Sport" not in article.text
    assert "x()" not in article.text
    assert article.text.startswith("Envoys meet\nNegotiators")


PAGE = (
    "<html><head><title>Envoys meet</title>"
    "<meta property='og:site_name' content=' The Dale\nPost '>"
    "<meta name='article:published_time' content='2026-02-04T09:00:00+02:00'>"
    "</head><body><p>Envoys met.</p></body></html>"
)


def test_a_page_says_who_published_it_and_when() -> None:
    """What nobody else says of a page is read from its head."""
    article = read({"text": PAGE})
    assert ("The Dale Post", "2026-02-04T07:00:00Z") == (article.outlet, article.published_at)
    assert () == article.problems


def test_the_producer_is_believed_before_the_page() -> None:
    """The address, too, names the outlet before the page does: with it, an article is the same."""
    given = {"outlet": "The Vale Post", "published_at": "2026-02-05T00:00:00Z"}
    article = read({"text": PAGE} | given)
    assert given == {"outlet": article.outlet, "published_at": article.published_at}
    assert "dale.example" == read({"text": PAGE, "url": "https://dale.example/a"}).outlet


def test_a_page_that_is_dated_in_words_is_not_dated() -> None:
    """What cannot be read is named, as it is where a producer sends it."""
    article = read({"text": PAGE.replace("2026-02-04T09:00:00+02:00", "last Wednesday")})
    assert article.published_at is None
    assert ["not-a-date"] == [problem.reason for problem in article.problems]


def test_headline_is_not_repeated() -> None:
    """A body that already opens with the headline does not get it twice."""
    article = read({"title": "Envoys meet", "text": "Envoys meet\nThey met on Monday."})
    assert "Envoys meet\nThey met on Monday." == article.text


def test_angle_brackets_are_not_markup() -> None:
    """Plain text with comparisons stays as it is."""
    assert "3 < 4 and 5 > 2 & more" == read({"text": "3 < 4 and 5 > 2 &amp; more"}).text


def test_a_page_in_xml_is_no_feed() -> None:
    """XHTML opens with a declaration, too."""
    page = '<?xml version="1.0"?><html><body><p>Envoys met to feed the hungry.</p></body></html>'
    assert "Envoys met to feed the hungry." == read({"text": page}).text


def test_comments_before_a_page_take_no_time() -> None:
    """They are read one by one, and not in every way in which they could be."""
    assert "Envoys met." == read({"text": "<!-- x -->" * 60 + "<p>Envoys met.</p>"}).text


def test_deeply_nested_markup_keeps_its_words() -> None:
    """Ten thousand nested tags hide no words."""
    assert "deep words" == read({"text": "<div>" * 10_000 + "deep words" + "</div>" * 10_000}).text


def test_unknown_fields_are_kept() -> None:
    """Fields that the contract does not name travel with the article."""
    assert {"priority": 3, "tags": ["a"]} == read(
        {"text": "Envoys met.", "priority": 3, "tags": ["a"]}
    ).extra


def test_byte_order_mark_is_no_error() -> None:
    """A byte order mark before the JSON is skipped."""
    assert "Envoys met." == read(b'\xef\xbb\xbf{"text": "Envoys met."}').text


SAME = {"text": "Envoys met.", "outlet": "The Dale Post", "url": "https://dale.example/a"}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({"text": "Envoys met twice."}, True),
        ({"url": "https://DALE.example/a?utm_source=feed#top"}, True),
        ({"outlet": "THE DALE POST"}, True),
        ({"id": "17"}, True),
        ({"url": "https://dale.example/b"}, False),
        ({"url": "https://dale.example/a?page=2"}, False),
        ({"outlet": "The Vale Post"}, False),
    ],
)
def test_outlet_and_url_are_the_identity(other: dict[str, Any], same: bool) -> None:
    """An edit keeps the key; another address or outlet has another."""
    assert same == (read(SAME).key == read(SAME | other).key)


@pytest.mark.parametrize("name", ["outlet", "url", "id", "version", "language"])
def test_no_field_has_invisible_characters(name: str) -> None:
    """A name with a NUL, a line break or a direction mark in it is the name without."""
    article = read({"text": "Envoys met.", name: "X13\u0000 b\u202e\nc\u200b "})
    assert "X13 b c" == getattr(article, name)
    assert ("A", "B c") == read({"text": "x", "authors": ["\u0000", "A\u0007", "B\tc"]}).authors


def test_domain_stands_in_for_a_missing_outlet() -> None:
    """An article without outlet belongs to the domain of its address."""
    assert "dale.example" == read({"text": "x y", "url": "https://www.dale.example/a"}).outlet


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.dictionaries(
    st.sampled_from("title outlet url published_at id language authors status x".split()), JSON
)


@given(text=st.text(), fields=FIELDS)
def test_any_object_is_read_or_rejected(text: str, fields: dict[str, Any]) -> None:
    """No JSON object makes ingest fail in any other way, and an article survives its encoding."""
    try:
        value = orjson.dumps(fields | {"text": text})
    except TypeError:  # lone surrogates and integers over 64 bits are no JSON for orjson
        return
    try:
        article = read(value)
    except Rejected:
        return
    assert article == decode(encode(article), Article)


@given(st.binary())
def test_any_bytes_are_read_or_rejected(value: bytes) -> None:
    """No bytes at all make ingest fail in any other way."""
    with contextlib.suppress(Rejected):
        read(value)

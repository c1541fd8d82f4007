"""HTML to text: whole pages without their furniture, fragments as they are."""

import re
from typing import NamedTuple

import trafilatura
from lxml import html
from lxml.etree import LxmlError, ParserError
from lxml.html import HtmlElement

MARKUP = re.compile(
    r"</?(?:html|head|body|article|section|main|div|p|br|span|a|h[1-6]|ul|ol|li|table|tr|td|em|"
    r"strong|b|i|img|figure|blockquote|script|style|meta|!doctype)\b[^<>]*>",
    re.IGNORECASE,
)
FEED = re.compile(r"(?>\s+|<\?.*?\?>|<!--.*?-->)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)
BLOCKS = (
    "p", "br", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "figure",
    "article", "section", "ul", "ol", "table",
)  # fmt: skip
OUTLET = ("og:site_name",)
PUBLISHED = ("article:published_time", "datePublished")
UNSEEN = ("script", "style", "noscript", "template", "head")


def is_markup(text: str) -> bool:
    """Tell whether a text is HTML; a lone `<` or an unknown tag does not make it so."""
    return MARKUP.search(text) is not None


def is_feed(text: str) -> bool:
    """Tell whether a text is a feed, RSS or Atom, of which each entry is an article."""
    return FEED.match(text) is not None


class Imprint(NamedTuple):
    """What a page says of itself: its headline, who published it, and when."""

    headline: str | None = None
    outlet: str | None = None
    published_at: str | None = None


def strip_markup(text: str) -> tuple[str, Imprint]:
    """Return the words of an HTML text, one line per block, and what a page says of itself."""
    if not PAGE.search(text):
        return _fragment(text), Imprint()
    # trafilatura tells the article from menus and footers; on a page of a few words it finds none.
    body = trafilatura.extract(text, include_comments=False, favor_recall=True)
    return body or _fragment(text), _imprint(text)


def _imprint(page: str) -> Imprint:
    tree = trafilatura.load_html(page)
    if tree is None:
        return Imprint()
    # What trafilatura has of outlet and day it may have guessed, from an address or a title.
    outlet, published_at = _meta(tree, OUTLET), _meta(tree, PUBLISHED)
    return Imprint(trafilatura.extract_metadata(tree).title, outlet, published_at)


def _meta(tree: HtmlElement, names: tuple[str, ...]) -> str | None:
    """Return the first of the tags that are named so, whichever attribute names them."""
    for name in names:
        found = tree.xpath("//meta[@property=$n or @name=$n or @itemprop=$n]/@content", n=name)
        if found:
            return str(found[0])
    return None


def _fragment(text: str) -> str:
    try:
        tree = html.fromstring(f"<div>{text}</div>")
    except (LxmlError, ParserError, ValueError):
        return TAG.sub("\n", text)
    for unseen in tree.xpath("|".join(f"//{tag}" for tag in UNSEEN)):
        unseen.drop_tree()
    for block in tree.iter(*BLOCKS):
        block.text = "\n" + (block.text or "")
        block.tail = "\n" + (block.tail or "")
    words = str(tree.text_content())
    # libxml2 gives up below 256 levels of nesting; the words are still between the tags.
    return words if words.strip() else TAG.sub("\n", text)

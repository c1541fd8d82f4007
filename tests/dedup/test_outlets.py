"""An outlet is known by any of its names."""

from importlib.resources import files

import pytest
import yaml

from streams.dedup.outlets import UNNAMED, key_of, slug_of

LISTED: dict[str, list[str]] = yaml.safe_load(
    files("streams.dedup").joinpath("outlets.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("The Guardian", "the-guardian"),
        ("theguardian.com", "the-guardian"),
        ("www.theguardian.com", "the-guardian"),
        ("Agence France-Presse", "afp"),
        ("nbcnews.com", "nbc"),
        ("scmp.com", "scmp"),
        ("Le Monde", "le-monde"),
        ("La Nación", "la-nacion"),
        ("https://news.harbourpost.example/world", "harbourpost"),
        ("example.co.uk", "example"),
        ("", UNNAMED),
        ("   ", UNNAMED),
        ("Українська правда", "украінська-правда"),
        ("— —", UNNAMED),
        (None, UNNAMED),
    ],
)
def test_slug_is_that_of_the_outlet(name: str | None, slug: str) -> None:
    """Name, domain and abbreviation give one slug."""
    assert slug == slug_of(name)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Dhow Tribune", "Dhow Tribune"),
        ("The Dhow Tribune", "dhowtribune.example"),
        ("The Dhow Tribune", "thedhowtribune.example"),
        ("TASS", "tass.ru"),
    ],
)
def test_names_of_one_outlet_share_a_key(a: str, b: str) -> None:
    """Article and spaces make no difference."""
    assert key_of(a) == key_of(b)


def test_different_outlets_have_different_keys() -> None:
    """A shared word is no shared outlet."""
    assert key_of("The Times") != key_of("The Irish Times")


def test_no_name_is_listed_for_two_outlets() -> None:
    """A name leads to one outlet only."""
    names = [slug_of(name) for slug, names in LISTED.items() for name in (slug, *names)]

    assert [slug for slug, names in LISTED.items() for _ in (slug, *names)] == names

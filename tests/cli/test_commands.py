"""Commands that need no Kafka: what they print, and how they fail."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import orjson
import pytest
from click.testing import CliRunner

from schemas import Outcome, Ruling, topics
from streams import cli
from streams.dedup import join
from streams.extract.document import MAX_PASSAGES
from streams.settings import Settings
from tests.cli.articles import TEXT, article
from tests.dedup.factories import article as article_ref
from tests.dedup.factories import talks

ROOT = Path(__file__).parents[2]

RULINGS = [["events", "join"], ["events", "split"], ["events", "undo"], ["events", "rulings"]]


def parley(*words: str, given: bytes = b"", **environ: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of a command."""
    ran = CliRunner().invoke(cli.main, words, input=given, env=environ)
    return ran.exit_code, ran.stdout, ran.stderr


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """Each command says in a sentence what it is for."""
    command = cli.main.get_command(click.Context(cli.main), name)
    assert command is not None
    assert command.help
    assert 0 == parley(name, "--help")[0]


@pytest.mark.parametrize("words", [[], ["events"], ["topics"], ["dead-letters"]], ids=" ".join)
def test_the_list_of_commands_is_whole(words: list[str]) -> None:
    """On a terminal of eighty columns no command's sentence breaks off."""
    assert "..." not in parley(*words, "--help", COLUMNS="80")[1].partition("Commands:")[2]


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_option_has_help(name: str) -> None:
    """Nobody has to guess what a number stands for."""
    command = cli.main.get_command(click.Context(cli.main), name)
    assert command is not None
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert all(option.help for option in options)


@pytest.mark.parametrize("command", ["extract", "process", "push", "timeline --file"])
def test_a_missing_file_is_named(command: str, tmp_path: Path) -> None:
    """Files are looked for before the first is read: nothing is half done."""
    there = tmp_path / "article.txt"
    there.write_text(TEXT)
    code, printed, said = parley(*command.split(), str(there), *command.split()[1:], "nowhere.json")
    assert (2, "") == (code, printed)
    assert "'nowhere.json' does not exist" in said


@pytest.mark.parametrize("words", [*([name] for name in cli.COMMANDS), *RULINGS], ids=" ".join)
def test_examples_stand_on_lines_of_their_own(words: list[str]) -> None:
    """They are to be copied; nothing in the help is a sign for the program."""
    lines = parley(*words, "--help")[1].splitlines()

    assert not any("\\b" in line for line in lines)
    assert all(line.strip() == "Example:" for line in lines if "Example" in line)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    """Each command appears in the README."""
    assert f"parley {name}" in ROOT.joinpath("README.md").read_text("utf-8")


def test_extract_prints_mentions_with_evidence() -> None:
    """`extract` prints the article and what it says; offsets point into its text."""
    code, printed, _ = parley("extract", "-", given=orjson.dumps(article()))
    said = orjson.loads(printed)
    assert (0, "events") == (code, said["outcome"])
    assert {"article", "lineage", "mentions", "outcome", "unread"} == said.keys()
    (mention,) = said["mentions"]
    assert (2, "Tbilisi", "2026-03-03") == (
        mention["round"],
        mention["place"]["name"],
        mention["when"]["start"],
    )
    text = said["article"]["text"]
    quotes = {e["field"]: text[e["start"] : e["end"]] for e in mention["evidence"]}
    assert "Tbilisi" in quotes["place"]


def test_extract_takes_plain_text() -> None:
    """Plain text with its outlet and date given as options is an article, too."""
    code, printed, _ = parley(
        "extract", "-", "--published-at", "2026-03-03T18:00:00Z", given=TEXT.encode()
    )
    assert (0, "events") == (code, orjson.loads(printed)["outcome"])


def test_explain_shows_the_evidence_and_the_reasons() -> None:
    """`extract --explain` prints the article, each field with its words, and why."""
    code, printed, _ = parley("extract", "--explain", "-", given=orjson.dumps(article()))
    assert 0 == code
    assert "the words behind it" in printed
    assert "opens an encounter" in printed


def test_explain_tells_what_was_not_read() -> None:
    """Of a very long article the sentences at the end are left out, and nobody need guess."""
    given = TEXT.encode() + b"\nIt rained." * MAX_PASSAGES
    assert "not read: its last 2 sentences" in parley("extract", "--explain", "-", given=given)[1]


def test_rejected_article_is_an_outcome() -> None:
    """A bad record is printed as rejected, and the next one is read."""
    lines = b"\n".join((orjson.dumps(article()), b'{"text": ""}', orjson.dumps(article())))
    _, printed, _ = parley("extract", "-", given=lines)
    outcomes = [orjson.loads(line)["outcome"] for line in printed.splitlines()]
    assert ["events", "rejected", "events"] == outcomes


def test_process_joins_what_articles_say() -> None:
    """`process` prints one event for two outlets that report one round."""
    other = article(outlet="Lake Sevan Radio", url="https://sevan.example/1", title="Talks go on")
    lines = orjson.dumps(article()) + b"\n" + orjson.dumps(other)
    _, printed, _ = parley("process", "-", given=lines)
    (event,) = [orjson.loads(line) for line in printed.splitlines()]
    assert (2, ["ARM", "AZE"]) == (
        event["outlets"],
        sorted(p["actor"] for p in event["parties"] if p["role"] == "party"),
    )


def test_process_prints_a_table_for_people() -> None:
    """`process --table` shows who met where."""
    code, printed, _ = parley(
        "process", "--table", "-", given=orjson.dumps(article()), COLUMNS="100"
    )
    assert 0 == code
    assert "Tbilisi" in printed


def test_unknown_setting_is_an_error_with_a_suggestion() -> None:
    """A misspelt PARLEY_* variable is refused, and the nearest known one named."""
    code, _, said = parley("settings", PARLEY_BOOTSTRP="x:1")
    assert 1 == code
    assert "did you mean PARLEY_BOOTSTRAP?" in said


def test_settings_mask_secrets() -> None:
    """The value of a secret is never printed."""
    code, printed, said = parley("settings", PARLEY_SASL_PASSWORD="hunter2")  # noqa: S106  # not one
    assert 0 == code
    assert "hunter2" not in printed + said
    assert "****" in printed


def test_absent_broker_is_an_error_for_people() -> None:
    """Without a broker the message says where one was sought and what to set."""
    code, _, said = parley("outcomes", PARLEY_BOOTSTRAP="127.0.0.1:1")
    assert 1 == code
    assert "127.0.0.1:1" in said
    assert "PARLEY_BOOTSTRAP" in said
    assert "Traceback" not in said
    assert 1 == said.count("127.0.0.1:1")
    assert "AddressFamily" not in said


def test_an_unreadable_certificate_is_named() -> None:
    """Of three files that may be set the message names those that are, and where they were."""
    code, _, said = parley("outcomes", PARLEY_SECURITY="SSL", PARLEY_TLS_CA="/nowhere.pem")
    assert (1, True) == (code, "(PARLEY_TLS_CA=/nowhere.pem)" in said)


@pytest.mark.parametrize("words", ["--help", "settings", "topics list", "extract -"])
def test_a_full_disk_is_a_sentence(words: str) -> None:
    """Where what is printed cannot be written, the command says so and fails."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "streams.cli", *words.split()],
            input=orjson.dumps(article()),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (1, b"parley: no space left on device\n") == (ran.returncode, ran.stderr)


def test_tail_names_its_topic() -> None:
    """Nobody has to guess what is followed where no topic is named."""
    assert "by default events" in parley("tail", "--help")[1]


def test_topics_are_listed() -> None:
    """`topics list` names every topic but the dead letters."""
    code, printed, _ = parley("topics", "list", COLUMNS="250")
    assert 0 == code
    assert "parley.event-log.v1" in printed


def test_topics_are_listed_with_what_they_keep() -> None:
    """Whoever runs them need not reckon in milliseconds, nor know what compaction does."""
    _, printed, _ = parley("topics", "list", COLUMNS="250")
    kept = {line.split()[0]: line.partition("Kept: ")[2] for line in printed.splitlines()[1:]}
    assert kept["news.articles.raw.v1"].startswith("all, for 7 days.")
    assert kept["parley.outcomes.v1"].startswith("the last of each key, for 30 days.")
    assert kept["parley.events.v1"].startswith("the last of each key, for ever.")
    assert kept["parley.rulings.v1"].startswith("all, for ever.")


def test_topics_are_listed_as_kafka_has_them() -> None:
    """With the prefix and the partitions that the settings give them."""
    set_ = {"PARLEY_NAMESPACE": "staging.", "PARLEY_PARTITIONS": "8", "COLUMNS": "250"}
    _, printed, _ = parley("topics", "list", given=b"", **set_)
    lines = printed.splitlines()[1:]
    assert all(line.startswith("staging.") for line in lines)
    assert {"8"} == {line.split()[1] for line in lines}


def test_nothing_is_cut_in_a_pipe() -> None:
    """However narrow a terminal would be, a topic stands on one line, and so does a setting."""
    _, printed, _ = parley("topics", "list", COLUMNS="40")
    assert all("→" in line for line in printed.splitlines()[1:])

    _, printed, _ = parley("settings", COLUMNS="40")
    assert len(Settings.__struct_fields__) == len(printed.splitlines()[1:])


def test_no_outcome_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the first article there is nothing to count."""
    monkeypatch.setattr("streams.cli.outcomes.run", lambda _: {})
    assert "No article has come in.\n" == parley("outcomes")[1]


@pytest.mark.parametrize("width", [80, 120])
def test_what_is_copied_stands_on_one_line(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, names of topics, ids and sources are whole; what is said of them folds."""
    _, printed, _ = parley("topics", "list", COLUMNS=str(width), TTY_COMPATIBLE="1")
    assert all(topic.name in printed for topic in topics().values() if not topic.dead_letter)

    ruling = Ruling(
        ruling_id="r-1a2b3c4d5e6f7081",
        action="split",
        block="RUS+UKR",
        kind="talks",
        groups=(("m-39795766f8554a44", "m-39795766f8554a45"), ("m-39795766f8554a46",)),
        at="2026-02-04T12:00:00Z",
        by="ann",
        reason="two rounds that lie a week apart and were told of in one breath",
    )
    monkeypatch.setattr("streams.cli.events.run", lambda _: [ruling])
    _, printed, _ = parley("events", "rulings", COLUMNS=str(width), TTY_COMPATIBLE="1")
    assert all(id_ in printed for group in ruling.groups for id_ in (ruling.ruling_id, *group))


def test_no_event_is_a_sentence() -> None:
    """A table without lines is not printed."""
    _, printed, _ = parley("process", "--table", "-", given=b'{"text": "It rained."}')
    assert "No event is reported." in printed


def test_a_date_that_cannot_be_read_is_refused() -> None:
    """On the command line nobody looks for the problem in the article: it is said at once."""
    code, _, said = parley("extract", "-", "--published-at", "yesterday", given=TEXT.encode())

    assert 2 == code
    assert "'yesterday' is not a date: wanted is RFC 3339" in " ".join(said.split())


def test_an_outcome_that_there_is_not_is_refused() -> None:
    """A misspelt outcome is no empty list."""
    code, _, said = parley("outcomes", "--outcome", "refused")

    assert 2 == code
    assert "no_event" in said


def test_an_article_is_shown_with_its_outcome_and_events(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for one article sees what became of it in turn, not a count of one."""
    said: dict[str, Any] = {"at": "2026-02-04T12:00:00Z", "article_id": "a"}
    outcomes = (
        Outcome(source="t/0/10", outcome="duplicate", **said),
        Outcome(source="t/0/2", outcome="events", **said),
    )
    (told,) = join([talks("harbour", of=article_ref(article_id="a"))])
    answers = iter([{each.source: each for each in outcomes}, {told.event_id: told}])
    monkeypatch.setattr("streams.cli.outcomes.run", lambda _: next(answers))

    _, printed, _ = parley("outcomes", "--article", "a")

    assert ["t/0/2: events", "t/0/10: duplicate"] == printed.splitlines()[:2]
    assert told.event_id in printed

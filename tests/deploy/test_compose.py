"""The Compose file refers to what exists: commands, settings, and nothing written twice."""

from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from schemas import topics
from streams.cli import main
from streams.settings import Settings, variable

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "docker-compose.yml"
SERVICES: dict[str, Any] = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]
OURS = {name: body for name, body in SERVICES.items() if name != "kafka"}


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    """Return the command that the words name, and the words left for it."""
    command: click.Command | None = main
    while isinstance(command, click.Group):
        command, words = command.get_command(click.Context(command), words[0]), words[1:]
    assert command is not None
    return command, words


def test_services() -> None:
    """Kafka, its topics, workers and a feed make up the deployment."""
    assert {"kafka", "topics", "worker", "feed"} <= SERVICES.keys()


@pytest.mark.parametrize("name", OURS)
def test_commands_exist(name: str) -> None:
    """Each service runs a command of `parley`, with options that the command has."""
    command, words = command_of(OURS[name]["command"])
    known = {option for param in command.params for option in param.opts}
    assert {word for word in words if word.startswith("--")} <= known


def test_samples_are_where_the_image_keeps_them() -> None:
    """The feed sends the file into which the image is built with all sample articles."""
    dockerfile = (ROOT / "deploy/Dockerfile").read_text("utf-8")
    assert f"cat streams/demo/samples/*.jsonl > {OURS['feed']['command'][-1]}\n" in dockerfile


@pytest.mark.parametrize("name", OURS)
def test_settings_exist(name: str) -> None:
    """Each variable given to a service is a setting of Parley, which refuses any other."""
    assert OURS[name]["environment"].keys() <= {variable(f) for f in Settings.__struct_fields__}


@pytest.mark.parametrize("name", OURS)
def test_confined(name: str) -> None:
    """No service of ours writes to its root file system or gains a privilege."""
    body = OURS[name]
    assert (True, ["ALL"]) == (body["read_only"], body["cap_drop"])
    assert "no-new-privileges:true" in body["security_opt"]


@pytest.mark.parametrize("name", SERVICES)
def test_bounded(name: str) -> None:
    """Every service has a memory limit, and a log that does not fill the disk."""
    body = SERVICES[name]
    assert body["deploy"]["resources"]["limits"]["memory"]
    assert body["logging"]["options"].keys() == {"max-size", "max-file"}


def test_loopback_only() -> None:
    """Every published port is bound to the loopback address."""
    published = [port for body in SERVICES.values() for port in body.get("ports", [])]
    assert published
    assert [port for port in published if not port.startswith("127.0.0.1:")] == []


def test_two_workers() -> None:
    """Two workers share the partitions, and each is started again when it ends."""
    worker = SERVICES["worker"]
    assert (2, "unless-stopped") == (worker["deploy"]["replicas"], worker["restart"])


def test_stop_deadline() -> None:
    """Compose waits longer for a worker than the worker allows itself."""
    grace = int(SERVICES["worker"]["stop_grace_period"].removesuffix("s"))
    assert Settings().shutdown_seconds + 5 < grace


def test_one_build() -> None:
    """One service builds the image; the others never pull one of its name."""
    assert ["topics"] == [name for name, body in OURS.items() if "build" in body]
    assert {"never"} == {body["pull_policy"] for body in OURS.values()}


def test_topics_are_not_repeated() -> None:
    """No topic is named in the deployment: the declarations name them."""
    deployment = COMPOSE.read_text("utf-8") + (ROOT / "deploy/Dockerfile").read_text("utf-8")
    assert [name for name in topics() if name in deployment] == []

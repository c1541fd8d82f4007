"""The image is built by any builder, from this repository alone, and runs without root."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "deploy/Dockerfile").read_text("utf-8").replace("\\\n", " ").splitlines()
STEPS = [line.split(None, 1) for line in LINES if line.strip() and not line.startswith("#")]


def arguments(instruction: str) -> list[str]:
    """Return the arguments of each step with that instruction."""
    return [argument for name, argument in STEPS if name == instruction]


def test_not_root() -> None:
    """The last user is a number above zero, so that a cluster can tell it is not root."""
    user = arguments("USER")[-1]
    assert int(user.split(":")[0]) > 0


def test_entrypoint() -> None:
    """The command is started without a shell in between, so that it receives the signals."""
    assert ['["parley"]'] == arguments("ENTRYPOINT")


def test_plain_syntax() -> None:
    """No step needs BuildKit: the builders of all engines can build it."""
    text = "\n".join(LINES)
    assert [] == re.findall(r"--mount\S*|--chmod\S*|--link\b|<<\w+|# syntax\S*", text)


def test_hashes_required() -> None:
    """Whatever is fetched for Python is checked against the hash in a lock."""
    installs = [part for run in arguments("RUN") for part in run.split("&&") if "install" in part]
    fetching = [part for part in installs if "pip" in part and "--no-index" not in part]
    assert fetching
    assert [] == [part for part in fetching if "--require-hashes" not in part]


def test_no_address() -> None:
    """No registry or mirror is named: the base image's own configuration decides."""
    text = "\n".join(LINES)
    assert [] == re.findall(r"\S*(?:://|--index-url|--extra-index|--find-links)\S*", text)


def test_context_holds_what_is_copied() -> None:
    """Each source that the Dockerfile copies is let through by .dockerignore, and exists."""
    allowed = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
        if line.startswith("!")
    }
    copies = [copy.split()[:-1] for copy in arguments("COPY") if not copy.startswith("--from")]
    sources = {source for copy in copies for source in copy}
    covered = [s for s in sources if s in allowed or s.split("/")[0] in allowed]
    assert sources == set(covered)
    assert [] == [source for source in sources if not (ROOT / source).exists()]

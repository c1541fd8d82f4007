"""Mentions in CAMEO and PLOVER, by the table of `rules/codes.yaml` (contract, section 5)."""

from functools import cache

from schemas.mention import Codes, Happening, Plover
from schemas.vocabulary import Format, Issue, Kind, Modality, Role, Status
from streams.extract.rulebook import FOLDER, Rules
from streams.tables import read_yaml

FUTURE = frozenset({"planned", "proposed", "postponed"})


class CodeRule(Rules, frozen=True):
    """A row of the table: conditions, and the codes of what meets them."""

    cameo: str
    event: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: frozenset[Status] | None = None
    issue: frozenset[Issue] | None = None
    format: frozenset[Format] | None = None
    modality: frozenset[Modality] | None = None
    role: Role | None = None
    third_party: bool | None = None


@cache
def code_rules() -> dict[Kind, tuple[CodeRule, ...]]:
    """Return the table by kind."""
    return read_yaml(FOLDER / "codes.yaml", dict[Kind, tuple[CodeRule, ...]])


def code(happening: Happening, *, third_party: bool = False) -> Codes | None:
    """Return the codes of a mention or event, None where the schemes have none.

    `third_party` says that the holder of a position is no party to the negotiation: its demands
    are appeals (CAMEO 02 instead of 10).
    """
    for rule in code_rules().get(happening.kind, ()):
        if _fits(rule, happening, third_party=third_party):
            plover = Plover(
                event=rule.event,
                mode=rule.mode,
                contexts=rule.contexts,
                auxiliary=auxiliaries(happening),
            )
            return Codes(plover=plover, cameo=rule.cameo)
    return None


def auxiliaries(happening: Happening) -> tuple[str, ...]:
    """Return PLOVER's auxiliaries: future, hypothetical, negation, historical."""
    planned = happening.modality == "planned" or (
        happening.kind == "talks" and happening.status in FUTURE
    )
    said = {
        "future": planned,
        "hypothetical": happening.modality in {"conditional", "speculated"},
        "negation": happening.modality == "denied",
        "historical": happening.background,
    }
    return tuple(name for name, holds in said.items() if holds)


def _fits(rule: CodeRule, happening: Happening, *, third_party: bool) -> bool:
    return (
        _among(happening.status, rule.status)
        and _among(happening.issue, rule.issue)
        and _among(happening.format, rule.format)
        and _among(happening.modality, rule.modality)
        and (rule.role is None or any(p.role == rule.role for p in happening.parties))
        and rule.third_party in {None, third_party}
    )


def _among(value: str | None, allowed: frozenset[str] | None) -> bool:
    return allowed is None or value in allowed

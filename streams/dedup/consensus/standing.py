"""Status, modality and schedule of an event: the latest report knows best."""

from collections.abc import Callable, Sequence

from schemas import Claim, Schedule
from schemas.vocabulary import Modality, Status
from streams.dedup.account import Account
from streams.dedup.consensus.ballot import Option, claims, elect, options
from streams.dedup.consensus.voices import Chorus
from streams.dedup.lifecycle import Lifecycle, lifecycle
from streams.dedup.words import overlap, stems

_REWORDED = 0.5
"""Share of the shorter wording's stems that two wordings of one reason or condition share."""


def elect_status(choruses: Sequence[Chorus]) -> Option[Status] | None:
    """Return the status that is furthest along; of those the one published last."""
    given = _statuses(choruses)
    if not given:
        return None
    order = lifecycle(choruses[0].account.said.kind)
    furthest = max(order.stage(option.value) for option in given)
    # On equal moments the one of most origins, and then the first by name.
    return max(
        (option for option in given if order.stage(option.value) == furthest),
        key=lambda o: (o.last, len(o.roots), o.value),
    )


def status_rivals(choruses: Sequence[Chorus], chosen: Status | None) -> tuple[Claim, ...]:
    """Return the statuses that cannot be true together with the chosen one, and it."""
    order = lifecycle(choruses[0].account.said.kind)
    given = _statuses(choruses)
    standing = next((option for option in given if option.value == chosen), None)
    rivals = [o for o in given if standing and (o is standing or _is_rival(order, o, standing))]
    return claims(rivals, lambda status: status) if len(rivals) > 1 else ()


def elect_modality(
    choruses: Sequence[Chorus], status: Option[Status] | None
) -> Option[Modality] | None:
    """Return the modality that those give who give the status."""
    given = _modalities(status.choruses if status else choruses)
    affirmed = [option for option in given if option.value != "denied"]
    return elect(affirmed or given)


def modality_rivals(choruses: Sequence[Chorus]) -> tuple[Claim, ...]:
    """Return denial and assertion where both are made."""
    given = _modalities(choruses)
    told = [option for option in given if option.value in {"denied", "asserted"}]
    return claims(told, lambda modality: modality) if len(told) > 1 else ()


def elect_schedule(choruses: Sequence[Chorus]) -> Option[Schedule] | None:
    """Return one report's schedule: of the latest change, with the reason of most origins."""
    moves = options(choruses, lambda a: a.said.schedule, lambda s: (s.change, s.previous or ""))
    if not moves:
        return None
    told = [m for m in moves if m.value.previous or not _is_told_fuller(m.value, moves)]
    latest = max(told, key=lambda m: (m.last, len(m.roots)))
    whys = reasons_given(latest.choruses)
    best = elect(whys, detail=lambda reason: len(stems(reason)))
    whole = options(best.choruses if best else latest.choruses, lambda a: a.said.schedule, _whole)
    return elect(whole, detail=lambda s: len(s.reason or ""))


def schedule_rivals(
    choruses: Sequence[Chorus], chosen: Schedule | None
) -> dict[str, tuple[Claim, ...]]:
    """Return the rival reasons of one change, and the rival days from which it was moved."""
    if chosen is None:
        return {}
    movers = [c for c in choruses if _change(c.account) == chosen.change]
    whys = reasons_given(movers)
    found = {"schedule.reason": claims(whys, str)} if len(whys) > 1 else {}
    to = {c.account.said.when.start for c in movers if c.account.said.when}
    days = options(movers, _previous, str)
    if len(days) > 1 and len(to) <= 1:
        found["schedule.previous"] = claims(days, str)
    return found


def condition_rivals(choruses: Sequence[Chorus]) -> tuple[Claim, ...]:
    """Return the conditions where several are given."""
    given = _worded(choruses, lambda a: a.said.condition)
    return claims(given, str) if len(given) > 1 else ()


def reasons_given(choruses: Sequence[Chorus]) -> tuple[Option[str], ...]:
    """Return the reasons that are given, wordings of one reason as one option."""
    return _worded(choruses, _reason)


def _worded(
    choruses: Sequence[Chorus], read: Callable[[Account], str | None]
) -> tuple[Option[str], ...]:
    worded = options(choruses, read, lambda words: stems(words) or words)
    fullest = sorted(worded, key=lambda o: -len(stems(o.value)))
    merged: list[Option[str]] = []
    for option in fullest:
        twin = next((n for n, m in enumerate(merged) if _is_reworded(m, option)), None)
        if twin is None:
            merged.append(option)
            continue
        together = sorted((*merged[twin].choruses, *option.choruses), key=_begun)
        merged[twin] = Option(merged[twin].value, tuple(together))
    return tuple(sorted(merged, key=lambda o: _begun(o.choruses[0])))


def _begun(chorus: Chorus) -> int:
    return chorus.numbers[0]


def _is_reworded(a: Option[str], b: Option[str]) -> bool:
    return overlap(stems(a.value), stems(b.value)) >= _REWORDED


def _modalities(choruses: Sequence[Chorus]) -> tuple[Option[Modality], ...]:
    return options(choruses, lambda a: a.said.modality, lambda modality: modality)


def _statuses(choruses: Sequence[Chorus]) -> tuple[Option[Status], ...]:
    affirmed = [c for c in choruses if c.account.said.modality != "denied"]
    return options(affirmed or choruses, lambda a: a.said.status, str)


def _is_rival(order: Lifecycle, option: Option[Status], chosen: Option[Status]) -> bool:
    if not order.contradict(option.value, chosen.value):
        return False
    if order.stage(option.value) == order.stage(chosen.value):
        return True
    # A truce in force that is violated next day has a history; one that is still said to be in
    # force is disputed.
    return option.last >= chosen.choruses[0].account.published


def _is_told_fuller(schedule: Schedule, moves: Sequence[Option[Schedule]]) -> bool:
    return any(m.value.change == schedule.change and m.value.previous for m in moves)


def _whole(schedule: Schedule) -> tuple[str, str, str]:
    return (schedule.change, schedule.previous or "", schedule.reason or "")


def _change(account: Account) -> str | None:
    return account.said.schedule.change if account.said.schedule else None


def _reason(account: Account) -> str | None:
    return account.said.schedule.reason if account.said.schedule else None


def _previous(account: Account) -> str | None:
    return account.said.schedule.previous if account.said.schedule else None

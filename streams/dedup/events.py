"""Make the event of a cluster of accounts, or add a report to one that was made."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from schemas import Event, Report
from schemas.vocabulary import RecordStatus
from streams.dedup.account import Account, sortable
from streams.dedup.block import between
from streams.dedup.consensus import Agreed, Voice, Voices, agree
from streams.dedup.consensus.repeat import Votes, repeated
from streams.dedup.event_ids import event_id
from streams.dedup.identity.groups import Cluster
from streams.dedup.origins import Origin
from streams.dedup.trace import Trace, trace


class Made(msgspec.Struct, gc=False):
    """An event with what it was made of; it is used up when a report is added."""

    event: Event
    cluster: Cluster
    trace: Trace
    voices: Voices
    agreed: Agreed
    votes: Votes
    denied: bool
    """Somebody denies it; whether it is contradicted then depends on all reports."""
    hinted: bool = False
    """Some of its reports only hint at it."""


def make_event(cluster: Cluster, key: str | None) -> Event:
    """Return the event that a cluster reports; its revision is the number of versions in it."""
    return make(cluster, key).event


def make(cluster: Cluster, key: str | None) -> Made:
    """Return the event that a cluster reports, with what it was made of.

    A hint is a report of it, of an origin like any other, but has no vote on what it was.
    """
    accounts, traced = cluster.accounts, trace(cluster.accounts)
    told = [*map(Voice, accounts, traced.origins)]
    voices = Voices([voice for voice in told if not voice.account.hint] or told)
    agreed = agree(voices)
    dates = [a.source.published_at for a in accounts if a.source.published_at]
    event = Event(
        event_id=event_id(cluster.first.mention_id, key),
        revision=sum(account.versions for account in accounts),
        kind=accounts[0].said.kind,
        **agreed.fields,
        record_status=_record_status(told),
        reports=tuple(_report(voice.account, voice.origin) for voice in told),
        outlets=len(traced.names),
        origins=len(traced.roots),
        first_published_at=min(dates, key=sortable, default=None),
        last_published_at=max(dates, key=sortable, default=None),
        updated_at=max((account.source.received_at for account in accounts), key=sortable),
        process_id=_process_id(key, agreed),
        disputed=agreed.disputed,
        support=agreed.support,
        because=cluster.because,
    )
    denied = any(map(_denies, accounts))
    return Made(event, cluster, traced, voices, agreed, {}, denied, len(voices.all) < len(told))


def add(made: Made, cluster: Cluster, key: str | None) -> Made | None:
    """Return the event with one report more, the last; None where that moves origins of others.

    Or where not all reports have a vote.
    """
    account = cluster.accounts[-1]
    if cluster.accounts[:-1] != made.cluster.accounts or made.hinted or account.hint:
        return None
    origin = made.trace.add(account)
    if origin is None:
        return None
    voice = Voice(account, origin)
    told_before = made.voices.add(voice)
    agreed = repeated(made.agreed, made.voices, made.votes) if told_before else None
    if agreed is None:
        agreed, made.votes = agree(made.voices), {}
    made.denied = made.denied or _denies(account)
    process_id = _process_id(key, agreed)
    made.event = _with(made, cluster, agreed, voice, process_id)
    made.cluster, made.agreed = cluster, agreed
    return made


def _with(
    made: Made, cluster: Cluster, agreed: Agreed, voice: Voice, process_id: str | None
) -> Event:
    event, source = made.event, voice.account.source
    roots = len(made.trace.roots)
    status = event.record_status
    if made.denied:
        status = _record_status(made.voices.all)
    elif status == "reported" and roots > 1:
        status = "corroborated"
    return replace(
        event,
        # A field is left open again where those who gave it are outdone by others who do not.
        **dict.fromkeys(made.agreed.fields.keys() - agreed.fields.keys()),
        **agreed.fields,
        revision=event.revision + voice.account.versions,
        record_status=status,
        reports=(*event.reports, _report(voice.account, voice.origin)),
        outlets=len(made.trace.names),
        origins=roots,
        first_published_at=event.first_published_at or source.published_at,
        last_published_at=source.published_at or event.last_published_at,
        updated_at=max(event.updated_at, source.received_at, key=sortable),
        process_id=process_id,
        support=agreed.support,
        disputed=agreed.disputed,
        because=cluster.because,
        continues=None,
        changed=None,
    )


def _process_id(key: str | None, agreed: Agreed) -> str | None:
    """Return the negotiation: that of the block, but of a position by whom it is addressed to."""
    holder, target = agreed.fields.get("holder"), agreed.fields.get("target")
    return key if holder is None and target is None else between(holder, target)


def _report(account: Account, origin: Origin) -> Report:
    source = account.source
    return Report(
        article_id=source.article_id,
        mention_id=account.mention_id,
        origin=origin.root,
        outlet=source.outlet,
        url=source.url,
        published_at=source.published_at,
        copy_of=origin.copy_of.source.article_id if origin.copy_of else None,
    )


def _denies(account: Account) -> bool:
    return account.said.modality == "denied" or bool(account.said.denied_by)


def _record_status(voices: Sequence[Voice]) -> RecordStatus:
    denying = {v.origin.root for v in voices if v.account.said.modality == "denied"}
    telling = {v.origin.root for v in voices if v.account.said.modality != "denied"}
    denied_by = any(voice.account.said.denied_by for voice in voices)
    if denied_by or (denying - telling and telling - denying):
        return "contradicted"
    return "corroborated" if len(denying | telling) > 1 else "reported"

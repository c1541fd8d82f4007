"""Make the event of a cluster of accounts, or add a report to one that was made."""

from collections.abc import Hashable
from dataclasses import dataclass

from msgspec.structs import replace

from schemas import Event, Report
from schemas.vocabulary import RecordStatus
from streams.dedup.account import Account, sortable
from streams.dedup.consensus import Agreed, Voice, agree
from streams.dedup.consensus.repeat import repeated, telling
from streams.dedup.event_ids import event_id
from streams.dedup.identity.groups import Cluster
from streams.dedup.origins import Origin
from streams.dedup.trace import Trace, trace


@dataclass(slots=True)
class Made:
    """An event with what it was made of; it is used up when a report is added."""

    event: Event
    cluster: Cluster
    trace: Trace
    voices: list[Voice]
    agreed: Agreed
    tellings: set[Hashable]


def make_event(cluster: Cluster, process_id: str | None) -> Event:
    """Return the event that a cluster reports; its revision is the number of versions in it."""
    return make(cluster, process_id).event


def make(cluster: Cluster, process_id: str | None) -> Made:
    """Return the event that a cluster reports, with what it was made of."""
    accounts = cluster.accounts
    traced = trace(accounts)
    origins = traced.origins
    voices = [Voice(account, origins[account.mention_id]) for account in accounts]
    agreed = agree(voices)
    dates = [a.source.published_at for a in accounts if a.source.published_at]
    event = Event(
        event_id=event_id(accounts[0].mention_id, process_id),
        revision=sum(account.versions for account in accounts),
        kind=accounts[0].said.kind,
        **agreed.fields,
        record_status=_record_status(accounts, origins),
        reports=tuple(_report(voice.account, voice.origin) for voice in voices),
        outlets=len(traced.names),
        origins=len({origin.root for origin in origins.values()}),
        first_published_at=min(dates, key=sortable, default=None),
        last_published_at=max(dates, key=sortable, default=None),
        updated_at=max((account.source.received_at for account in accounts), key=sortable),
        process_id=process_id,
        disputed=agreed.disputed,
        support=agreed.support,
        because=cluster.because,
    )
    return Made(event, cluster, traced, voices, agreed, {telling(a) for a in accounts})


def add(made: Made, cluster: Cluster) -> Made | None:
    """Return the event with one report more that repeats what was told; None for any other."""
    *before, account = cluster.accounts
    if tuple(before) != made.cluster.accounts or telling(account) not in made.tellings:
        return None
    published = account.source.published_at
    if published is None or made.event.last_published_at is None:
        return None
    origin = made.trace.add(account)
    if origin is None:
        return None
    voice = Voice(account, origin)
    agreed = repeated(made.agreed, made.voices, voice)
    if agreed is None:
        return None
    made.voices.append(voice)
    event = _with(made, cluster, agreed, voice)
    return Made(event, cluster, made.trace, made.voices, agreed, made.tellings)


def _with(made: Made, cluster: Cluster, agreed: Agreed, voice: Voice) -> Event:
    event, source = made.event, voice.account.source
    roots = len({each.root for each in made.trace.origins.values()})
    told_by_more = event.record_status == "reported" and roots > 1
    return replace(
        event,
        **({"content": agreed.fields["content"]} if "content" in agreed.fields else {}),
        revision=sum(account.versions for account in cluster.accounts),
        record_status="corroborated" if told_by_more else event.record_status,
        reports=(*event.reports, _report(voice.account, voice.origin)),
        outlets=len(made.trace.names),
        origins=roots,
        last_published_at=source.published_at,
        updated_at=max(event.updated_at, source.received_at, key=sortable),
        support=agreed.support,
        because=cluster.because,
        continues=None,
        changed=None,
    )


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


def _record_status(accounts: tuple[Account, ...], origins: dict[str, Origin]) -> RecordStatus:
    denying = {origins[a.mention_id].root for a in accounts if a.said.modality == "denied"}
    telling = {origins[a.mention_id].root for a in accounts if a.said.modality != "denied"}
    if any(a.said.denied_by for a in accounts) or (denying - telling and telling - denying):
        return "contradicted"
    return "corroborated" if len(denying | telling) > 1 else "reported"

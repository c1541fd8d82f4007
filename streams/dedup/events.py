"""Make the event of a cluster of accounts."""

from schemas import Event, Report
from schemas.vocabulary import RecordStatus
from streams.dedup.account import Account, sortable
from streams.dedup.consensus import Voice, agree
from streams.dedup.event_ids import event_id
from streams.dedup.identity.groups import Cluster
from streams.dedup.origins import Origin, find_origins
from streams.dedup.outlets import key_of


def make_event(cluster: Cluster, process_id: str | None) -> Event:
    """Return the event that a cluster reports; its revision is the number of versions in it."""
    accounts = cluster.accounts
    origins = find_origins(accounts)
    agreed = agree([Voice(account, origins[account.mention_id]) for account in accounts])
    dates = [a.source.published_at for a in accounts if a.source.published_at]
    return Event(
        event_id=event_id(accounts[0].mention_id, process_id),
        revision=sum(account.versions for account in accounts),
        kind=accounts[0].said.kind,
        **agreed.fields,
        record_status=_record_status(accounts, origins),
        reports=tuple(_report(account, origins[account.mention_id]) for account in accounts),
        outlets=len({key_of(account.source.outlet) for account in accounts}),
        origins=len({origin.root for origin in origins.values()}),
        first_published_at=min(dates, key=sortable, default=None),
        last_published_at=max(dates, key=sortable, default=None),
        updated_at=max((account.source.received_at for account in accounts), key=sortable),
        process_id=process_id,
        disputed=agreed.disputed,
        support=agreed.support,
        because=cluster.because,
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

"""The embedded broker of the demo, as workers meet it: it bears one of them.

It reports offsets that are too low, which the first worker never notices. Of two that share the
partitions each takes the state of the other for lost, and both end in the middle of their work.
"""

from streams.errors import BrokerError
from streams.settings import Settings
from streams.shell.lag import workers_at
from streams.shell.records import admin

CLUSTER = "tansu_cluster"
"""What the embedded broker calls its cluster; the ids of Kafka's own are 22 random letters."""


async def require_room(settings: Settings, workers: int = 1) -> None:
    """Raise `BrokerError` where so many workers more are too many for the broker."""
    async with admin(settings) as client:
        if (await client.describe_cluster()).get("cluster_id") != CLUSTER:
            return
        at_work = await workers_at(client, settings)
    if at_work + workers > 1:
        raise BrokerError(
            f"at {settings.bootstrap} is the embedded broker of the demo, which bears one worker"
            f"{', and has it' if at_work else ''}: for more take a Kafka, `docker compose up kafka`"
        )

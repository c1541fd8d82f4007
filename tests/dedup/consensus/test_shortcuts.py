"""What is saved in electing values changes none."""

from hypothesis import HealthCheck, given, settings

from schemas import Mention
from streams.dedup.account import account_of
from streams.dedup.consensus import Voice, Voices, alone, polled
from streams.dedup.origins import find_origins
from tests.dedup.worlds import worlds


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds())
def test_one_voice_says_what_its_election_would(world: tuple[Mention, ...]) -> None:
    """Where one report stands alone, its values are those that it would elect."""
    for mention in world:
        account = account_of(mention)
        voice = Voice(account, find_origins([account])[account.mention_id])

        assert polled(Voices([voice])) == alone(voice)

"""Mentions in, events out.

All mentions of one negotiation meet in a block. Its events are a function of the set of mentions
and the set of rulings that people have made, so the order in which they come makes no difference;
`take_in` takes in one mention more, `obey` one ruling, and both return the revisions to publish.
"""

from streams.dedup.block import block_key
from streams.dedup.decide import Decision, join, obey, take_in
from streams.dedup.identity import same_event
from streams.dedup.state import Block

__all__ = ["Block", "Decision", "block_key", "join", "obey", "same_event", "take_in"]

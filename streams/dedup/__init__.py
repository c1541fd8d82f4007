"""Mentions in, events out.

All mentions of one negotiation meet in a block. Its events are a function of the set of mentions
and the set of rulings that people have made, so the order in which they come makes no difference;
`decide` takes in one mention more, `rule` one ruling, and both return the revisions to publish.
"""

from streams.dedup.block import block_key
from streams.dedup.decide import Decision, decide, join, rule
from streams.dedup.identity import same_event
from streams.dedup.state import Block

__all__ = ["Block", "Decision", "block_key", "decide", "join", "rule", "same_event"]

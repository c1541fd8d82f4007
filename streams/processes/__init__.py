"""Events in, processes out: one negotiation as it unfolds.

A process is a function of the set of events that its mentions report, each in its latest revision;
in which order the revisions come makes no difference.
"""

from streams.processes.folios import Ledgers
from streams.processes.ledger import Ledger, Noted

__all__ = ["Ledger", "Ledgers", "Noted"]

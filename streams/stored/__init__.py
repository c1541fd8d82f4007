"""What lies in the tables of workers: how a step reads and writes it, and when to look at it again.

A stage has one table. Its rows are read one by one and never looked through.
"""

from streams.stored.agenda import Agenda
from streams.stored.remembered import Remembered, decode_state
from streams.stored.sheet import OTHER, Read, Sheet, Write

__all__ = ["OTHER", "Agenda", "Read", "Remembered", "Sheet", "Write", "decode_state"]

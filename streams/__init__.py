"""Parley: raw articles in, deduplicated negotiation events out.

The data path, one folder per stage: `ingest` (bytes to article), `extract` (article to mentions),
`dedup` (mentions to events), `processes` (events to negotiations), `publish` (all of them to
messages). `pipeline` runs it in one process, `shell` on Kafka, `cli` from the terminal, `demo` with
a broker and sample articles of its own.
"""

__version__ = "0.1.0"

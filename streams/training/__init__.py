"""Retrain the model of statements from the corpus in `tests/corpus`; nothing here runs in a worker.

`python -m streams.training` (or `make model`) lints the corpus, fits, prints figures and writes
`streams/extract/statements/weights.npz`.
"""

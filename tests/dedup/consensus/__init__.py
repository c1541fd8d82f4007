"""Tests of streams/dedup/consensus."""

"""Tests of streams/dedup/identity."""

"""Tests of streams/dedup."""

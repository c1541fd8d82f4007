"""Tests of streams/publish."""

"""Tests, in folders named after what they test."""

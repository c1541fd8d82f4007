"""Sketches of a text that travel with every mention: what joining knows of its words."""

"""Formats of corpora of conversations."""

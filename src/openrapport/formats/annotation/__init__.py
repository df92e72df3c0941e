"""Formats of tools in which people annotate talk, with times and tiers."""

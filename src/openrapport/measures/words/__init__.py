"""The words themselves: style, echo, jargon, readability, who "we" is."""

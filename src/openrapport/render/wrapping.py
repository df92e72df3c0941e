"""Lines for a terminal of 80 columns, that read well aloud."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

WIDTH = 80


def paragraph(text: str, indent: int = 0, hang: int = 0, width: int = WIDTH) -> Iterator[str]:
    """`text` in lines of at most `width` columns, `indent` spaces in front, `hang` more from the second on."""
    yield from textwrap.wrap(
        text,
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_long_words=True,
    ) or [""]


def heading(text: str) -> Iterator[str]:
    """A heading with a blank line before it and a rule under it."""
    yield from ("", text, "─" * min(WIDTH, len(text)))


def shorten(text: str, most: int = 160) -> str:
    """A quote of at most `most` characters, cut between words with an ellipsis."""
    return textwrap.shorten(text, most, placeholder=" …") if len(text) > most else text

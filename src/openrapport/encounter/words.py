"""What counts as a word and a sentence, for everyone who counts."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*", re.UNICODE)
_SENTENCE_END = re.compile(r"(?<=[.?!…])[\"'”’)\]]*\s+")


def words(text: str) -> list[str]:
    """The words of a text in lower case: runs of letters and digits, with inner apostrophes, hyphens and points.

    >>> words("It's a knock-on effect, isn't it?")
    ["it's", 'a', 'knock-on', 'effect', "isn't", 'it']
    """
    return _WORD.findall(text.lower().replace("’", "'"))


def sentences(text: str) -> list[str]:
    """The sentences of a text, by its own punctuation."""
    return [piece for piece in _SENTENCE_END.split(text) if piece.strip()]

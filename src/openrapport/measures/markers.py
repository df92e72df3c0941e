"""Word lists, and which of their kinds a text has. Our own lists stand in ``lexicon/*.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from openrapport.flow import Flow, NotMeasurable

MOST_KNOWN = 1_000_000  # words kept in memory at a time
_CHUNK = re.compile(r"[a-z0-9_]+(?:'[a-z0-9_]+)*")


class Markers:
    """Kinds of words, each a list; an entry ending in ``*`` is a beginning that any word may have.

    Words are whole: "a" is not in "cat". A word also counts before an apostrophe ("she" in "she's"); what stands
    behind an apostrophe counts by itself only where the word before it is neither listed nor the beginning of a
    listed one, as in ConvoKit's markers, with which the numbers can be compared. At most 63 kinds.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self.kinds = tuple(lists)
        self._whole: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        for place, entries in enumerate(lists.values()):
            for entry in entries:
                table = self._stems if entry.endswith("*") else self._whole
                table[entry.rstrip("*")] = table.get(entry.rstrip("*"), 0) | 1 << place
        self._openings = {word[:at] for word in self._whole for at, char in enumerate(word) if char == "'"}
        self._longest = max(map(len, self._stems), default=0)
        self._known = _Known(self._bits_of_chunk)

    def bits(self, word: str) -> int:
        """The kinds of one lower-case word with its apostrophes, as the bits of a number."""
        return self._known[word]

    def in_texts(self, texts: Iterable[str]) -> NDArray[np.bool_]:
        """For every text and every kind whether the text has a word of it: texts × kinds."""
        known = self._known
        rows = []
        for text in texts:
            bits = 0
            for chunk in _CHUNK.findall(text.lower()):
                bits |= known[chunk]
            rows.append(bits)
        return self._unpack(rows)

    def in_words(self, turns: Iterable[Iterable[str]]) -> NDArray[np.bool_]:
        """The same of texts whose words are told apart already."""
        return self._unpack([self._union(turn) for turn in turns])

    def counts(self, spoken: Iterable[str]) -> NDArray[np.int64]:
        """How many of the words are of each kind: one number a kind."""
        marked = self._unpack([self._known[word] for word in spoken])
        return np.asarray(marked.sum(axis=0), dtype=np.int64)

    def _union(self, spoken: Iterable[str]) -> int:
        bits = 0
        for word in spoken:
            bits |= self._known[word]
        return bits

    def _unpack(self, rows: list[int]) -> NDArray[np.bool_]:
        return (np.array(rows, dtype=np.int64)[:, None] >> np.arange(len(self.kinds)) & 1).astype(bool)

    def _bits_of_chunk(self, chunk: str) -> int:
        bits, walk = 0, ""
        for part in chunk.split("'"):
            if walk:
                walk = f"{walk}'{part}"
            else:
                walk = part
                bits |= self._bits_of_stems(part)
            bits |= self._whole.get(walk, 0)
            if walk not in self._whole and walk not in self._openings:
                walk = ""
        return bits

    def _bits_of_stems(self, word: str) -> int:
        bits = 0
        for length in range(1, min(len(word), self._longest) + 1):
            bits |= self._stems.get(word[:length], 0)
        return bits


class _Known(dict[str, int]):
    """The kinds of every word seen so far, worked out once each."""

    def __init__(self, work_out: Callable[[str], int]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[word] = bits = self._work_out(word)
        return bits


@cache
def lexicon(name: str) -> Mapping[str, object]:
    """One of our own lists, as its file has it."""
    text = resources.files("openrapport.measures").joinpath(f"lexicon/{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def function_words() -> Markers:
    """The nine kinds of function words."""
    return Markers({kind: str(entries).split() for kind, entries in lexicon("function_words").items()})


def need_english(flow: Flow) -> None:
    """Raise NotMeasurable where the file states another language than English, the one of our lists."""
    language = flow.encounter.origin.language.lower()
    if language and not language.startswith("en"):
        raise NotMeasurable("its language is not English, and the word lists are")


@cache
def patterns(name: str) -> Mapping[str, re.Pattern[str]]:
    """The kinds of one of our pattern files, each as one expression that finds any of its patterns."""
    kinds = {kind: rows for kind, rows in lexicon(name).items() if isinstance(rows, list)}
    return {kind: re.compile("|".join(f"(?:{row})" for row in rows)) for kind, rows in kinds.items()}


def plain(text: str) -> str:
    """A text as our patterns expect it: lower case, straight apostrophes."""
    return text.lower().replace("’", "'")

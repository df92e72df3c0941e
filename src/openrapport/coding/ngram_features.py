"""What the first coder hears of a turn: n-grams of its words and letters, of the turn before, and its shape.

N-grams are hashed into a fixed number of buckets, so that no word of the training talk is kept anywhere: the
weights name bucket numbers. A turn is heard through five blocks, each weighed and scaled on its own.

    words    runs of one to three words, with the turn's start and end as words of their own
    chars    runs of three to five letters inside each word
    before   runs of one and two words of the last turn of somebody else
    own      words of the speaker's own last turn
    shape    length, question marks, how much of the turn before is given back, who spoke before
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from openrapport.coding.ngram_lists import NAMES, lists_in
from openrapport.encounter import Encounter, Role, Turn

Hashes = NDArray[np.uint32]
Floats = NDArray[np.float32]

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|\?")
_MIX = 0x9E3779B1  # the golden ratio in 32 bits: spreads neighbouring hashes over all buckets
_LONGEST = 400  # tokens heard of one turn, half from its start and half from its end; longer ones are cut
LOOK_BACK = 6  # turns; further back nothing counts as the turn before (our judgement)
START, END = "<", ">"
MISSING = ("missing",)

WORDS, CHARS, BEFORE, OWN = range(4)
BITS = (16, 16, 14, 13)  # buckets of each hashed block, as a power of two
SCALE = (1.0, 1.0, 0.6, 0.3, 0.35)  # the length that each block has in a turn's vector; of a shape, each mark
_OFFSET = tuple(int(o) for o in np.cumsum([0, *(1 << bits for bits in BITS)]))

_LENGTHS = (0, 1, 2, 4, 8, 16, 32, 64)  # words: the upper edges of the classes of length
_SHAPES = tuple(
    [f"{which} length {i}" for which in ("turn", "before", "own") for i in range(len(_LENGTHS) + 1)]
    + [f"{which} {what}" for which in ("turn", "before", "own") for what in ("asks", "ends asking", "missing")]
    + [f"gives back {i}" for i in range(5)]
    + [f"before is {role}" for role in (*Role, None)]
    + ["goes on"]
    + [f"{which} has {name}" for which in ("turn", "before") for name in NAMES]
)
_SHAPE = {name: _OFFSET[-1] + i for i, name in enumerate(_SHAPES)}
SIZE = _OFFSET[-1] + len(_SHAPES)


@dataclass(frozen=True)
class Context:
    """A turn, the last turn of somebody else before it, and the speaker's own last turn."""

    turn: Turn
    before: Turn | None = None
    own: Turn | None = None
    goes_on: bool = False  # the speaker also spoke the turn just before


@dataclass(frozen=True)
class Heard:
    """A batch of turns as a sparse matrix: `value[k]` stands in `row[k]` and `column[k]`, rows in order."""

    rows: int
    row: NDArray[np.int64]
    column: NDArray[np.int64]
    value: Floats


def contexts(encounter: Encounter) -> Iterator[Context]:
    """Every turn with what went before it; turns without words are passed over as context."""
    recent: list[Turn] = []
    for turn in encounter.turns:
        before = next((one for one in reversed(recent) if one.speaker != turn.speaker), None)
        own = next((one for one in reversed(recent) if one.speaker == turn.speaker), None)
        yield Context(turn, before, own, bool(recent) and recent[-1].speaker == turn.speaker)
        if turn.text:
            recent = [*recent[1 - LOOK_BACK :], turn]


def tokens(text: str) -> list[str]:
    """The words of a text in lower case and its question marks; of a very long one, its start and its end."""
    found = _TOKEN.findall(text.lower().replace("’", "'"))
    if len(found) > _LONGEST:
        return found[: _LONGEST // 2] + found[-_LONGEST // 2 :]
    return found


@dataclass(frozen=True)
class _Text:
    """A turn's text, taken apart once for all the turns that hear it."""

    tokens: tuple[str, ...]
    words: Hashes
    letters: Hashes
    marks: frozenset[str]


@lru_cache(maxsize=64)
def _apart(text: str) -> _Text:
    found = tokens(text)
    words = np.array([_word(token) for token in (START, *found, END)], dtype=np.uint32)
    letters = np.concatenate([np.zeros(0, np.uint32), *(_letters(token) for token in found)])
    return _Text(tuple(found), words, letters, frozenset(_marks(found)))


def hear(batch: Sequence[Context]) -> Heard:
    """The batch as numbers: each thing heard counts one and the logarithm of how often, each block scaled."""
    row, column = _occurrences(batch)
    cells, count = np.unique(row * SIZE + column, return_counts=True)
    row, column = np.divmod(cells, SIZE)
    value = (1 + np.log(count)).astype(np.float32)
    block = np.digitize(column, _OFFSET[1:])
    return Heard(len(batch), row, column, value * _scale(row, block, value, len(batch)))


def _scale(row: NDArray[np.int64], block: NDArray[np.intp], value: Floats, rows: int) -> Floats:
    """What brings each hashed block of each turn to its own length; shapes keep theirs."""
    blocks = len(SCALE)
    squares = np.bincount(row * blocks + block, weights=value**2, minlength=rows * blocks)
    lengths = np.sqrt(squares).reshape(rows, blocks)
    lengths[:, -1] = 1.0
    factors = np.array(SCALE) / np.where(lengths > 0, lengths, 1.0)
    return factors[row, block].astype(np.float32)


def _occurrences(batch: Sequence[Context]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Row and column of everything heard, with repeats."""
    rows, columns = [], []
    for index, context in enumerate(batch):
        found = np.concatenate([*_grams(context), np.array(sorted(_shapes(context)), dtype=np.int64)])
        columns.append(found)
        rows.append(np.full(len(found), index, dtype=np.int64))
    if not columns:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate(rows), np.concatenate(columns)


def _grams(context: Context) -> Iterator[NDArray[np.int64]]:
    turn = _apart(context.turn.text)
    yield _bucket(_runs(turn.words, 3), WORDS)
    yield _bucket(turn.letters, CHARS)
    if context.before:
        yield _bucket(_runs(_apart(context.before.text).words, 2), BEFORE)
    if context.own:
        yield _bucket(_runs(_apart(context.own.text).words, 1), OWN)


def _bucket(hashes: Hashes, block: int) -> NDArray[np.int64]:
    return (hashes >> np.uint32(32 - BITS[block])).astype(np.int64) + _OFFSET[block]


def _runs(words: Hashes, longest: int) -> Hashes:
    """The hashes of all runs of one to `longest` words: each is its first words' hash and the next word, mixed."""
    runs = [words * np.uint32(_MIX)]
    for more in range(1, longest):
        runs.append((runs[-1][:-1] + words[more:]) * np.uint32(_MIX))
    return np.concatenate(runs)


@lru_cache(maxsize=65536)
def _word(token: str) -> int:
    return crc32(token.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=65536)
def _letters(token: str) -> Hashes:
    return np.array([_word(run) for run in letter_runs(token)], dtype=np.uint32) * np.uint32(_MIX)


def letter_runs(token: str) -> Iterator[str]:
    """Runs of three to five letters of a word, a blank before and after it counted as letters."""
    padded = f" {token[:40]} "
    for length in (3, 4, 5):
        for start in range(len(padded) - length + 1):
            yield padded[start : start + length]


def _shapes(context: Context) -> set[int]:
    turns = (("turn", context.turn), ("before", context.before), ("own", context.own))
    named = {f"{which} {mark}" for which, turn in turns for mark in (_apart(turn.text).marks if turn else MISSING)}
    named.add(f"before is {context.before.role if context.before else None}")
    named.add(f"gives back {_given_back(context)}")
    if context.goes_on:
        named.add("goes on")
    return {_SHAPE[name] for name in named if name in _SHAPE}  # of the own last turn the lists are not heard


def _marks(found: Sequence[str]) -> Iterator[str]:
    length = sum(token != "?" for token in found)
    yield f"length {sum(length > edge for edge in _LENGTHS)}"
    if "?" in found:
        yield "asks"
        if found[-1] == "?":
            yield "ends asking"
    for name in lists_in(found):
        yield f"has {name}"


def _given_back(context: Context) -> int:
    """0 to 4: how much of this turn's longer words the turn before already had."""
    if context.before is None:
        return 0
    mine = {token for token in _apart(context.turn.text).tokens if len(token) > 3}
    theirs = set(_apart(context.before.text).tokens)
    return math.ceil(4 * len(mine & theirs) / len(mine)) if mine else 0

"""Praat's TextGrid files, long text, short text and binary, as tiers.

Praat itself reads its text files as a row of free-standing texts, numbers and flags and passes over every
other word (manual, "TextGrid file formats"), so the long and the short format are one; this does likewise.
praatio reads by lines and labels, and stops in silence where a file is cut off; it is the tests' second reader.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from openrapport.encounter import Problem
from openrapport.errors import BrokenFile
from openrapport.formats.document import Document
from openrapport.formats.peeking import head
from openrapport.formats.rows import seconds

BINARY = b"ooBinaryFile\x08TextGrid"
_HEAD = re.compile(r'"ooTextFile(?: short)?"\s+(?:Object class\s*=\s*)?"TextGrid')
_TOKEN = re.compile(
    r'"(?P<text>[^"]*(?:""[^"]*)*)"'
    r"|(?P<stray>\")"
    r"|(?<!\S)(?P<number>[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?!\S)"
    r"|(?<!\S)(?P<flag><\w+>)"
    r"|(?<!\S)![^\n]*"
    r'|[^\s"]+'
)
_LABELLED = re.compile(r'(?m)^(\s*(?:text|name|mark)\s*=\s*")(.*)("[ \t]*)$')


@dataclass(frozen=True, slots=True)
class Interval:
    start: float | None
    end: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier; `points` is True for a point tier, whose marks have a start alone."""

    name: str
    points: bool
    intervals: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class TextGrid:
    tiers: tuple[Tier, ...]
    problems: tuple[Problem, ...] = ()


def is_textgrid(document: Document) -> bool:
    """Whether the content begins as a TextGrid does. Never raises."""
    return document.data.startswith(BINARY) or bool(_HEAD.search(head(document, 400)))


def parse_textgrid(document: Document) -> TextGrid:
    """The tiers; a file that is cut off gives what stands before the cut, and a problem. Raises BrokenFile."""
    if document.data.startswith(BINARY):
        return _tiers(_BinaryReader(document.data))
    try:
        return _tiers(_TextReader(document.text, document.name))
    except BrokenFile:
        mended = _double_quotes(document.text)
        if mended == document.text:
            raise
        grid = _tiers(_TextReader(mended, document.name))
        note = Problem("texts", "quotation marks inside them are not doubled", "read up to the last of their line")
        return TextGrid(grid.tiers, (note, *grid.problems))


def _double_quotes(text: str) -> str:
    """The long format's one-line texts with the quotation marks in them doubled, as Praat wants them."""

    def double(match: re.Match[str]) -> str:
        inner = match[2].replace('""', '"').replace('"', '""')
        return match[1] + inner + match[3]

    return _LABELLED.sub(double, text)


class _TextReader:
    """Praat's row of texts, numbers and flags; StopIteration where the file ends."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.tokens = (match for match in _TOKEN.finditer(text) if match.lastgroup)
        self.tiers = self._count_of_tiers()

    def _count_of_tiers(self) -> int:
        try:
            for kind in ("text", "text", "number", "number", "flag"):
                self.next(kind)
            return self.count()
        except StopIteration:
            return 0

    def next(self, kind: str) -> str:
        match = next(self.tokens)
        if match.lastgroup != kind:
            line = self.text.count("\n", 0, match.start()) + 1
            raise BrokenFile(
                f"'{self.name}' is a TextGrid with a {match.lastgroup} at line {line} where a {kind} belongs. "
                "Open it in Praat and save it again, or mend that line."
            )
        return match[kind]

    def string(self) -> str:
        return self.next("text").replace('""', '"')

    def number(self) -> float | None:
        return seconds(self.next("number"))

    def count(self) -> int:
        number = self.number()
        return 0 if number is None else int(number)

    def points(self) -> bool:
        return self.string() == "TextTier"


class _BinaryReader:
    """The same in Praat's binary format: big-endian, texts of 8 or 16 bits led by their length."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, len(BINARY)
        try:
            self.unpack(">dd?")
            self.tiers = self.count()
        except StopIteration:
            self.tiers = 0

    def unpack(self, form: str) -> tuple[float, ...]:
        size = struct.calcsize(form)
        if self.at + size > len(self.data):
            raise StopIteration
        values = struct.unpack_from(form, self.data, self.at)
        self.at += size
        return values

    def take(self, size: int) -> bytes:
        if size < 0 or self.at + size > len(self.data):
            raise StopIteration
        piece = self.data[self.at : self.at + size]
        self.at += size
        return piece

    def string(self) -> str:
        (length,) = self.unpack(">h")
        if length >= 0:
            return self.take(int(length)).decode("latin-1")
        (length,) = self.unpack(">H")
        return self.take(int(length) * 2).decode("utf-16-be", "replace")

    def number(self) -> float | None:
        return seconds(self.unpack(">d")[0])

    def count(self) -> int:
        return int(self.unpack(">i")[0])

    def points(self) -> bool:
        (length,) = self.unpack(">B")
        return self.take(int(length)) == b"TextTier"


def _tiers(reader: _TextReader | _BinaryReader) -> TextGrid:
    tiers: list[Tier] = []
    for number in range(1, reader.tiers + 1):
        try:
            points, name = reader.points(), reader.string()
            _ = reader.number(), reader.number()  # where the tier starts and ends
            size = reader.count()
        except StopIteration:
            return TextGrid(tuple(tiers), (_cut_off(number),))
        intervals = tuple(_intervals(reader, size, points))
        tiers.append(Tier(name, points, intervals))
        if len(intervals) < size:
            return TextGrid(tuple(tiers), (_cut_off(number),))
    return TextGrid(tuple(tiers))


def _cut_off(number: int) -> Problem:
    return Problem(f"tier {number}", "the file ends in the middle of it", "what stands before was read")


def _intervals(reader: _TextReader | _BinaryReader, size: int, points: bool) -> Iterator[Interval]:
    for _ in range(size):
        try:
            start = reader.number()
            interval = Interval(start, start if points else reader.number(), reader.string())
        except StopIteration:
            return
        yield interval

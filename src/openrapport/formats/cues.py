"""Cues: the pieces that WebVTT and SRT are made of, each with its line, its times and its text.

Written by hand because webvtt-py drops a cue with broken times in silence and pysubs2 glues it to the one
before; neither names a line. The tests hold both beside it on well-made files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from openrapport.encounter import Problem
from openrapport.formats.clock import TIME, seconds_of

ARROW = "-->"
POINTS = r"(?:-{1,3}>|[–—]>|→)"  # the arrow, and what hands and word processors make of it

_TIMES = re.compile(rf"\s*({TIME})\s*{POINTS}\s*({TIME})(?:\s.*)?", re.DOTALL)
_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\S{0,40}", re.IGNORECASE)
_NO_WORDS = ("NOTE", "STYLE", "REGION", "WEBVTT")


@dataclass
class Cue:
    """One cue as the file has it. `line` is that of its times; they are None where they cannot be read."""

    line: int
    start: float | None
    end: float | None
    lines: list[str]
    name: str = ""

    @property
    def of_a_machine(self) -> bool:
        """Whether its name is of the kind that Teams gives."""
        return bool(_GUID.fullmatch(self.name))


@dataclass
class Cues:
    """The cues of a file, its other blocks of lines (header, notes, styles), and what was wrong."""

    cues: list[Cue] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def cues_of(text: str) -> Cues:
    """The cues of a text, in its order. Never raises."""
    found = Cues()
    places: dict[tuple[str, str], list[int]] = {}
    for first, block in _blocks(text):
        _take(found, first, block, places)
    _judge_times(found.cues, places)
    found.problems += listed(places)
    return found


def listed(places: dict[tuple[str, str], list[int]]) -> list[Problem]:
    """One problem for each kind of (found, done), naming the first line and how many more there are."""
    return [
        Problem(f"line {lines[0]}" + (f" and {len(lines) - 1} more" if len(lines) > 1 else ""), *kind)
        for kind, lines in places.items()
    ]


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that stand together, with the number of the first."""
    held: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            held.append(line.strip())
        elif held:
            yield number - len(held), held
            held = []


def _take(found: Cues, first: int, block: list[str], places: dict[tuple[str, str], list[int]]) -> None:
    arrows = [index for index, line in enumerate(block) if _is_times(line, index)]
    before = block[: arrows[0]] if arrows else block
    if before and (before[0].startswith(_NO_WORDS) or not found.cues):
        found.blocks.append("\n".join(before))
        if not (before[0].startswith(_NO_WORDS) or (arrows and len(before) == 1)):
            places.setdefault(("words before the first times", "left out"), []).append(first)
    elif not arrows and not (len(block) == 1 and block[0].isdecimal()):
        found.cues[-1].lines += block
        places.setdefault(("words after a blank line", "added to the cue before"), []).append(first)
    for index, following in pairwise([*arrows, len(block)]):
        end = following - bool(following < len(block) and _name(block, following))
        start, stop = _read_times(block[index])
        if start is None:
            places.setdefault(("times that cannot be read", "read without them"), []).append(first + index)
        found.cues.append(Cue(first + index, start, stop, block[index + 1 : end], _name(block, index)))


def _is_times(line: str, index: int) -> bool:
    return (ARROW in line and index < 2) or bool(_TIMES.fullmatch(line))


def _name(block: Sequence[str], index: int) -> str:
    """The cue's name: the line above its times where the block begins with it, or where it can be no words."""
    above = block[index - 1] if index else ""
    if index == 1:
        return "" if above.startswith(_NO_WORDS) else above
    return above if above.isdecimal() or _GUID.fullmatch(above) else ""


def _read_times(line: str) -> tuple[float | None, float | None]:
    times = _TIMES.fullmatch(line)
    return (seconds_of(times[1]), seconds_of(times[2])) if times else (None, None)


def _judge_times(cues: Sequence[Cue], places: dict[tuple[str, str], list[int]]) -> None:
    timed = [cue for cue in cues if cue.start is not None]
    for before, cue in pairwise(timed):
        if (cue.start or 0.0) < (before.start or 0.0):
            places.setdefault(("starts before the cue above it", "left in its place"), []).append(cue.line)

"""Captions cut sentences into pieces; this puts them together again, and says which rows it joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from openrapport.encounter.encounter import Encounter, Join
from openrapport.encounter.turn import Mark, Turn

_ENDS = re.compile(r"[.?!…][\"'”’)\]]*$")
PAUSE = 2.0  # seconds; a longer silence ends a turn whatever its punctuation (our judgement)


def join(encounter: Encounter, how: Join) -> Encounter:
    """The encounter with neighbouring rows of one speaker made one turn.

    NONE      as read
    SENTENCE  rows that one sentence runs over; in a stretch without any sentence end, a pause ends it
    SPEAKER   all rows until another speaker takes the floor
    """
    if how is Join.NONE or encounter.join is not Join.NONE:
        return encounter
    groups: list[list[int]] = []
    for index, turn in enumerate(encounter.turns):
        if groups and _goes_on(encounter.turns[groups[-1][-1]], turn, how):
            groups[-1].append(index)
        else:
            groups.append([index])
    turns = tuple(_merge([encounter.turns[i] for i in group], group) for group in groups)
    return replace(encounter, turns=turns, join=how, joined=len(encounter.turns) - len(turns))


def _goes_on(before: Turn, after: Turn, how: Join) -> bool:
    if before.speaker != after.speaker or before.role != after.role:
        return False
    if how is Join.SPEAKER:
        return True
    return not _ENDS.search(before.text) and bool(before.text) and _gap(before, after) <= PAUSE


def _gap(before: Turn, after: Turn) -> float:
    if before.end is None or after.start is None:
        return 0.0
    return after.start - before.end


def _merge(turns: Sequence[Turn], rows: Sequence[int]) -> Turn:
    if len(turns) == 1:
        return replace(turns[0], rows=tuple(rows))
    text = ""
    marks: list[Mark] = []
    for turn in turns:
        shift = len(text) + (1 if text and turn.text else 0)
        marks += [replace(mark, at=mark.at + shift, to=mark.to + shift) for mark in turn.marks]
        text = f"{text} {turn.text}" if text and turn.text else text + turn.text
    return replace(turns[0], text=text, marks=tuple(marks), end=_last_end(turns), rows=tuple(rows))


def _last_end(turns: Sequence[Turn]) -> float | None:
    ends = [turn.end for turn in turns if turn.end is not None]
    return max(ends) if ends else None

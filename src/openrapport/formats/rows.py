"""Rows of a structured file made into turns, with what was wrong with single rows said once for each kind."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from openrapport.encounter import Problem, Role, Timing, Turn
from openrapport.formats.decoding import without_surrogates
from openrapport.formats.format import Found
from openrapport.formats.labels import role_of, roles_of
from openrapport.formats.marks import take_marks

_PUNCTUATION = re.compile(r"[^\w\s]+")

_NO_WORDS = ("holds no words", "left out")
_BACKWARDS = ("ends before it starts", "read without its end")
_SURROGATES = ("holds half a character (a lone surrogate)", "a � stands in its place")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as its file has it.

    where       how a person finds it, "segment 12"
    text        what stands in the place for words; anything but a text is a problem
    start, end  seconds
    role        where the file states it apart from the label
    """

    where: str
    speaker: str
    text: Any
    start: float | None = None
    end: float | None = None
    role: Role | None = None


def found(
    rows: Iterable[Row],
    problems: Iterable[Problem] = (),
    *,
    by_start: bool = False,
    timing: Timing | None = None,
    language: Any = "",
    recogniser: bool = False,
) -> Found:
    """The rows as turns, in their order or by start (clinicians first at a tie, then as they came)."""
    places: dict[tuple[str, str], list[str]] = {}
    listed = list(rows)
    roles = _roles({row.speaker: None for row in listed}, recogniser)
    turns = [turn for row in listed if (turn := _turn(row, roles, places))]
    if by_start:
        turns = sort_by_start(turns)
    all_problems = (*problems, *(_problem(kind, where) for kind, where in places.items()))
    return Found(tuple(turns), all_problems, timing, language if isinstance(language, str) else "", recogniser)


def sort_by_start(turns: Iterable[Turn]) -> list[Turn]:
    """By start, a clinician first at a tie; a turn without a start stays behind the one it came after."""
    keyed: list[tuple[tuple[float, bool], Turn]] = []
    last: dict[str, float] = {}
    for turn in turns:
        last[turn.speaker] = start = last.get(turn.speaker, 0.0) if turn.start is None else turn.start
        keyed.append(((start, turn.role is not Role.CLINICIAN), turn))
    return [turn for _, turn in sorted(keyed, key=lambda pair: pair[0])]


def _roles(labels: Iterable[str], recogniser: bool) -> dict[str, Role]:
    """Roles that labels state. The letters that machines (and A, B, C …) count speakers by state none."""
    counted = recogniser or {"a", "b"} <= {one.lower() for one in labels}
    if not counted:
        return roles_of(labels)
    return {one: role for one in labels if (role := role_of(one))}


def _turn(row: Row, roles: dict[str, Role], places: dict[tuple[str, str], list[str]]) -> Turn | None:
    if not isinstance(row.text, str) or not row.text.strip():
        places.setdefault(_NO_WORDS, []).append(row.where)
        return None
    text, end = row.text, row.end
    if not text.isascii() and (mended := without_surrogates(text)) is not text:
        places.setdefault(_SURROGATES, []).append(row.where)
        text = mended
    if row.start is not None and end is not None and end < row.start:
        places.setdefault(_BACKWARDS, []).append(row.where)
        end = None
    words, marks = take_marks(text)
    return Turn(row.speaker, words, row.role or roles.get(row.speaker), row.start, end, marks)


def _problem(kind: tuple[str, str], where: list[str]) -> Problem:
    more = f" and {len(where) - 1} more" if len(where) > 1 else ""
    return Problem(where[0] + more, *kind)


def runs(pieces: Iterable[Row], what: str = "run of words") -> Iterator[Row]:
    """Words put together as long as one speaker goes on; punctuation closes up to the word before it."""
    held: list[Row] = []
    count = 1
    for piece in pieces:
        if held and held[-1].speaker != piece.speaker:
            yield _run(held, f"{what} {count}")
            held, count = [], count + 1
        held.append(piece)
    if held:
        yield _run(held, f"{what} {count}")


def _run(pieces: list[Row], where: str) -> Row:
    starts = [piece.start for piece in pieces if piece.start is not None]
    ends = [piece.end for piece in pieces if piece.end is not None]
    return replace(
        pieces[0],
        where=where,
        text=sentence(piece.text for piece in pieces),
        start=min(starts, default=None),
        end=max(ends, default=None),
    )


def sentence(pieces: Iterable[Any]) -> str:
    """Words and punctuation marks as a line; what is no text is passed over."""
    words: list[str] = []
    for piece in pieces:
        if not isinstance(piece, str) or not piece.strip():
            continue
        if words and _PUNCTUATION.fullmatch(piece):
            words[-1] += piece
        else:
            words.append(piece.strip())
    return " ".join(words)


def label(value: Any) -> str:
    """A speaker's label as the file wrote it; numbers as their digits, "" where there is none."""
    if isinstance(value, str):
        return without_surrogates(" ".join(value.split()))
    if isinstance(value, int) and not isinstance(value, bool):
        return _digits(value)
    return ""


def _digits(value: int) -> str:
    return str(value) if abs(value) < 10**9 else ""


def seconds(value: Any, per_second: float = 1.0) -> float | None:
    """A number, or a text that holds one, in seconds; None for what is neither or has no bounds."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value) / per_second
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None

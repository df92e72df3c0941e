"""Our own JSON, checked value by value: a message names the turn and the key, and never quotes the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from openrapport.encounter import Join, Mark, Part, Problem, Role, Timing, Turn
from openrapport.errors import BadDocument
from openrapport.formats.decoding import without_surrogates
from openrapport.formats.format import Found
from openrapport.formats.labels import roles_of
from openrapport.formats.marks import kind_of, take_marks

VERSION = 1
LONGEST = 1e9  # seconds; a time beyond thirty years is a mistake

_TOP = frozenset(
    "openrapport turns timing captions recogniser language consent join joined cast problems source".split()
)
_TURN = frozenset("speaker role start end text marks rows".split())
_MARK = frozenset("kind at to raw".split())
_PART = frozenset("speaker role known_by confidence".split())
_PROBLEM = frozenset("where found done".split())
_KNOWN_BY = ("file", "flag", "words", "correction")

Choice = TypeVar("Choice", bound=StrEnum)


class Reader:
    """Checks every value as it reads it, so that a message names the key; words never stand in a message."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.place = "the top"
        self.problems: list[Problem] = []

    def refuse(self, complaint: str) -> NoReturn:
        raise BadDocument(f"'{self.name}': {self.place}: {complaint}. Mend it there and try again.")

    def found(self, top: Any) -> Found:
        self._check_version(top)
        self.keys(top, _TOP, ("turns",))
        timing = self.choice(top, "timing", Timing, None)
        recogniser, captions = self.flag(top, "recogniser"), self.flag(top, "captions")
        language, consent = self.text(top, "language"), self.text(top, "consent")
        join, joined = self.choice(top, "join", Join, Join.NONE), self.count(top, "joined")
        cast = tuple(self.each(top, "cast", self.part))
        told = tuple(self.each(top, "problems", self.problem))
        turns = self.each(top, "turns", self.turn)
        return Found(
            _with_roles(turns, ["role" in one for one in top["turns"]]),
            (*told, *self.problems),
            timing,
            language,
            recogniser,
            captions=captions,
            consent=consent,
            cast=cast,
            join=join or Join.NONE,
            joined=joined,
        )

    def _check_version(self, top: Any) -> None:
        version = top.get("openrapport")
        if version != VERSION or isinstance(version, bool):
            raise BadDocument(
                f"'{self.name}' is of another version of our JSON than {VERSION}, which this OpenRapport reads. "
                f'Update OpenRapport, or write "openrapport": {VERSION} if you made the file yourself.'
            )

    def each(self, holder: Mapping[str, Any], key: str, make: Callable[[Any], Any]) -> list[Any]:
        listed = holder.get(key)
        if listed is None:
            return []
        if not isinstance(listed, list):
            self.refuse(f"'{key}' must be a list, [ … ]")
        made = []
        outer = self.place
        for index, one in enumerate(listed):
            self.place = f"{key.removesuffix('s')} {index}" if outer == "the top" else f"{outer}: {key}"
            made.append(make(one))
        self.place = outer
        return made

    def keys(self, value: Any, allowed: frozenset[str], needed: Iterable[str] = ()) -> None:
        if not isinstance(value, dict):
            self.refuse("must be an object, { … }")
        if strange := value.keys() - allowed:
            listed = ", ".join(sorted(allowed))
            self.refuse(f"'{min(strange)[:40]}' is no key of ours; these are: {listed}")
        if missing := sorted(set(needed) - value.keys()):
            self.refuse(f"'{missing[0]}' is missing")

    def turn(self, value: Any) -> Turn:
        self.keys(value, _TURN, ("text",))
        text, marks = self.words(value)
        start, end = self.seconds(value, "start"), self.seconds(value, "end")
        if start is not None and end is not None and end < start:
            self.problems.append(Problem(self.place, "ends before it starts", "read without its end"))
            end = None
        role = self.choice(value, "role", Role, None)
        rows = tuple(self.each(value, "rows", self.index))
        return Turn(self.text(value, "speaker"), text, role, start, end, marks, rows)

    def words(self, value: Mapping[str, Any]) -> tuple[str, tuple[Mark, ...]]:
        text = self.text(value, "text")
        if value.get("marks") is None:
            return take_marks(text)
        return text, tuple(self.each(value, "marks", lambda mark: self.mark(mark, text)))

    def mark(self, value: Any, text: str) -> Mark:
        if isinstance(value, str):
            return Mark(kind_of(value.strip("[](){}<>/*")), len(text), len(text), without_surrogates(value))
        self.keys(value, _MARK, ("kind", "at"))
        at = self.count(value, "at")
        to = self.count(value, "to") if "to" in value else at
        if not at <= to <= len(text):
            self.refuse(f"'at' and 'to' of a mark must lie in order within the turn's {len(text)} characters")
        return Mark(self.text(value, "kind"), at, to, self.text(value, "raw"))

    def part(self, value: Any) -> Part:
        self.keys(value, _PART, _PART)
        role = self.choice(value, "role", Role, None)
        known_by = value["known_by"]
        if role is None or known_by not in _KNOWN_BY:
            self.refuse(f"needs a 'role', and 'known_by' one of {', '.join(_KNOWN_BY)}")
        confidence = self.seconds(value, "confidence")
        return Part(self.text(value, "speaker"), role, known_by, 1.0 if confidence is None else confidence)

    def problem(self, value: Any) -> Problem:
        self.keys(value, _PROBLEM, _PROBLEM)
        return Problem(*(self.text(value, key) for key in ("where", "found", "done")))

    def text(self, holder: Mapping[str, Any], key: str) -> str:
        value = holder.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.refuse(f"'{key}' must be a text in quotes")
        mended = without_surrogates(value)
        if mended is not value:
            self.problems.append(Problem(self.place, "half a character (a lone surrogate)", "� in its place"))
        return mended

    def seconds(self, holder: Mapping[str, Any], key: str) -> float | None:
        value = holder.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < LONGEST:
            self.refuse(f"'{key}' must be a number of seconds or null")
        return float(value)

    def index(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.refuse("must hold whole numbers from 0 up")
        return value

    def count(self, holder: Mapping[str, Any], key: str) -> int:
        value = holder.get(key, 0)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            self.refuse(f"'{key}' must be a whole number from 0 up")
        return value

    def flag(self, holder: Mapping[str, Any], key: str) -> bool:
        value = holder.get(key, False)
        if not isinstance(value, bool):
            self.refuse(f"'{key}' must be true or false")
        return value

    def choice(
        self, holder: Mapping[str, Any], key: str, kind: type[Choice], absent: Choice | None
    ) -> Choice | None:
        value = holder.get(key)
        if value is None:
            return absent
        if value not in list(kind):
            self.refuse(f"'{key}' must be one of {', '.join(kind)}")
        return kind(value)


def _with_roles(turns: Sequence[Turn], stated: Sequence[bool]) -> tuple[Turn, ...]:
    """The turns, those whose role the file leaves out in the role that their label states."""
    roles = roles_of(turn.speaker for turn in turns)
    return tuple(
        turn if said else replace(turn, role=roles.get(turn.speaker))
        for turn, said in zip(turns, stated, strict=True)
    )

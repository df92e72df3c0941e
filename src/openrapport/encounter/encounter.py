"""An encounter: the turns of one meeting, where they came from, who is who, and what was wrong with the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from openrapport.encounter.turn import Role, Turn


class Timing(StrEnum):
    """What a file's times can show.

    NONE         no times
    SEQUENTIAL   cues follow each other by construction (caption files): no overlap or gap can be seen
    INDEPENDENT  each speaker is timed apart: overlaps and gaps are real
    """

    NONE = "none"
    SEQUENTIAL = "sequential"
    INDEPENDENT = "independent"


class Join(StrEnum):
    """How cues were made into turns."""

    NONE = "none"
    SENTENCE = "sentence"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a person's file that was not as it should be, where, and what was done about it."""

    where: str
    found: str
    done: str

    def __str__(self) -> str:
        return f"{self.where}: {self.found}; {self.done}"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an encounter came from.

    name        the file's name as given, "-" for standard input
    format      the member of `formats` that read it
    digest      "sha256:…" of the bytes (of all the files, in order, where there were several)
    timing      what its times can show
    captions    True where its rows are caption cues that may cut sentences
    recogniser  True where a machine heard the words and told the speakers apart
    language    as stated by the file, "" where it does not say
    """

    name: str = ""
    format: str = ""
    digest: str = ""
    timing: Timing = Timing.NONE
    captions: bool = False
    recogniser: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Who a speaker label is, how we know, and how sure we are (0 to 1)."""

    speaker: str
    role: Role
    known_by: Literal["file", "flag", "words", "correction"]
    confidence: float = 1.0


@dataclass(frozen=True)
class Encounter:
    """One meeting. `joined` counts the rows that were merged into others by `join`.

    consent is what was agreed with the patient about this recording, "" where not stated.
    """

    turns: tuple[Turn, ...]
    origin: Origin = Origin()
    problems: tuple[Problem, ...] = ()
    cast: tuple[Part, ...] = ()
    join: Join = Join.NONE
    joined: int = 0
    consent: str = ""

    @property
    def speakers(self) -> tuple[str, ...]:
        """The labels, in order of first appearance."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns))

    def with_cast(self, cast: tuple[Part, ...]) -> Encounter:
        """The same encounter with every turn of a cast speaker in that speaker's role."""
        roles = {part.speaker: part.role for part in cast}
        turns = tuple(replace(turn, role=roles.get(turn.speaker, turn.role)) for turn in self.turns)
        return replace(self, turns=turns, cast=cast)

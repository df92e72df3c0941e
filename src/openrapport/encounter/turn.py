"""A turn: one speaker's words, from taking the floor to leaving it, as the file cut them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a speaker is to the encounter."""

    CLINICIAN = "clinician"
    PATIENT = "patient"
    COMPANION = "companion"
    INTERPRETER = "interpreter"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something a transcriber noted that is not a word: a laugh, a blank, a doubt.

    kind   "unsure", "inaudible", "laughs", "sighs", "cut_off", "note" …
    at     where in the turn's text it stands, in characters
    to     where it ends; greater than `at` only where it spans words (an "unsure" stretch)
    raw    as the transcriber wrote it, "[laughs]"
    """

    kind: str
    at: int
    to: int
    raw: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn.

    speaker  the label as the file has it; "" where it has none
    text     words only, one space between, marks taken out
    role     as stated by the file, a person's flag or inference; None where not known
    start, end  seconds from the start of the recording, or None
    marks    what the transcriber noted, in order
    rows     the turns of `read` that this one was joined from; empty where nothing was joined
    """

    speaker: str
    text: str
    role: Role | None = None
    start: float | None = None
    end: float | None = None
    marks: tuple[Mark, ...] = ()
    rows: tuple[int, ...] = ()

    @property
    def seconds(self) -> float | None:
        """How long it lasted, or None where the file does not say."""
        if self.start is None or self.end is None:
            return None
        return self.end - self.start

"""A promise: something that the clinician (or a companion) said they would do after the visit."""

from __future__ import annotations

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Promise:
    """One promise, in the words it was made in.

    turn       the turn of the visit it was made in, counted from 0
    confirmed  set by the clinician; what is not confirmed is not kept
    in_short   the clinician's own wording, where they would rather not keep the quote's
    """

    quote: str
    turn: int
    speaker: str
    confirmed: bool = False
    in_short: str = ""

    @property
    def words(self) -> str:
        """How to say it: the clinician's wording, else the quote."""
        return self.in_short or self.quote

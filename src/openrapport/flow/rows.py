"""Rows of questions: one after the other, with nothing given back in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openrapport.encounter import Role

if TYPE_CHECKING:
    from openrapport.flow.flow import Flow

QUESTIONS = ("question_open", "question_closed")
GIVES_BACK = ("reflection_simple", "reflection_complex", "empathy", "affirmation", "reassurance", "information")


@dataclass(frozen=True, slots=True)
class Asking:
    """One hold of the clinician's, asking or not, at the `turn` that likeliest asks.

    asks    the probability that it asks
    in_row  given that it asks, that it is one of at least three such holds in a row that give nothing back
    """

    turn: int
    asks: float
    in_row: float


def find_rows(flow: Flow) -> tuple[Asking, ...]:
    """Every hold of the clinician's, in order, with how likely it asks and stands in a row."""
    asked, gave = flow.p(*QUESTIONS), flow.p(*GIVES_BACK)
    holds = [list(hold.turns) for hold in flow.holds if hold.role is Role.CLINICIAN]
    asks = [float(asked[turns].max()) for turns in holds]
    bare = [1.0 - float(gave[turns].max()) for turns in holds]
    only_asks = [0.0, 0.0, *(a * b for a, b in zip(asks, bare, strict=True)), 0.0, 0.0]
    return tuple(
        Asking(turns[int(asked[turns].argmax())], asks[i], bare[i] * _two_beside(*only_asks[i : i + 5]))
        for i, turns in enumerate(holds)
    )


def _two_beside(two_before: float, before: float, _: float, after: float, two_after: float) -> float:
    """The probability that two neighbours make three: both sides, or two on one side."""
    return before * after + before * (1 - after) * two_before + (1 - before) * after * two_after

"""Whether silence was left after a feeling."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate

LONG = 2.0  # seconds: from there on automatic studies of serious-illness talk speak of a pause


def _compute(flow: Flow) -> Rate:
    felt = np.where(flow.patient, flow.p("cue", "concern"), 0.0)
    return Rate.of(
        Case(int(turn), float(gap >= LONG), float(felt[turn]))
        for turn in np.flatnonzero(felt)
        if (gap := _gap(flow, int(turn))) is not None
    )


def _gap(flow: Flow, turn: int) -> float | None:
    """From the end of a turn to the start of the next with words, whoever speaks it."""
    after = np.flatnonzero(flow.lengths[turn + 1 :])
    start, end = flow.turns[turn + 1 + after[0]].start if len(after) else None, flow.turns[turn].end
    return None if start is None or end is None else start - end


MEASURE = Measure(
    family="floor",
    question="After the patient showed a feeling, how often was there a moment of silence?",
    definition="Of the patient's turns with a cue or a concern, the share after which nobody speaks for two "
    "seconds or more. Each counts with the probability that it carries one.",
    formula="Σ p(cue or concern) where the gap is ≥ 2 s ÷ Σ p(cue or concern)",
    unit="share",
    shape=Rate,
    source="manukyan2018",
    not_for="Silence can also be awkward, or a keyboard: listen to the place before you judge it.",
    empty="no cue and no concern was heard",
    needs=(Need.PATIENT, Need.OVERLAP, Need.TIMES, Need.PATIENT_ACTS),
    acts=("cue", "concern"),
    examples=(
        Example(
            """
            0.0-2.0 C: How have you been since the funeral? {question_open}
            3.0-6.0 P: The house is so empty. {cue}
            9.5-11.0 C: So empty. {reflection_simple}
            11.5-14.0 P: I am frightened of the winter. {concern}
            14.3-16.0 C: Are you eating well? {question_closed}
            """,
            1 / 2,
            "After the cue 3.5 s of silence, after the concern 0.3 s.",
        ),
        Example(
            """
            0.0-2.0 C: How have you been since the funeral? {question_open}
            3.0-6.0 P: The house is so empty. {cue}
            9.5-11.0 C: So empty. {reflection_simple}
            11.5-14.0 P: It gets dark early now. {cue 0.5}
            14.3-16.0 C: Are you eating well? {question_closed}
            """,
            2 / 3,
            "The second counts half, since it is only half sure to be a cue: 1 of 1.5.",
        ),
        Example(
            """
            0.0-2.0 C: Which leg is it? {question_closed}
            2.1-3.0 P: The left.
            3.2-4.0 C: Since when? {question_closed}
            4.1-5.0 P: Monday.
            5.1-6.0 C: Let me see it.
            """,
            None,
            "No feeling was shown.",
        ),
    ),
    compute=_compute,
)

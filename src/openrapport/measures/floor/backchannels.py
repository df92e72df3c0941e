"""How often the clinician showed listening without taking the floor."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    mine = np.where(flow.clinician & (flow.lengths > 0), flow.p("backchannel"), 0.0)
    return Rate.per(mine, float(flow.lengths[flow.patient].sum()) / 1000)


MEASURE = Measure(
    family="floor",
    question="How often did the clinician show that they were listening, without taking the floor?",
    definition="The clinician's turns that do nothing but show listening (“mm-hmm”, “I see”; the act "
    "`backchannel`), per 1000 words that the patient said.",
    formula="1000 × Σ p(backchannel) ÷ words(patient)",
    unit="per 1000 words",
    shape=Rate,
    source="mulder_vos2023",
    not_for="Not comparable between files that were transcribed with and without every “mm”: many transcribers "
    "leave them out. How much of it is usual differs between cultures.",
    empty="the patient says no word",
    needs=(Need.CLINICIAN, Need.PATIENT),
    acts=("backchannel",),
    examples=(
        Example(
            """
            C: Tell me how it began. {question_open}
            P: It started with a cough.
            C: Mm-hmm. {backchannel}
            P: Then the fever came.
            C: I see. {backchannel}
            P: And now I feel weak all the time, really.
            """,
            2 / 18 * 1000,
            "2 while the patient said 5 + 4 + 9 = 18 words.",
        ),
        Example(
            """
            C: Tell me how it began. {question_open}
            P: It started with a cough.
            C: When was that? {question_closed}
            P: Two weeks ago.
            C: And the fever? {question_closed}
            """,
            0,
            "The clinician never speaks only to show listening.",
        ),
    ),
    compute=_compute,
)

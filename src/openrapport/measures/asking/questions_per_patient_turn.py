"""How often the clinician asked for each time the patient spoke."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    asked = np.where(flow.clinician, flow.p("question_open", "question_closed"), 0.0)
    return Rate.per(asked, float((flow.patient & (flow.lengths > 0)).sum()))


MEASURE = Measure(
    family="asking",
    question="How often did the clinician ask, for each time that the patient spoke?",
    definition="Turns of the clinician's that hold at least one question, open or closed, ÷ turns of the "
    "patient's that have words.",
    formula="turns that ask ÷ turns of the patient's",
    unit="per turn",
    shape=Rate,
    source="roter2002",
    not_for="Not comparable between files whose turns were cut differently, and no verdict: a first visit "
    "needs more questions than a tenth.",
    empty="the patient says nothing",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "question_open",
        "question_closed",
    ),
    examples=(
        Example(
            """
            C: What brings you in? {question_open}
            P: A cough.
            C: Since when? Any fever? {question_closed}
            P: A week. No fever.
            C: I see. {backchannel}
            P: It keeps me awake.
            C: That wears one out. {empathy}
            P: It does.
            """,
            2 / 4,
            "Two turns ask (the second asks twice and counts once); the patient has four turns.",
        ),
        Example(
            """
            C: I have your results here. {information}
            P: And?
            C: They are fine. {information}
            P: Good.
            C: We can stop the tablets. {information}
            """,
            0,
            "No turn of the clinician's asks.",
        ),
    ),
    compute=_compute,
)

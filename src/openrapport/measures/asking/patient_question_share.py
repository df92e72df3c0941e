"""How much of the asking was the patient’s."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    patient = np.where(flow.patient, flow.p("patient_question"), 0.0)
    sides = ((patient, 1.0), (flow.p("question_open", "question_closed"), 0.0))
    return Rate.of(Case(turn, hit, float(p[turn])) for turn in range(len(flow.turns)) for p, hit in sides)


MEASURE = Measure(
    family="asking",
    question="How much of the asking was done by the patient?",
    definition="Turns of the patient's that ask about their care ÷ (those + turns of the clinician's that hold a"
    " question). A companion's questions are left out.",
    formula="PQ ÷ (PQ + Q)",
    unit="share",
    shape=Rate,
    source="roter2002",
    not_for="Not a measure of how interested a patient is: people who feel hurried, or who got their answers "
    "unasked, ask little.",
    empty="nobody asked anything",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "patient_question",
        "question_open",
        "question_closed",
    ),
    examples=(
        Example(
            """
            C: How are you getting on with the tablets? {question_open}
            P: All right. Can I take them with milk? {patient_question}
            C: Better with water. {advice}
            P: And for how long? {patient_question}
            C: Until Friday. Any rash? {information, question_closed}
            P: No.
            """,
            2 / 4,
            "The patient asks twice, the clinician twice.",
        ),
        Example(
            """
            C: Any pain? {question_closed}
            P: No.
            C: Any swelling? {question_closed}
            P: No.
            C: Good. {backchannel}
            """,
            0,
            "Only the clinician asks.",
        ),
        Example(
            """
            C: Come in.
            P: Thank you.
            C: Your plaster comes off today. {information}
            P: At last.
            C: It will look thin at first. {information}
            """,
            None,
            "Nobody asks anything.",
        ),
    ),
    compute=_compute,
)

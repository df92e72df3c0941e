"""How often the patient told something personal that the task did not require."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import share_of_patient_turns
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return share_of_patient_turns(flow, "disclosure")


MEASURE = Measure(
    family="person",
    question="How often did the patient tell something personal, or something one can be judged for?",
    definition="Turns of the patient's with disclosure ÷ turns of the patient's that have words.",
    formula="disclosure ÷ turns of the patient's",
    unit="share",
    shape=Rate,
    source="altman1973",
    not_for="Not a goal: people may keep things to themselves, and a form can ask for some of them. Not to be"
    " compared between people.",
    empty="the patient says nothing",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=("disclosure",),
    examples=(
        Example(
            """
            C: Do you take the tablets? {question_closed}
            P: Most days. To be honest I stop when I want a drink. {disclosure}
            C: Thank you for telling me. {affirmation}
            P: I haven't told my wife. {disclosure}
            C: That is a lot to carry. {empathy}
            P: It is.
            C: Which days are the hardest? {question_open}
            P: Fridays.
            """,
            2 / 4,
            "Two of four turns.",
        ),
        Example(
            """
            C: Any fever? {question_closed}
            P: No.
            C: Any cough? {question_closed}
            P: No.
            C: It's a virus. {information}
            """,
            0,
            "Plain answers.",
        ),
    ),
    compute=_compute,
)

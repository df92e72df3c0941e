"""How often the patient let a feeling, a worry or pain be seen."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import share_of_patient_turns
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return share_of_patient_turns(flow, "concern", "cue", "pain")


MEASURE = Measure(
    family="feeling",
    question="How often did the patient let a feeling, a worry or pain be seen?",
    definition="Turns of the patient's that say an unpleasant feeling (concern), hint at one (cue) or tell of "
    "pain, ÷ turns of the patient's that have words.",
    formula="turns with concern, cue or pain ÷ turns of the patient's",
    unit="share",
    shape=Rate,
    source="zimmermann2011",
    not_for="Not a measure of how much somebody suffers: what is shown depends on how safe it feels, on "
    "custom, and on how a file cuts its turns. None found is not none there.",
    empty="the patient says nothing",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "concern",
        "cue",
        "pain",
    ),
    examples=(
        Example(
            """
            C: How have things been? {question_open}
            P: All right.
            C: And the nights? {question_open}
            P: I lie awake and listen to my heart. {cue}
            C: What goes through your mind? {question_open}
            P: That it just stops. I am frightened of it. {concern}
            C: Anyone would be. {empathy}
            P: Thank you.
            """,
            2 / 4,
            "A hint and an outright fear, in four turns.",
        ),
        Example(
            """
            C: When did the rash start? {question_closed}
            P: After the walk on Sunday.
            C: Does it itch? {question_closed}
            P: No.
            C: Then a plain cream will do. {information}
            """,
            0,
            "Two plain answers.",
        ),
    ),
    compute=_compute,
)

"""How much of what the clinician said valued the patient."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import share_of_clinician_turns
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return share_of_clinician_turns(flow, "affirmation")


MEASURE = Measure(
    family="person",
    question="How much of what the clinician said was something good about the patient?",
    definition="Turns of the clinician's with affirmation (effort, strength, worth, a right choice; not thanks "
    "or “good” as a word of listening) ÷ turns of the clinician's that do more than show listening "
    "(all with words, backchannels left out).",
    formula="affirmation ÷ (turns of the clinician's − backchannels)",
    unit="share",
    shape=Rate,
    source="moyers2016",
    not_for="Not better the higher it is: praise by rote is heard as such, and words cannot tell the two apart.",
    empty="the clinician says nothing but words of listening",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "affirmation",
        "backchannel",
    ),
    examples=(
        Example(
            """
            C: How did the exercises go? {question_open}
            P: Every day but Sunday.
            C: Every day, with three children. That takes some doing. {affirmation}
            P: They join in.
            C: Which one is hardest? {question_closed}
            P: The plank.
            """,
            1 / 3,
            "One of three turns.",
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
            "Three turns, none of that kind.",
        ),
    ),
    compute=_compute,
)

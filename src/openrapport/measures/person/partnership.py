"""How much of what the clinician said put the two on one side."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import share_of_clinician_turns
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return share_of_clinician_turns(flow, "partnership")


MEASURE = Measure(
    family="person",
    question="How much of what the clinician said put the two of them on the same side?",
    definition="Turns of the clinician's with partnership (together, we two, I'll be here; not the “we” of an "
    "institution) ÷ turns of the clinician's that do more than show listening (all with words, "
    "backchannels left out).",
    formula="partnership ÷ (turns of the clinician's − backchannels)",
    unit="share",
    shape=Rate,
    source="roter2002",
    not_for="Not proof that the plan was made together: see choices.",
    empty="the clinician says nothing but words of listening",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "partnership",
        "backchannel",
    ),
    examples=(
        Example(
            """
            C: We will get to the bottom of this together. {partnership}
            P: I hope so.
            C: When is it worst? {question_closed}
            P: At night.
            C: Ring me if it is, and I will be there. {partnership}
            """,
            2 / 3,
            "Two of three turns.",
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

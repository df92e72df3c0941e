"""How much of what the clinician said was of their own life."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import share_of_clinician_turns
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return share_of_clinician_turns(flow, "self_disclosure")


MEASURE = Measure(
    family="person",
    question="How often did the clinician tell something of their own life?",
    definition="Turns of the clinician's with self-disclosure ÷ turns of the clinician's that do more than show "
    "listening (all with words, backchannels left out).",
    formula="self_disclosure ÷ (turns of the clinician's − backchannels)",
    unit="share",
    shape=Rate,
    source="beach2004",
    not_for="Neither good nor bad as a number: it was found in 17 % of primary care and 14 % of surgical "
    "visits, where patients were less satisfied with it in the one and more in the other. Whether it "
    "went back to the patient is another measure (returned_after_self_disclosure).",
    empty="the clinician says nothing but words of listening",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "self_disclosure",
        "backchannel",
    ),
    examples=(
        Example(
            """
            C: What was it like, the first night with the baby? {question_open}
            P: We just stared at him.
            C: I did too, with my first. What surprised you? {self_disclosure, question_open}
            P: How loud he is.
            C: And how are you sleeping? {question_open}
            P: Hardly.
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
            "Three turns, none of their own life.",
        ),
    ),
    compute=_compute,
)

"""How much of what the clinician said met a feeling."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import share_of_clinician_turns
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return share_of_clinician_turns(flow, "empathy")


MEASURE = Measure(
    family="feeling",
    question="How much of what the clinician said named, understood or supported a feeling?",
    definition="Turns of the clinician's with empathy ÷ turns of the clinician's that do more than show "
    "listening (all with words, backchannels left out).",
    formula="empathy ÷ (turns of the clinician's − backchannels)",
    unit="share",
    shape=Rate,
    source="bylund2002",
    not_for="Not better the higher it is: what matters is whether a feeling was there to be met, which "
    "feeling_answered asks.",
    empty="the clinician says nothing but words of listening",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "empathy",
        "backchannel",
    ),
    examples=(
        Example(
            """
            C: Tell me. {question_open}
            P: I can't face the stairs any more. {cue}
            C: That must be tiring. {empathy}
            P: It is.
            C: Mm. {backchannel}
            P: And nobody helps.
            C: How do you manage the shopping? {question_open}
            """,
            1 / 3,
            "One of three; the “mm” is left out.",
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
            "Three turns, none of empathy.",
        ),
    ),
    compute=_compute,
)

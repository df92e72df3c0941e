"""How much of what the clinician said was social."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import share_of_clinician_turns
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return share_of_clinician_turns(flow, "small_talk")


MEASURE = Measure(
    family="person",
    question="How much of the clinician's talk was about other things than the task?",
    definition="Turns of the clinician's with small talk (the weather, the journey, family news, a joke, a "
    "greeting that is more than hello) ÷ turns of the clinician's that do more than show listening "
    "(all with words, backchannels left out).",
    formula="small_talk ÷ (turns of the clinician's − backchannels)",
    unit="share",
    shape=Rate,
    source="roter2002",
    not_for="Not better the higher it is, and what counts as friendly differs from place to place.",
    empty="the clinician says nothing but words of listening",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "small_talk",
        "backchannel",
    ),
    examples=(
        Example(
            """
            C: Did you find a place to park? {small_talk}
            P: Right by the door, for once.
            C: You should buy a lottery ticket. {small_talk}
            P: I might.
            C: So, how is the hip? {question_open}
            P: Better.
            C: Mm-hmm. {backchannel}
            """,
            2 / 3,
            "Two of three; the “mm-hmm” is left out.",
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

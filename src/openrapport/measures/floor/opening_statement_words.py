"""How much the patient could say at the start, in words."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.flow.floor import find_opening
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    opening = find_opening(flow)
    if opening is None:
        return Rate(0.0, 0.0, ())
    answer = opening[1].turns
    return Rate(float(flow.lengths[list(answer)].sum()), 1.0, answer)


MEASURE = Measure(
    family="floor",
    question="How much could the patient say at the start before somebody else took the floor?",
    definition="The words of the patient's answer to the visit's opening question, until somebody else takes the "
    "floor; “mm-hmm” takes no floor. The opening question is the clinician's first open question, small talk "
    "aside, in the first 20 turns, that the patient answers.",
    formula="words of the patient's first answer at the floor",
    unit="words",
    shape=Rate,
    source="mulder_vos2023",
    not_for="Not a target: left alone, half of all patients are done within seconds. It says how much room there "
    "was, not how much was needed.",
    empty="the clinician did not open with an open question that the patient answered",
    needs=(Need.CLINICIAN, Need.PATIENT),
    acts=("question_open", "small_talk", "backchannel"),
    examples=(
        Example(
            """
            C: Did you find somewhere to park? How was the drive? {question_open, small_talk}
            P: Long, thanks.
            C: So what brings you in? {question_open}
            P: It's these headaches. They start behind the eye.
            C: Mm-hmm. {backchannel}
            P: And then my jaw hurts.
            C: Which side is it? {question_closed}
            """,
            13,
            "8 + 5 words, through the “mm-hmm”; the drive was small talk.",
        ),
        Example(
            """
            C: Is it the knee again? {question_closed}
            P: Yes, the knee.
            C: The left one? {question_closed}
            P: The left.
            C: Let me see it.
            """,
            None,
            "No open question at the start.",
        ),
    ),
    compute=_compute,
)

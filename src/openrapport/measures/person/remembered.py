"""How often something of the patient’s life was brought up again."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import count_of
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return count_of(flow, "recalled_fact")


MEASURE = Measure(
    family="person",
    question="How often did the clinician come back to something that the patient had told of their life?",
    definition="Turns of the clinician's that speak of somebody or something in the patient's life (“your "
    "daughter”, “the wedding”: people, animals, work, pastimes, occasions, from a fixed list of some 130 "
    "words) that the patient was the first to mention and nobody has spoken of in the six turns before; not "
    "where the turn asks for a family history or “any …”. Each counts 0.7: our judgement from reading 48 such "
    "turns in 300 public conversations, of which 36 did that.",
    formula="0.7 × number of such turns",
    unit="count",
    shape=Rate,
    source="our_judgement",
    not_for="None found is not none there: the list is short, and what was told in a former visit is not in "
    "the file. Mentioning a wife when asking about infection counts too, and is not what is meant.",
    empty="there is nothing to count",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    examples=(
        Example(
            """
            C: What brings you in? {question_open}
            P: My shoulder, and my daughter gets married in June.
            C: Which shoulder? {question_closed}
            P: The right.
            C: Since when? {question_closed}
            P: Easter.
            C: Any numbness? {question_closed}
            P: No.
            C: It is the tendon. {information}
            P: I see.
            C: We will have you dancing with your daughter in June. {partnership}
            P: That would be something.
            """,
            0.7,
            "The daughter comes back after eight turns without her.",
        ),
        Example(
            """
            C: What brings you in? {question_open}
            P: My daughter sends me.
            C: What is your daughter worried about? {question_open}
            P: My cough.
            C: Since when? {question_closed}
            """,
            0,
            "She is still the subject.",
        ),
    ),
    compute=_compute,
)

"""How much was given back for each question."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return Rate.ratio(
        flow.p("reflection_simple", "reflection_complex"), flow.p("question_open", "question_closed")
    )


MEASURE = Measure(
    family="asking",
    question="For each question asked, how often did the clinician give back what they had heard?",
    definition="Turns of the clinician's with a reflection, simple or complex, ÷ turns of the clinician's with a"
    " question, open or closed. A turn may count on both sides, and once on each.",
    formula="(SR or CR) ÷ (O or C)",
    unit="per question",
    shape=Rate,
    source="moyers2016",
    not_for="Not pass or fail. For motivational interviewing, the MITI 4.2 manual calls 1 fair and 2 good by "
    "expert opinion; half of the demonstrations that experts rate highly lie below its “fair”. For a "
    "first medical history nobody has set a value.",
    empty="no question was asked",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "reflection_simple",
        "reflection_complex",
        "question_open",
        "question_closed",
    ),
    examples=(
        Example(
            """
            C: What is the hardest part of the day? {question_open}
            P: The evening. Everybody is asleep and I sit there.
            C: The evenings are when it gets lonely. {reflection_complex}
            P: Yes.
            C: You sit there and wait. {reflection_simple}
            P: For nothing, really.
            C: How long has it been so? {question_closed}
            P: Since spring.
            """,
            2 / 2,
            "Two turns give back, two ask.",
        ),
        Example(
            """
            C: Any trouble walking? {question_closed}
            P: On the stairs.
            C: On the stairs. Which leg? {reflection_simple, question_closed}
            P: The left.
            C: And at night? {question_closed}
            """,
            1 / 3,
            "The second turn of the clinician's gives back and asks.",
        ),
        Example(
            """
            C: So it was the stairs again. {reflection_simple}
            P: It was.
            C: And nobody there. {reflection_complex}
            P: Nobody.
            C: I see. {backchannel}
            """,
            None,
            "Without a question there is nothing to divide by.",
        ),
    ),
    compute=_compute,
)

"""How much of the asking came as question upon question."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.flow.rows import find_rows
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    return Rate.of(Case(one.turn, one.in_row, one.asks) for one in find_rows(flow))


MEASURE = Measure(
    family="asking",
    question="How much of the asking was question upon question, with nothing given back?",
    definition="Take the clinician's holds of the floor (a speaker's neighbouring turns, not cut by the other's "
    "“mm” or “okay”). Of those that ask, the share that stand in a row of three or more that ask and "
    "give nothing back: no reflection, empathy, affirmation, reassurance or information. What the "
    "patient says between does not end a row; any other hold of the clinician's does.",
    formula="holds that ask, in rows of ≥ 3 that only ask ÷ holds that ask",
    unit="share",
    shape=Rate,
    source="our_judgement",
    not_for="Not a fault by itself: a list of symptoms to rule out comes as a row. Three as the length of a "
    "row is our judgement.",
    empty="no question was asked",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "question_open",
        "question_closed",
        "reflection_simple",
        "reflection_complex",
        "empathy",
        "affirmation",
        "reassurance",
        "information",
    ),
    examples=(
        Example(
            """
            C: When did it start? {question_closed}
            P: On Monday.
            C: Any fever? {question_closed}
            P: No.
            C: Any cough? {question_closed}
            P: A little.
            C: A little cough, then, and no fever. How are you managing at home? {reflection_simple, question_open}
            P: I get by.
            """,
            3 / 4,
            "Four holds ask. The first three only ask; the fourth gives something back and ends the row.",
        ),
        Example(
            """
            C: When did it start? {question_closed}
            P: On Monday.
            C: That sounds a rough week. Any fever? {empathy, question_closed}
            P: No.
            C: Any cough? {question_closed}
            P: A little.
            """,
            0,
            "The second of the three gives something back, so there is no row of three.",
        ),
        Example(
            """
            C: Take a seat.
            P: Thank you.
            C: Here is your letter. {information}
            P: I see.
            C: It says that all is well. {information}
            """,
            None,
            "Nothing was asked.",
        ),
    ),
    compute=_compute,
)

"""The longest that the clinician spoke without the patient taking the floor."""

from __future__ import annotations

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    mine = [hold.turns for hold in flow.holds if hold.role is Role.CLINICIAN]
    longest = max(mine, key=lambda turns: flow.lengths[list(turns)].sum(), default=())
    return Rate(float(flow.lengths[list(longest)].sum()), float(bool(longest)), longest)


MEASURE = Measure(
    family="floor",
    question="What was the longest that the clinician spoke at a stretch?",
    definition="The number of words of the clinician's longest turn at the floor. Rows in a row are one turn; "
    "“okay” or “yes” from others (up to three words of listening that do not answer a question) does not end it.",
    formula="maximum of words per turn at the floor",
    unit="words",
    shape=Rate,
    source="ali2020",
    not_for="Not a fault in itself: some things take long to explain. Look whether the patient had room to take "
    "it in.",
    empty="the clinician never takes the floor",
    needs=(Need.CLINICIAN,),
    acts=("backchannel",),
    examples=(
        Example(
            """
            C: The scan shows a small tear.
            P: Okay.
            C: It is in the outer part, which heals well.
            P: Will I need an operation?
            C: Most likely not.
            """,
            15,
            "6 + 9 words, through the patient's “okay”.",
        ),
        Example(
            """
            C: Do you smoke? {question_closed}
            P: No.
            C: Do you drink? {question_closed}
            P: A little.
            C: How much is a little for you? {question_open}
            """,
            7,
            "“No” answers a question, so it is a turn; the longest of the clinician's has 7 words.",
        ),
    ),
    compute=_compute,
)

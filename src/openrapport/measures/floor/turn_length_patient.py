"""How long the patient spoke at a time."""

from __future__ import annotations

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Spread


def _compute(flow: Flow) -> Spread:
    mine = [hold for hold in flow.holds if hold.role is Role.PATIENT]
    return Spread(
        tuple(float(flow.lengths[list(hold.turns)].sum()) for hold in mine),
        tuple(hold.turns[0] for hold in mine),
    )


MEASURE = Measure(
    family="floor",
    question="How much did the patient say at a time?",
    definition="The median number of words from the patient's taking the floor to somebody else's taking it. "
    "Rows in a row are one turn; a turn runs on through the clinician's words of listening, and up to three "
    "words of listening (“yes”, “okay”) that do not answer a question are no turn.",
    formula="median of words per turn at the floor",
    unit="words",
    shape=Spread,
    source="roter2008",
    not_for="Says nothing about the patient: a short turn may be all that a closed question left room for.",
    empty="the patient never takes the floor",
    needs=(Need.PATIENT,),
    acts=("backchannel", "question_open", "question_closed", "permission", "checking"),
    examples=(
        Example(
            """
            C: How did you get on with the new tablets? {question_open}
            P: Not so well, they made me dizzy.
            C: Right. {backchannel}
            P: So I stopped.
            C: Have you been dizzy since? {question_closed}
            P: No.
            """,
            5.5,
            "Turns of 7 + 3 = 10 words (through the “right”) and of 1: the median is 5.5.",
        ),
        Example(
            """
            C: I will take your blood pressure now.
            P: Okay.
            C: And then listen to your chest.
            P: Yes.
            C: Breathe in.
            """,
            None,
            "The patient only listens; that is no turn of their own.",
        ),
    ),
    compute=_compute,
)

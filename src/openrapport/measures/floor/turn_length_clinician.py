"""How long the clinician spoke at a time."""

from __future__ import annotations

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Spread


def _compute(flow: Flow) -> Spread:
    mine = [hold for hold in flow.holds if hold.role is Role.CLINICIAN]
    return Spread(
        tuple(float(flow.lengths[list(hold.turns)].sum()) for hold in mine),
        tuple(hold.turns[0] for hold in mine),
    )


MEASURE = Measure(
    family="floor",
    question="How much did the clinician say at a time?",
    definition="The median number of words from the clinician's taking the floor to somebody else's taking it. "
    "Rows in a row are one turn; a turn runs on through the other's words of listening, and words of "
    "listening alone (see `backchannels`) are no turn.",
    formula="median of words per turn at the floor",
    unit="words",
    shape=Spread,
    source="roter2008",
    not_for="Not a target: short turns can be questions fired off, long ones a careful explanation.",
    empty="the clinician never takes the floor",
    needs=(Need.CLINICIAN,),
    acts=("backchannel",),
    examples=(
        Example(
            """
            C: How did you get on with the new tablets? {question_open}
            P: Not so well, they made me dizzy.
            C: Right. {backchannel}
            P: So I stopped.
            C: When was that? {question_closed}
            P: Last week.
            C: I am glad you told me. Let us find another.
            """,
            9,
            "Turns of 9, 3 and 10 words; “Right.” is listening.",
        ),
        Example(
            """
            C: Your blood count is fine.
            P: Okay.
            C: And your kidneys work as they should.
            P: Good to hear.
            C: Shall we talk about the scan?
            """,
            9,
            "Turns of 5 + 7 = 12 words (through the “okay”) and of 6: the median is 9.",
        ),
    ),
    compute=_compute,
)

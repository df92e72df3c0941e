"""Whether the clinician asked leave before advising."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.flow.advice import find_advice
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    return Rate.of(Case(one.turn, one.leave, one.p) for one in find_advice(flow))


MEASURE = Measure(
    family="sharing_power",
    question="How much of the advice came after the clinician had asked permission to give it?",
    definition="Advice is a turn of the clinician's with the act advice; instructions of an examination or "
    "exercise are taken off (the event instruction takes 0.9 of such a turn). Leave was asked where a"
    " turn with permission stands in the same hold of the floor up to the advice, or in the "
    "clinician's hold before; it lasts while one hold with advice follows another. A hold is a "
    "speaker's neighbouring turns, not cut by the other's “mm” or “okay”.",
    formula="advice after leave ÷ advice",
    unit="share",
    shape=Rate,
    source="moyers2016",
    not_for="Not a mark by itself: a patient who asks “what should I do?” has given leave (unasked_advice "
    "counts that), and urgent advice waits for none.",
    empty="no advice was given",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "advice",
        "permission",
    ),
    examples=(
        Example(
            """
            C: Would it be all right if I told you what has helped others? {permission}
            P: Please do.
            C: Put the alarm across the room. {advice}
            P: I could do that.
            C: And no telephone in bed. {advice}
            P: That will be harder.
            C: How is your appetite? {question_closed}
            P: Good.
            C: You should walk more. {advice}
            P: I know.
            """,
            2 / 3,
            "Leave covers the first advice and the one that follows it; after the question about "
            "appetite it is used up.",
        ),
        Example(
            """
            C: Your pressure is high. {information}
            P: Oh.
            C: You need to cut down on salt. {advice}
            P: I hardly use any.
            C: And lose some weight. {advice}
            """,
            0,
            "Nobody asked.",
        ),
        Example(
            """
            C: How are you? {question_open}
            P: Better.
            C: That is good to hear. {affirmation}
            P: Thanks to you.
            C: See you in May. {information}
            """,
            None,
            "No advice was given.",
        ),
    ),
    compute=_compute,
)

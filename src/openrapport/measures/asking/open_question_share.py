"""How much of the asking left the answer to the patient."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    kinds = ((flow.p("question_open"), 1.0), (flow.p("question_closed"), 0.0))
    return Rate.of(Case(turn, hit, float(p[turn])) for turn in range(len(flow.turns)) for p, hit in kinds)


MEASURE = Measure(
    family="asking",
    question="How many of the questions left it to the patient what to say?",
    definition="Turns of the clinician's with an open question ÷ (turns with an open question + turns with a "
    "closed one). A turn that holds both counts once as each.",
    formula="O ÷ (O + C)",
    unit="share",
    shape=Rate,
    source="moyers2016",
    not_for="Not a mark for the visit: finding out whether a rash itches takes closed questions. The half "
    "that was once called competent belongs to an older manual for motivational interviewing (MITI "
    "3.1.1), where it was expert opinion, and to no other kind of talk.",
    empty="no question was asked",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "question_open",
        "question_closed",
    ),
    examples=(
        Example(
            """
            C: What brings you here today? {question_open}
            P: My knee has been giving way.
            C: Tell me about the last time it did. {question_open}
            P: On the stairs, on Sunday.
            C: Left or right? {question_closed}
            """,
            2 / 3,
            "Two open questions and one closed.",
        ),
        Example(
            """
            C: How have you been sleeping, more than five hours or less? {question_open, question_closed}
            P: Less, mostly.
            C: Do you wake at night? {question_closed}
            P: Two or three times.
            C: I see. {backchannel}
            """,
            1 / 3,
            "The first turn asks openly and then offers a list: it counts once as open and once as closed.",
        ),
        Example(
            """
            C: Your results are back, and they are good. {information}
            P: Oh, what a relief.
            C: The sugar is down as well. {information}
            P: I cut out the biscuits.
            C: That made the difference. {affirmation}
            """,
            None,
            "Nothing was asked.",
        ),
    ),
    compute=_compute,
)

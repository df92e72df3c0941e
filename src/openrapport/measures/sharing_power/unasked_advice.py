"""How much of the advice nobody had asked for."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.flow.advice import find_advice
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    return Rate.of(Case(one.turn, 1.0 - one.wanted, one.p) for one in find_advice(flow))


MEASURE = Measure(
    family="sharing_power",
    question="How much of the advice had nobody asked for?",
    definition="Advice is a turn of the clinician's with the act advice; instructions of an examination or "
    "exercise are taken off (the event instruction takes 0.9 of such a turn). It was asked for where "
    "the clinician asked leave (see permission_before_advice), or where the patient asked a question "
    "about care since the clinician's hold of the floor before it; both last while one hold with "
    "advice follows another. A hold is a speaker's neighbouring turns, not cut by the other's “mm” or"
    " “okay”. The share of the advice with neither.",
    formula="advice with neither leave nor request ÷ advice",
    unit="share",
    shape=Rate,
    source="moyers2016",
    not_for="Not a count of bad advice: most people come to be advised, and a visit is a request. It shows "
    "where asking first was possible.",
    empty="no advice was given",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "advice",
        "permission",
        "patient_question",
    ),
    examples=(
        Example(
            """
            C: So it is the tendon. {information}
            P: What can I do about it? {patient_question}
            C: Rest it for two weeks. {advice}
            P: All right.
            C: Do you smoke? {question_closed}
            P: Ten a day.
            C: You ought to stop. {advice}
            P: I know.
            """,
            1 / 2,
            "The first advice answers a question; the second comes by itself.",
        ),
        Example(
            """
            C: May I say what I would do? {permission}
            P: Yes.
            C: Take the tablets at night. {advice}
            P: Fine.
            C: Now lift your arm for me. {advice}
            """,
            0,
            "Leave was asked for the one, and lasts for the next, which is an instruction anyway.",
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

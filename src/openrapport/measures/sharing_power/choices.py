"""Whether what had to be decided was opened or told."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.flow.advice import find_advice
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    told = {one.turn: one.p for one in find_advice(flow)}
    opened = flow.p("choice")
    return Rate.of(
        Case(turn, hit, float(p))
        for turn in range(len(flow.turns))
        for p, hit in ((opened[turn], 1.0), (told.get(turn, 0.0), 0.0))
    )


MEASURE = Measure(
    family="sharing_power",
    question="When something was to be decided, how often was it offered as a choice rather than told?",
    definition="Turns of the clinician's that open a decision (choice: options, weighing, negotiating) ÷ (those "
    "+ turns with advice). A turn with both counts once as each. Instructions of an examination are "
    "taken off the advice (0.9 of such a turn).",
    formula="choice ÷ (choice + advice)",
    unit="share",
    shape=Rate,
    source="elwyn2013",
    not_for="Not a score of shared decision making: it does not hear whether options were explained or "
    "preferences asked. Some things leave no choice.",
    empty="nothing was put up for decision and nothing advised",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "choice",
        "advice",
    ),
    examples=(
        Example(
            """
            C: We could try the cream, or wait a week. Which suits you? {choice, question_closed}
            P: I would rather wait.
            C: Then we wait. Keep it dry. {advice}
            P: I will.
            C: Any questions? {checking}
            """,
            1 / 2,
            "One decision opened, one piece of advice.",
        ),
        Example(
            """
            C: Take this twice a day. {advice}
            P: With food?
            C: Yes, with food. {advice}
            P: Good.
            C: And no alcohol. {advice}
            """,
            0,
            "Three times told.",
        ),
        Example(
            """
            C: How was it? {question_open}
            P: Fine.
            C: And at home? {question_open}
            P: Fine too.
            C: Good. {backchannel}
            """,
            None,
            "There was nothing to decide.",
        ),
    ),
    compute=_compute,
)

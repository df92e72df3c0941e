"""How much the clinician gave for what they asked."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return Rate.ratio(flow.p("information"), flow.p("question_open", "question_closed"))


MEASURE = Measure(
    family="sharing_power",
    question="For each question that the clinician asked, how often did they give information?",
    definition="Turns of the clinician's with information ÷ turns of the clinician's with a question, open or "
    "closed. A turn may count on both sides.",
    formula="information ÷ (O or C)",
    unit="ratio",
    shape=Rate,
    source="mayfield2014",
    not_for="Not the published ratio: that counts utterances by another scheme. There it went with how "
    "patients rated the talk (r about 0.3, 415 HIV visits); which way the cause runs is not known.",
    empty="no question was asked",
    needs=(Need.CLINICIAN,),
    acts=(
        "information",
        "question_open",
        "question_closed",
    ),
    examples=(
        Example(
            """
            C: Where does it hurt? {question_closed}
            P: Here.
            C: That is where the tendon runs. It gets sore from lifting. {information}
            P: Ah.
            C: It takes six weeks. Do you lift at work? {information, question_closed}
            P: Boxes, all day.
            """,
            2 / 2,
            "Two turns tell, two ask.",
        ),
        Example(
            """
            C: Any fever? {question_closed}
            P: No.
            C: Any cough? {question_closed}
            P: No.
            C: It's a virus. {information}
            """,
            1 / 2,
            "One told for two asked.",
        ),
        Example(
            """
            C: It's a virus. {information}
            P: Good.
            C: It goes away. {information}
            P: Good.
            C: By Friday. {information}
            """,
            None,
            "Without a question there is nothing to divide by.",
        ),
    ),
    compute=_compute,
)

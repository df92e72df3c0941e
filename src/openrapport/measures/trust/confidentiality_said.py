"""Whether the clinician said what stays private."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return Rate.per(np.where(flow.clinician, flow.p("confidentiality"), 0.0), 1)


MEASURE = Measure(
    family="trust",
    question="How often did the clinician say what stays private?",
    definition="The clinician's turns that say what stays private, who will see it, or that make the talk private "
    "(the act `confidentiality`), each counted with its probability.",
    formula="Σ p(confidentiality)",
    unit="count",
    shape=Rate,
    source="bravender2014",
    not_for="Nothing found does not mean that nothing was agreed: it may have been said before the recording, or "
    "on paper.",
    empty="there is nothing to count",
    needs=(Need.CLINICIAN,),
    acts=("confidentiality",),
    examples=(
        Example(
            """
            C: What you tell me stays between us, unless somebody is in danger. {confidentiality}
            P: And my parents?
            C: I will not tell them without asking you. {confidentiality}
            P: Okay.
            C: So how have things been? {question_open}
            """,
            2,
            "Said twice.",
        ),
        Example(
            """
            C: So how have things been? {question_open}
            P: My parents don't know I'm here. {disclosure}
            C: I see. {backchannel}
            P: It's about my periods.
            C: When was the last one? {question_closed}
            """,
            0,
            "Not said.",
        ),
    ),
    compute=_compute,
)

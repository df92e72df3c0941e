"""How often the clinician made the shape of the visit plain, or asked the patient for theirs."""

from __future__ import annotations

import re

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate

_ASKS_FOR_IT = re.compile(
    r"\b(?:what|which|where) (?:else )?(?:would|do|should) (?:you|we) (?:like|want|wish|hope)?(?: (?:us|me))?"
    r" ?(?:to )?(?:talk|cover|discuss|go over|work on|start|begin|look at|get (?:out of|done|through))\b"
    r"|\bwhat(?:'s| is| was) (?:else )?on your (?:list|mind)\b|\bmost important (?:to|for) you (?:today|to)\b"
    r"|\bwhat (?:would|could) (?:make|be) (?:this|today|it) .{0,30}\b(?:useful|helpful|worthwhile)\b",
    re.IGNORECASE,
)


def _compute(flow: Flow) -> Rate:
    asks = np.array([bool(_ASKS_FOR_IT.search(turn.text)) for turn in flow.turns])
    return Rate.per(np.where(flow.clinician, np.where(asks, 1.0, flow.p("signpost")), 0.0), 1)


MEASURE = Measure(
    family="asking",
    question="How often was it said, or asked, what the time would be used for?",
    definition="Turns of the clinician's that say what comes next or how the time will be used (the act "
    "signpost), or that ask the patient for it in words such as “what would you like to talk about”, "
    "“what is on your list”, “where would you like to start”, “what is most important to you today”.",
    formula="number of such turns",
    unit="count",
    shape=Rate,
    source="kurtz2003",
    not_for="Not a score of order: short visits need one such turn, long ones more, and which agenda was kept"
    " does not show.",
    empty="there is nothing to count",
    needs=(Need.CLINICIAN,),
    acts=("signpost",),
    examples=(
        Example(
            """
            C: We have half an hour. What would you like to talk about? {question_open}
            P: My back, and the new tablets.
            C: Then first the back, and after that the tablets. {signpost}
            P: Fine.
            C: So, how is the back? {question_open}
            P: Stiff.
            """,
            2,
            "The first turn asks for the agenda, the second says it.",
        ),
        Example(
            """
            C: How is the back? {question_open}
            P: Stiff.
            C: Since when? {question_closed}
            P: Since March.
            C: Any numbness? {question_closed}
            """,
            0,
            "Nobody says or asks what the time is for.",
        ),
    ),
    compute=_compute,
)

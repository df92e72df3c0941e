"""How often the clinician said sorry for something done or missed."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return Rate.per(np.where(flow.clinician, flow.p("apology"), 0.0), 1)


MEASURE = Measure(
    family="trust",
    question="How often did the clinician say sorry for something done or missed?",
    definition="The clinician's turns that say sorry for something done, missed, late or said, or own an error "
    "(the act `apology`), each counted with its probability. “I'm sorry to hear that” is not one.",
    formula="Σ p(apology)",
    unit="count",
    shape=Rate,
    source="lazare2010",
    not_for="Neither many nor few is good in itself: it hangs on what there was to be sorry for.",
    empty="there is nothing to count",
    needs=(Need.CLINICIAN,),
    acts=("apology",),
    examples=(
        Example(
            """
            C: I'm sorry you had to wait so long. {apology}
            P: That's all right. {warmth}
            C: So, what brings you in? {question_open}
            P: My mother died in June. {cue}
            C: I'm so sorry. {empathy}
            """,
            1,
            "For the waiting; the second is sympathy.",
        ),
        Example(
            """
            C: I may have missed that in May. {apology 0.6}
            P: I thought so. {complaint}
            C: I should have called you. {apology}
            P: Yes. {complaint}
            C: I will do better. {partnership}
            """,
            1.6,
            "One sure and one likely.",
        ),
    ),
    compute=_compute,
)

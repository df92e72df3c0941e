"""How often the clinician said that the choice, the pace or the control was the patient’s."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import share_of_clinician_turns
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return share_of_clinician_turns(flow, "autonomy")


MEASURE = Measure(
    family="sharing_power",
    question="How often did the clinician say that the choice or the pace was the patient's?",
    definition="Turns of the clinician's with autonomy (“it's up to you”, “stop me at any time”) ÷ turns of the "
    "clinician's that do more than show listening (all with words, backchannels left out).",
    formula="autonomy ÷ (turns of the clinician's − backchannels)",
    unit="share",
    shape=Rate,
    source="moyers2016",
    not_for="Not proof that the patient could choose. It was among the codes that trained MITI raters agreed "
    "on least.",
    empty="the clinician says nothing but words of listening",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "autonomy",
        "backchannel",
    ),
    examples=(
        Example(
            """
            C: There is no hurry. You decide when we start. {autonomy}
            P: Next week, then.
            C: Next week it is. {reflection_simple}
            P: And if I change my mind?
            C: Then you ring me, and we wait. {autonomy}
            P: Good.
            C: Mm-hmm. {backchannel}
            """,
            2 / 3,
            "Two of three; the “mm-hmm” is left out.",
        ),
        Example(
            """
            C: You start on Monday. {advice}
            P: Already?
            C: Monday is best. {information}
            P: If you say so. {withdrawal}
            C: I do.
            """,
            0,
            "Three turns, none of which leaves the choice.",
        ),
    ),
    compute=_compute,
)

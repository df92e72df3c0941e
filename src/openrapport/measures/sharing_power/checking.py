"""How often the clinician made sure that both had understood."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import share_of_clinician_turns
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return share_of_clinician_turns(flow, "checking")


MEASURE = Measure(
    family="sharing_power",
    question="How often did the clinician make sure that they had understood each other?",
    definition="Turns of the clinician's with checking (a summary to be put right, “did I get that right?”, "
    "asking the patient to say it back, asking for questions) ÷ turns of the clinician's that do more"
    " than show listening (all with words, backchannels left out).",
    formula="checking ÷ (turns of the clinician's − backchannels)",
    unit="share",
    shape=Rate,
    source="roter2002",
    not_for="Not proof of being understood: “does that make sense?” mostly gets a yes. See teach_back.",
    empty="the clinician says nothing but words of listening",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "checking",
        "backchannel",
    ),
    examples=(
        Example(
            """
            C: It is the nerve that is trapped. {information}
            P: I see.
            C: Did I get it right that it is worse at night? {checking}
            P: Yes.
            C: Any questions so far? {checking}
            P: No.
            C: Then we book the test. {information}
            """,
            2 / 4,
            "Two of four turns check.",
        ),
        Example(
            """
            C: It is the nerve. {information}
            P: I see.
            C: It heals by itself. {information}
            P: Good.
            C: In six weeks or so. {information}
            """,
            0,
            "Three turns of information.",
        ),
    ),
    compute=_compute,
)

"""Who spoke longer, counted in seconds."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    spoken = np.flatnonzero((flow.clinician | flow.patient) & (flow.lengths > 0))
    return Rate.of(Case(int(turn), float(flow.clinician[turn]), size=flow.seconds[turn]) for turn in spoken)


MEASURE = Measure(
    family="floor",
    question="How much of the talking did the clinician do, counted in time?",
    definition="The seconds of the clinician's turns as a share of the seconds of the clinician's and the "
    "patient's turns together. Seconds in which both speak count for both; turns without words count for neither.",
    formula="seconds(clinician) ÷ (seconds(clinician) + seconds(patient))",
    unit="share",
    shape=Rate,
    source="roter2008",
    not_for="Not a target. A patient who looks for words takes longer to say the same: read it beside the share "
    "of words.",
    empty="the turns of clinician and patient last no time",
    needs=(Need.CLINICIAN, Need.PATIENT, Need.TIMES),
    examples=(
        Example(
            """
            0.0-2.0 C: How has the week been?
            2.5-12.5 P: Slow. I walked a little further every day.
            12.5-14.0 C: Further than last week?
            14.0-17.0 P: To the bakery and back.
            17.0-20.5 C: That is twice as far as you thought you could.
            """,
            7 / 20,
            "The clinician's turns last 2 + 1.5 + 3.5 = 7 s, the patient's 10 + 3 = 13 s.",
        ),
        Example(
            """
            0.0-1.0 C: And the pain?
            1.0-4.0 P: Worst in the morning.
            4.0-6.0 K: He groans when he gets up.
            6.0-7.0 C: Morning, then.
            7.0-8.0 P: Yes.
            """,
            2 / 6,
            "2 s of 6 s; the companion's are left out.",
        ),
        Example(
            """
            C: And the pain?
            P: Worst in the morning.
            C: Since when?
            P: Since May.
            C: I see.
            """,
            None,
            "The file gives no times.",
        ),
    ),
    compute=_compute,
)

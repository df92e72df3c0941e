"""Who said more, counted in words."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    spoken = np.flatnonzero((flow.clinician | flow.patient) & (flow.lengths > 0))
    return Rate.of(Case(int(turn), float(flow.clinician[turn]), size=flow.lengths[turn]) for turn in spoken)


MEASURE = Measure(
    family="floor",
    question="How much of the talking did the clinician do, counted in words?",
    definition="The clinician's words as a share of the clinician's and the patient's words together. Marks of "
    "the transcriber and the words of companions and interpreters are not counted.",
    formula="words(clinician) ÷ (words(clinician) + words(patient))",
    unit="share",
    shape=Rate,
    source="roter2002",
    not_for="Not a target: who needs to say more depends on the visit, and a visit for test results is not a "
    "first visit.",
    empty="neither clinician nor patient says a word",
    needs=(Need.CLINICIAN, Need.PATIENT),
    examples=(
        Example(
            """
            C: What brings you in today?
            P: My knee gave way on the stairs on Sunday.
            C: Both stairs and slopes?
            P: Only stairs, going down.
            C: Let me look.
            """,
            12 / 25,
            "The clinician says 5 + 4 + 3 = 12 words, the patient 9 + 4 = 13.",
        ),
        Example(
            """
            C: How are you sleeping?
            K: She hardly sleeps at all, doctor.
            P: I sleep enough.
            C: Enough, you say.
            K: She naps all day.
            """,
            7 / 10,
            "The clinician says 7 words, the patient 3; the companion's are left out.",
        ),
        Example(
            """
            C: [coughs]
            P: [sighs]
            C: [inaudible]
            P: [inaudible]
            C: [long pause]
            """,
            None,
            "Marks are not words.",
        ),
    ),
    compute=_compute,
)

"""How much of the talking the companion did."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    spoken = np.flatnonzero((flow.companion | flow.patient) & (flow.lengths > 0))
    return Rate.of(Case(int(turn), float(flow.companion[turn]), size=flow.lengths[turn]) for turn in spoken)


MEASURE = Measure(
    family="trust",
    question="Of what patient and companion said, how much did the companion say?",
    definition="The companion's words as a share of the words of companion and patient together.",
    formula="words(companion) ÷ (words(companion) + words(patient))",
    unit="share",
    shape=Rate,
    source="laidsaar_powell2013",
    not_for="Not a target: who should speak is for the patient to say, and some ask their companion to.",
    empty="neither patient nor companion says a word",
    needs=(Need.PATIENT, Need.COMPANION),
    examples=(
        Example(
            """
            C: What happened?
            K: He fell in the kitchen on Tuesday night.
            P: I slipped.
            C: On something wet?
            P: On a grape.
            """,
            8 / 13,
            "The companion says 8 words, the patient 2 + 3.",
        ),
        Example(
            """
            C: What happened?
            P: I slipped.
            C: On something wet?
            P: On a grape.
            C: A grape!
            """,
            None,
            "No companion speaks in it.",
        ),
    ),
    compute=_compute,
)

"""How often the clinician spoke to the companion about the patient."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    hits = {happening.turn: happening.p for happening in flow.happenings("addressed_companion")}
    return Rate.of(
        Case(int(turn), hits.get(int(turn), 0.0), float(1.0 - flow.p("backchannel")[turn]))
        for turn in np.flatnonzero(flow.clinician & (flow.lengths > 0))
    )


MEASURE = Measure(
    family="trust",
    question="How often did the clinician talk to the companion about the patient, who was there?",
    definition="Of the clinician's turns, backchannels aside, the share that speaks of somebody as he, she "
    "or “your mum” (or other kin) where of patient and companion the companion speaks next (each counts 0.9), "
    "or spoke last (0.6); both are our judgement.",
    formula="Σ p(spoken to the companion about the patient) ÷ Σ (1 − p(backchannel))",
    unit="share",
    shape=Rate,
    source="laidsaar_powell2013",
    not_for="Some patients want their companion to speak. “She” may be somebody else: read the turns.",
    empty="the clinician only shows listening",
    needs=(Need.CLINICIAN, Need.PATIENT, Need.COMPANION),
    acts=("backchannel",),
    examples=(
        Example(
            """
            C: How has she been eating? {question_open}
            K: Hardly at all.
            C: And you, Mrs Aydin, what do you enjoy eating? {question_open}
            P: Soup.
            C: What kind of soup? {question_open}
            """,
            0.9 / 3,
            "The first of three turns is about her, and the companion answers.",
        ),
        Example(
            """
            C: How have you been eating? {question_open}
            P: A little.
            K: She leaves half of it.
            C: Is that how it feels to you? {question_open}
            P: Yes.
            """,
            0,
            "The companion is heard, the patient is asked.",
        ),
        Example(
            """
            C: How have you been eating? {question_open}
            P: A little.
            C: Any soup? {question_closed}
            P: Yes.
            C: Good.
            """,
            None,
            "No companion speaks in it.",
        ),
    ),
    compute=_compute,
)

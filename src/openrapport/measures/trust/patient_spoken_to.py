"""Whether the clinician spoke to the patient where a companion was there."""

from __future__ import annotations

import numpy as np

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.flow.addressing import about_the_patient, next_speaker
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    about, weight = about_the_patient(flow), 1.0 - flow.p("backchannel")
    mine = map(int, np.flatnonzero(flow.clinician & (flow.lengths > 0)))
    answered = {turn: next_speaker(flow, turn) for turn in mine}
    return Rate.of(
        Case(turn, float(who is Role.PATIENT) * (1.0 - float(about[turn])), float(weight[turn]))
        for turn, who in answered.items()
        if who is not None
    )


MEASURE = Measure(
    family="trust",
    question="With a companion there, how often did the clinician speak to the patient?",
    definition="Of the clinician's turns that patient or companion speaks after, backchannels aside, the share "
    "after which the patient is the next of the two to speak, less those that speak of the patient to the "
    "companion (see `companion_addressed`). Who answers is taken for whom it was said to.",
    formula="Σ [patient speaks next] × (1 − p(about the patient)) ÷ Σ (1 − p(backchannel))",
    unit="share",
    shape=Rate,
    source="sacks1974",
    not_for="A companion may answer what the patient was asked, which this cannot see. Some patients want it so.",
    empty="nobody speaks after the clinician",
    needs=(Need.CLINICIAN, Need.PATIENT, Need.COMPANION),
    acts=("backchannel",),
    examples=(
        Example(
            """
            C: How has she been eating? {question_open}
            K: Hardly at all.
            C: Mrs Aydin, what do you enjoy eating? {question_open}
            P: Soup.
            C: What kind of soup? {question_open}
            P: Lentil soup.
            C: That sounds good.
            """,
            2 / 3,
            "Two of three turns; nobody speaks after the last.",
        ),
        Example(
            """
            C: Does she sleep? {question_closed}
            K: Not much.
            C: Does she walk? {question_closed}
            K: A little.
            P: I walk every day.
            """,
            0,
            "Both go to the companion.",
        ),
    ),
    compute=_compute,
)

"""How long it took until the clinician spoke after the patient."""

from __future__ import annotations

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.flow.floor import find_exchanges
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Spread


def _compute(flow: Flow) -> Spread:
    gaps = {}
    for patient, clinician in find_exchanges(flow, Role.PATIENT, Role.CLINICIAN):
        ended = max(_end(flow, turn) for turn in patient.turns)
        if max(_end(flow, turn) for turn in clinician.turns) > ended:
            gaps[clinician.turns[0]] = (flow.turns[clinician.turns[0]].start or 0.0) - ended
    return Spread(tuple(gaps.values()), tuple(gaps))


def _end(flow: Flow, turn: int) -> float:
    return flow.turns[turn].end or 0.0


MEASURE = Measure(
    family="floor",
    question="How soon did the clinician speak after the patient had ended?",
    definition="Each time that the floor goes from the patient to the clinician: the start of the "
    "clinician's turn less the end of the patient's, in seconds; below 0 where they overlap. The median of "
    "these. Words of listening take no floor, and a turn of the clinician's that is over before the patient's "
    "is left out. Rows in a row are one turn.",
    formula="median of start(clinician) − end(patient)",
    unit="seconds",
    shape=Spread,
    source="levinson2015",
    not_for="Not comparable between recordings in a room and calls with delay, nor between languages; with "
    "aphasia, or through an interpreter, other gaps are usual.",
    empty="the floor never goes from the patient to the clinician",
    needs=(Need.CLINICIAN, Need.PATIENT, Need.OVERLAP, Need.TIMES),
    acts=("backchannel",),
    examples=(
        Example(
            """
            0.0-2.0 C: How are things at home?
            2.5-6.0 P: Quiet, since my son moved out.
            7.5-9.0 C: Quiet in a good way?
            9.5-12.0 P: Some days.
            11.9-14.0 C: And the other days?
            14.2-16.0 P: I miss him.
            16.4-18.0 C: Of course you do.
            """,
            0.4,
            "Gaps of 1.5, −0.1 and 0.4 s.",
        ),
        Example(
            """
            0.0-2.0 C: I will tell you what we found.
            2.0-5.0 C: The lump is harmless.
            5.0-6.0 P: Thank God for that.
            6.0-7.0 K: Oh, thank God.
            7.0-9.0 C: It can stay where it is.
            """,
            None,
            "After the patient, the companion speaks.",
        ),
    ),
    compute=_compute,
)

"""The clinician speaks to the companion about the patient who is there."""

from __future__ import annotations

import numpy as np

from openrapport.flow.addressing import about_the_patient
from openrapport.flow.event import Event, Happening
from openrapport.flow.flow import Flow, Need


def _find(flow: Flow) -> tuple[Happening, ...]:
    p = about_the_patient(flow)
    return tuple(Happening(int(turn), float(p[turn])) for turn in np.flatnonzero(p))


ADDRESSED_COMPANION = Event(
    definition='The clinician\'s turn speaks of somebody as he, she or "your mum" (or other kin), and of '
    "patient and companion the companion is the next to speak (counted 0.9), or else was the last to speak "
    "(0.6); both are our judgement.",
    find=_find,
    needs=(Need.CLINICIAN, Need.PATIENT, Need.COMPANION),
)

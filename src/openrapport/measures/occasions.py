"""The turns of which shares are taken: those of the clinician that say something, those of the patient."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from openrapport.flow import Flow
from openrapport.measures.shapes import Case, Rate


def share_of_clinician_turns(flow: Flow, *acts: str) -> Rate:
    """The share, of the clinician's turns that do more than show listening, of those that carry any of `acts`.

    A backchannel never stands with another act, so a turn counts where it is no backchannel or carries the act.
    """
    spoke = flow.clinician & (flow.lengths > 0)
    listens, carries = flow.p("backchannel"), flow.p(*acts)
    chance = np.where(spoke, 1.0 - listens * (1.0 - carries), 0.0)
    return _share(chance, np.where(spoke, carries, 0.0))


def share_of_patient_turns(flow: Flow, *acts: str) -> Rate:
    """The share, of the patient's turns that have words, of those that carry any of `acts`."""
    spoke = flow.patient & (flow.lengths > 0)
    return _share(spoke.astype(float), np.where(spoke, flow.p(*acts), 0.0))


def count_of(flow: Flow, event: str) -> Rate:
    """How often an event happened. Raises NotMeasurable where the file cannot show it."""
    p = np.zeros(len(flow.turns))
    for happening in flow.happenings(event):
        p[happening.turn] = max(p[happening.turn], happening.p)
    return Rate.per(p, 1)


def _share(chance: NDArray[np.float64], both: NDArray[np.float64]) -> Rate:
    return Rate.of(
        Case(int(turn), float(both[turn] / chance[turn]), float(chance[turn])) for turn in np.flatnonzero(chance)
    )

"""Advice, and whether it was wanted: the clinician asked leave, or the patient asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from openrapport.encounter import Role

if TYPE_CHECKING:
    from openrapport.flow.flow import Flow


@dataclass(frozen=True, slots=True)
class Advice:
    """One turn that advises, instructions of an examination apart.

    p        that it does
    leave    given that, that leave was asked: in the same hold of the clinician's up to this turn or in the one
             before, or for the advice that the hold before gave (leave lasts while advice follows advice)
    request  given that, that the patient asked: between that earlier hold and this one, or likewise lasting
    """

    turn: int
    p: float
    leave: float
    request: float

    @property
    def wanted(self) -> float:
        """Given that it advises, that leave was asked or the patient had asked."""
        return 1.0 - (1.0 - self.leave) * (1.0 - self.request)


_NOTHING = Advice(-1, 0.0, 0.0, 0.0)


def find_advice(flow: Flow) -> tuple[Advice, ...]:
    """Every turn of the clinician's that may advise, in order."""
    return tuple(one for one in _walk(flow) if one.p > 0)


def _walk(flow: Flow) -> Iterator[Advice]:
    p, permission = _advice(flow), flow.p("permission")
    question = np.where(flow.patient, flow.p("patient_question"), 0.0)
    leave_before, end_before, last = 0.0, -1, _NOTHING
    for hold in flow.holds:
        if hold.role is not Role.CLINICIAN:
            continue
        asked = float(question[end_before + 1 : hold.turns[0]].max(initial=0.0))
        leave = np.maximum(np.maximum.accumulate(permission[list(hold.turns)]), leave_before)
        given = [
            Advice(turn, float(p[turn]), _either(own, last.p * last.leave), _either(asked, last.p * last.request))
            for turn, own in zip(hold.turns, leave, strict=True)
        ]
        yield from given
        last = max(given, key=lambda one: one.p)
        leave_before, end_before = float(permission[list(hold.turns)].max()), hold.turns[-1]


def _either(one: float, other: float) -> float:
    return float(1.0 - (1.0 - one) * (1.0 - other))


def _advice(flow: Flow) -> NDArray[np.float64]:
    p = np.array(flow.p("advice"))
    for happening in flow.happenings("instruction") if flow.clinician.any() else ():
        p[happening.turn] *= 1.0 - happening.p
    return p

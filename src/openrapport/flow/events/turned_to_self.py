"""The clinician's own story stays the topic after one turn."""

from __future__ import annotations

from itertools import pairwise

from openrapport.encounter import Role
from openrapport.flow.event import Event, Happening
from openrapport.flow.flow import Flow, Need


def _find(flow: Flow) -> tuple[Happening, ...]:
    p = flow.p("self_disclosure")
    holds = [list(hold.turns) for hold in flow.holds if hold.role is Role.CLINICIAN]
    clearest = [turns[int(p[turns].argmax())] for turns in holds]
    return tuple(
        Happening(first, float(p[first] * p[again]), (again,))
        for first, again in pairwise(clearest)
        if p[first] * p[again]
    )


TURNED_TO_SELF = Event(
    definition="The clinician tells something of their own life, and does so again the next time that "
    "they hold the "
    "floor.",
    find=_find,
    needs=(Need.CLINICIAN, Need.PATIENT),
)

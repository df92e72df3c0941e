"""A touch that came without a word before it, as far as the talk shows."""

from __future__ import annotations

from openrapport.flow.event import Event, Happening
from openrapport.flow.flow import Flow, Need, NotMeasurable
from openrapport.flow.touch import find_touches


def _find(flow: Flow) -> tuple[Happening, ...]:
    touches = find_touches(flow)
    if not touches:
        raise NotMeasurable("touch cannot be seen in words here")
    return tuple(Happening(one.turn, 1.0 - one.announced, one.also) for one in touches if one.announced < 1)


TOUCH_UNANNOUNCED = Event(
    definition="The clinician's words show a touch or a manoeuvre under way, and neither that turn nor the "
    "clinician's two holds of the floor before say what will be done or ask leave.",
    find=_find,
    needs=(Need.CLINICIAN,),
)

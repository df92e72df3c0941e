"""A touch that came with notice or leave."""

from __future__ import annotations

from openrapport.flow.event import Event, Happening
from openrapport.flow.flow import Flow, Need, NotMeasurable
from openrapport.flow.touch import find_touches


def _find(flow: Flow) -> tuple[Happening, ...]:
    touches = find_touches(flow)
    if not touches:
        raise NotMeasurable("touch cannot be seen in words here")
    return tuple(Happening(one.turn, one.announced, one.also) for one in touches if one.announced > 0)


TOUCH_ANNOUNCED = Event(
    definition="The clinician's words show a touch or a manoeuvre, about to come or under way, and say beforehand "
    "what will be done or ask leave, in the same turn or within the clinician's two holds of the floor before.",
    find=_find,
    needs=(Need.CLINICIAN,),
)

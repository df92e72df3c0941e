"""What followed what: the only place that looks across turns."""

from openrapport.flow.chains import Chain, Response
from openrapport.flow.event import Event, Happening, all_events
from openrapport.flow.flow import Flow, Need, NotMeasurable

__all__ = ["Chain", "Event", "Flow", "Happening", "Need", "NotMeasurable", "Response", "all_events"]

"""Events: what the flow of talk shows beyond single acts. ``events/*.py``, one event a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openrapport.catalogue import members

if TYPE_CHECKING:
    from openrapport.flow.flow import Flow, Need


@dataclass(frozen=True, slots=True)
class Happening:
    """An event at `turn`, with its probability; `because` are the other turns that make it one."""

    turn: int
    p: float
    because: tuple[int, ...] = ()


@dataclass(frozen=True)
class Event:
    """An event: what it is, what makes it observable, and how it is found.

    `find` gives every happening in order of turns. What the file cannot show raises NotMeasurable, by `needs`
    or by `find` itself: "not observable" is never "none".
    """

    definition: str
    find: Callable[[Flow], tuple[Happening, ...]]
    needs: tuple[Need, ...] = ()

    def __call__(self, flow: Flow) -> tuple[Happening, ...]:
        """Every happening of this event. Raises NotMeasurable."""
        for need in self.needs:
            need.check(flow)
        return self.find(flow)


def all_events() -> Mapping[str, Event]:
    """Every event, by name."""
    return members("openrapport.flow.events", Event)

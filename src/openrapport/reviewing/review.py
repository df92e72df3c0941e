"""The review: everything that the report says, before it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from openrapport.alliance import Carry, propose
from openrapport.coding import CodedEncounter
from openrapport.encounter import Encounter
from openrapport.flow import Flow
from openrapport.measures import Measurements, measure
from openrapport.reviewing.another_look import ANOTHER_LOOK
from openrapport.reviewing.moment import Moment, pick
from openrapport.reviewing.went_well import WENT_WELL


@dataclass(frozen=True)
class Change:
    """A figure that the reader's corrections changed. Values are None where there was nothing to measure."""

    measure: str
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Review:
    """What there is to say about one encounter.

    well, look  up to three moments each; empty means that nothing stood out
    proposals   promises and personal facts that the clinician may confirm; nothing is kept unasked
    changes     what the reader's corrections changed; empty where there were none
    """

    coded: CodedEncounter
    measurements: Measurements
    well: tuple[Moment, ...]
    look: tuple[Moment, ...]
    proposals: Carry
    changes: tuple[Change, ...] = ()

    @property
    def encounter(self) -> Encounter:
        """The encounter itself."""
        return self.coded.encounter

    @property
    def cannot_tell(self) -> Mapping[str, tuple[str, ...]]:
        """Why something was not measurable → the measures that this concerns."""
        reasons: dict[str, list[str]] = defaultdict(list)
        for one in self.measurements:
            if one.missing:
                reasons[one.missing].append(one.name)
        return {reason: tuple(names) for reason, names in reasons.items()}


def review(coded: CodedEncounter, before: CodedEncounter | None = None) -> Review:
    """The review of a coded encounter; `before` is the same one as the coder had it, without corrections."""
    measured = measure(coded)
    changes = _changes(measure(before), measured) if before is not None else ()
    flow = Flow(coded.decided())  # a moment is shown or not: what reaches its threshold counts as seen
    well, look = pick(WENT_WELL, flow), pick(ANOTHER_LOOK, flow)
    return Review(coded, measured, well, look, propose(coded.encounter), changes)


def _changes(before: Measurements, after: Measurements) -> tuple[Change, ...]:
    pairs = zip(before, after, strict=True)
    return tuple(Change(new.name, old.value, new.value) for old, new in pairs if old.value != new.value)

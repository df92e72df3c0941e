"""The flow of an encounter: its coded turns as arrays, and what can be told from its file at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from openrapport.coding import CodedEncounter
from openrapport.encounter import Encounter, Role, Timing, Turn, sentences, words
from openrapport.flow.chains import Chain, find_chains
from openrapport.flow.event import Happening, all_events
from openrapport.flow.floor import Hold, find_holds, find_listening

Mask = NDArray[np.bool_]
FEWEST_TURNS = 5  # below it nothing is measured (our judgement: four turns show no pattern)


class NotMeasurable(Exception):
    """This file cannot tell; the message completes "not measurable from this file, because …"."""


@dataclass(frozen=True)
class Flow:
    """A coded encounter seen across turns. Arrays have one entry a turn."""

    coded: CodedEncounter

    @property
    def encounter(self) -> Encounter:
        """The encounter itself."""
        return self.coded.encounter

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Its turns."""
        return self.encounter.turns

    def p(self, *acts: str) -> NDArray[np.float64]:
        """For every turn the probability that it carries at least one of `acts`."""
        return self.coded.p(acts[0]) if len(acts) == 1 else self.coded.any_of(*acts)

    def by(self, *roles: Role) -> Mask:
        """Which turns are spoken in one of `roles`."""
        return np.array([turn.role in roles for turn in self.turns], dtype=bool)

    @cached_property
    def clinician(self) -> Mask:
        """Which turns are the clinician's."""
        return self.by(Role.CLINICIAN)

    @cached_property
    def patient(self) -> Mask:
        """Which turns are the patient's own."""
        return self.by(Role.PATIENT)

    @cached_property
    def companion(self) -> Mask:
        """Which turns are a companion's."""
        return self.by(Role.COMPANION)

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words of each turn, in lower case."""
        return tuple(tuple(words(turn.text)) for turn in self.turns)

    @cached_property
    def lengths(self) -> NDArray[np.float64]:
        """How many words each turn has."""
        return np.array([len(spoken) for spoken in self.words], dtype=float)

    @cached_property
    def seconds(self) -> NDArray[np.float64]:
        """How long each turn lasted; NaN where the file does not say."""
        return np.array([np.nan if t.seconds is None else t.seconds for t in self.turns], dtype=float)

    def next_of(self, turn: int, *roles: Role, skip: int = 0) -> int | None:
        """The index of the next turn after `turn` in one of `roles`, or the one `skip` after that."""
        for index in range(turn + 1, len(self.turns)):
            if self.turns[index].role in roles:
                if skip == 0:
                    return index
                skip -= 1
        return None

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """Feeling offered → how the clinician responded → whether the patient went on."""
        return find_chains(self)

    @cached_property
    def listening(self) -> NDArray[np.float64]:
        """For every turn the probability that it only shows listening, whoever's it is."""
        return find_listening(self)

    @cached_property
    def holds(self) -> tuple[Hold, ...]:
        """Who held the floor, one after the other; words of listening do not take it."""
        return find_holds(self)

    def happenings(self, event: str) -> tuple[Happening, ...]:
        """Every happening of the event of that name. Raises NotMeasurable where the file cannot show it."""
        if event not in self._happenings:
            self._happenings[event] = all_events()[event](self)
        return self._happenings[event]

    @cached_property
    def _happenings(self) -> dict[str, tuple[Happening, ...]]:
        return {}


class Need(Enum):
    """What a measure or an event needs of a file; `check` says why a file does not have it."""

    CLINICIAN = "clinician"
    PATIENT = "patient"
    COMPANION = "companion"
    TIMES = "times"
    OVERLAP = "overlap"
    PUNCTUATION = "punctuation"
    PATIENT_ACTS = "patient_acts"
    CUT_OFFS = "cut_offs"

    def check(self, flow: Flow) -> None:
        """Raise NotMeasurable where the file lacks this."""
        reason = _CHECKS[self](flow)
        if reason:
            raise NotMeasurable(reason)


def _clinician(flow: Flow) -> str:
    return "" if flow.clinician.any() else "it is not known which speaker is the clinician"


def _patient(flow: Flow) -> str:
    if len(flow.encounter.speakers) < 2:
        return "the file names only one speaker"
    return "" if flow.patient.any() else "it is not known which speaker is the patient"


def _companion(flow: Flow) -> str:
    return "" if flow.companion.any() else "no companion speaks in it"


def _times(flow: Flow) -> str:
    return "it gives no times" if np.isnan(flow.seconds).any() else ""


def _overlap(flow: Flow) -> str:
    if flow.encounter.origin.timing is Timing.INDEPENDENT:
        return ""
    if flow.encounter.origin.timing is Timing.NONE:
        return "it gives no times"
    return "its cues follow each other by construction, so overlaps and gaps between speakers do not show"


def _punctuation(flow: Flow) -> str:
    text = " ".join(turn.text for turn in flow.turns)
    long = len(words(text)) > 40 * max(1, len(sentences(text)))
    return "its words are hardly punctuated" if long or not any(c in text for c in ".?!") else ""


def _patient_acts(flow: Flow) -> str:
    own = [int(i) for i in np.flatnonzero(flow.patient) if int(i) in flow.coded.not_coded]
    if not own or 2 * len(own) < flow.patient.sum():
        return ""
    return f"most of the patient's turns were not coded ({flow.coded.not_coded[own[0]]})"


def _cut_offs(flow: Flow) -> str:
    if flow.encounter.origin.timing is Timing.INDEPENDENT:
        return ""
    marked = any(mark.kind == "cut_off" for turn in flow.turns for mark in turn.marks)
    return "" if marked else "it has neither times that can overlap nor marks where a speaker was cut off"


_CHECKS: dict[Need, Callable[[Flow], str]] = {
    Need.CLINICIAN: _clinician,
    Need.PATIENT: _patient,
    Need.COMPANION: _companion,
    Need.TIMES: _times,
    Need.OVERLAP: _overlap,
    Need.PUNCTUATION: _punctuation,
    Need.PATIENT_ACTS: _patient_acts,
    Need.CUT_OFFS: _cut_offs,
}

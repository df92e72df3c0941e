"""The clinician starts before the patient has ended, and takes the floor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from openrapport.encounter import Role, Timing
from openrapport.flow.event import Event, Happening
from openrapport.flow.floor import LISTENING_AT_MOST
from openrapport.flow.flow import Flow, Need

# Overlap of a word's length is how turns ordinarily change hands (Levinson and Torreira 2015), and the
# boundaries in transcripts are no finer: on PriMock57, what overlapped by less were answers that had come to
# their end. Who talks on for two seconds has not given up the floor, nor who starts again within one.
AT_THE_END = 0.5  # seconds (our judgement)
YIELDS_WITHIN = 2.0  # seconds (our judgement)
STARTS_AGAIN = 1.0  # seconds (our judgement)


def _find(flow: Flow) -> tuple[Happening, ...]:
    found = dict(_marked(flow))
    if flow.encounter.origin.timing is Timing.INDEPENDENT:
        found |= dict(_timed(flow))
    return tuple(
        Happening(turn, float(1.0 - flow.listening[turn]), (found[turn],))
        for turn in sorted(found)
        if flow.lengths[turn] > LISTENING_AT_MOST
    )


def _marked(flow: Flow) -> Iterator[tuple[int, int]]:
    """Where the transcriber noted that the patient was cut off, and the next to speak is the clinician."""
    spoken = np.flatnonzero(flow.lengths)
    for before, after in pairwise(spoken):
        cut = any(mark.kind == "cut_off" for mark in flow.turns[before].marks)
        if cut and flow.patient[before] and flow.clinician[after]:
            yield int(after), int(before)


def _timed(flow: Flow) -> Iterator[tuple[int, int]]:
    """Where the times show it."""
    patient, clinician = (_in_order(flow, role) for role in (Role.PATIENT, Role.CLINICIAN))
    starts = [start for start, _, _ in clinician]
    for place, (start, end, turn) in enumerate(patient):
        after = patient[place + 1][0] if place + 1 < len(patient) else np.inf
        if flow.lengths[turn] <= LISTENING_AT_MOST or after < end + STARTS_AGAIN:
            continue
        first, stop = bisect_right(starts, max(start, end - YIELDS_WITHIN)), bisect_left(starts, end - AT_THE_END)
        for _, until, other in clinician[first:stop]:
            if until > end:
                yield other, turn


def _in_order(flow: Flow, role: Role) -> list[tuple[float, float, int]]:
    return sorted(
        (turn.start, turn.end, index)
        for index, turn in enumerate(flow.turns)
        if turn.role is role and turn.start is not None and turn.end is not None and flow.lengths[index]
    )


INTERRUPTION = Event(
    definition="The clinician starts more than 0.5 s and less than 2 s before a turn of the patient's ends, both "
    "turns of more than three words, the clinician's no backchannel, is still speaking when the patient stops, "
    "and the patient does not start again within a second. Or: the transcriber marked the patient's turn as cut "
    "off, and the next to speak is the clinician, with more than three words that are not a backchannel.",
    find=_find,
    needs=(Need.CLINICIAN, Need.PATIENT, Need.CUT_OFFS),
)

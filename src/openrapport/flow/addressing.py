"""Whom the clinician speaks to where a companion is there, as far as words and turns can show it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from openrapport.encounter import Role

if TYPE_CHECKING:
    from openrapport.flow.flow import Flow

# A companion's answer shows best whom a remark was for; a remark that only follows the companion's words may
# have gone back to the patient.
COMPANION_ANSWERS = 0.9  # (our judgement)
COMPANION_SPOKE = 0.6  # (our judgement)

_KIN = "mum|mom|mother|dad|father|husband|wife|partner|son|daughter|brother|sister|gran|grandma|grandad|grandpa"
_ABOUT = re.compile(
    rf"\b(?:he|he's|he'll|he'd|him|his|himself|she|she's|she'll|she'd|her|hers|herself|your (?:{_KIN}))\b", re.I
)


def about_the_patient(flow: Flow) -> NDArray[np.float64]:
    """For every turn the probability that the clinician says it to the companion about the patient.

    The turn speaks of somebody as "he", "she" or "your mum", and the companion is the next to speak, or else
    was the last to speak before it. 0 for all other turns.
    """
    p = np.zeros(len(flow.turns))
    for turn in np.flatnonzero(flow.clinician & (flow.lengths > 0)):
        if _ABOUT.search(flow.turns[turn].text.replace("’", "'")):
            p[turn] = _by_neighbours(flow, int(turn))
    return p * (1.0 - flow.listening)


def _by_neighbours(flow: Flow, turn: int) -> float:
    if next_speaker(flow, turn) is Role.COMPANION:
        return COMPANION_ANSWERS
    return COMPANION_SPOKE if _last_speaker(flow, turn) is Role.COMPANION else 0.0


def next_speaker(flow: Flow, turn: int) -> Role | None:
    """Which of patient and companion speaks first after a turn; None where neither does again."""
    return _first_of(flow, range(turn + 1, len(flow.turns)))


def _last_speaker(flow: Flow, turn: int) -> Role | None:
    return _first_of(flow, range(turn - 1, -1, -1))


def _first_of(flow: Flow, turns: range) -> Role | None:
    for index in turns:
        if flow.lengths[index] and (flow.patient[index] or flow.companion[index]):
            return flow.turns[index].role
    return None

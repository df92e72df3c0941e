"""Who has the floor: words of listening do not take it, and how a file cuts its rows does not matter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from openrapport.encounter import Role

if TYPE_CHECKING:
    from openrapport.flow.flow import Flow

LISTENING_AT_MOST = 3  # words; more than that is a contribution of its own (our judgement)
LIKELY = 0.5
ASKS = ("question_open", "question_closed", "permission", "checking")  # what a "yes" answers
_LISTENING = frozenset(
    """mm mmm mhm hm hmm mm-hm mm-hmm mhmm uh-huh huh uh um ah oh aha yes yeah yep yup okay ok right sure
    good great fine alright i see got it of course go on really exactly no nope""".split()
)


@dataclass(frozen=True, slots=True)
class Hold:
    """One speaker's time on the floor, from taking it until somebody else does. `turns` are their own."""

    role: Role | None
    turns: tuple[int, ...]


def find_listening(flow: Flow) -> NDArray[np.float64]:
    """For every turn the probability that it only shows listening and leaves the floor where it is.

    The clinician's are the coder's backchannels. The codebook has none for others: there, a turn of at most
    three words, all of them words of listening, that does not answer the clinician (`ASKS`).
    """
    p = np.array(flow.p("backchannel"))
    asked = flow.p(*ASKS)
    before: int | None = None
    for index, spoken in enumerate(flow.words):
        if not spoken:
            continue
        if not flow.clinician[index] and only_listens(spoken):
            p[index] = 1.0 - (asked[before] if before is not None else 0.0)
        before = index
    return p


def only_listens(spoken: tuple[str, ...]) -> bool:
    """Whether words are at most three, all words of listening.

    >>> only_listens(("yeah", "okay")), only_listens(("yeah", "tablets"))
    (True, False)
    """
    return len(spoken) <= LISTENING_AT_MOST and set(spoken) <= _LISTENING


def find_holds(flow: Flow) -> tuple[Hold, ...]:
    """Every hold in order. Another's words of listening neither end a hold nor make one; nor do empty turns."""
    groups: list[tuple[str, Role | None, list[int]]] = []
    aside = flow.listening >= LIKELY
    for index, turn in enumerate(flow.turns):
        if not flow.words[index]:
            continue
        if groups and groups[-1][:2] == (turn.speaker, turn.role):
            groups[-1][2].append(index)
        elif not aside[index]:
            groups.append((turn.speaker, turn.role, [index]))
    return tuple(Hold(role, tuple(turns)) for _, role, turns in groups)


def find_exchanges(flow: Flow, first: Role, then: Role) -> tuple[tuple[Hold, Hold], ...]:
    """Each time that the floor goes straight from a hold in the role `first` to one in the role `then`."""
    return tuple((a, b) for a, b in pairwise(flow.holds) if a.role is first and b.role is then)


OPENING = 20  # turns within which the first open question has to come to be the visit's opening (our judgement)


def find_opening(flow: Flow) -> tuple[int, Hold, Hold | None] | None:
    """The opening question's turn, the patient's answer, and who took the floor after it; None without one.

    The opening question is the clinician's first open question, small talk aside, in the first 20 turns, that
    the patient answers before anybody else takes the floor.
    """
    asks = (flow.p("question_open") >= LIKELY) & (flow.p("small_talk") < LIKELY) & flow.clinician
    holds = flow.holds
    for place, (question, answer) in enumerate(pairwise(holds)):
        asked = [turn for turn in question.turns if asks[turn]]
        if asked and asked[0] < OPENING and answer.role is Role.PATIENT:
            return asked[0], answer, holds[place + 2] if place + 2 < len(holds) else None
    return None

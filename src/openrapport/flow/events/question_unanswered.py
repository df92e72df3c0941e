"""The patient asks, and no answer comes."""

from __future__ import annotations

import re

import numpy as np

from openrapport.encounter import Role
from openrapport.flow.around import Around
from openrapport.flow.event import Event, Happening
from openrapport.flow.flow import Flow, Need

ANSWERS = ("information", "advice", "choice", "reassurance", "partnership", "signpost", "self_disclosure")
WITHIN = 2  # holds of the clinician's that an answer may take
_SAYS_SO = re.compile(
    r"^(?:(?:oh|so|well|um|uh|er|okay|ok|right|ah|that's a good question|good question)\b[,. ]*)*"
    r"(?:yes|yeah|yep|yup|no|nope|not|of course|certainly|absolutely|definitely|exactly|sure|possibly"
    r"|probably|maybe"
    r"|perhaps|it depends|it might|it could|i don't know|i do not know|i'm not sure|we don't know|i think"
    r"|hard to say"
    r"|please do)\b",
    re.IGNORECASE,
)


def _find(flow: Flow) -> tuple[Happening, ...]:
    asked = np.where(flow.patient, flow.p("patient_question"), 0.0)
    answered, around = flow.p(*ANSWERS), Around(flow)
    found = (_left_open(flow, around, int(turn), asked[turn], answered) for turn in np.flatnonzero(asked))
    return tuple(happening for happening in found if happening and happening.p > 0)


def _left_open(flow: Flow, around: Around, turn: int, asked: float, answered: np.ndarray) -> Happening | None:
    holds = around.after(turn, Role.CLINICIAN, WITHIN)
    if not holds or _says_so(flow, turn):
        return None
    left = float(np.prod([1.0 - answered[list(hold.turns)].max() for hold in holds]))
    return Happening(turn, float(asked) * left, tuple(hold.turns[0] for hold in holds))


def _says_so(flow: Flow, turn: int) -> bool:
    """Whether the clinician's very next words are an answer in form, however short ("Yes.", "I don't know.")."""
    after = next((i for i in range(turn + 1, len(flow.turns)) if flow.clinician[i] and flow.words[i]), None)
    return after is not None and bool(_SAYS_SO.match(flow.turns[after].text))


QUESTION_UNANSWERED = Event(
    definition="The patient asks something about care, and in the clinician's next two holds of the floor nothing "
    "answers, promises an answer or explains why not: no information, advice, choice, reassurance, partnership, "
    "signpost or self-disclosure, and the clinician's next words do not begin as an answer does (“yes”, “no”, “it "
    "depends”, “I don't know”). A question after which the clinician does not speak again is left out.",
    find=_find,
    needs=(Need.CLINICIAN, Need.PATIENT, Need.PATIENT_ACTS),
)

"""Feeling chains: a cue, a concern or pain → the clinician's response → did the patient go on.

The response is looked for in the clinician's next two holds of the floor (see `openrapport.flow.floor`: words of
listening are not one, and how a file cuts its rows does not matter). It is after VR-CoDES (does the response give
the feeling space or close it?), told with our acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from openrapport.encounter import Role
from openrapport.flow.around import Around
from openrapport.flow.floor import LIKELY, Hold
from openrapport.flow.phrases import points_back, same_thing, shares_substance

if TYPE_CHECKING:
    from openrapport.flow.flow import Flow

OPENINGS = ("concern", "cue", "pain")
WITHIN = 2  # holds of the clinician's that a response may take (DESIGN: "a cue answered within two turns")
SOON = 3  # turns of such a hold looked at, so that a long talk answers nothing by its length (our judgement)
WORTH_FOLLOWING = 0.2  # openings less likely than this are left out of chains (our judgement)
_OF_PAIN = re.compile(
    r"\b(?:pain|hurt|ach(?:e|ing|y)|sore|whereabouts|sharp|dull|burning|throbbing|stabbing|cramp|worse|better"
    r"|spread|radiat|scale|ease)",
    re.IGNORECASE,
)
SAYS_MORE = 5  # words from which what a patient says next counts as going on (our judgement)


@dataclass(frozen=True, slots=True)
class Response:
    """What the clinician's hold did with an opening: the probability of each kind of response.

    turn         the hold's turn that responds most clearly
    explored     asks about it, or reflects more than was said
    acknowledged names or accepts it, or gives it back
    consoled     reassures, or promises support
    went_on      that the patient's next words say more; None where the patient did not speak again
    """

    turn: int
    explored: float
    acknowledged: float
    consoled: float
    went_on: float | None = None

    @property
    def answered(self) -> float:
        """The probability that it responds in any of these ways."""
        return 1.0 - (1.0 - self.explored) * (1.0 - self.acknowledged) * (1.0 - self.consoled)


@dataclass(frozen=True, slots=True)
class Chain:
    """An opening at `turn` (`kind` the likeliest of cue, concern, pain; `p` that it is any) and what followed."""

    turn: int
    kind: str
    p: float
    responses: tuple[Response, ...]

    def kind_of_response(self, name: str) -> float:
        """The probability that some response is "explored", "acknowledged" or "consoled"."""
        return 1.0 - float(np.prod([1.0 - getattr(response, name) for response in self.responses]))

    @property
    def answered(self) -> float:
        """The probability that the opening was responded to at all."""
        return 1.0 - self.passed_over

    @property
    def passed_over(self) -> float:
        """The probability that no response took it up."""
        return float(np.prod([1.0 - response.answered for response in self.responses]))

    @property
    def answered_first(self) -> tuple[float, ...]:
        """For each response the probability that it is the first to take the opening up."""
        open_still, first = 1.0, []
        for response in self.responses:
            first.append(open_still * response.answered)
            open_still *= 1.0 - response.answered
        return tuple(first)

    @property
    def went_on(self) -> float | None:
        """The probability that the patient said more after the first answer (the first response, if none is one).

        None where the patient did not speak again.
        """
        heard = [
            (p, response.went_on)
            for p, response in zip(self.answered_first, self.responses, strict=True)
            if response.went_on is not None
        ]
        answered = sum(p for p, _ in heard)
        if answered > 0:
            return sum(p * went_on for p, went_on in heard) / answered
        return heard[0][1] if heard else None


def find_chains(flow: Flow) -> tuple[Chain, ...]:
    """Every chain of an encounter, in order of its openings.

    An opening after which the clinician does not speak again makes none: nobody can say what would have come.
    """
    heard = _Heard.of(flow)
    opened = np.flatnonzero(flow.patient & (heard.opened >= WORTH_FOLLOWING))
    found = ((int(turn), heard.around.after(int(turn), Role.CLINICIAN, WITHIN)) for turn in opened)
    return tuple(_chain(heard, turn, after) for turn, after in found if after)


@dataclass(frozen=True)
class _Heard:
    """What chains stand on, one entry a turn each, worked out once."""

    flow: Flow
    around: Around
    opened: NDArray[np.float64]
    open: NDArray[np.float64]
    closed: NDArray[np.float64]
    complex: NDArray[np.float64]
    simple: NDArray[np.float64]
    named: NDArray[np.float64]
    consoled: NDArray[np.float64]
    further: NDArray[np.float64]
    withdrawal: NDArray[np.float64]

    @classmethod
    def of(cls, flow: Flow) -> _Heard:
        return cls(
            flow,
            Around(flow),
            opened=flow.p(*OPENINGS),
            open=flow.p("question_open"),
            closed=flow.p("question_closed"),
            complex=flow.p("reflection_complex"),
            simple=flow.p("reflection_simple"),
            named=flow.p("empathy"),
            consoled=flow.p("reassurance", "partnership"),
            further=flow.p(*OPENINGS, "disclosure"),
            withdrawal=flow.p("withdrawal"),
        )

    def text(self, turn: int) -> str:
        return self.flow.turns[turn].text


def _chain(heard: _Heard, turn: int, after: tuple[Hold, ...]) -> Chain:
    kind = max(OPENINGS, key=lambda act: float(heard.flow.p(act)[turn]))
    return Chain(
        turn, kind, float(heard.opened[turn]), tuple(_response(heard, turn, kind, hold) for hold in after)
    )


def _response(heard: _Heard, opening: int, kind: str, hold: Hold) -> Response:
    """A hold's response is that of the clearest of its first turns, kind by kind."""
    each = [_response_of_turn(heard, opening, kind, turn) for turn in hold.turns[:SOON]]
    clearest = max(each, key=lambda response: response.answered).turn
    return Response(
        turn=clearest,
        explored=max(response.explored for response in each),
        acknowledged=max(response.acknowledged for response in each),
        consoled=max(response.consoled for response in each),
        went_on=_went_on(heard, clearest),
    )


def _response_of_turn(heard: _Heard, opening: int, kind: str, turn: int) -> Response:
    before, text = heard.text(opening), heard.text(turn)
    stays = same_thing(before, text)
    closed = heard.closed[turn] * _closed_explores(kind, before, text)
    asked = 1.0 - (1.0 - heard.open[turn] * stays) * (1.0 - closed)
    return Response(
        turn,
        explored=float(1.0 - (1.0 - asked) * (1.0 - heard.complex[turn])),
        acknowledged=float(1.0 - (1.0 - heard.named[turn]) * (1.0 - heard.simple[turn] * stays)),
        consoled=float(heard.consoled[turn]),
    )


def _closed_explores(kind: str, before: str, question: str) -> bool:
    """Whether a closed question goes further into an opening: by any tie to a pain, by a firm one to a feeling."""
    if kind == "pain":
        return bool(_OF_PAIN.search(question)) or same_thing(before, question)
    return points_back(question) or shares_substance(before, question)


def _went_on(heard: _Heard, response: int) -> float | None:
    said = _said_next(heard.flow, response)
    if not said:
        return None
    says_more = float(heard.flow.lengths[said].sum() >= SAYS_MORE)
    further = float(heard.further[said].max())
    return max(further, says_more * (1.0 - float(heard.withdrawal[said].max())))


def _said_next(flow: Flow, turn: int) -> list[int]:
    """The patient's next turns, up to where another does more than show listening."""
    said: list[int] = []
    for index in range(turn + 1, len(flow.turns)):
        if flow.patient[index] and flow.words[index]:
            said.append(index)
        elif said and flow.words[index] and flow.listening[index] < LIKELY:
            break
    return said

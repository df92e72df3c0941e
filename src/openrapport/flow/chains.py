"""Feeling chains: a cue, a concern or pain → the clinician's response → did the patient go on.

The response is looked for in the clinician's next two turns, before the patient opens anything further ago
than that. It is after VR-CoDES (does the response give the feeling space or close it?), told with our acts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from openrapport.coding import CodedEncounter
from openrapport.encounter import Role, words

OPENINGS = ("concern", "cue", "pain")
WITHIN = 2  # clinician turns that a response may take (DESIGN: "a cue answered within two turns")
WORTH_FOLLOWING = 0.2  # openings less likely than this are left out of chains (our judgement)
SAYS_MORE = 5  # words from which a patient's next turn counts as going on (our judgement)


@dataclass(frozen=True, slots=True)
class Response:
    """One clinician turn after an opening, with the probability of each kind of response.

    explored      asks or reflects further into it
    acknowledged  names, accepts or gives it back
    consoled      reassures, or promises support
    """

    turn: int
    explored: float
    acknowledged: float
    consoled: float

    @property
    def answered(self) -> float:
        """The probability that it responds in any of these ways."""
        return 1.0 - (1.0 - self.explored) * (1.0 - self.acknowledged) * (1.0 - self.consoled)


@dataclass(frozen=True, slots=True)
class Chain:
    """An opening at `turn` (`kind` the likeliest of cue, concern, pain; `p` that it is any) and what followed.

    went_on is the probability that the patient said more of it after the response; None where the patient
    did not speak again.
    """

    turn: int
    kind: str
    p: float
    responses: tuple[Response, ...]
    went_on: float | None

    def kind_of_response(self, name: str) -> float:
        """The probability that some response is "explored", "acknowledged" or "consoled"."""
        return 1.0 - float(np.prod([1.0 - getattr(response, name) for response in self.responses]))

    @property
    def answered(self) -> float:
        """The probability that the opening was responded to at all."""
        return 1.0 - self.passed_over

    @property
    def passed_over(self) -> float:
        """The probability that no response took it up. 1 where the clinician did not speak again."""
        return float(np.prod([1.0 - response.answered for response in self.responses]))


def find_chains(coded: CodedEncounter) -> tuple[Chain, ...]:
    """Every chain of an encounter, in order of its openings."""
    opened = coded.any_of(*OPENINGS)
    return tuple(
        _chain(coded, int(turn), float(opened[turn]))
        for turn in np.flatnonzero(opened >= WORTH_FOLLOWING)
        if coded.encounter.turns[turn].role is Role.PATIENT
    )


def _chain(coded: CodedEncounter, turn: int, p: float) -> Chain:
    kind = max(OPENINGS, key=lambda act: float(coded.p(act)[turn]))
    following = _turns_after(coded, turn, Role.CLINICIAN)[:WITHIN]
    responses = tuple(_response(coded, turn, kind, index) for index in following)
    return Chain(turn, kind, p, responses, _went_on(coded, following[0] if following else turn))


def _turns_after(coded: CodedEncounter, turn: int, role: Role) -> list[int]:
    turns = coded.encounter.turns
    return [i for i in range(turn + 1, len(turns)) if turns[i].role is role and turns[i].text]


def _response(coded: CodedEncounter, opening: int, kind: str, turn: int) -> Response:
    def p(*acts: str) -> float:
        return float(coded.any_of(*acts)[turn])

    asked = p("question_open", "question_closed") if kind == "pain" else p("question_open")
    stays = same_thing(coded.encounter.turns[opening].text, coded.encounter.turns[turn].text)
    return Response(
        turn,
        explored=1.0 - (1.0 - asked * stays) * (1.0 - p("reflection_complex")),
        acknowledged=1.0 - (1.0 - p("empathy")) * (1.0 - p("reflection_simple") * stays),
        consoled=p("reassurance", "partnership"),
    )


def _went_on(coded: CodedEncounter, response: int) -> float | None:
    after = _turns_after(coded, response, Role.PATIENT)
    if not after:
        return None
    says_more = len(words(coded.encounter.turns[after[0]].text)) >= SAYS_MORE
    further = float(coded.any_of(*OPENINGS, "disclosure")[after[0]])
    return max(further, float(says_more) * (1.0 - float(coded.p("withdrawal")[after[0]])))


_POINTS_BACK = frozenset("that that's this it it's those these there about more feel feeling".split())
_EMPTY = frozenset(
    """a an the and or but so of to in on at for with is are was were be been am do does did have has had i
    you he she we they me my your his her our their not no yes yeah okay right well just like what how when
    where why who can could would will um uh er erm mm oh know think really very get got go some any""".split()
)


def same_thing(before: str, after: str) -> bool:
    """Whether a later turn stays with an earlier one: it points back, or shares a word of substance.

    >>> same_thing("My dad had a stroke last year", "What was that like for you?")
    True
    >>> same_thing("My dad had a stroke last year", "Do you smoke?")
    False
    """
    later = set(words(after))
    return bool(later & _POINTS_BACK) or bool((later & set(words(before))) - _EMPTY)

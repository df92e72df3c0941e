"""Touch that the talk shows: the words that announce it, the words that go with it, and which belong together.

The words are few and the public data has hardly any touch in it: how precise these phrases are is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openrapport.encounter import Role

if TYPE_CHECKING:
    from openrapport.flow.flow import Flow

_PART = (
    r"(?:arms?|legs?|knees?|heads?|hands?|fingers?|elbows?|shoulders?|back|neck|chin|eyes?|mouth|throat|ears?|foot"
    r"|feet|toes?|ankles?|hips?|wrists?|chest|tummy|stomach|belly|abdomen|heart|lungs?|pulse|skin|spine"
    r"|calf|thigh)"
)
_SHOWS = (
    r"(?:press|push|tap|palpate|touch)\b(?! (?:on something|on what|for|ahead|back))|feel (?:your|the|for"
    r"|around|here|along|that|this|how)\b"
    rf"|(?:lift|bend|move|turn|hold|support|examine|steady|guide|straighten|clean|wash"
    rf"|wipe) (?:\w+ )?your {_PART}\b"
    rf"|(?:listen|have a listen) to your {_PART}\b|have a (?:listen|feel)\b"
    r"|put (?:my|a|one|both|the|this) ?(?:hands?|fingers?|thumbs?|cuff)?\b"
    r"|take your (?:pulse|blood pressure|temperature)\b|help you (?:to )?(?:up|sit|stand|turn|onto|off|out)\b"
)
_NOTICE = re.compile(
    r"\b(?:i'?m (?:just |now )?(?:going to|gonna|about to)|i am (?:just )?going to|i'?ll(?: just)?"
    r"|i will(?: just)?"
    r"|let me(?: just)?|i'?d like to(?: just)?|i want to(?: just)?|(?:can|could|may|shall) i(?: just)?"
    r"|(?:ok|okay|all right|alright|fine|mind|happy) (?:if|for me to) i?(?: ?just)?)"
    rf" (?:\w+ )?(?:{_SHOWS})",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?:when|if|where|as) i(?:'m)? (?:just )?(?:press|push|touch|tap|move|lift|bend|turn|squeeze)(?:ing)?\b"
    rf"|\bi'?m (?:just |only )?(?:pressing|pushing|touching|tapping|feeling (?:for|your|the|along|around))"
    rf"|\bi'?m (?:just |only )?(?:lifting|bending|moving|turning|holding|supporting) your {_PART}\b"
    r"|\b(?:sore|tender|tenderness|painful) (?:just )?(?:here|there)\b"
    r"|\b(?:does|did) (?:that|it|this) hurt (?:just )?(?:here|there|when i)\b|\b(?:my|cold) hands\b",
    re.IGNORECASE,
)
BEFORE = 2  # the clinician's holds before it in which notice or leave still counts


@dataclass(frozen=True, slots=True)
class Touch:
    """A touch or manoeuvre that the talk shows.

    turn       the first turn whose words show it; `also` are further turns that belong to it
    announced  the probability that notice was given or leave asked
    """

    turn: int
    announced: float
    also: tuple[int, ...] = ()


def find_touches(flow: Flow) -> tuple[Touch, ...]:
    """Every touch that the clinician's words show, in order.

    Words that show touch in one hold or in neighbouring holds of the clinician's are one manoeuvre. It was
    announced where its first turn, the turns before it in the hold or the two holds before say what is about to
    be done, or ask permission.
    """
    holds = [hold.turns for hold in flow.holds if hold.role is Role.CLINICIAN]
    return tuple(_touch(flow, holds, group) for group in _groups(flow, holds))


def _groups(flow: Flow, holds: list[tuple[int, ...]]) -> Iterator[list[tuple[int, int]]]:
    """The (hold, turn) pairs of each manoeuvre."""
    group: list[tuple[int, int]] = []
    for place, turns in enumerate(holds):
        for turn in turns:
            if not shows_touch(flow.turns[turn].text):
                continue
            if group and place - group[-1][0] > 1:
                yield group
                group = []
            group.append((place, turn))
    if group:
        yield group


def _touch(flow: Flow, holds: list[tuple[int, ...]], group: list[tuple[int, int]]) -> Touch:
    place, turn = group[0]
    also = tuple(other for _, other in group[1:])
    near = [t for hold in holds[max(0, place - BEFORE) : place + 1] for t in hold if t <= turn]
    if any(_NOTICE.search(flow.turns[t].text) for t in near):
        return Touch(turn, 1.0, also)
    return Touch(turn, float(flow.p("permission")[near].max()), also)


def shows_touch(text: str) -> bool:
    """Whether a clinician's words show a touch, about to come or under way.

    >>> shows_touch("I'm going to press on your tummy now"), shows_touch("Does it hurt when you press it?")
    (True, False)
    """
    return bool(_NOTICE.search(text) or _UNDER_WAY.search(text))

"""Who met, and what was said: turns, and the encounter that they make."""

from openrapport.encounter.encounter import Encounter, Join, Origin, Part, Problem, Timing
from openrapport.encounter.joining import join
from openrapport.encounter.turn import Mark, Role, Turn
from openrapport.encounter.words import sentences, words

__all__ = [
    "Encounter",
    "Join",
    "Mark",
    "Origin",
    "Part",
    "Problem",
    "Role",
    "Timing",
    "Turn",
    "join",
    "sentences",
    "words",
]

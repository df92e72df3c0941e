"""A movement or a step now, directed by the clinician in an examination, an exercise or a transfer."""

from __future__ import annotations

import re

from openrapport.flow.event import Event, Happening
from openrapport.flow.flow import Flow, Need

PRECISION = 0.9  # our judgement: all 16 turns found in 300 public conversations were, but the phrases fit them

_VERB = (
    r"(?:bend|lift|raise|straighten|squeeze|push|pull|lie|lay|sit|stand|turn|roll|hold|open|close|point|touch"
    r"|tilt|tap|press|move|stretch|swing|shrug|tuck|lean|rest|grip|wiggle|flex|extend|rotate|put|place|cross"
    r"|uncross|kick|lower|slide|drop|stick|keep(?! an eye)|show me)"
)
_PART = (
    r"(?:arms?|legs?|knees?|head|hands?|fingers?|thumbs?|elbows?|shoulders?|back|neck|chin|eyes?|mouth"
    r"|tongue|foot|feet|toes?|heels?|ankles?|hips?|wrists?|chest|sleeves?|breath|palms?|nose|jaw|shin|thigh)"
)
_STEP = (
    r"breathe (?:in|out|deeply|normally)|(?:pop|hop|jump|climb) (?:up|on|down|over)|lie (?:down|back|flat"
    r"|on (?:your|the))"
    r"|lay (?:down|back)|sit (?:up|back|down|forward|on|over)|stand (?:up|on|there|straight|still)"
    r"|turn (?:over|around|round|onto)|roll (?:over|onto|up)|look (?:up|down|straight|ahead|at my|over)|follow my"
    r"|squeeze my|(?:push|pull|press) (?:against|away|towards?|up|down|back|in|out|me|my|as)"
    r"|hold (?:it|that|still|there)|say ah+|cough for me|stay (?:there|still)|keep (?:still|breathing|pushing)"
    r"|relax|point to|walk (?:to the|over|towards?|across|on your|back to me)"
    r"|(?:take )?(?:a )?(?:nice )?(?:deep|big) breaths?"
    r"|take (?:off )?your (?:shoes?|socks?|shirt|top|jumper|jacket|coat)"
)
_WHOSE = r"(?:your|my|the|that|this|both|each|one|left|right)"
_MOVE = rf"(?:{_VERB}(?:\s+[\w'-]+){{0,3}}?\s+{_WHOSE}\s+{_PART}|{_STEP})\b"
_FILLER = (
    r"(?:okay|ok|right|alright|all right|now|so|and|then|good|great|lovely|perfect|that's it|just|please"
    r"|um|uh|first"
    r"|next|again|go ahead and)[, ]+"
)
_SOFTENER = r"(?:just|please|maybe|try and|try to|try|go ahead and|now|possibly|quickly|for me)[, ]+"
_LEAD = (
    rf"(?:(?:^|[.?!;:]\s+)(?:{_FILLER})*(?:{_SOFTENER})*"
    rf"|\b(?:can|could|would|will) you (?:{_SOFTENER})*"
    rf"|\b(?:get|have|want|like|ask|need) you (?:(?:just|now|please) )*to (?:{_SOFTENER})*"
    rf"|\byou (?:just )?(?:wanna|want to) (?:{_SOFTENER})*"
    rf"|\bif you (?:could|can|would) (?:{_SOFTENER})*)"
)
_IN_A_LIST = rf", (?:and )?(?:then )?{_VERB} your (?:\w+ )?{_PART}\b"
_INSTRUCTION = re.compile(rf"{_LEAD}{_MOVE}|{_IN_A_LIST}", re.IGNORECASE)


def _find(flow: Flow) -> tuple[Happening, ...]:
    return tuple(
        Happening(index, PRECISION)
        for index, turn in enumerate(flow.turns)
        if flow.clinician[index] and _INSTRUCTION.search(turn.text)
    )


INSTRUCTION = Event(
    definition="The clinician's words direct a movement or a step now: an imperative or a request (“can you "
    "…”, “I'd like you to …”) with a verb of movement and a part of the body (“bend your knee”), or a step of "
    "an examination (“deep breath in”, “pop up on the couch”). Each counts 0.9: our judgement from reading all "
    "16 such turns in 300 public conversations; all were instructions, but the phrases had been fitted to "
    "them.",
    find=_find,
    needs=(Need.CLINICIAN,),
)

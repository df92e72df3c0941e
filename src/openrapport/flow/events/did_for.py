"""The clinician or the companion does, answers or decides what the patient was about to."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from openrapport.encounter import Role
from openrapport.flow.event import Event, Happening
from openrapport.flow.flow import Flow, Need, NotMeasurable

_HANDS = r"(?:tie|button|zip|undo|fasten|put|pull|hold|lift|carry|open|cut|pour|pick|wash|wipe|reach)"
_DOES_FOR = re.compile(
    rf"\b(?:let me|i'll|i will|i can|i'm going to) (?:just )?{_HANDS} (?:[\w'-]+ ){{1,4}}?for (?:you|her|him)\b"
    rf"|\blet me (?:just )?(?:{_HANDS}|get|do|take) (?:that|it|those|your (?:shoes?|socks?|coat|buttons?"
    rf"|laces|bag))\b"
    r"|\bhere,? (?:i'll|let me) do (?:that|it)\b"
    r"|\b(?:i've|we've|i have|we have) (?:already |just )?(?:gone ahead and|decided (?:for|that you))\b",
    re.IGNORECASE,
)
_OF_THE_PATIENT = re.compile(
    r"^(?:(?:oh|well|um|uh|yes|yeah|no|actually|so)\b[,. ]*)*(?:he|she|he's|she's|they)\b", re.IGNORECASE
)
_TO_THE_PATIENT = re.compile(r"\byou(?:r|'re|'ve)?\b", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"\b(?:he|she|his|her|him|he's|she's)\b", re.IGNORECASE)
ASKED = ("question_open", "question_closed")


def _find(flow: Flow) -> tuple[Happening, ...]:
    found = sorted((*_done(flow), *_answered(flow)), key=lambda happening: happening.turn)
    if not found and not flow.companion.any():
        raise NotMeasurable("nothing in the words shows who did what for whom")
    return tuple(found)


def _done(flow: Flow) -> Iterator[Happening]:
    helpers = flow.clinician | flow.companion
    for index, turn in enumerate(flow.turns):
        if helpers[index] and _DOES_FOR.search(turn.text):
            yield Happening(index, 1.0)


def _answered(flow: Flow) -> Iterator[Happening]:
    """A question put to the patient ("you", nobody else) that the companion answers in the third person."""
    asked = flow.p(*ASKED)
    spoken = [i for i in range(len(flow.turns)) if flow.words[i]]
    for before, after in itertools.pairwise(spoken):
        question, answer = flow.turns[before], flow.turns[after]
        if question.role is not Role.CLINICIAN or answer.role is not Role.COMPANION or not asked[before]:
            continue
        to_the_patient = _TO_THE_PATIENT.search(question.text) and not _OF_SOMEBODY.search(question.text)
        if to_the_patient and _OF_THE_PATIENT.match(answer.text):
            yield Happening(after, float(asked[before]), (before,))


DID_FOR = Event(
    definition="Words of the clinician or the companion show that they do or decide something for the "
    "patient (“let me "
    "do that for you”, “I've gone ahead and …”), or a question that the clinician puts to “you” and to "
    "nobody else is "
    "answered next by the companion as he, she or they. Without a companion and without such words it "
    "cannot be told.",
    find=_find,
    needs=(Need.CLINICIAN, Need.PATIENT),
)

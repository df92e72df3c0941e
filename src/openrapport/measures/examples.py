"""The notation in which worked examples are written: small talks with their acts, coded by a person.

One turn a line: role, colon, words, acts in braces, and times in front where they matter::

    C: What worries you most? {question_open}
    P: That it comes back. {concern}
    0.0-2.5 C: I see. {backchannel}

C clinician, P patient, K companion (kin or carer), I interpreter. Marks are written as transcribers do, in
square brackets. An act may carry its probability: {cue 0.6}. Blank lines and lines starting with # are skipped.
"""

from __future__ import annotations

import re

import numpy as np

from openrapport.coding import CodedEncounter, human_card, load_codebook
from openrapport.encounter import Encounter, Mark, Origin, Role, Timing, Turn

_ROLES = {"C": Role.CLINICIAN, "P": Role.PATIENT, "K": Role.COMPANION, "I": Role.INTERPRETER}
_LINE = re.compile(
    r"^(?:(?P<start>[\d.]+)-(?P<end>[\d.]+)\s+)?(?P<who>[CPKI]):\s*(?P<text>.*?)\s*(?:\{(?P<acts>[^}]*)\})?$"
)
_MARK = re.compile(r"\s*\[([^\]]+)\]\s*")
PERSON = "a person"


def talk(text: str, timing: Timing | None = None) -> CodedEncounter:
    """The coded encounter that an example describes. Raises ValueError where a line does not fit."""
    lines = [line.strip() for line in text.splitlines()]
    parsed = [_parse(line) for line in lines if line and not line.startswith("#")]
    turns = tuple(turn for turn, _ in parsed)
    timed = bool(turns) and all(turn.seconds is not None for turn in turns)
    shown = timing or (Timing.INDEPENDENT if timed else Timing.NONE)
    return _coded(Encounter(turns, Origin("example", "example", timing=shown)), [acts for _, acts in parsed])


def _parse(line: str) -> tuple[Turn, dict[str, float]]:
    found = _LINE.match(line)
    if not found:
        raise ValueError(f"not a line of talk: {line!r}")
    words, marks = _take_marks(found["text"])
    start, end = (float(found[key]) if found[key] else None for key in ("start", "end"))
    turn = Turn(found["who"], words, _ROLES[found["who"]], start, end, marks)
    return turn, dict(_act(item) for item in (found["acts"] or "").split(",") if item.strip())


def _take_marks(text: str) -> tuple[str, tuple[Mark, ...]]:
    marks: list[Mark] = []
    while found := _MARK.search(text):
        before, after = text[: found.start()], text[found.end() :]
        text = f"{before} {after}" if before and after else before + after
        marks.append(Mark(found[1].replace(" ", "_"), len(before), len(before), f"[{found[1]}]"))
    return text, tuple(marks)


def _act(item: str) -> tuple[str, float]:
    name, _, p = item.strip().partition(" ")
    if name not in load_codebook().acts:
        raise ValueError(f"no act is called {name!r}")
    return name, float(p or 1.0)


def _coded(encounter: Encounter, acts: list[dict[str, float]]) -> CodedEncounter:
    ids = tuple(load_codebook().acts)
    table = np.array([[row.get(act, 0.0) for act in ids] for row in acts]).reshape(len(acts), len(ids))
    return CodedEncounter(encounter, ids, table, human_card(PERSON))

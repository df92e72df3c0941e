"""Who interprets: someone in a talk of three or more who passes on what the others say.

Two signs, both narrow on purpose, as an interpreter's turns are not coded: speaking two languages where
another speaker has only the foreign one, or again and again giving reported speech ("she says …").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from openrapport.encounter import words

FEWEST = 3  # turns of a kind that make a habit of it (our judgement)
REPORTS = 0.3  # share of turns with reported speech from which someone is passing talk on (our judgement)
SURE = 0.9  # how sure either sign makes us: our judgement, there is no open data with interpreters to count on

_ENGLISH = frozenset(
    """you she it we they the and or but if to for with from is are were be have has had do does did don't not
    yes okay yeah well my your his her our their this that there what when how can will would i'm it's that's any
    some just like about since been him them at i've i'd can't didn't""".split()
)
_PASSES_ON = re.compile(
    r"\b(?:he|she|the doctor|the nurse|the patient|your doctor) (?:says|said|is saying|asks|is asking"
    r"|wants to know|would like to know|is telling)\b"
)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def interpreters(said: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The speakers who interpret; none in a talk of two."""
    if len(said) < 3:
        return ()
    heard = {speaker: [foreign(text) for text in texts] for speaker, texts in said.items()}
    return tuple(speaker for speaker in said if _passes_on(said[speaker]) or _goes_between(speaker, heard))


def _passes_on(texts: Sequence[str]) -> bool:
    turns = sum(bool(_PASSES_ON.search(" ".join(words(text)))) for text in texts)
    return turns >= FEWEST and turns >= REPORTS * len(texts)


def _goes_between(speaker: str, heard: Mapping[str, Sequence[bool | None]]) -> bool:
    both = heard[speaker].count(True) >= FEWEST and heard[speaker].count(False) >= FEWEST
    others = [one for name, one in heard.items() if name != speaker]
    return both and any(one.count(True) >= FEWEST and one.count(True) > 4 * one.count(False) for one in others)


def foreign(text: str) -> bool | None:
    """Whether a turn is in another language than English; None where it is too short to tell.

    >>> foreign("me duele la cabeza desde hace tres días"), foreign("It started three days ago."), foreign("Sí.")
    (True, False, None)
    """
    letters = _LETTER.findall(text)
    if len(letters) >= 4 and 2 * len(_LATIN.findall(text)) < len(letters):
        return True
    spoken = words(text)
    if len(spoken) < 4:
        return None
    return sum(word in _ENGLISH for word in spoken) < 0.15 * len(spoken)

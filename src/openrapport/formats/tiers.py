"""Tiers of annotation tools: which of them hold talk, and which hold notes, glosses and the like about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from openrapport.encounter import Problem

# Tools and labs name such tiers by what they hold; a tier that only looks like a name of a person is talk.
_ABOUT_TALK = frozenset(
    "phone phones phoneme phonemes phonetic phonetics phonology syllable syllables segment segments word words "
    "morph morphs morpheme morphemes pos lemma lemmas ipa tone tones tobi pitch intonation "
    "translation translations gloss glosses gaze gesture gestures posture comment comments note notes "
    "noise".split()
)


def about_talk(name: str) -> bool:
    """Whether a tier's name says that it holds something about the talk rather than the talk itself."""
    return not _ABOUT_TALK.isdisjoint(re.findall(r"[a-z]+", name.lower()))


def split(names: Sequence[str]) -> tuple[list[bool], list[Problem]]:
    """For each tier whether its rows are turns, and a problem for each tier left out.

    Where every tier is about talk (a file of words and phones alone), all are kept: they are all there is.
    """
    keep = [not about_talk(name) for name in names]
    if not any(keep):
        return [True] * len(names), []
    return keep, [left_out(name, "is about the talk") for name, kept in zip(names, keep, strict=True) if not kept]


def left_out(name: str, why: str) -> Problem:
    """The problem that says that a tier was not read as turns."""
    return Problem(f"tier '{name}'", why, "left out")

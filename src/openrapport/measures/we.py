"""Whom the clinician's "we" means, as far as the words around it show."""

from __future__ import annotations

import re
from collections import Counter

from openrapport.flow import Flow
from openrapport.measures.markers import patterns, plain

_WE = re.compile(r"\b(?:we(?:'\w+)?|us|ours?|ourselves|let's)\b")
_FILLER = re.compile(r",? *\b(?:um+|uh+|er+m?)\b,?")


def kinds_of_we(text: str) -> Counter[str]:
    """How many of a text's we-words are "patronising" (it means you), "together" (you and me) or "team" (my side).

    A word belongs to the first kind of ``we.toml`` that has a pattern covering it; "" counts those of no kind.
    """
    spoken, kinds = _FILLER.sub("", plain(text)), patterns("we")
    covered = {kind: [found.span() for found in kinds[kind].finditer(spoken)] for kind in kinds}
    return Counter(_kind(word.span(), covered) for word in _WE.finditer(spoken))


def _kind(word: tuple[int, int], covered: dict[str, list[tuple[int, int]]]) -> str:
    for kind, spans in covered.items():
        if any(start <= word[0] and word[1] <= end for start, end in spans):
            return kind
    return ""


def clinicians_we(flow: Flow) -> dict[int, Counter[str]]:
    """The kinds of we in every turn of the clinician's that has one."""
    found = {int(turn): kinds_of_we(flow.turns[turn].text) for turn in flow.clinician.nonzero()[0]}
    return {turn: kinds for turn, kinds in found.items() if kinds}

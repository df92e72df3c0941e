"""How much of the codebook's own examples the coder gets right: those it learnt from, so a floor, not a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from openrapport.coding import Card, load_codebook
from openrapport.coding.ngrams import NgramCoder, Weights
from openrapport.encounter import Encounter, Role, Turn


@dataclass(frozen=True)
class Share:
    """Of `examples` so many heard, of `near` misses so many rightly passed over."""

    heard: int
    examples: int
    passed: int
    near: int


def shares(card: Card, sides: Mapping[str, Weights]) -> dict[str, Share]:
    """Per act."""
    coder, found = NgramCoder(card, sides), {}
    for name, act in load_codebook().acts.items():
        mine, other = (Role.CLINICIAN, Role.PATIENT) if act.who == "clinician" else (Role.PATIENT, Role.CLINICIAN)

        def hears(text: str, before: str, mine: Role = mine, other: Role = other, name: str = name) -> bool:
            said = [Turn("before", before, other)] if before else []
            coded = coder.code(Encounter((*said, Turn("own", text, mine))))
            return name in coded.coded(len(said))

        heard = sum(hears(one.text, one.before) for one in act.examples)
        passed = sum(not hears(one.text, one.before) for one in act.near)
        found[name] = Share(heard, len(act.examples), passed, len(act.near))
    return found

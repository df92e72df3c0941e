"""How the coder does on written turns that were kept for testing: by a writer of their own, never learnt from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openrapport.coding import Card, CodedEncounter
from openrapport.coding.ngrams import NgramCoder, Weights
from openrapport.encounter import Encounter
from training.data import Row, written_rows


@dataclass(frozen=True)
class Kept:
    """Of one act: hits rightly heard, hits missed, near misses taken for hits, near misses passed over."""

    heard: int = 0
    missed: int = 0
    fooled: int = 0
    passed: int = 0

    @property
    def f1(self) -> float:
        """F1 over hits and near misses in about equal number."""
        return 2 * self.heard / max(1, 2 * self.heard + self.missed + self.fooled)

    @property
    def right(self) -> int:
        """How many were judged rightly."""
        return self.heard + self.passed

    @property
    def all(self) -> int:
        """How many there are."""
        return self.heard + self.missed + self.fooled + self.passed


def kept(card: Card, sides: Mapping[str, Weights], files: str) -> dict[str, Kept]:
    """Per act that turns were written for."""
    coder, found = NgramCoder(card, sides), dict[str, Kept]()
    for row in written_rows(files):
        act = row.where[0].split()[-1]
        before = found.get(act, Kept())
        said, there = act in _coded(coder, row), row.known[act]
        found[act] = Kept(
            before.heard + (there and said),
            before.missed + (there and not said),
            before.fooled + (not there and said),
            before.passed + (not there and not said),
        )
    return dict(sorted(found.items()))


def _coded(coder: NgramCoder, row: Row) -> Sequence[str]:
    heard = row.context
    turns = [turn for turn in (heard.own, heard.before, heard.turn) if turn is not None]
    coded: CodedEncounter = coder.code(Encounter(tuple(turns)))
    return coded.coded(len(turns) - 1)

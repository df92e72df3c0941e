"""A coded encounter: for every turn the probability of every act, and the card of whoever coded it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from openrapport.coding.act import load_codebook
from openrapport.encounter import Encounter

Probabilities = NDArray[np.float64]
ENOUGH_CASES = 15  # true cases below which an act's reliability is "not tested" (our judgement)


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well a coder hears one act.

    threshold   at or above it the act counts as coded
    f1          against people's codes of conversations that it had not seen; None where not known
    cases       how many true cases that figure stands on
    dispersion  variance of true counts about expected counts over conversations, as a multiple of what
                independent turns would give; at least 1
    """

    threshold: float = 0.5
    f1: float | None = None
    cases: int = 0
    dispersion: float = 1.0

    @property
    def tested(self) -> bool:
        """Whether the figure stands on enough cases to be one."""
        return self.f1 is not None and self.cases >= ENOUGH_CASES


@dataclass(frozen=True)
class Card:
    """Who coded: name, version, codebook, per act how reliably, and for what kind of talk that was tested."""

    name: str
    version: str
    codebook: str
    acts: Mapping[str, Reliability]
    validated_on: str
    by_people: bool = False

    def reliability(self, act: str) -> Reliability:
        """How well this coder hears `act`; untested where the card says nothing of it."""
        return self.acts.get(act, Reliability())


def human_card(name: str) -> Card:
    """The card of a person who codes by this codebook: every act heard as it is, reliability not known."""
    acts = {act: Reliability() for act in load_codebook().acts}
    return Card(
        name, "1", load_codebook().version, MappingProxyType(acts), "what this person coded", by_people=True
    )


@dataclass(frozen=True)
class CodedEncounter:
    """An encounter with what each turn does.

    acts           the act ids, one a column
    probabilities  turns × acts, 0 to 1; 0 where a turn's role cannot carry the act
    not_coded      turns that were not coded, with the reason in words ("spoken in Spanish")
    """

    encounter: Encounter
    acts: tuple[str, ...]
    probabilities: Probabilities
    card: Card
    not_coded: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if self.probabilities.shape != (len(self.encounter.turns), len(self.acts)):
            raise ValueError(f"probabilities are {self.probabilities.shape}, not turns × acts")
        self.probabilities.setflags(write=False)

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return {act: column for column, act in enumerate(self.acts)}

    def p(self, act: str) -> Probabilities:
        """The probability of `act` for every turn; all 0 where this coder does not know the act."""
        column = self._columns.get(act)
        return np.zeros(len(self.probabilities)) if column is None else self.probabilities[:, column]

    def any_of(self, *acts: str) -> Probabilities:
        """For every turn the probability that it carries at least one of `acts`."""
        none = np.ones(len(self.probabilities))
        for act in acts:
            none = none * (1.0 - self.p(act))
        return 1.0 - none

    def decided(self) -> CodedEncounter:
        """The same with every act's threshold moved to 0.5: for saying yes or no, no longer probabilities."""
        threshold = np.array([self.card.reliability(act).threshold for act in self.acts])
        below = 0.5 * self.probabilities / threshold
        above = 1.0 - 0.5 * (1.0 - self.probabilities) / (1.0 - threshold)
        return replace(self, probabilities=np.where(self.probabilities < threshold, below, above))

    def coded(self, turn: int) -> tuple[str, ...]:
        """The acts of one turn that reach their own threshold."""
        row = self.probabilities[turn]
        return tuple(
            act
            for act, p in zip(self.acts, row, strict=True)
            if p > 0 and p >= self.card.reliability(act).threshold
        )

"""The shapes that a measure can return. The shape gives value, interval, and how a corpus pools it.

An interval says where, 95 times in 100, a trained coder's count of this same file would lie: it holds the
coder's error and nothing else. What was counted without a coder (words, seconds) is a point.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

Z = 1.959964  # 95 %
SURE_ENOUGH = 0.5  # a turn is named as one of those counted from this probability on


LIKELY_THERE = 0.5  # an expected exposure of less is taken for none (our judgement)


@dataclass(frozen=True, slots=True)
class Case:
    """One occasion of a share: at `turn`, an occasion with probability `chance`, and then counted with `hit`.

    `size` is what it weighs (words, seconds; 1 for an occasion).
    """

    turn: int
    hit: float
    chance: float = 1.0
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Rate:
    """How many, of how many or for how much: expected `count` ÷ expected `exposure`.

    The variances are those of true counts about the expected ones. `share` says that the count is part of
    the exposure. Sums over encounters pool it.
    """

    count: float
    exposure: float
    turns: tuple[int, ...]
    count_variance: float = 0.0
    exposure_variance: float = 0.0
    covariance: float = 0.0
    share: bool = False

    @classmethod
    def of(cls, cases: Iterable[Case]) -> Rate:
        """The share of occasions that are hits ("of the cues, how many were answered?")."""
        kept = [case for case in cases if case.chance > 0]
        size = np.array([case.size for case in kept])
        chance = np.array([case.chance for case in kept])
        both = chance * np.array([case.hit for case in kept])
        return cls(
            count=float(np.sum(size * both)),
            exposure=float(np.sum(size * chance)),
            turns=tuple(case.turn for case in kept if case.hit * case.chance >= SURE_ENOUGH),
            count_variance=float(np.sum(size**2 * both * (1 - both))),
            exposure_variance=float(np.sum(size**2 * chance * (1 - chance))),
            covariance=float(np.sum(size**2 * both * (1 - chance))),
            share=True,
        )

    @classmethod
    def per(cls, hits: ArrayLike, amount: float) -> Rate:
        """Hits (a probability for every turn) for a known amount: minutes, words, turns, or 1 for a count."""
        p = np.asarray(hits, dtype=float)
        return cls(float(p.sum()), amount, _sure(p), count_variance=float(np.sum(p * (1 - p))))

    @classmethod
    def ratio(cls, hits: ArrayLike, others: ArrayLike) -> Rate:
        """Hits of one kind per hit of another, each a probability for every turn ("reflections per question")."""
        p, q = np.asarray(hits, dtype=float), np.asarray(others, dtype=float)
        return cls(
            count=float(p.sum()),
            exposure=float(q.sum()),
            turns=_sure(p),
            count_variance=float(np.sum(p * (1 - p))),
            exposure_variance=float(np.sum(q * (1 - q))),
        )

    @property
    def value(self) -> float | None:
        """Count ÷ exposure; None where the exposure is nothing, or more likely nothing than something."""
        least = LIKELY_THERE if self.exposure_variance > 0 else 0.0
        return self.count / self.exposure if self.exposure > least else None

    def interval(self, dispersion: float = 1.0) -> tuple[float, float]:
        """Where the value lies, given the coder's dispersion (see `Reliability`)."""
        value = self.value
        if value is None:
            raise ValueError("a rate without exposure has no interval")
        variance = self._variance(value) * dispersion
        return wilson(value, variance) if self.share else around(value, variance)

    def _variance(self, value: float) -> float:
        spread = self.count_variance + value**2 * self.exposure_variance - 2 * value * self.covariance
        return max(0.0, spread) / self.exposure**2

    def __add__(self, other: Rate) -> Rate:
        """Both encounters as one; turns belong to one encounter and are dropped."""
        return Rate(
            self.count + other.count,
            self.exposure + other.exposure,
            (),
            self.count_variance + other.count_variance,
            self.exposure_variance + other.exposure_variance,
            self.covariance + other.covariance,
            self.share and other.share,
        )


def _sure(p: np.ndarray) -> tuple[int, ...]:
    return tuple(int(turn) for turn in np.flatnonzero(p >= SURE_ENOUGH))


def wilson(share: float, variance: float) -> tuple[float, float]:
    """Interval of a share of given variance: Wilson's, at the number of occasions that gives that variance."""
    if variance <= 0:
        return share, share
    inner = min(max(share, 0.01), 0.99)
    n = inner * (1 - inner) / variance
    centre = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * math.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))


def around(mean: float, variance: float) -> tuple[float, float]:
    """Interval of something that cannot be negative: a gamma's, by Wilson and Hilferty's cube root.

    Where the spread is as large as the mean the root's upper end would turn back; it is held at its highest.
    """
    if variance <= 0 or mean <= 0:
        return mean, mean
    root = math.sqrt(variance) / (3 * mean)
    low = mean * max(0.0, 1 - root**2 - Z * root) ** 3
    root = min(root, Z / 2)
    return min(low, mean), max(mean * (1 - root**2 + Z * root) ** 3, mean)


@dataclass(frozen=True, slots=True)
class Spread:
    """Values that vary over the encounter (turn lengths, gaps), each at a turn, each certain to a weight."""

    values: tuple[float, ...]
    turns: tuple[int, ...]
    weights: tuple[float, ...] = ()

    @property
    def value(self) -> float | None:
        """The median; None where there are no values."""
        return self.quantile(0.5)

    def quantile(self, share: float) -> float | None:
        """The value under which `share` of the weight lies (the mean of two where it falls between them)."""
        if not self.values:
            return None
        order = np.argsort(self.values, kind="stable")
        values = np.asarray(self.values)[order]
        weights = np.asarray(self.weights or np.ones(len(values)))[order]
        reached, target = np.cumsum(weights), share * weights.sum()
        index = min(int(np.searchsorted(reached, target - 1e-12)), len(values) - 1)
        on_the_edge = abs(reached[index] - target) < 1e-9 and index + 1 < len(values)
        return float((values[index] + values[index + 1]) / 2 if on_the_edge else values[index])

    def interval(self, dispersion: float = 1.0) -> tuple[float, float]:
        """Where the median lies, given that some values may not belong."""
        weights = np.asarray(self.weights or np.ones(len(self.values)))
        doubt = math.sqrt(float(np.sum(weights * (1 - weights))) * dispersion)
        half = min(0.5, Z * doubt / (2 * weights.sum()))
        low, high = self.quantile(0.5 - half), self.quantile(0.5 + half)
        if low is None or high is None:
            raise ValueError("a spread without values has no interval")
        return low, high

    def __add__(self, other: Spread) -> Spread:
        """Both encounters' values as one."""
        mine = self.weights or (1.0,) * len(self.values)
        theirs = other.weights or (1.0,) * len(other.values)
        return Spread(self.values + other.values, (), mine + theirs)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two speakers talk, beside how alike they would be by chance: the same with turns shuffled."""

    observed: float
    shuffled: tuple[float, ...]
    turns: tuple[int, ...] = ()

    @property
    def value(self) -> float | None:
        """How far the likeness lies above the mean of the shuffled ones; None without any."""
        return self.observed - float(np.mean(self.shuffled)) if self.shuffled else None

    def interval(self, dispersion: float = 1.0) -> tuple[float, float]:
        """The observed likeness less the shuffled ones' 97.5 and 2.5 per cent points."""
        low, high = np.quantile(self.shuffled, [0.025, 0.975])
        return self.observed - float(high), self.observed - float(low)


Shape = Rate | Spread | Likeness

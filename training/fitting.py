"""Fits the coder: one logistic regression an act on what is known of it, then its calibration and threshold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from openrapport.coding import load_codebook
from openrapport.coding.ngram_features import SIZE, hear
from training.data import OWN_WORDS, Row

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]

FOLDS = 5
PENALTY = 1.0  # inverse strength of the penalty on weights
BALANCE = 0.5  # 0: cases weigh as they come; 1: the acts' cases weigh as much as all the rest together
WEIGHT = {"acts": 2.0, "annomi": 0.5, "codebook": 1.0, "written": 1.0}  # our acts: the authority
UNMARKED = 0.3  # weight of every row's second copy, without question marks
ELSEWHERE = 0.5  # weight of the examples of other acts, taken as not this one
CALIBRATION_WEIGHT = {"acts": 1.0, "annomi": 0.25, "codebook": 0.0, "written": 0.0}
LENT = 3.0  # how strongly an act's calibration is drawn to that of all acts
LEAST, MOST = 0.3, 0.5  # bounds of a threshold: nothing is called an act that is two to one not it
ENOUGH = 15.0  # true cases at which an act's own threshold weighs as much as that of all acts
BATCH = 512


def matrix(rows: Sequence[Row]) -> csr_matrix:
    """What is heard of each row."""
    parts = []
    for start in range(0, len(rows), BATCH):
        heard = hear([row.context for row in rows[start : start + BATCH]])
        parts.append(csr_matrix((heard.value, (heard.row, heard.column)), shape=(heard.rows, SIZE)))
    return vstack(parts, format="csr")


@dataclass(frozen=True)
class Material:
    """All rows as arrays.

    x, unmarked  rows × features, as written and without question marks
    there        rows × acts: 1, 0, or -1 where not known
    elsewhere    rows × acts: examples of other acts, taken as not this one
    """

    rows: Sequence[Row]
    acts: tuple[str, ...]
    x: csr_matrix
    unmarked: csr_matrix
    there: NDArray[np.int8]
    source: NDArray[np.str_]
    fold: NDArray[np.int64]
    elsewhere: Mask

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Material:
        """From rows; AnnoMI's own code of a turn steps back where our acts have been coded for it."""
        acts = tuple(load_codebook().acts)
        coded = {row.where for row in rows if row.source == "acts"}
        there = np.full((len(rows), len(acts)), -1, np.int8)
        elsewhere = np.zeros(there.shape, bool)
        for index, row in enumerate(rows):
            if row.source == "annomi" and row.where in coded:
                continue
            for act, value in row.known.items():
                there[index, acts.index(act)] = value
            if row.source == "codebook":
                mine = [acts.index(act) for act in load_codebook().of(row.context.turn.role)]
                elsewhere[index, mine] = there[index, mine] < 0
        source = np.array([row.source for row in rows])
        plain = matrix([row.unmarked() for row in rows])
        return cls(rows, acts, matrix(rows), plain, there, source, folds(rows), elsewhere)

    @property
    def known(self) -> Mask:
        """Cells that can be scored or calibrated on: known, and not of our own wording."""
        return (self.there >= 0) & ~np.isin(self.source, OWN_WORDS)[:, None]

    def cells(self, source: str) -> Mask:
        """The known cells of one source."""
        return self.known & (self.source == source)[:, None]


def folds(rows: Sequence[Row]) -> NDArray[np.int64]:
    """For each row its fold, groups kept whole, folds of like size; -1 for our own wording, always learnt from.

    The few conversations with our acts are dealt out first, so that every fold has some.
    """
    size = Counter(row.group for row in rows if row.source not in OWN_WORDS)
    coded = Counter(row.group for row in rows if row.source == "acts")
    place: dict[str, int] = {}
    for counts in (coded, size):
        load = [sum(counts[group] for group, fold in place.items() if fold == k) for k in range(FOLDS)]
        for group, amount in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            if group not in place:
                place[group] = load.index(min(load))
                load[place[group]] += amount
    return np.array([-1 if row.source in OWN_WORDS else place[row.group] for row in rows])


@dataclass(frozen=True)
class Model:
    """Weights features × acts, and one constant an act: scores are `x @ weights + constant`."""

    weights: NDArray[np.float32]
    constant: Numbers

    def score(self, x: csr_matrix) -> Numbers:
        """Rows × acts."""
        return np.asarray(x @ self.weights, dtype=np.float64) + self.constant


def fit(material: Material, learnt: Mask) -> Model:
    """The model learnt from the rows in `learnt`."""
    weights = np.zeros((SIZE, len(material.acts)), np.float32)
    constant = np.zeros(len(material.acts))
    for act in range(len(material.acts)):
        weights[:, act], constant[act] = _fit_act(material, learnt, act)
    return Model(weights, constant)


def _fit_act(material: Material, learnt: Mask, act: int) -> tuple[Numbers, float]:
    there, elsewhere = material.there[:, act], material.elsewhere[:, act]
    used = np.flatnonzero(learnt & ((there >= 0) | elsewhere))
    weight = np.array([WEIGHT[source] for source in material.source[used]])
    weight = np.where(elsewhere[used], ELSEWHERE, weight)
    y = there[used] == 1
    weight = np.where(y, weight * (weight.sum() / weight[y].sum()) ** BALANCE, weight)
    machine = LogisticRegression(C=PENALTY, solver="liblinear", tol=1e-2, random_state=0)
    both = vstack([material.x[used], material.unmarked[used]], format="csr")
    machine.fit(both, np.tile(y, 2), sample_weight=np.concatenate([weight, UNMARKED * weight]))
    return machine.coef_[0], float(machine.intercept_[0])


@dataclass(frozen=True)
class Calibration:
    """Per act: probability = sigmoid(slope × score + shift)."""

    slope: Numbers
    shift: Numbers

    def __call__(self, scores: Numbers) -> Numbers:
        """Scores as probabilities."""
        return 1 / (1 + np.exp(-(scores * self.slope + self.shift)))


def calibrate(material: Material, scores: Numbers, held_out: Mask) -> Calibration:
    """From scores of rows that the model had not seen; each act is drawn to the calibration of all acts."""
    cells = material.known & held_out[:, None] & ~np.isnan(scores)
    weight = np.array([CALIBRATION_WEIGHT[source] for source in material.source])
    wide = np.broadcast_to(weight[:, None], scores.shape)
    shared = _platt(scores[cells], material.there[cells], wide[cells], (1.0, 0.0), 1.0)
    found = [
        _platt(scores[own, act], material.there[own, act], weight[own], shared, LENT)
        for act, own in enumerate(cells.T)
    ]
    return Calibration(*np.array(found).T)


def _platt(
    score: Numbers, there: NDArray[np.int8], weight: Numbers, prior: tuple[float, float], lent: float
) -> tuple[float, float]:
    """Slope and shift by Newton's method, with a normal prior about `prior`."""
    design = np.stack([score, np.ones(len(score))], axis=1)
    centre, stiff = np.array(prior), lent * np.array([4.0, 0.2])
    found = centre.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (weight * (p - there)) + stiff * (found - centre)
        bend = (design.T * (weight * p * (1 - p))) @ design + np.diag(stiff)
        step = np.linalg.solve(bend, slope)
        found = found - step
        if np.abs(step).max() < 1e-8:
            break
    return float(found[0]), float(found[1])


def thresholds(material: Material, p: Numbers, held_out: Mask) -> Numbers:
    """Per act from which probability it counts as coded: half the best F1 that the act can reach.

    Half the best F1 is where F1 is at its best if probabilities are right (Lipton et al. 2014). Acts with few
    cases are drawn to the one threshold that is best for all acts together.
    """
    cells = material.cells("acts") & held_out[:, None]
    tries = np.arange(0.1, 0.6, 0.02)
    shared = max(tries[tries >= LEAST], key=lambda t: f1(p[cells] >= t, material.there[cells] == 1))
    found = []
    for act, own in enumerate(cells.T):
        there = material.there[own, act] == 1
        best = max(f1(p[own, act] >= t, there) for t in tries)
        trust = there.sum() / (there.sum() + ENOUGH)
        found.append(trust * min(MOST, max(LEAST, best / 2)) + (1 - trust) * shared)
    return np.array(found)


def f1(said: Mask, there: Mask) -> float:
    """F1; 0 where nothing is said and nothing is there."""
    total = said.sum() + there.sum()
    return float(2 * (said & there).sum() / total) if total else 0.0

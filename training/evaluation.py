"""How well the coder does on conversations that it has not seen: every figure of the model card."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from openrapport.coding.coded import ENOUGH_CASES
from openrapport.measures.shapes import Rate
from training.data import BEHAVIOURS, CLIENT_TALK, Row
from training.fitting import FOLDS, Mask, Material, Numbers, calibrate, f1, fit, folds, matrix
from training.fitting import thresholds as choose_thresholds

SETTINGS = ((0.1, 0.7), (0.3, 0.7), (0.3, 1.0), (1.0, 0.7))  # inverse penalty, balance of the classes
INNER = 3
RAISED_TO = 0.97  # of the conversations it is set on, so that 95 in 100 hold on others
LENT_CONVERSATIONS = 10.0  # how many conversations the dispersion of all acts counts for beside an act's own
WIDER, MOST_STEPS = 1.1, 20  # steps in which a dispersion is raised


@dataclass(frozen=True)
class Classes:
    """Macro-F1 over AnnoMI's classes of one side: over all held-out turns, and fold by fold."""

    macro_f1: float
    by_fold: tuple[float, ...]
    by_class: dict[str, float]
    turns: int


def annomi_classes(rows: Sequence[Row], clinician: bool) -> Classes:
    """AnnoMI's own classes by a model of its own on the same features, its settings chosen inside each fold."""
    names = BEHAVIOURS if clinician else CLIENT_TALK
    rows = [row for row in rows if row.source == "annomi" and row.clinician == clinician and row.classes in names]
    x, y, fold = matrix(rows), np.array([names.index(row.classes) for row in rows]), folds(rows)
    said = np.zeros_like(y)
    for k in range(FOLDS):
        train = np.flatnonzero(fold != k)
        setting = _best_setting(x[train], y[train], fold[train] % INNER, len(names))
        said[fold == k] = _classify(x[train], y[train], x[fold == k], setting)
    by_class = {name: f1(said == i, y == i) for i, name in enumerate(names)}
    by_fold = tuple(_macro(said[fold == k], y[fold == k], len(names)) for k in range(FOLDS))
    return Classes(float(np.mean(list(by_class.values()))), by_fold, by_class, len(rows))


def _best_setting(x: csr_matrix, y: Numbers, fold: Numbers, classes: int) -> tuple[float, float]:
    def inside(setting: tuple[float, float]) -> float:
        said = np.zeros_like(y)
        for k in np.unique(fold):
            said[fold == k] = _classify(x[fold != k], y[fold != k], x[fold == k], setting)
        return _macro(said, y, classes)

    return max(SETTINGS, key=inside)


def _classify(x: csr_matrix, y: Numbers, new: csr_matrix, setting: tuple[float, float]) -> Numbers:
    penalty, balance = setting
    weight = {int(c): float((1 / np.mean(y == c)) ** balance) for c in np.unique(y)}
    return LogisticRegression(C=penalty, class_weight=weight, max_iter=200, tol=1e-3).fit(x, y).predict(new)


def _macro(said: Numbers, there: Numbers, classes: int) -> float:
    return float(np.mean([f1(said == i, there == i) for i in range(classes)]))


@dataclass(frozen=True)
class HeldOut:
    """What models said of rows that they had not seen. Arrays are rows × acts.

    scores       of the models that learnt from all other folds
    p            calibrated by what lay outside the row's fold, and so are `coded` and `dispersion`
    unmarked     what would be coded if the file had no question marks
    """

    scores: Numbers
    p: Numbers
    coded: Mask
    unmarked: Mask
    dispersion: Numbers


def hold_out(material: Material) -> HeldOut:
    """Scores, probabilities and codes of every fold, all choices made outside it."""
    shape = material.there.shape
    scores, p, dispersion = (np.full(shape, np.nan) for _ in range(3))
    coded, unmarked = np.zeros(shape, bool), np.zeros(shape, bool)
    for k in range(FOLDS):
        test, rest = material.fold == k, (material.fold != k) & (material.fold >= 0)
        inner = _scores_inside(material, k)
        calibration = calibrate(material, inner, rest)
        model, inner_p = fit(material, ~test), calibration(inner)
        least = choose_thresholds(material, inner_p, rest)
        scores[test] = model.score(material.x[test])
        p[test] = calibration(scores[test])
        coded[test] = p[test] >= least
        unmarked[test] = calibration(model.score(material.unmarked[test])) >= least
        dispersion[test] = dispersions(material, inner_p, rest)
    return HeldOut(scores, p, coded, unmarked, dispersion)


def _scores_inside(material: Material, out: int) -> Numbers:
    """Scores of all folds but `out`, each by a model that saw neither that fold nor `out`."""
    scores = np.full(material.there.shape, np.nan)
    for k in range(FOLDS):
        if k != out:
            test = material.fold == k
            scores[test] = fit(material, ~test & (material.fold != out)).score(material.x[test])
    return scores


@dataclass(frozen=True)
class Counted:
    """One act in one conversation: how often it was there, how often expected, and the variance of that."""

    there: float
    p: Numbers

    @property
    def surprise(self) -> float | None:
        """Squared error over the variance that independent turns would give; None where nothing was expected."""
        variance = float(np.sum(self.p * (1 - self.p)))
        return (self.there - float(self.p.sum())) ** 2 / variance if variance > 1e-3 else None

    def held(self, dispersion: float) -> bool:
        """Whether the true count lies in the interval that a report would draw."""
        low, high = Rate.per(self.p, 1.0).interval(dispersion)
        return low - 0.5 <= self.there <= high + 0.5


def counted(material: Material, p: Numbers, rows: Mask, act: int) -> list[Counted]:
    """The act in every conversation, AnnoMI's codes and ours kept apart."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in np.flatnonzero(rows & material.known[:, act] & ~np.isnan(p[:, act])):
        row = material.rows[index]
        found[row.source, row.where[0]].append(int(index))
    return [Counted(float(np.sum(material.there[own, act] == 1)), p[own, act]) for own in found.values()]


def dispersions(material: Material, p: Numbers, rows: Mask) -> Numbers:
    """Per act how much more counts vary about the expected than turns on their own would; at least 1.

    The mean over conversations, drawn to that of all acts where there are few, then raised until the
    intervals hold as often as they claim.
    """
    per_act = [counted(material, p, rows, act) for act in range(len(material.acts))]
    surprises = [[s for one in own if (s := one.surprise) is not None] for own in per_act]
    shared = max(1.0, float(np.mean([np.mean(own) for own in surprises if own])))
    found = []
    for own, values in zip(per_act, surprises, strict=True):
        mean = (sum(values) + LENT_CONVERSATIONS * shared) / (len(values) + LENT_CONVERSATIONS)
        found.append(_raised(own, max(1.0, mean)))
    return np.array(found)


def _raised(own: Sequence[Counted], dispersion: float) -> float:
    """The least dispersion from `dispersion` on at which intervals miss hardly any."""
    allowed = math.ceil((1 - RAISED_TO) * len(own))
    tries = [dispersion * WIDER**step for step in range(MOST_STEPS)]
    missed = [sum(not one.held(wide) for one in own) for wide in tries]
    return next(
        (wide for wide, m in zip(tries, missed, strict=True) if m <= max(allowed, min(missed))), dispersion
    )


@dataclass(frozen=True)
class Figures:
    """One act: F1 and true cases by where the turns come from, and how well its intervals held."""

    f1: float
    cases: int
    by_corpus: dict[str, tuple[float, int]]
    held: float
    conversations: int
    held_annomi: float | None = None
    annomi_conversations: int = 0


@dataclass(frozen=True)
class Report:
    """Every figure on the codebook's acts."""

    micro: dict[str, float]
    macro_enough: float
    acts: dict[str, Figures] = field(default_factory=dict)
    calibration_error: float = 0.0
    calibration_error_annomi: float = 0.0
    held: float = 0.0
    held_annomi: float = 0.0


def report(material: Material, held: HeldOut) -> Report:
    """From what was said of rows that had not been seen."""
    cells = material.cells("acts")
    corpora = {name: np.array([row.where[0].startswith(name) for row in material.rows]) for name in CORPORA}
    acts = {name: _figures(material, held, i, corpora) for i, name in enumerate(material.acts)}
    micro = {"all": f1(held.coded[cells], material.there[cells] == 1)}
    micro["without question marks"] = f1(held.unmarked[cells], material.there[cells] == 1)
    for name, mask in corpora.items():
        own = cells & mask[:, None]
        micro[name] = f1(held.coded[own], material.there[own] == 1)
    return Report(
        micro=micro,
        macro_enough=float(np.mean([one.f1 for one in acts.values() if one.cases >= ENOUGH_CASES])),
        acts=acts,
        calibration_error=calibration_error(held.p[cells], material.there[cells] == 1),
        calibration_error_annomi=_error_on(material, held, "annomi"),
        held=_pooled([(one.held, one.conversations) for one in acts.values()]),
        held_annomi=_pooled([(one.held_annomi or 0.0, one.annomi_conversations) for one in acts.values()]),
    )


CORPORA = ("annomi", "primock")


def _figures(material: Material, held: HeldOut, act: int, corpora: dict[str, Mask]) -> Figures:
    own = material.cells("acts")[:, act]
    there = material.there[:, act] == 1
    ours, annomi = (_held(material, held, act, source) for source in ("acts", "annomi"))
    return Figures(
        f1=f1(held.coded[own, act], there[own]),
        cases=int(there[own].sum()),
        by_corpus={
            name: (f1(held.coded[own & mask, act], there[own & mask]), int(there[own & mask].sum()))
            for name, mask in corpora.items()
        },
        held=float(np.mean(ours)),
        conversations=len(ours),
        held_annomi=float(np.mean(annomi)) if annomi else None,
        annomi_conversations=len(annomi),
    )


def _held(material: Material, held: HeldOut, act: int, source: str) -> list[bool]:
    found = []
    for k in range(FOLDS):
        rows = (material.fold == k) & (material.source == source)
        for one in counted(material, held.p, rows, act):
            found.append(one.held(float(held.dispersion[np.flatnonzero(material.fold == k)[0], act])))
    return found


def _error_on(material: Material, held: HeldOut, source: str) -> float:
    cells = material.cells(source)
    return calibration_error(held.p[cells], material.there[cells] == 1)


def _pooled(shares: Sequence[tuple[float, int]]) -> float:
    return sum(share * n for share, n in shares) / max(1, sum(n for _, n in shares))


def calibration_error(p: Numbers, there: Mask, bins: int = 10) -> float:
    """Expected calibration error: the mean gap between said and there, over tenths of probability."""
    which = np.minimum((p * bins).astype(int), bins - 1)
    gaps = [abs(p[which == b].sum() - there[which == b].sum()) for b in range(bins)]
    return float(sum(gaps) / len(p))

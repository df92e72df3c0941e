"""Fits who sounds like whom, and measures how far its confidence can be trusted: `python -m training.roles`.

Writes ``src/openrapport/coding/roles.toml`` (habits and weights, no words of any talk) and ``docs/roles.md``
(the figures, see `role_figures`). ACI-Bench is never fitted on; its visits with a third speaker are the only
real three-way talk there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from sklearn.linear_model import LogisticRegression

from openrapport.coding.who import Habit, RoleModel, rates
from training.data import ROOT
from training.habits import HABITS
from training.role_figures import CUTS, Tried, page, tried
from training.talks import Talk, annomi, osce, primock, with_companion

TARGET = ROOT / "src" / "openrapport" / "coding" / "roles.toml"
PAGE = ROOT / "docs" / "roles.md"
FOLDS = 5
STRENGTH = 0.3  # inverse of the penalty on weights
LENT_WORDS, LENT_TURNS = 60.0, 4.0
ONE_MORE = -1.0  # our judgement: about one talk in four with a third voice has a second clinician
HEAD = """# Who sounds like whom. Made by `python -m training.roles` from PriMock57 (57 consultations), 136 OSCE
# interviews and 107 AnnoMI transcripts, labels hidden; docs/roles.md has how often it is right.
# Weights are log odds for one spread more than another speaker.
"""


def variants(talks: Iterable[Talk]) -> list[Talk]:
    """Every talk whole and cut, with and without punctuation."""
    return [
        one
        for talk in talks
        for cut in CUTS
        for one in (talk.cut(cut), talk.cut(cut).unmarked())
        if len(one.said) >= 2
    ]


def blank_model() -> RoleModel:
    """The habits without weights."""
    return RoleModel({name: Habit(*how) for name, how in HABITS.items()}, LENT_WORDS, LENT_TURNS, 0.0, ONE_MORE)


def with_usual(model: RoleModel, talks: Sequence[Talk]) -> RoleModel:
    """The model with each habit's usual rate and spread over these talks' speakers."""
    plain = replace(model, prior_words=0.001, prior_turns=0.001)
    table = np.array([list(rates(plain, said, True).values()) for talk in talks for said in talk.said.values()])
    usual = dict(zip(model.habits, table.mean(axis=0), strict=True))
    spread = dict(zip(model.habits, table.std(axis=0) + 1e-9, strict=True))
    return replace(
        model,
        habits={
            name: replace(habit, usual=float(usual[name]), spread=float(spread[name]))
            for name, habit in model.habits.items()
        },
    )


def fit(talks: Sequence[Talk]) -> RoleModel:
    """Usual rates, weights and zero from talks whose labels are known. Corpora count alike."""
    model = with_usual(blank_model(), [talk for talk in talks if len(talk.said) >= 2])
    model = _fit_side(model, variants(talks), "clinician", "C", "P")
    three = [with_companion(talk, seed) for seed, talk in enumerate(talks)]
    model = _fit_side(
        model, [talk for talk in variants(three) if {"P", "K"} <= set(talk.said)], "patient", "P", "K"
    )
    scores = {
        who: [
            model.score(rates(model, talk.said[who], _marked(talk)), "clinician")
            for talk in variants(talks)
            if who in talk.said
        ]
        for who in "CP"
    }
    return replace(model, zero=float((np.mean(scores["C"]) + np.mean(scores["P"])) / 2))


def _marked(talk: Talk) -> bool:
    return any("?" in text for _, text in talk.turns)


def _fit_side(model: RoleModel, talks: Sequence[Talk], side: str, one: str, other: str) -> RoleModel:
    gaps = np.array(
        [
            np.array(list(rates(model, talk.said[one], _marked(talk)).values()))
            - np.array(list(rates(model, talk.said[other], _marked(talk)).values()))
            for talk in talks
        ]
    )
    size = {corpus: sum(talk.corpus == corpus for talk in talks) for corpus in {t.corpus for t in talks}}
    weights = np.array([len(talks) / len(size) / size[talk.corpus] / len(CUTS) / 2 for talk in talks])
    machine = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2000)
    both = np.concatenate([gaps, -gaps])
    machine.fit(both, np.repeat([1, 0], len(gaps)), np.concatenate([weights, weights]))
    habits = {
        name: replace(habit, **{side: float(weight)})
        for (name, habit), weight in zip(model.habits.items(), machine.coef_[0], strict=True)
    }
    return replace(model, habits=habits)


def folds(talks: Sequence[Talk]) -> Iterator[tuple[RoleModel, list[Talk]]]:
    """A model and the talks that it has not seen, five times; a group is never on both sides."""
    groups = sorted({talk.group for talk in talks})
    place = dict(zip(groups, np.random.default_rng(0).permutation(len(groups)) % FOLDS, strict=True))
    for fold in range(FOLDS):
        model = fit([talk for talk in talks if place[talk.group] != fold])
        yield model, [talk for talk in talks if place[talk.group] == fold]


def toml(model: RoleModel) -> str:
    """roles.toml."""
    lines = [
        f"prior_words = {model.prior_words}",
        f"prior_turns = {model.prior_turns}",
        f"zero = {model.zero:.3f}",
        f"one_more = {model.one_more}",
    ]
    for name, habit in model.habits.items():
        lines += [
            f"\n[habits.{name}]",
            f"per = '{habit.per}'",
            f'looks = """{habit.looks}"""'.replace("\\", "\\\\"),
            f"usual = {habit.usual:.5f}",
            f"spread = {habit.spread:.5f}",
            f"clinician = {habit.clinician:.3f}",
            f"patient = {habit.patient:.3f}",
        ]
    return HEAD + "\n".join(lines) + "\n"


def main() -> None:
    """Measure by folds, fit on everything, write both files."""
    talks = [*primock(), *osce(), *annomi()]
    trials: list[Tried] = [one for model, unseen in folds(talks) for one in tried(model, unseen)]
    model = fit(talks)
    TARGET.write_text(toml(model), encoding="utf-8")
    PAGE.write_text(page(trials, model), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

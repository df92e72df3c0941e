"""Who sounds like whom: how each speaker of a talk talks, and what that says about their role.

The model is small enough to be read: ``roles.toml`` holds, for every habit of speech, how it is found and
how much it weighs. A habit's rate is drawn towards its usual rate where a speaker has said little, so that
four turns move a belief less than forty. `training/roles.py` fits the weights and measures the calibration.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import product

from openrapport.encounter import Turn, words

SUREST = 0.99  # the talks tried cannot show that a belief above it is right that often
MOST = 1000  # turns of a speaker that are looked at; more would not change a belief
AMONG = 8  # speakers weighed together; those with fewer words than the first eight are taken as bystanders


@dataclass(frozen=True)
class Habit:
    """One habit of speech: what it looks like, counted per word or per turn, and what it says.

    usual      its rate over all speakers of the talks that the model was fitted on
    clinician  what a rate one spread above another speaker's adds to the log odds of being the clinician
    patient    the same for being the patient rather than a companion
    """

    per: str
    looks: str
    usual: float = 0.0
    spread: float = 1.0
    clinician: float = 0.0
    patient: float = 0.0

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like, to be searched in a turn's words joined by single spaces."""
        return re.compile(self.looks)


@dataclass(frozen=True)
class RoleModel:
    """The habits with their weights.

    prior_words, prior_turns  how much talk at the usual rate every speaker is lent
    zero                      the score at which a speaker taken alone is as likely clinician as not
    one_more                  log odds of a further clinician in a talk that has one
    """

    habits: Mapping[str, Habit]
    prior_words: float
    prior_turns: float
    zero: float
    one_more: float

    def score(self, rates: Mapping[str, float], side: str) -> float:
        """The weighted sum of a speaker's rates for being "clinician" or "patient"."""
        return float(sum(getattr(self.habits[name], side) * rate for name, rate in rates.items()))


@dataclass(frozen=True)
class Belief:
    """How likely a speaker is to be a clinician, and how likely to be the patient; what is left is neither."""

    speaker: str
    clinician: float
    patient: float


@cache
def role_model() -> RoleModel:
    """The model that is shipped."""
    text = resources.files("openrapport.coding").joinpath("roles.toml").read_text("utf-8")
    return model_from(tomllib.loads(text))


def model_from(data: Mapping[str, object]) -> RoleModel:
    """The model in the data of a ``roles.toml``."""
    plain = dict(data)
    habits: Mapping[str, Mapping[str, object]] = plain.pop("habits")  # type: ignore[assignment]
    return RoleModel({name: Habit(**one) for name, one in habits.items()}, **plain)  # type: ignore[arg-type]


def voices(turns: Iterable[Turn]) -> dict[str, list[str]]:
    """What each labelled speaker says, turn by turn, in order of first appearance."""
    said: dict[str, list[str]] = {}
    for turn in turns:
        if turn.speaker:
            said.setdefault(turn.speaker, []).append(turn.text)
    return said


def rates(model: RoleModel, said: Sequence[str], marked: bool) -> dict[str, float]:
    """How far each habit of one speaker lies from the usual, in spreads.

    `marked`: whether anyone in the talk is written down with question marks; where nobody is, their absence
    says nothing.
    """
    said = said[:MOST]
    spoken = [" ".join(words(text)) for text in said]
    amounts = {"word": sum(map(len, map(str.split, spoken))), "turn": len(said)}
    priors = {"word": model.prior_words, "turn": model.prior_turns}
    found: dict[str, float] = {}
    for name, habit in model.habits.items():
        lent = priors[habit.per]
        rate = (_count(name, habit, said, spoken) + lent * habit.usual) / (amounts[habit.per] + lent)
        found[name] = (rate - habit.usual) / habit.spread
    if not marked:
        found["question_mark"] = 0.0
    return found


def _count(name: str, habit: Habit, said: Sequence[str], spoken: Sequence[str]) -> int:
    if name == "question_mark":
        return sum("?" in text for text in said)
    return sum(len(habit.pattern.findall(text)) for text in spoken)


def beliefs(
    said: Mapping[str, Sequence[str]],
    known: Mapping[str, bool] | None = None,
    beside: Collection[str] = (),
    model: RoleModel | None = None,
) -> tuple[Belief, ...]:
    """What the words say of every speaker; at least one is taken to be a clinician and one not.

    `known` says of some speakers whether they are clinicians, `beside` names those who are not the patient; the
    others are weighed given that.
    """
    model, known = model or role_model(), known or {}
    marked = any("?" in text for texts in said.values() for text in texts)
    habits = {speaker: rates(model, texts, marked) for speaker, texts in said.items()}
    odds = {speaker: model.score(rate, "clinician") - model.zero for speaker, rate in habits.items()}
    pull = {speaker: model.score(rate, "patient") for speaker, rate in habits.items() if speaker not in beside}
    ways = list(_ways(_loudest(said), odds, known, model.one_more))
    return tuple(_belief(speaker, ways, pull, known) for speaker in said)


@dataclass(frozen=True)
class _Way:
    """One way to tell the speakers into clinicians and others, and how well it fits (log odds)."""

    clinicians: frozenset[str]
    others: frozenset[str]
    fit: float


def _loudest(said: Mapping[str, Sequence[str]]) -> list[str]:
    return sorted(said, key=lambda speaker: -sum(len(text) for text in said[speaker]))[:AMONG]


def _ways(
    among: Sequence[str], odds: Mapping[str, float], known: Mapping[str, bool], one_more: float
) -> Iterator[_Way]:
    for sides in product((True, False), repeat=len(among)):
        split = dict(zip(among, sides, strict=True))
        if all(sides) or not any(sides) or any(known.get(one, side) != side for one, side in split.items()):
            continue
        clinicians = frozenset(one for one, side in split.items() if side)
        fit = sum(odds[one] for one in clinicians) + one_more * (len(clinicians) - 1)
        yield _Way(clinicians, frozenset(among) - clinicians, fit)


def _belief(speaker: str, ways: Sequence[_Way], pull: Mapping[str, float], known: Mapping[str, bool]) -> Belief:
    best = max((way.fit for way in ways), default=0.0)
    weights = [math.exp(way.fit - best) for way in ways]
    total = sum(weights) or 1.0
    clinician = sum(w for w, way in zip(weights, ways, strict=True) if speaker in way.clinicians) / total
    patient = sum(w * _share(speaker, way, pull) for w, way in zip(weights, ways, strict=True)) / total
    if speaker in known:
        return Belief(speaker, float(known[speaker]), min(SUREST, patient))
    return Belief(speaker, _bounded(clinician), min(SUREST, patient))


def _share(speaker: str, way: _Way, pull: Mapping[str, float]) -> float:
    if speaker not in way.others or speaker not in pull:
        return 0.0
    return 1.0 / sum(math.exp(pull[other] - pull[speaker]) for other in way.others if other in pull)


def _bounded(p: float) -> float:
    return min(SUREST, max(1.0 - SUREST, p))

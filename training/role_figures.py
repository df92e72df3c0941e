"""How far the confidence in who is who can be trusted: the tables of docs/roles.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from openrapport.coding.roles import ASKS_BELOW, LOOKS_SWAPPED
from openrapport.coding.who import Belief, RoleModel, beliefs
from openrapport.encounter import Role
from training.label_error import by_machine, by_people, relabelled, roles_by_word, visits
from training.talks import Talk, aci, with_colleague, with_companion

CUTS = (4, 10, 20, None)
KINDS: dict[str, Callable[[Talk, int], Talk]] = {
    "two": lambda talk, seed: talk,
    "companion": with_companion,
    "colleague": with_colleague,
}
PREFACE = f"""# Who is who: how often the words tell

Made by `python -m training.roles`; do not edit. The model and its weights are `src/openrapport/coding/roles.toml`.

Where neither a person nor the file says who is who, `coding/roles.py` weighs habits of speech: who asks, examines
and explains, who tells of their own body and days. Below a confidence of {ASKS_BELOW} it asks. All figures are of
talks that the model had not seen (five folds; the videos of AnnoMI kept together). These are simulated
consultations and demonstrations in English; real ones may be harder.

A role is inferred for the patient's side: a parent who alone speaks for a small child counts as the patient, and
where both speakers are professionals (AnnoMI has two such talks, with a pharmacist) the words mislead.

## Two voices
"""
THREE = """## A third voice

Made from talks of two, as there is next to no open talk of three: a companion by giving stretches of the
patient's answers to another label, most of them turned into the third person, a colleague by handing part of the
clinician's turns to another label. Real three-way talk is messier. "Known" is a confidence of at least the one
below which a person is asked; "third" is which of two is the patient, or that the colleague is a clinician too.
Nothing open has an interpreter in it: that rule is untested on real talk.
"""


@dataclass(frozen=True)
class Tried:
    """What a model that had not seen a talk believed of its speakers."""

    talk: Talk
    turns: int | None
    marked: bool
    kind: str
    believed: dict[str, Belief]

    @property
    def right(self) -> float:
        """The belief that the clinician is the clinician."""
        return self.believed["C"].clinician

    @property
    def third(self) -> float:
        """The belief in what is true of the third voice."""
        if self.kind == "colleague":
            return self.believed["D"].clinician
        own, other = self.believed["P"].patient, self.believed["K"].patient
        return own if own >= other else 1 - other


def tried(model: RoleModel, talks: Sequence[Talk], kinds: Iterable[str] = tuple(KINDS)) -> Iterator[Tried]:
    """Every talk, of every kind and length, with and without punctuation."""
    for kind in kinds:
        for seed, talk in enumerate(talks):
            for cut in CUTS:
                plain = KINDS[kind](talk, 1000 + seed).cut(cut)
                if len(plain.said) == (2 if kind == "two" else 3):
                    yield _try(model, plain, cut, True, kind)
                    yield _try(model, plain.unmarked(), cut, False, kind)


def _try(model: RoleModel, talk: Talk, cut: int | None, marked: bool, kind: str) -> Tried:
    found = {belief.speaker: belief for belief in beliefs(talk.said, model=model)}
    return Tried(talk, cut, marked, kind, found)


def table_of_two(trials: Sequence[Tried]) -> Iterator[str]:
    """Accuracy, mean confidence, how often a person is asked, and errors among what was not asked."""
    yield "| talks | turns | punctuation | n | right | mean confidence | asked | wrong, not asked |"
    yield "|---|---|---|---|---|---|---|---|"
    for corpus in dict.fromkeys(one.talk.corpus for one in trials):
        for cut in CUTS:
            for marked in (True, False):
                own = [t for t in trials if (t.talk.corpus, t.turns, t.marked) == (corpus, cut, marked)]
                p = np.array([one.right for one in own])
                sure = np.maximum(p, 1 - p)
                yield (
                    f"| {corpus} | {cut or 'all'} | {'as written' if marked else 'none'} | {len(p)} "
                    f"| {np.mean(p > 0.5):.1%} | {np.mean(sure):.1%} | {np.mean(sure < ASKS_BELOW):.0%} "
                    f"| {np.sum(1 - p >= ASKS_BELOW)} |"
                )


def table_of_confidence(trials: Sequence[Tried]) -> Iterator[str]:
    """How often a belief of a given size was right, over all lengths."""
    edges = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)
    p = np.array([one.right for one in trials])
    sure, right = np.maximum(p, 1 - p), p > 0.5
    yield "| confidence | n | right |"
    yield "|---|---|---|"
    for low, high in pairwise(edges):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            yield f"| {low} to {high} | {inside.sum()} | {right[inside].mean():.1%} |"


def table_of_three(trials: Sequence[Tried]) -> Iterator[str]:
    """How often the clinician, and what is true of the third voice, is told for sure, and wrongly."""
    yield "| third voice | turns | n | clinician known | clinician wrong | third known | third wrong |"
    yield "|---|---|---|---|---|---|---|"
    for kind in ("companion", "colleague"):
        for cut in (20, None):
            own = [one for one in trials if (one.kind, one.turns) == (kind, cut)]
            columns = [np.array([one.right for one in own]), np.array([one.third for one in own])]
            told = " | ".join(
                f"{np.mean(p >= ASKS_BELOW):.0%} | {np.mean(p <= 1 - ASKS_BELOW):.1%}" for p in columns
            )
            yield f"| {kind} | {cut or 'all'} | {len(own)} | {told} |"


def real_three(model: RoleModel, talks: Sequence[Talk]) -> str:
    """What comes of the real visits with a third speaker."""
    three = [{b.speaker: b for b in beliefs(talk.said, model=model)} for talk in talks if len(talk.said) > 2]
    outcomes = [_outcome(believed) for believed in three]
    counts = ", ".join(f"{outcomes.count(kind)} {kind}" for kind in ("right", "asked", "wrong"))
    return f"ACI-Bench has {len(outcomes)} visits in which patient and companion both speak: {counts}."


def _outcome(believed: dict[str, Belief]) -> str:
    clinician = max(believed.values(), key=lambda one: one.clinician)
    patient = max(believed.values(), key=lambda one: one.patient)
    if min(clinician.clinician, patient.patient) < ASKS_BELOW:
        return "asked"
    return "right" if (clinician.speaker, patient.speaker) == ("C", "P") else "wrong"


def recognised() -> str:
    """What comes of a recogniser's labels, which mix the speakers up; right where most words fall rightly."""
    outcomes = []
    for name, (heard, written) in visits().items():
        people = by_people(name, relabelled(heard, written))
        machine, asked = by_machine(name, heard, people)
        pairs = zip(roles_by_word(machine), roles_by_word(people), strict=True)
        fits = np.mean([(mine is Role.CLINICIAN) == (theirs is Role.CLINICIAN) for mine, theirs in pairs])
        if machine.cast:
            outcomes.append("asked" if asked else "right" if fits > 0.5 else "wrong")
    counts = ", ".join(f"{outcomes.count(kind)} {kind}" for kind in ("right", "asked", "wrong"))
    return f"Of {len(outcomes)} visits of ACI-Bench under a recogniser's own, partly wrong labels: {counts}."


def page(trials: Sequence[Tried], model: RoleModel) -> str:
    """docs/roles.md."""
    two = [one for one in trials if one.kind == "two"]
    whole = [one for one in two if one.turns is None and one.marked]
    swapped = sum(1 - one.right >= LOOKS_SWAPPED for one in whole)
    strangers = list(aci())
    aside = list(tried(model, [talk for talk in strangers if len(talk.said) == 2], ["two"]))
    return "\n".join(
        [
            *PREFACE.splitlines(),
            "",
            *table_of_two([*two, *aside]),
            "",
            "`aci` was never fitted on: people's transcripts of ACI-Bench's visits with two speakers.",
            "",
            recognised(),
            "",
            "How often a confidence was right, all lengths of the first three together:",
            "",
            *table_of_confidence(two),
            "",
            f"Of {len(whole)} whole files with true labels, {swapped} would be told that labels may be swapped",
            f"(a confidence of {LOOKS_SWAPPED} or more against them).",
            "",
            *THREE.splitlines(),
            "",
            *table_of_three(trials),
            "",
            real_three(model, strangers),
            "",
        ]
    )

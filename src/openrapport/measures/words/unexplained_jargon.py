"""Words of the trade that the clinician used and did not explain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.markers import lexicon, need_english
from openrapport.measures.shapes import Rate

NEAR = 3  # turns before and after the term in which its plain words may stand (our judgement)

Form = tuple[tuple[str, ...], str]


def _compute(flow: Flow) -> Rate:
    need_english(flow)
    known: set[str] = set()
    unexplained: dict[str, int] = {}
    for turn, spoken in enumerate(flow.words):
        for term in _terms(spoken):
            if flow.clinician[turn] and term not in known and not _explained(flow, turn, term):
                unexplained[term] = turn
            known.add(term)
    return Rate(float(len(unexplained)), 1.0, tuple(sorted(set(unexplained.values()))))


def _terms(spoken: tuple[str, ...]) -> Iterator[str]:
    """The names of the terms among words, in order."""
    forms = _forms()
    for place, word in enumerate(spoken):
        for form, name in forms.get(word.removesuffix("'s"), ()):
            if len(form) == 1 or spoken[place : place + len(form)] == form:
                yield name


def _explained(flow: Flow, turn: int, term: str) -> bool:
    near = np.arange(max(0, turn - NEAR), min(len(flow.turns), turn + NEAR + 1))
    said = " ".join(f" {' '.join(flow.words[index])} |" for index in near if flow.clinician[index])
    here = f" {' '.join(flow.words[turn])} "
    return any(f" {gloss} " in said for gloss in _glosses()[term]) or any(f" {p} " in here for p in _phrases())


@cache
def _forms() -> Mapping[str, tuple[Form, ...]]:
    """Every form of every term with the term's name, by the form's first word."""
    found: dict[str, tuple[Form, ...]] = {}
    for name in lexicon("jargon"):
        for form in name.split(" / "):
            parts = tuple(form.split())
            found[parts[0]] = (*found.get(parts[0], ()), (parts, name))
    return found


@cache
def _glosses() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(str(plain).split(", ")) for name, plain in lexicon("jargon").items()}


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in str(lexicon("explaining")["phrases"]).split(","))


MEASURE = Measure(
    family="words",
    question="How many medical words went unexplained?",
    definition="Terms of our list (jargon.toml, about 280) that the clinician says before anybody else in the "
    "talk has, each counted once, unless they are explained: one of the term's plain words in the list is said "
    "by the clinician in that turn or within three turns before or after it, or that turn has a phrase that "
    "explains (“which means”, “what we call”, “in other words” …; explaining.toml).",
    formula="number of terms without explanation",
    unit="count",
    shape=Rate,
    source="our_judgement",
    not_for="It cannot see what this patient knows, words that are not on the list, nor whether the explanation "
    "was understood. 0 found is not 0 said.",
    empty="there is nothing to count",
    needs=(Need.CLINICIAN,),
    examples=(
        Example(
            """
            C: Your creatinine has gone up a little.
            P: Is that bad?
            C: It shows how your kidneys are doing, and they are working harder.
            P: I see.
            C: I would like to start a diuretic, and there is some peripheral oedema.
            """,
            3,
            "Creatinine is explained two turns later; diuretic, peripheral and oedema are not.",
        ),
        Example(
            """
            P: They told me it was hypertension.
            C: Hypertension, yes. How long have you had it?
            P: Two years.
            C: You have a benign lump. It is harmless.
            P: Thank you.
            """,
            0,
            "The patient said the first one; the second is explained at once.",
        ),
        Example(
            """
            C: This is what we call a biopsy.
            P: All right.
            C: After the biopsy comes an angiogram.
            P: Goodness.
            C: And then the angiogram goes to the team.
            """,
            1,
            "“What we call” explains the biopsy; the angiogram counts once.",
        ),
    ),
    compute=_compute,
)

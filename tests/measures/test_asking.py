"""Asking: rows of questions beside a slow way through every outcome; words that ask for more."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings

from openrapport.encounter import Role
from openrapport.flow import Flow
from openrapport.flow.rows import GIVES_BACK, QUESTIONS, find_rows
from openrapport.measures import measure_named, measure_one
from openrapport.measures.examples import talk
from small_talks import talks


def value(name: str, *lines: str) -> float | None:
    return measure_one(measure_named(name), Flow(talk("\n".join(lines)))).value


@settings(max_examples=60)
@given(talks(turns=9))
def test_rows_beside_every_outcome(text: str) -> None:
    flow = Flow(talk(text))
    asks, gives = flow.p(*QUESTIONS), flow.p(*GIVES_BACK)
    holds = [list(hold.turns) for hold in flow.holds if hold.role is Role.CLINICIAN]
    bare = [float(asks[turns].max() * (1 - gives[turns].max())) for turns in holds]
    fast = sum(one.asks * one.in_row for one in find_rows(flow))
    assert fast == pytest.approx(expected_in_rows(bare))


def expected_in_rows(bare: list[float]) -> float:
    """The mean number of holds in runs of three or more, over every way the holds can be."""
    total = 0.0
    for outcome in product((True, False), repeat=len(bare)):
        weight = 1.0
        for is_bare, p in zip(outcome, bare, strict=True):
            weight *= p if is_bare else 1 - p
        runs = "".join("b" if is_bare else " " for is_bare in outcome).split()
        total += weight * sum(len(run) for run in runs if len(run) >= 3)
    return total


@given(talks())
def test_shares_of_asking_are_shares(text: str) -> None:
    flow = Flow(talk(text))
    names = "open_question_share questions_in_a_row patient_question_share complex_reflection_share".split()
    for name in (*names, "patient_question_unanswered"):
        one = measure_one(measure_named(name), flow)
        assert one.value is None or 0 <= one.value <= 1


BEFORE = ("C: Hello.", "P: Hello to you too.", "C: Sit down.", "P: I will.")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Is there something else you want to address?", 1),
        ("Anything else?", 0),
        ("Any other worries today?", 0),
        ("Are there some other concerns you have?", 1),
        ("Was there anything else that I could do?", 0),
        ("Anything else? Something else?", 0.5),
        ("Is there anything else that makes it worse?", None),
        ("Asthma, or anything else?", None),
        ("There is something else going on.", None),
    ],
)
def test_something_or_anything_else(text: str, share: float | None) -> None:
    assert value("something_else", *BEFORE, f"C: {text}") == share


@pytest.mark.parametrize(
    ("text", "set_here"),
    [
        ("What would you like to talk about today?", 1),
        ("Where should we start?", 1),
        ("Where would you like to begin?", 1),
        ("What's on your list?", 1),
        ("What would make this visit useful for you?", 1),
        ("What is most important to you today?", 1),
        ("What brings you here?", 0),
        ("What did you talk about with her?", 0),
        ("First your back, then the tablets. {signpost 0.5}", 0.5),
    ],
)
def test_the_agenda_asked_for_or_said(text: str, set_here: float) -> None:
    assert value("agenda_set", *BEFORE, f"C: {text}") == set_here


def test_a_companions_question_is_not_the_patients() -> None:
    lines = (*BEFORE, "K: Is it serious? {patient_question}", "C: Any fever? {question_closed}")
    assert value("patient_question_share", *lines) == 0
    assert value("patient_question_unanswered", *lines) is None


def test_doubtful_codes_count_by_their_probability() -> None:
    lines = (*BEFORE, "C: How was it? {question_open 0.8, question_closed 0.2}")
    assert value("open_question_share", *lines) == pytest.approx(0.8)
    assert value("reflections_per_question", *lines) == 0

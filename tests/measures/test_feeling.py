"""Feeling: the shares agree with each other and with the chains."""

from __future__ import annotations

import pytest
from hypothesis import given

from openrapport.flow import Flow
from openrapport.measures import Rate, measure_named, measure_one
from openrapport.measures.examples import talk
from small_talks import talks

KINDS = ("feeling_explored", "feeling_acknowledged", "feeling_consoled")


def figures(text: str, *names: str) -> list[float | None]:
    flow = Flow(talk(text))
    return [measure_one(measure_named(name), flow).value for name in names]


@given(talks())
def test_answered_and_passed_over_are_all(text: str) -> None:
    answered, passed = figures(text, "feeling_answered", "feeling_passed_over")
    assert (answered is None) == (passed is None)
    if answered is not None and passed is not None:
        assert answered + passed == pytest.approx(1)


@given(talks())
def test_each_kind_is_part_of_the_answered(text: str) -> None:
    answered, *kinds = figures(text, "feeling_answered", *KINDS)
    for kind in kinds:
        assert (kind is None) == (answered is None)
        assert kind is None or answered is None or -1e-9 <= kind <= answered + 1e-9


@given(talks(sure=True))
def test_a_persons_codes_give_whole_counts(text: str) -> None:
    flow = Flow(talk(text))
    for name in ("feeling_answered", "feeling_passed_over", "went_on", "openings", *KINDS):
        shape = measure_one(measure_named(name), flow).shape
        if isinstance(shape, Rate):
            assert shape.count == pytest.approx(round(shape.count))
            assert shape.exposure == pytest.approx(round(shape.exposure))


@given(talks())
def test_latency_is_one_or_two(text: str) -> None:
    (latency,) = figures(text, "answer_latency")
    assert latency in (None, 1, 1.5, 2)


def test_doubtful_openings_weigh_less() -> None:
    sure = "C: Well?\nP: I'm scared of it. {concern}\nC: Any fever? {question_closed}"
    doubtful = "P: My leg aches. {pain 0.25}\nC: Is the leg worse? {question_closed}\nP: At night it is."
    (answered,) = figures(f"{sure}\n{doubtful}", "feeling_answered")
    assert answered == pytest.approx(0.25 / 1.25)


def test_a_companions_worry_is_not_the_patients() -> None:
    lines = "C: Well?\nP: Fine.\nK: I worry about him. {concern}\nC: I understand. {empathy}\nP: Good."
    assert figures(lines, "openings", "feeling_answered") == [0, None]

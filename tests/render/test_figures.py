"""How measurements are said: no finer than they are known."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.measures import Likeness, Measure, Measurement, Rate, Shape, Spread
from openrapport.render.figures import figure, nothing_to_count, of_how_many, parts, untested

COUNT = Rate(2.7, 1.0, (1, 2, 5))


def made(shape: Shape | None, unit: str = "share", **rest: Any) -> Measurement:
    measure = Measure(
        family="floor",
        question="How much of the talk was the patient's?",
        definition="",
        formula="",
        unit=unit,  # type: ignore[arg-type] # units are given by name here
        shape=type(shape) if shape else Rate,
        source="our_judgement",
        not_for="",
        empty="no advice was given",
        examples=(),
        compute=lambda flow: COUNT,
        name="made",
    )
    value = shape.value if shape else None
    if value is not None and "low" not in rest:
        rest |= {"low": value, "high": value}
    return Measurement(measure, shape, value, **rest)


@pytest.mark.parametrize(
    ("unit", "shape", "ends", "said"),
    [
        ("count", COUNT, (1.8, 4.2), "about 3 (2 to 4)"),
        ("count", COUNT, (2.6, 2.9), "about 3"),
        ("count", Rate(0.0, 1.0, ()), (0.0, 0.0), "none"),
        ("count", Rate(0.3, 1.0, ()), (0.0, 1.4), "hardly any, or none (0 to 1)"),
        ("share", Rate(58.2, 100.0, ()), None, "58 %"),
        ("share", Rate(0.402, 1.0, ()), (0.25, 0.57), "about 40 % (25 to 57 %)"),
        ("share", Rate(0.3, 1.0, ()), (0.02, 0.9), "not sure enough to say (somewhere from 2 to 90 %)"),
        ("share", Rate(0.0, 9.0, ()), (0.0, 0.12), "hardly any, or none (0 to 12 %)"),
        ("words", Spread((4, 4, 9, 17, 17), (0, 1, 2, 3, 4)), None,
         "median 9 words (half of them between 4 and 17)"),
        ("words", Spread((1.0,), (0,)), None, "median 1 word (a single one)"),
        ("seconds", Spread((0.21, 0.34, 0.46, 1.26), (0, 1, 2, 3)), None,
         "median 0.4 s (half of them between 0.3 and 0.9)"),
        ("seconds", Spread((-0.04, 0.02), (0, 1)), None, "median 0 s"),
        ("per question", Rate(8.0, 10.0, ()), (0.52, 1.13), "about 0.8 per question (0.5 to 1.1)"),
        ("per 10 minutes", Rate(12.4, 1.0, ()), (9.1, 16.0), "about 12 in 10 minutes (9 to 16)"),
        ("per 1000 words", Rate(2.7, 1.0, ()), (1.6, 4.4), "about 3 in 1,000 words (2 to 4)"),
        ("ratio", Rate(1.33, 1.0, ()), (0.94, 1.81), "about 1.3 (0.9 to 1.8)"),
        ("turns", Rate(1.0, 1.0, ()), None, "1 turn"),
        ("words", Rate(1204.0, 1.0, ()), None, "1,204 words"),
        ("grade", Rate(6.2, 1.0, ()), None, "school grade 6"),
    ],
)  # fmt: skip
def test_a_figure_is_said_no_finer_than_it_is_known(
    unit: str, shape: Shape, ends: tuple[float, float] | None, said: str
) -> None:
    rest = {} if ends is None else {"low": ends[0], "high": ends[1]}
    assert figure(made(shape, unit, **rest)) == said


@pytest.mark.parametrize(
    ("observed", "said"),
    [
        (0.9, "more alike than by chance"),
        (0.55, "no more alike than by chance"),
        (0.1, "less alike than by chance"),
    ],
)
def test_a_likeness_is_said_beside_what_chance_gives(observed: float, said: str) -> None:
    shape = Likeness(observed, tuple(0.5 + 0.01 * step for step in range(11)))
    low, high = shape.interval()
    whole = figure(made(shape, "likeness", low=low, high=high))
    assert whole == f"{said} (likeness {observed:.2f}; with the turns shuffled, 0.50 to 0.60)"


def test_nothing_to_count_is_not_the_same_as_not_measurable() -> None:
    none = made(None, missing="no advice was given")
    cannot = made(None, missing="it gives no times")
    assert figure(none) == "nothing to count: no advice was given"
    assert figure(cannot) == "not measurable from this file, because it gives no times"
    assert nothing_to_count(none) and not nothing_to_count(cannot)
    assert parts(none).main == "nothing to count"
    assert parts(cannot).more == "because it gives no times"


def test_a_share_says_of_how_many() -> None:
    sure = made(Rate(3.0, 7.0, (), share=True))
    unsure = made(Rate(3.2, 6.8, (), 0.4, 0.3, share=True))
    assert of_how_many(sure) == "3 of 7"
    assert of_how_many(unsure) == "about 3 of about 7"
    assert of_how_many(made(Rate(900.0, 1500.0, (), share=True))) == ""
    assert of_how_many(made(COUNT, "count")) == ""


def test_untested_acts_are_named_in_plain_words() -> None:
    assert untested(made(COUNT, "count")) == ""
    said = untested(made(COUNT, "count", untested=("question_open",)))
    assert said == "this coder was tested on too few real cases of: asked openly"


@given(st.floats(0, 50), st.floats(0, 10), st.floats(0, 10))
def test_counts_are_never_said_with_decimals(value: float, down: float, up: float) -> None:
    one = made(Rate(value, 1.0, ()), "count", low=max(0.0, value - down), high=value + up)
    assert "." not in figure(one)


def test_a_range_that_rounds_to_one_number_is_not_said_twice() -> None:
    assert figure(made(Rate(0.2, 1.0, ()), "count", low=0.0, high=0.4)) == "hardly any, or none"
    assert figure(made(Rate(1.0, 1.0, ()), "per turn", low=0.6, high=1.5)) == "about 1 per turn (0.6 to 1.5)"

"""The shapes: values, intervals, pooling; the closed forms beside slow simulation."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.measures import Case, Likeness, Rate, Spread
from openrapport.measures.shapes import around, wilson

p = st.integers(0, 100).map(lambda n: n / 100)
cases = st.lists(st.builds(Case, st.integers(0, 99), p, p, st.floats(0.1, 30)), min_size=1, max_size=30)


def test_a_share_of_certain_cases_is_a_point() -> None:
    rate = Rate.of([Case(0, 1), Case(2, 0), Case(4, 1), Case(6, 1)])
    assert (rate.count, rate.exposure, rate.value, rate.turns) == (3, 4, 0.75, (0, 4, 6))
    assert rate.interval() == (0.75, 0.75)


def test_a_share_weighs_its_cases() -> None:
    assert Rate.of([Case(0, 1, size=30), Case(1, 0, size=10)]).value == 0.75


def test_nothing_to_count_is_no_value() -> None:
    assert Rate.of([]).value is None
    assert Rate.per([0.5], 0).value is None
    assert Rate.ratio([0.9], [0.3]).value is None
    assert Spread((), ()).value is None
    assert Likeness(0.5, ()).value is None


def test_a_doubtful_count_has_room_around_it() -> None:
    low, high = Rate.per([0.5] * 16, 1).interval()
    assert low < 8 < high
    assert high - low == pytest.approx(2 * 1.96 * 2, rel=0.1)


def test_dispersion_widens() -> None:
    rate = Rate.per([0.4] * 20, 10)
    narrow, wide = rate.interval(1), rate.interval(4)
    assert wide[0] < narrow[0] < narrow[1] < wide[1]


def test_pooling_adds_counts_and_exposures() -> None:
    both = Rate.of([Case(0, 1), Case(1, 0)]) + Rate.of([Case(0, 1)])
    assert (both.count, both.exposure, both.share) == (2, 3, True)


@pytest.mark.parametrize(
    ("values", "weights", "median"),
    [((3, 1, 2), (), 2), ((4, 1, 2, 3), (), 2.5), ((1, 9), (1, 0.1), 1), ((5,), (), 5)],
)
def test_medians(values: tuple[float, ...], weights: tuple[float, ...], median: float) -> None:
    assert Spread(values, tuple(range(len(values))), weights).value == median


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=40))
def test_the_median_is_numpys(values: list[float]) -> None:
    assert Spread(tuple(values), ()).value == pytest.approx(float(np.median(values)))


@given(cases)
def test_a_share_lies_in_its_interval_and_between_0_and_1(found: list[Case]) -> None:
    rate = Rate.of(found)
    if rate.value is not None:
        low, high = rate.interval()
        assert 0 <= low <= rate.value + 1e-9
        assert rate.value - 1e-9 <= high <= 1


@given(st.lists(p, min_size=1, max_size=40), st.lists(p, min_size=1, max_size=40))
def test_a_ratio_lies_in_its_interval(hits: list[float], others: list[float]) -> None:
    rate = Rate.ratio(hits, others)
    if rate.value is not None:
        low, high = rate.interval()
        assert 0 <= low <= rate.value <= high


def test_the_variance_of_a_share_is_that_of_a_slow_simulation() -> None:
    random = np.random.default_rng(3)
    chance, hit = random.random(60), random.random(60)
    rate = Rate.of([Case(i, h, c) for i, (h, c) in enumerate(zip(hit, chance, strict=True))])
    there = random.random((20000, 60)) < chance
    counted = there & (random.random((20000, 60)) < hit)
    simulated = counted.sum(1) / there.sum(1)
    low, high = rate.interval()
    assert rate.value == pytest.approx(simulated.mean(), abs=0.005)
    assert np.mean((simulated >= low) & (simulated <= high)) == pytest.approx(0.95, abs=0.015)


def test_the_interval_of_a_count_holds_95_of_100_true_counts() -> None:
    random = np.random.default_rng(4)
    p = random.random(50) * 0.6
    low, high = Rate.per(p, 1).interval()
    true = (random.random((20000, 50)) < p).sum(1)
    assert np.mean((true >= math.floor(low)) & (true <= math.ceil(high))) >= 0.95


def test_wilson_is_wilsons() -> None:
    # 8 of 10, by hand from Wilson's formula at z = 1.96
    assert wilson(0.8, 0.8 * 0.2 / 10) == pytest.approx((0.4901625, 0.9433178), abs=1e-5)


def test_around_is_close_to_a_gamma() -> None:
    random = np.random.default_rng(5)
    drawn = random.gamma(4**2 / 3, 3 / 4, 200_000)  # mean 4, variance 3
    assert around(4, 3) == pytest.approx(tuple(np.quantile(drawn, [0.025, 0.975])), rel=0.02)


def test_likeness_is_what_chance_does_not_explain() -> None:
    likeness = Likeness(0.5, tuple(np.linspace(0.1, 0.3, 101)))
    assert likeness.value == pytest.approx(0.3)
    assert likeness.interval() == pytest.approx((0.205, 0.395))

"""Figures drawn small keep within their edges and carry their words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from test_figures import made

from openrapport.measures import Likeness, Rate, Shape, Spread
from openrapport.render.figures import figure
from openrapport.render.interval import WIDTH, drawn
from openrapport.render.svg import element, text

AMOUNT = st.floats(0, 5000)


def circle(svg: str) -> float:
    found = re.search(r'<circle class="dt[^"]*" cx="([\d.]+)"', svg)
    assert found
    return float(found[1])


@given(AMOUNT, AMOUNT, AMOUNT, st.sampled_from(["count", "ratio", "words", "per turn"]))
def test_a_rate_lies_within_its_scale(one: float, two: float, three: float, unit: str) -> None:
    low, value, high = sorted((one, two, three))
    measured = made(Rate(value, 1.0, ()), unit, low=low, high=high)
    assert 0 < circle(drawn(measured)) < WIDTH


@given(st.lists(st.floats(-60, 600), min_size=1, max_size=30))
def test_a_spread_lies_within_its_scale(values: list[float]) -> None:
    shape = Spread(tuple(values), tuple(range(len(values))))
    low, high = shape.interval()
    assert 0 < circle(drawn(made(shape, "seconds", low=low, high=high))) < WIDTH


def test_a_drawing_says_the_figure_in_words() -> None:
    shapes: tuple[tuple[Shape, str], ...] = (
        (Rate(0.4, 1.0, (), share=True), "share"),
        (Likeness(0.3, (0.1, 0.2, 0.3)), "likeness"),
    )
    for shape, unit in shapes:
        one = made(shape, unit, low=0.1, high=0.5)
        assert f'role="img" aria-label="{figure(one)}"' in drawn(one)


def test_what_is_not_sure_is_drawn_hollow_and_what_is_missing_not_at_all() -> None:
    assert "dt faint" in drawn(made(Rate(0.4, 1.0, ()), low=0.1, high=0.9))
    assert "dt faint" not in drawn(made(Rate(0.4, 1.0, ()), low=0.3, high=0.5))
    assert drawn(made(None, missing="it gives no times")) == ""


def test_markup_is_escaped() -> None:
    assert element("a", text("<b>"), href='"x"', klass="k") == '<a href="&quot;x&quot;" class="k">&lt;b&gt;</a>'

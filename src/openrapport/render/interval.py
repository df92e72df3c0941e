"""A figure drawn small: where it lies, and between which values."""

from __future__ import annotations

import math
from collections.abc import Iterator

from markupsafe import Markup

from openrapport.measures import Likeness, Measurement, Spread
from openrapport.render.figures import TOO_WIDE, chance_range, figure
from openrapport.render.svg import element, picture, text

WIDTH, HEIGHT, PAD, LINE = 240.0, 34.0, 6.0, 11.0  # in the drawing's own units
TINY = 1e-6  # what is drawn as nothing


def drawn(one: Measurement) -> Markup:
    """The drawing of a figure, with the figure in words as its text alternative; empty where it is missing."""
    if one.value is None or one.low is None or one.high is None:
        return Markup("")
    if isinstance(one.shape, Likeness):
        inside = _likeness(one.shape)
    elif isinstance(one.shape, Spread):
        inside = _spread(one, one.shape)
    else:
        inside = _on_scale(one, one.value, one.low, one.high)
    return picture(WIDTH, HEIGHT, figure(one), inside, klass="iv")


def _on_scale(one: Measurement, value: float, low: float, high: float) -> Iterator[str]:
    least = 1.0 if one.measure.unit in ("share", "count") else 0.0
    end = _round_end(max(high, value, least))
    yield from _axis(one, 0.0, end)
    yield from _range(low / end, high / end)
    yield _dot(value / end, faint=one.measure.unit == "share" and high - low > TOO_WIDE)


def _spread(one: Measurement, shape: Spread) -> Iterator[str]:
    low, middle, high = (shape.quantile(q) or 0.0 for q in (0.25, 0.5, 0.75))
    start = 0.0 if min(shape.values) >= 0 else -_round_end(-min(shape.values))
    end = _round_end(max(high * 1.6, (shape.quantile(0.9) or 0.0), 1e-9))
    breadth = end - start
    yield from _axis(one, start, end)
    yield _band((low - start) / breadth, (high - start) / breadth)
    yield from _range(((one.low or 0.0) - start) / breadth, ((one.high or 0.0) - start) / breadth)
    yield _dot((middle - start) / breadth)


def _likeness(shape: Likeness) -> Iterator[str]:
    low, high = chance_range(shape)
    start = math.floor(min(low, shape.observed, 0.0) * 10) / 10
    end = math.ceil(max(high, shape.observed, 0.1) * 10) / 10
    breadth = end - start
    yield _line(0.0, 1.0, "ax")
    yield _words(PAD, f"{start:g}".replace("-", "−"), "start")
    yield _words(WIDTH - PAD, f"{end:g}", "end")
    yield _band((low - start) / breadth, (high - start) / breadth)
    middle = _x(((low + high) / 2 - start) / breadth)
    yield _words(min(max(middle, 60.0), WIDTH - 60.0), "by chance", "middle")
    yield _dot((shape.observed - start) / breadth)


def _axis(one: Measurement, start: float, end: float) -> Iterator[str]:
    yield _line(0.0, 1.0, "ax")
    if start < 0:
        yield element("path", klass="ax", d=f"M{_x(-start / (end - start)):.1f} {LINE - 5}v10")
    after = 100.0 if one.measure.unit == "share" else 1.0
    yield _words(PAD, _end(start * after, one), "start")
    yield _words(WIDTH - PAD, _end(end * after, one), "end")


def _end(value: float, one: Measurement) -> str:
    said = f"{value:,g}".replace("-", "−")
    return f"{said} %" if one.measure.unit == "share" else said


def _range(low: float, high: float) -> Iterator[str]:
    if high > low:
        yield _line(low, high, "rg")


def _line(low: float, high: float, kind: str) -> str:
    return element("path", klass=kind, d=f"M{_x(low):.1f} {LINE}H{_x(high):.1f}")


def _band(low: float, high: float) -> str:
    left, right = _x(low), _x(high)
    return element("rect", klass="bd", x=left, y=LINE - 7, width=max(1.0, right - left), height=14)


def _dot(at: float, faint: bool = False) -> str:
    return element("circle", klass="dt faint" if faint else "dt", cx=_x(at), cy=LINE, r=4.5)


def _words(x: float, words: str, anchor: str) -> str:
    return element("text", text(words), x=x, y=HEIGHT - 3, text_anchor=anchor)


def _x(share: float) -> float:
    return PAD + max(0.0, min(1.0, share)) * (WIDTH - 2 * PAD)


def _round_end(value: float) -> float:
    """The next of 1, 2, 3, 5, 10 … at or above a value."""
    if value <= TINY:
        return 1.0
    size = 10.0 ** math.floor(math.log10(value))
    return float(next(step * size for step in (1, 2, 3, 5, 10) if step * size >= value * 0.999))

"""What a recogniser's wrong speaker labels do to each measure, and how far that widens its interval.

``label_error.toml`` is made by ``training/label_error.py`` from visits that were transcribed both by people
and by a recogniser: per measure the root mean square of the change (of the value for shares and likeness, of
its logarithm for all else) when the recogniser's labels are put on the words in place of the people's.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from openrapport.measures.definition import Measure
from openrapport.measures.shapes import Z

ON_THE_SCALE = ("share", "likeness")


@cache
def label_error() -> Mapping[str, float]:
    """Per measure the root mean square change; "other" holds the median for measures never seen to change."""
    text = resources.files("openrapport.measures").joinpath("label_error.toml").read_text("utf-8")
    return {str(name): float(size) for name, size in tomllib.loads(text)["change"].items()}


def widen(measure: Measure, value: float, low: float, high: float) -> tuple[float, float]:
    """The interval with the label error added, in squares, to its arms."""
    reach = Z * label_error().get(measure.name, label_error()["other"])
    if measure.unit in ON_THE_SCALE:
        wide_low, wide_high = value - math.hypot(value - low, reach), value + math.hypot(high - value, reach)
        return (max(0.0, wide_low), min(1.0, wide_high)) if measure.unit == "share" else (wide_low, wide_high)
    down, up = value * (1 - math.exp(-reach)), value * (math.exp(reach) - 1)
    return value - math.hypot(value - low, down), value + math.hypot(high - value, up)

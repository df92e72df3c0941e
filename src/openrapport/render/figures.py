"""Figures in words: no finer than they are known, never without their interval, never 0 for "cannot tell"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from openrapport.measures import Likeness, Measurement, Rate, Spread
from openrapport.render import plain

TOO_WIDE = 0.5  # a share that may lie anywhere in half of the scale is not said as one (our judgement)
NOTHING = "nothing to count"
NOT_MEASURABLE = "not measurable from this file"
_AFTER = {
    "share": " %",
    "seconds": " s",
    "per question": " per question",
    "per 10 minutes": " in 10 minutes",
    "per 1000 words": " in 1,000 words",
    "per turn": " per turn",
}
_COUNTED = ("words", "turns", "count", "grade")
_NOUNS = {"words": ("word", "words"), "turns": ("turn", "turns")}
_BEFORE = {"grade": "school grade "}


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement in words.

    main     "about 40 %", "median 9 words", "nothing to count"
    between  "25 to 57 %", or "" for what is counted without a coder
    more     what goes with it: "half of them between 4 and 17"; for what is missing, why
    """

    main: str
    between: str = ""
    more: str = ""

    def __str__(self) -> str:
        inside = "; ".join(part for part in (self.between, self.more) if part)
        return f"{self.main} ({inside})" if inside else self.main


def figure(one: Measurement) -> str:
    """A measurement in a line: "about 40 % (25 to 57 %)", "nothing to count: no advice was given"."""
    if not one.missing:
        return str(parts(one))
    if nothing_to_count(one):
        return f"{NOTHING}: {one.missing}"
    return f"{NOT_MEASURABLE}, because {one.missing}"


def nothing_to_count(one: Measurement) -> bool:
    """Whether a missing figure is missing because there was nothing to count, not for want in the file."""
    return bool(one.missing) and one.missing == one.measure.empty


def parts(one: Measurement) -> Figure:
    """A measurement in words, in its parts."""
    if one.missing:
        return Figure(NOTHING, more=one.missing) if nothing_to_count(one) else _cannot(one)
    if isinstance(one.shape, Likeness):
        return _likeness(one, one.shape)
    main, between = _about(one)
    if isinstance(one.shape, Spread):
        return Figure(f"median {main}", between, _half(one, one.shape))
    return Figure(main, between)


def _cannot(one: Measurement) -> Figure:
    return Figure(NOT_MEASURABLE, more=f"because {one.missing}")


def _about(one: Measurement) -> tuple[str, str]:
    value, low, high = _ends(one)
    number = _speller(one.measure.unit, high - low, value)
    main = number(value)
    if low == high:
        return "none" if value == 0 and one.measure.unit == "count" else _with_unit(one.measure.unit, main), ""
    between = _with_unit(one.measure.unit, f"{number(low)} to {number(high)}", plain_range=True)
    if one.measure.unit == "share" and high - low > TOO_WIDE:
        return "not sure enough to say", f"somewhere from {between}"
    if main in ("0", "under 1") and isinstance(one.shape, Rate):
        return "hardly any, or none", between if number(low) != number(high) else ""
    about = "about " + _with_unit(one.measure.unit, main)
    return (about, between) if number(low) != number(high) else (about, "")


def _ends(one: Measurement) -> tuple[float, float, float]:
    if one.value is None or one.low is None or one.high is None:
        raise ValueError(f"{one.name} has no figure to say")
    return one.value, one.low, one.high


def _speller(unit: str, width: float, value: float) -> Callable[[float], str]:
    """How numbers of this unit are written: no finer than the interval, or one decimal below 10."""
    if unit == "share":
        return lambda number: "under 1" if 0 < number < 0.005 else _tidy(f"{100 * number:.0f}")
    if unit in _COUNTED or width >= 2 or abs(value) >= 10:
        return lambda number: _tidy(f"{number:,.0f}")
    return lambda number: _tidy(f"{number:.1f}")


def number(unit: str, value: float, beside: float | None = None) -> str:
    """A bare value with its unit, "40 %", written as finely as the one that it stands beside."""
    return _with_unit(unit, _speller(unit, 0.0, value if beside is None else beside)(value))


def _tidy(number: str) -> str:
    whole = number.removesuffix(".0")
    return "0" if whole == "-0" else whole


def _with_unit(unit: str, number: str, plain_range: bool = False) -> str:
    if unit in _NOUNS:
        one, many = _NOUNS[unit]
        return number if plain_range else f"{number} {one if number == '1' else many}"
    if plain_range:
        return f"{number} %" if unit == "share" else number
    return f"{_BEFORE.get(unit, '')}{number}{_AFTER.get(unit, '')}"


def _half(one: Measurement, shape: Spread) -> str:
    low, high = shape.quantile(0.25), shape.quantile(0.75)
    if low is None or high is None or len(shape.values) < 4:
        return "" if len(shape.values) != 1 else "a single one"
    number = _speller(one.measure.unit, 0.0, max(abs(low), abs(high)))
    if number(low) == number(high):
        return ""
    return f"half of them between {number(low)} and {number(high)}"


def _likeness(one: Measurement, shape: Likeness) -> Figure:
    _, low, high = _ends(one)
    by_chance = chance_range(shape)
    said = "no more alike than by chance"
    if low > 0:
        said = "more alike than by chance"
    elif high < 0:
        said = "less alike than by chance"
    chance = f"with the turns shuffled, {_signed(by_chance[0])} to {_signed(by_chance[1])}"
    return Figure(said, f"likeness {_signed(shape.observed)}", chance)


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def chance_range(shape: Likeness) -> tuple[float, float]:
    """Between which values the shuffled likeness lies, 95 times in 100."""
    low, high = shape.interval()
    return shape.observed - high, shape.observed - low


def of_how_many(one: Measurement) -> str:
    """What a share of occasions stands on: "about 3 of about 7"; "" for what is not such a share."""
    shape = one.shape
    if not isinstance(shape, Rate) or not shape.share or one.value is None or shape.exposure > 100:
        return ""
    about = "about " if shape.count_variance > 0 else ""
    if about and shape.count < 0.5:
        return f"hardly any of about {max(1.0, shape.exposure):.0f}"
    of = "about " if shape.exposure_variance > 0 else ""
    return f"{about}{shape.count:.0f} of {of}{shape.exposure:.0f}"


def untested(one: Measurement) -> str:
    """What is said where a figure stands on acts that its coder was hardly tested on; "" where there are none."""
    if not one.untested:
        return ""
    return f"this coder was tested on too few real cases of: {plain.acts_words(one.untested)}"

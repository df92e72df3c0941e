"""Measuring: every measure over one flow, each a figure with its interval or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from openrapport.coding import CodedEncounter
from openrapport.flow import Flow, NotMeasurable
from openrapport.flow.flow import FEWEST_TURNS
from openrapport.measures.definition import Measure, all_measures
from openrapport.measures.label_error import widen
from openrapport.measures.shapes import Rate, Shape


@dataclass(frozen=True)
class Measurement:
    """One measure of one encounter. `missing` completes "not measurable from this file, because …".

    value, low, high  None exactly where `missing` says why
    untested          acts that it stands on and on which this coder was not tested with enough cases
    """

    measure: Measure
    shape: Shape | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    missing: str = ""
    untested: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The measure's name."""
        return self.measure.name

    @property
    def turns(self) -> tuple[int, ...]:
        """The turns that were counted."""
        return self.shape.turns if self.shape else ()


@dataclass(frozen=True)
class Measurements:
    """Every measure of one encounter, in the order of families and names."""

    all: tuple[Measurement, ...]

    def __iter__(self) -> Iterator[Measurement]:
        return iter(self.all)

    def __getitem__(self, name: str) -> Measurement:
        return next(one for one in self.all if one.name == name)

    def of_family(self, family: str) -> tuple[Measurement, ...]:
        """Those of one family."""
        return tuple(one for one in self.all if one.measure.family == family)


def measure(coded: CodedEncounter | Flow) -> Measurements:
    """Every measure of a coded encounter."""
    flow = coded if isinstance(coded, Flow) else Flow(coded)
    return Measurements(tuple(measure_one(one, flow) for one in all_measures().values()))


def measure_one(one: Measure, flow: Flow) -> Measurement:
    """One measure of one flow."""
    try:
        if len(flow.turns) < FEWEST_TURNS:
            raise NotMeasurable(f"it has only {len(flow.turns)} turns")
        for need in one.needs:
            need.check(flow)
        shape = one.compute(flow)
    except NotMeasurable as reason:
        return Measurement(one, missing=str(reason))
    return _figure(one, shape, flow)


def _figure(one: Measure, shape: Shape, flow: Flow) -> Measurement:
    untested = tuple(act for act in one.acts if not _heard(flow, act))
    if shape.value is None:
        return Measurement(one, shape, missing=one.empty, untested=untested)
    dispersion = max((flow.coded.card.reliability(act).dispersion for act in one.acts), default=1.0)
    low, high = shape.interval(dispersion)
    if flow.encounter.origin.recogniser and one.speakers:
        low, high = widen(one, shape.value, low, high)
    return Measurement(one, shape, shape.value, low, high, untested=untested)


def _heard(flow: Flow, act: str) -> bool:
    card = flow.coded.card
    return card.by_people or card.reliability(act).tested


def row(one: Measurement) -> dict[str, object]:
    """One measurement as a flat record, the line that `measure --format jsonl` writes."""
    shape = one.shape
    return {
        "measure": one.name,
        "family": one.measure.family,
        "shape": one.measure.shape.__name__.lower(),
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "count": shape.count if isinstance(shape, Rate) else None,
        "exposure": shape.exposure if isinstance(shape, Rate) else None,
        "unit": one.measure.unit,
        "turns": list(one.turns),
        "missing": one.missing or None,
    }

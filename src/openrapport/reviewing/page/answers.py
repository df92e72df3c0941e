"""The figures as the page shows them: the question, the answer with its range, and how it was computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from openrapport.measures import Measurement, Measurements
from openrapport.render import figures, plain
from openrapport.render.interval import drawn
from openrapport.reviewing.review import Review
from openrapport.sources import cite


@dataclass(frozen=True)
class Answer:
    """One figure. `rows` are the terms and texts under "How was this computed?"."""

    anchor: str
    question: str
    said: figures.Figure
    of: str
    picture: Markup
    care: str
    rows: tuple[tuple[str, str], ...]
    turns: tuple[int, ...]


@dataclass(frozen=True)
class Family:
    """The figures of one family."""

    anchor: str
    title: str
    about: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Changed:
    """A figure before and after the reader's corrections."""

    anchor: str
    question: str
    before: str
    after: str


def families(measured: Measurements) -> tuple[Family, ...]:
    """Every family that has something to say; what the file cannot tell stands elsewhere."""
    found = []
    for name, heading in plain.FAMILIES.items():
        told = [one for one in measured.of_family(name) if _told(one)]
        title, _, about = heading.partition(": ")
        if told:
            found.append(Family(name.replace("_", "-"), title, about, tuple(map(_answer, told))))
    return tuple(found)


def _told(one: Measurement) -> bool:
    return not one.missing or figures.nothing_to_count(one)


def _answer(one: Measurement) -> Answer:
    return Answer(
        anchor(one.name),
        one.measure.question,
        figures.parts(one),
        figures.of_how_many(one),
        drawn(one),
        figures.untested(one),
        tuple(_rows(one)),
        one.turns,
    )


def anchor(name: str) -> str:
    """Where a measure stands on the page."""
    return "m-" + name.replace("_", "-")


def _rows(one: Measurement) -> Iterable[tuple[str, str]]:
    measure = one.measure
    yield "How it is counted", plain.without_ids(measure.definition)
    yield "In symbols", plain.without_ids(measure.formula)
    yield "After", str(cite(measure.source))
    yield "What it is not for", plain.without_ids(measure.not_for)
    if measure.acts:
        yield "Acts that it rests on", plain.acts_words(measure.acts)
    if one.value is not None and one.low != one.high:
        yield "The range", _range(measure.shape.__name__)


def _range(shape: str) -> str:
    if shape == "Likeness":
        return "What the same turns give when they are shuffled, 95 times in 100."
    return "Where a trained person's own count of this file would lie, 95 times in 100."


def changes(review: Review) -> tuple[Changed, ...]:
    """What the reader's corrections changed, in words."""
    found = []
    for change in review.changes:
        measure = review.measurements[change.measure].measure
        before, after = (_value(measure.unit, value) for value in (change.before, change.after))
        found.append(Changed(anchor(change.measure), measure.question, before, after))
    return tuple(found)


def _value(unit: str, value: float | None) -> str:
    return figures.NOTHING if value is None else figures.number(unit, value)

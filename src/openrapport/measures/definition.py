"""A measure: a number with a meaning. One file each, in the folder of its family."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Literal

from openrapport.catalogue import members
from openrapport.errors import UnknownName
from openrapport.flow import Flow, Need
from openrapport.measures.shapes import Shape

Family = Literal["floor", "asking", "feeling", "sharing_power", "person", "words", "trust"]
Unit = Literal[
    "share",  # 0 to 1, shown as per cent
    "words",
    "seconds",
    "turns",
    "count",
    "per question",
    "per 10 minutes",
    "per 1000 words",
    "per turn",
    "ratio",
    "likeness",
    "grade",
]


IN_PROBABILITIES = (
    "Where a program coded, a turn counts with its probability: of several acts it has at least one with "
    "1 − Π(1 − p), and a hold of the floor has an act as surely as its likeliest turn. Who holds the floor, and "
    "which turns are named, is decided at 0.5; a feeling or pain less likely than 0.2 is not followed up."
)


@dataclass(frozen=True)
class Example:
    """A worked example: a small talk in the notation of `openrapport.measures.examples`, and the value.

    `value` None means "not measurable" or "nothing to count" in this talk; `why` says how the value comes about.
    """

    talk: str
    value: float | None
    why: str = ""


@dataclass(frozen=True)
class Measure:
    """What is asked, how it is counted, what it must not be used for, and the function that counts.

    question    in a person's words
    definition  how it is counted, in two or three sentences
    formula     the same in symbols
    unit        of the value
    shape       of what `compute` returns
    source      key of the bibliography for the idea or the definition
    not_for     what the number must not be used for
    empty       the reason given where nothing was there to count ("no advice was given")
    needs       of the file
    acts        whose coding it stands on: their dispersion widens its interval, their being untested is said
    speakers    whether it hangs on who spoke (a recogniser's label error then widens its interval)
    """

    family: Family
    question: str
    definition: str
    formula: str
    unit: Unit
    shape: type[Shape]
    source: str
    not_for: str
    empty: str
    examples: tuple[Example, ...]
    compute: Callable[[Flow], Shape]
    needs: tuple[Need, ...] = ()
    acts: tuple[str, ...] = ()
    speakers: bool = True
    name: str = ""


@cache
def all_measures() -> Mapping[str, Measure]:
    """Every measure, by name."""
    found = members("openrapport.measures", Measure)
    return MappingProxyType({name: replace(measure, name=name) for name, measure in found.items()})


def measure_named(name: str) -> Measure:
    """The measure of that name. Raises UnknownName."""
    try:
        return all_measures()[name]
    except KeyError:
        raise UnknownName(f"There is no measure '{name}'; `openrapport list measures` names them.") from None

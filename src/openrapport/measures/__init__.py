"""Numbers with a meaning, one file each, in the folder of their family."""

from openrapport.measures.definition import Example, Measure, all_measures, measure_named
from openrapport.measures.measuring import Measurement, Measurements, measure, measure_one, row
from openrapport.measures.shapes import Case, Likeness, Rate, Shape, Spread

__all__ = [
    "Case",
    "Example",
    "Likeness",
    "Measure",
    "Measurement",
    "Measurements",
    "Rate",
    "Shape",
    "Spread",
    "all_measures",
    "measure",
    "measure_named",
    "measure_one",
    "row",
]

"""The report of the example as a person has looked at it and found it good."""

from collections.abc import Callable
from pathlib import Path

import openrapport
from openrapport.reviewing.terminal import report_lines

EXAMPLE = Path(__file__).parents[2] / "examples" / "naren_first_visit.vtt"


def test_the_terminal_report_of_the_example(golden: Callable[[str, str], None]) -> None:
    review = openrapport.review(openrapport.code(openrapport.read(EXAMPLE)))
    golden("naren_first_visit.txt", "\n".join(report_lines(review)) + "\n")


def test_the_example_and_its_json_are_one_encounter() -> None:
    assert openrapport.read(EXAMPLE).turns == openrapport.read(EXAMPLE.with_suffix(".json")).turns

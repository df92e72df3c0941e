"""What CONTRIBUTING shows runs as it stands there."""

import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from openrapport.encounter import Role
from openrapport.flow import Flow
from openrapport.formats import Document, Format
from openrapport.measures import Measure, measure_one
from openrapport.measures.examples import talk

PAGE = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8")
THANKS, F4 = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)

VISIT = b"""Dr. Lee: What brings you in? #00:00:02-4#
Anna: My knee [laughs] hurts. #00:01:05-0#
"""


def shown(block: str) -> Any:
    """The member that a block of the page makes."""
    module = ModuleType("shown")
    exec(block, module.__dict__)
    return next(value for value in vars(module).values() if isinstance(value, Measure | Format))


@pytest.mark.parametrize("number", [0, 1])
def test_the_measure_it_shows_gives_what_its_examples_say(number: int) -> None:
    measure = shown(THANKS)
    example = measure.examples[number]
    assert measure_one(measure, Flow(talk(example.talk))).value == example.value


def test_the_format_it_shows_reads() -> None:
    document = Document("visit.txt", VISIT)
    f4 = shown(F4)
    assert f4.recognise(document) > 0.8 > f4.recognise(Document("visit.txt", b"D: Hello.\nP: Hello.\n"))
    first, second = f4.read(document).turns
    assert (first.speaker, first.role, first.start, first.end) == ("Dr. Lee", Role.CLINICIAN, 0.0, 2.4)
    assert (second.text, second.start, second.end) == ("My knee hurts.", 2.4, 65.0)
    assert [mark.kind for mark in second.marks] == ["laughs"]

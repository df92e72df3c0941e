"""The example's codes by hand: a person's codes come the same way as a coder's."""

from __future__ import annotations

from pathlib import Path

import pytest

from openrapport import read
from openrapport.coding import CodedEncounter
from openrapport.coding.records import from_jsonl
from openrapport.coding.stage import ready_to_code
from openrapport.encounter import Role

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def coded() -> CodedEncounter:
    ready = ready_to_code(read(EXAMPLES / "naren_first_visit.vtt"))
    return from_jsonl((EXAMPLES / "naren_first_visit.codes.jsonl").read_text("utf-8"), ready)


def test_a_persons_card_says_so(coded: CodedEncounter) -> None:
    assert coded.card.by_people


@pytest.mark.parametrize(
    ("begins", "acts"),
    [
        ("You are. Naren, I'm sorry.", ("apology",)),
        ("It's a flat-share.", ("cue", "disclosure")),
        ("That's a lot to lose.", ("empathy", "question_open")),
        ("So, what you tell me in here", ("confidentiality",)),
        ("Mm-hmm.", ("backchannel",)),
    ],
)
def test_the_codes_stand_on_the_turns_they_were_made_on(
    begins: str, acts: tuple[str, ...], coded: CodedEncounter
) -> None:
    turns = coded.encounter.turns
    assert {coded.coded(i) for i, turn in enumerate(turns) if turn.text.startswith(begins)} == {acts}


def test_everyone_is_who_they_are_and_speaks_over_another_now_and_then(coded: CodedEncounter) -> None:
    turns = coded.encounter.turns
    assert {turn.role for turn in turns} == {Role.CLINICIAN, Role.PATIENT, Role.COMPANION}
    assert coded.encounter.origin.timing == "independent"

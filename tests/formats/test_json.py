"""Our own JSON: what is written is read again; what does not belong is refused by its key."""

import json
from dataclasses import replace
from typing import Any

import pytest

from openrapport.encounter import Encounter, Join, Mark, Origin, Part, Problem, Role, Timing, Turn
from openrapport.errors import BadDocument, BrokenFile, HostileFile, NothingInside, OpenRapportError
from openrapport.formats import Document
from openrapport.formats.reading import read_documents
from openrapport.formats.writing import to_text


def read(text: str) -> Encounter:
    return read_documents([Document("visit.txt", text.encode("utf-8", "surrogatepass"))])


def ours(**turn: Any) -> str:
    return json.dumps({"openrapport": 1, "turns": [{"text": "Hello.", **turn}]})


def test_all_that_an_encounter_holds_comes_back() -> None:
    encounter = Encounter(
        turns=(
            Turn(
                'Dr. "Lee"', "Well, hello", Role.CLINICIAN, 0.25, 1.5, (Mark("laughs", 6, 6, "[laughs]"),), (0, 1)
            ),
            Turn("", "", None, None, None, (Mark("inaudible", 0, 0, "xxx"),)),
            Turn("P", "[not a mark]", None, 3.0),
        ),
        origin=Origin("visit.vtt", "webvtt", "sha256:0", Timing.INDEPENDENT, True, True, "en-GB"),
        problems=(Problem("line 3", "a NUL", "left out"),),
        cast=(Part('Dr. "Lee"', Role.CLINICIAN, "flag", 0.75),),
        join=Join.SENTENCE,
        joined=1,
        consent="to be used in supervision",
    )
    back = read(to_text(encounter, "json"))
    assert replace(back, origin=encounter.origin) == encounter
    kept = ("timing", "captions", "recogniser", "language")
    assert [getattr(back.origin, key) for key in kept] == [getattr(encounter.origin, key) for key in kept]
    assert back.origin.format == "json"


def test_what_a_person_writes_by_hand() -> None:
    turns = read(
        '{"openrapport": 1, "turns": [{"speaker": "D", "text": "[laughs] So?"}, {"speaker": "P", "text": "No."},'
        ' {"text": "Ow", "marks": ["[cries]"]}]}'
    ).turns
    assert turns == (
        Turn("D", "So?", Role.CLINICIAN, marks=(Mark("laughs", 0, 0, "[laughs]"),)),
        Turn("P", "No.", Role.PATIENT),
        Turn("", "Ow", marks=(Mark("cries", 2, 2, "[cries]"),)),
    )


@pytest.mark.parametrize(
    "text, error, message",
    [
        ('{"openrapport": 2, "turns": []}', BadDocument, "another version"),
        ('{"openrapport": true, "turns": []}', BadDocument, "another version"),
        ('{"openrapport": 1}', BadDocument, "'turns' is missing"),
        ('{"openrapport": 1, "turn": []}', BadDocument, "'turn' is no key of ours"),
        ('{"openrapport": 1, "turns": {}}', BadDocument, "'turns' must be a list"),
        ('{"openrapport": 1, "turns": [3]}', BadDocument, "turn 0: must be an object"),
        ('{"openrapport": 1, "turns": []}', NothingInside, "no words"),
        ('{"openrapport": 1, "turns": [{"speaker": "D"}]}', BadDocument, "turn 0: 'text' is missing"),
        ('{"openrapport": 1,\n "turns": [}', BrokenFile, "line 2, column 12"),
        ('{"openrapport": 1, "turns": ' + "[" * 100_000, HostileFile, "nested"),
        (ours(speeker="D"), BadDocument, "turn 0: 'speeker' is no key of ours; these are: end, marks, role"),
        (ours(role="doctor"), BadDocument, "'role' must be one of clinician, patient"),
        (ours(start="soon"), BadDocument, "'start' must be a number"),
        (ours(start=10**400), BadDocument, "'start' must be a number"),
        (ours(end=float("nan")), BadDocument, "'end' must be a number"),
        (ours(text=3), BadDocument, "'text' must be a text"),
        (ours(marks="[laughs]"), BadDocument, "'marks' must be a list"),
        (ours(marks=[{"kind": "laughs", "at": 7}]), BadDocument, "within the turn's 6 characters"),
        (ours(marks=[{"kind": "laughs", "at": True}]), BadDocument, "turn 0: marks: 'at' must be a whole number"),
        (ours(rows=[-1]), BadDocument, "turn 0: rows: must hold whole numbers"),
        ('{"openrapport": 1, "turns": [], "captions": 1}', BadDocument, "'captions' must be true or false"),
        (
            '{"openrapport": 1, "turns": [], "cast": [{"speaker": "D"}]}',
            BadDocument,
            "cast 0: 'confidence' is missing",
        ),
    ],
)
def test_what_does_not_belong_is_refused_in_one_line(
    text: str, error: type[OpenRapportError], message: str
) -> None:
    with pytest.raises(error) as refused:
        read(text)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "Hello" not in str(refused.value)


def test_lone_surrogates_and_backward_times_are_mended_and_listed() -> None:
    encounter = read(ours(text="a\ud83d b", start=3, end=1))
    assert encounter.turns == (Turn("", "a� b", None, 3.0),)
    assert [str(problem) for problem in encounter.problems] == [
        "turn 0: half a character (a lone surrogate); � in its place",
        "turn 0: ends before it starts; read without its end",
    ]


def test_nothing_crashes_on_writing_half_a_character() -> None:
    assert "�" in to_text(Encounter((Turn("D", "a\ud83d"),)), "json")

"""What is written is read again with the same turns."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrapport.encounter import Encounter, Mark, Role, Turn
from openrapport.errors import CannotWrite, UnknownName
from openrapport.formats import Document, read, write
from openrapport.formats.labels import roles_of
from openrapport.formats.marks import take_marks
from openrapport.formats.reading import read_documents
from openrapport.formats.writing import to_text, writable

ODD = [
    "Dr. Lee, GP",
    'Ann "A"',
    "a: b",
    "x --> y",
    "<v Ben>",
    "A&B &amp;",
    "Zoë 😀",
    "two\nlines",
    "12",
    "",
    "[x]",
    "|",
]
PIECES = [
    *(
        "yes",
        "no,",
        "it's",
        "a<b",
        "&amp;",
        '"so"',
        "x --> y",
        "Doctor:",
        "1",
        "é😀",
        "<v Ann>",
        "-",
        "NOTE",
        "00:01.000",
    ),
    *("[laughs]", "<UNSURE>left</UNSURE>", "[word?]", "xxx", "(inaudible)", "--", "<i>a</i>", "{\\an8}", "="),
]
seconds = st.floats(0, 86_400).map(lambda time: round(time, 3))
speakers = st.one_of(
    st.sampled_from(ODD), st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=8)
)


@st.composite
def turns(draw: st.DrawFn) -> Turn:
    text, marks = take_marks(" ".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))))
    start, end = sorted([draw(seconds), draw(seconds)])
    known = draw(st.sampled_from([(True, True), (True, False), (False, True), (False, False)]))
    role = draw(st.one_of(st.none(), st.sampled_from(Role)))
    return Turn(draw(speakers), text, role, start if known[0] else None, end if known[1] else None, marks)


encounters = st.lists(turns(), min_size=1, max_size=6).map(lambda listed: Encounter(tuple(listed)))


def again(encounter: Encounter, format: str) -> tuple[Turn, ...]:
    return read_documents([Document("visit", to_text(encounter, format).encode())]).turns


def as_stated(encounter: Encounter) -> tuple[Turn, ...]:
    """The turns, with the role that a label states where a turn has none: a table or captions cannot say None."""
    roles = roles_of(turn.speaker for turn in encounter.turns)
    return tuple(replace(turn, role=turn.role or roles.get(turn.speaker)) for turn in encounter.turns)


@given(encounters)
@settings(max_examples=200)
def test_our_json(encounter: Encounter) -> None:
    assert again(encounter, "json") == encounter.turns


@given(encounters)
@settings(max_examples=200)
def test_csv(encounter: Encounter) -> None:
    assert again(encounter, "table") == as_stated(encounter)


@given(encounters)
@settings(max_examples=200)
def test_webvtt(encounter: Encounter) -> None:
    assert again(encounter, "webvtt") == as_stated(encounter)


@pytest.mark.parametrize("format", ["json", "table", "webvtt"])
def test_a_mark_inside_a_word_leaves_the_word_whole(format: str) -> None:
    turn = Turn("D", "happy now", None, 0.0, 1.0, (Mark("laughs", 3, 3, "&=laughs"),))
    back = again(Encounter((turn,)), format)[0]
    assert back.text == "happy now"
    assert [mark.kind for mark in back.marks] == ["laughs"]


def test_files_by_their_endings(tmp_path: Path) -> None:
    encounter = Encounter(
        (Turn("D", "Hello.", Role.CLINICIAN, 0.0, 1.0), Turn("P", "Hi.", Role.PATIENT, 1.0, 2.0))
    )
    for ending, format in ((".json", "json"), (".csv", "table"), (".vtt", "webvtt"), (".VTT", "webvtt")):
        path = tmp_path / f"visit{ending}"
        write(encounter, path)
        assert read(path).turns == encounter.turns
        assert read(path).origin.format == format
        assert b"\r" not in path.read_bytes()
    with pytest.raises(UnknownName, match="names no format that is written"):
        write(encounter, tmp_path / "visit.xyz")
    with pytest.raises(UnknownName, match="is not a format that is written"):
        write(encounter, tmp_path / "visit", "pdf")
    with pytest.raises(CannotWrite, match="Choose another place"):
        write(encounter, tmp_path / "no" / "visit.json")


def test_what_can_be_written() -> None:
    assert {"json", "table", "webvtt"} <= set(writable())
    encounter = Encounter((Turn("D", "Hello."),))
    assert to_text(encounter, "csv") == to_text(encounter, "table")
    assert to_text(encounter, "vtt") == to_text(encounter, "webvtt")

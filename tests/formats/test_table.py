"""Tables of any delimiter, under the names that people give their columns, ragged and damaged ones too."""

from pathlib import Path

import pytest

from openrapport.encounter import Encounter, Role
from openrapport.errors import BrokenFile, NoTextColumn
from openrapport.formats import Document
from openrapport.formats.reading import read_documents


def read(text: str) -> Encounter:
    encounter = read_documents([Document("visit.txt", text.encode())])
    assert encounter.origin.format == "table"
    return encounter


def rows(text: str) -> list[tuple[str, float | None, float | None, str]]:
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(text).turns]


def problems(text: str) -> list[str]:
    return [str(one) for one in read(text).problems]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "header", ["speaker,start,end,text", "Who,BEGIN,Stop,Utterance", "interlocutor,from,to,utterance_text"]
)
def test_any_delimiter_and_the_usual_names(delimiter: str, header: str) -> None:
    text = f'{header}\nD,0:01,2.5,Hello.\nP,00:00:02.500,4,"Hi, there."\n'
    if delimiter != ",":
        text = text.replace('"Hi, there."', "Hi! there.").replace(",", delimiter).replace("!", ",")
    assert rows(text) == [("D", 1.0, 2.5, "Hello."), ("P", 2.5, 4.0, "Hi, there.")]
    assert [turn.role for turn in read(text).turns] == [Role.CLINICIAN, Role.PATIENT]


def test_sep_line_markdown_and_a_title() -> None:
    assert rows("sep=;\nspeaker;text\nD;a, b\nP;c\n") == [("D", None, None, "a, b"), ("P", None, None, "c")]
    assert rows("| Speaker | Text |\n|---|---|\n| D | a |\n| P | b |\n")[1] == ("P", None, None, "b")
    titled = "Visit 3\n\nspeaker,text\nD,a\nP,b\n"
    assert len(rows(titled)) == 2
    assert problems(titled) == ["line 1: words above the names of the columns; left out"]


@pytest.mark.parametrize(
    "header, values, times",
    [
        ("start_ms,end_ms", "1500,2500", (1.5, 2.5)),
        ("Start (ms),End (ms)", "1500,2500", (1.5, 2.5)),
        ("onset_seconds,duration", "1.5,1", (1.5, 2.5)),
        ("timestamp,notes", "00:00:13,x", (13.0, None)),
        ("start,end", "99000000,99001000", (99000.0, 99001.0)),
        ("start,end", ",", (None, None)),
    ],
)
def test_times(header: str, values: str, times: tuple[float | None, float | None]) -> None:
    assert rows(f"speaker,{header},text\nD,{values},Hello\n") == [("D", *times, "Hello")]


def test_roles_and_speakers() -> None:
    turns = read("speaker,role,text\nAnn,therapist,a\nBen,client,b\nCy,Companion,c\nDee,?,d\n").turns
    assert [turn.role for turn in turns] == [Role.CLINICIAN, Role.PATIENT, Role.COMPANION, None]
    only = read("role,text\ntherapist,a\nclient,b\n").turns
    assert [(turn.speaker, turn.role) for turn in only] == [
        ("therapist", Role.CLINICIAN),
        ("client", Role.PATIENT),
    ]


def test_a_cell_of_several_lines_and_marks() -> None:
    turn = read('speaker,text\nD,"Hello\n\n[laughs] there"\nP,b\n').turns[0]
    assert (turn.text, turn.marks[0].kind) == ("Hello there", "laughs")


@pytest.mark.parametrize(
    "row, kept, problem",
    [
        ("P,1", None, "line 3: too few cells, none for the words; left out"),
        ("P,1,b,c", "b, c", "line 3: more cells than columns; added to the words"),
        ("P,soon,b", "b", "line 3: a time in 'start' that cannot be read; read without it"),
        ("P,1,", None, "line 3: holds no words; left out"),
        ('P,1,"b', "b", "line 3: a quotation mark that never closes; ended with its line"),
    ],
)
def test_ragged_rows_are_read_as_far_as_they_go(row: str, kept: str | None, problem: str) -> None:
    text = f"speaker,start,text\nD,0,a\n{row}\nD,2,d\nP,3,e\n"
    assert [words for *_, words in rows(text)] == ["a", *([kept] if kept else []), "d", "e"]
    assert problems(text) == [problem]


def test_rows_short_of_what_is_not_needed() -> None:
    text = "text,speaker,start\na,D,1\nb\nc,P\n"
    assert [words for *_, words in rows(text)] == ["a", "b", "c"]
    assert problems(text) == ["line 3 and 1 more: fewer cells than columns; read those that are there"]


def test_without_a_header() -> None:
    text = 'Doctor,"Hello, you."\nPatient,Hi\nDoctor,So, well\nPatient,Yes\n'
    assert [(speaker, words) for speaker, _, _, words in rows(text)] == [
        ("Doctor", "Hello, you."),
        ("Patient", "Hi"),
        ("Doctor", "So, well"),
        ("Patient", "Yes"),
    ]
    assert "no line that names the columns" in problems(text)[0]


@pytest.mark.parametrize(
    "text, what",
    [
        ("speaker,start,end\nD,0,1\nP,1,2\n", "its columns are 'speaker', 'start', 'end'"),
        ("id,colour,size\n1,red,2\n2,blue,3\n3,red,4\n", "Rename the one that holds what was said to 'text'"),
        (
            'id,dialogue,note\n1,"[doctor] hi [patient] hello",x\n2,"[doctor] a [patient] b",y\n',
            "whole conversation",
        ),
        ('id,text\n1,"Doctor: hi\nPatient: hello"\n2,"Doctor: a\nPatient: b"\n', "whole conversation"),
    ],
)
def test_a_table_without_words_says_what_to_rename(text: str, what: str) -> None:
    with pytest.raises(NoTextColumn) as refused:
        read(text)
    assert what in str(refused.value)
    assert "\n" not in str(refused.value)


def test_several_conversations_in_one_table_are_refused() -> None:
    with pytest.raises(BrokenFile, match="told apart by column 'transcript_id'"):
        read("transcript_id,interlocutor,utterance_text\n1,therapist,a\n1,client,b\n2,therapist,c\n")


def test_real_tables(shared_data: Path) -> None:
    lines = (shared_data / "annomi.csv").read_text("utf-8").splitlines()
    one = [line for line in lines[1:] if line.startswith("high,0,")]
    encounter = read("\n".join([lines[0], *one]))
    assert len(encounter.turns) == len(one)
    assert {turn.role for turn in encounter.turns} == {Role.CLINICIAN, Role.PATIENT}
    with pytest.raises(NoTextColumn, match="whole conversation in each cell of column 'dialogue'"):
        read((shared_data / "aci_pairs" / "test1_virtscribe_asr.csv").read_text("utf-8"))


def test_columns_named_in_other_languages() -> None:
    assert rows("Sprecher;Anfang;Text\nArzt;0:01;Guten Tag\nPatient;0:02;Guten Tag\n") == [
        ("Arzt", 1.0, None, "Guten Tag"),
        ("Patient", 2.0, None, "Guten Tag"),
    ]


def test_a_table_whose_speakers_cannot_be_found_says_so() -> None:
    told = problems("Xyz,text\nAnna,Hello there.\nRaj,Hello.\nAnna,How are you?\n")
    assert any("who spoke" in one for one in told)
    assert problems("start,end,text\n0,1,Hello there.\n1,2,Hello.\n") == []


def test_labels_with_a_colon_in_a_table_without_a_header() -> None:
    assert read("Doctor:,Hello.\nPatient:,Hi.\nDoctor:,Well?\nPatient:,Bad.\n").speakers == ("Doctor", "Patient")

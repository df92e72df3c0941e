"""Plain text with speaker tags of any sort, and colons in speech that are none."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.encounter import Encounter, Role
from openrapport.errors import UnknownFormat
from openrapport.formats import Document
from openrapport.formats.reading import read_documents


def read(text: str) -> Encounter:
    return read_documents([Document("visit", text.encode())])


def said(text: str) -> list[tuple[str, str]]:
    encounter = read(text)
    assert encounter.origin.format == "tagged"
    return [(turn.speaker, turn.text) for turn in encounter.turns]


def timed(text: str) -> list[tuple[str, float | None, float | None, str]]:
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(text).turns]


@pytest.mark.parametrize(
    "text, speakers",
    [
        ("D: Hello.\nP: Hi.\n", "D P"),
        ("D:Hello.\nP:Hi.", "D P"),
        ("d: Hello.\np: Hi.", "d p"),
        ("Doctor: Hello.\nPatient: Hi.", "Doctor Patient"),
        ("DOCTOR:\tHello.\nPATIENT:\tHi.", "DOCTOR PATIENT"),
        ("Doctor\tHello.\nPatient\tHi.", "Doctor Patient"),
        ("[doctor] Hello.\n[patient] Hi.", "doctor patient"),
        ("[doctor] Hello. [patient] Hi.", "doctor patient"),
        ("[doctor]: Hello.\n[patient]: Hi.", "doctor patient"),
        ("(Doctor) Hello.\n(Patient) Hi.", "Doctor Patient"),
        ("<Doctor> Hello.\n<Patient> Hi.", "Doctor Patient"),
        (">> DOCTOR: Hello.\n>> PATIENT: Hi.", "DOCTOR PATIENT"),
        ("**Doctor:** Hello.\n\n**Patient:** Hi.", "Doctor Patient"),
        ("**Doctor**: Hello.\n\n**Patient**: Hi.", "Doctor Patient"),
        ("- Doctor: Hello.\n- Patient: Hi.", "Doctor Patient"),
        ("1. Doctor: Hello.\n2. Patient: Hi.", "Doctor Patient"),
        ("1 Doctor: Hello.\n2 Patient: Hi.", "Doctor Patient"),
        ("Doctor : Hello.\nPatient : Hi.", "Doctor Patient"),
        ("Doctor:\nHello.\n\nPatient:\nHi.", "Doctor Patient"),
        ("医師：Hello.\n患者：Hi.", "医師 患者"),
        ("Dr_Lee: Hello.\nSPEAKER_01: Hi.", "Dr_Lee SPEAKER_01"),
        ("Anna: Hello.\nBen: Hi.", "Anna Ben"),
        ("Q: Hello.\nA: Hi.", "Q A"),
    ],
)
def test_tags_of_any_sort(text: str, speakers: str) -> None:
    assert said(text) == list(zip(speakers.split(), ["Hello.", "Hi."], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Lee  0:03\nHello.\n\nSpeaker 1  1:02:05\nHi.\n",
        "Dr. Lee (00:03):\nHello.\n\nSpeaker 1 (01:02:05):\nHi.\n",
        "Dr. Lee (0:03): Hello.\nSpeaker 1 (1:02:05): Hi.\n",
        "Dr. Lee: (00:03)\nHello.\nSpeaker 1: (01:02:05)\nHi.\n",
        "Dr. Lee: [00:03] Hello.\nSpeaker 1: [01:02:05] Hi.\n",
        "[00:00:03] Dr. Lee: Hello.\n[01:02:05] Speaker 1: Hi.\n",
        "00:03 - Dr. Lee: Hello.\n1:02:05 - Speaker 1: Hi.\n",
        "00:03 Dr. Lee\nHello.\n1:02:05 Speaker 1\nHi.\n",
        "Dr. Lee [00:00:03]: Hello.\nSpeaker 1 [01:02:05]: Hi.\n",
        "**Dr. Lee** 00:03\nHello.\n**Speaker 1** 01:02:05\nHi.",
        "Dr. Lee | 00:03\nHello.\nSpeaker 1 | 01:02:05\nHi.",
    ],
)
def test_a_name_and_a_time(text: str) -> None:
    assert timed(text) == [("Dr. Lee", 3.0, None, "Hello."), ("Speaker 1", 3725.0, None, "Hi.")]
    assert [turn.role for turn in read(text).turns] == [Role.CLINICIAN, None]


@pytest.mark.parametrize("form", ["{}\n{}\n\n", "{} - {}\n", "**{}**\n{}\n", "{} – {}\n"])
def test_tags_without_a_colon_where_they_take_turns(form: str) -> None:
    turns = [("Doctor", "Hello."), ("Anna", "Hi."), ("Doctor", "Well - how are you?"), ("Anna", "Fine.")]
    assert said("".join(form.format(*turn) for turn in turns)) == turns


def test_a_mark_in_a_tag_is_a_mark() -> None:
    turn = read("D: So?\nP (laughs): No.\nD: Good.\nP: Yes.\n").turns[1]
    assert (turn.speaker, turn.text, turn.marks[0].kind) == ("P", "No.", "laughs")


def test_a_span_of_time() -> None:
    text = "[00:00.000 --> 00:04.500] SPEAKER_00: Hello.\n[00:04.500 --> 00:06.000] SPEAKER_01: Hi.\n"
    assert timed(text) == [("SPEAKER_00", 0.0, 4.5, "Hello."), ("SPEAKER_01", 4.5, 6.0, "Hi.")]
    assert read(text).origin.recogniser


def test_a_line_without_a_tag_goes_on_with_the_turn_before() -> None:
    text = "D: So you said\nthat it hurts?\n\nWhen?\nP: Always.\n  And here.\n"
    assert said(text) == [("D", "So you said that it hurts? When?"), ("P", "Always. And here.")]


@pytest.mark.parametrize(
    "line",
    [
        "I said: no way.",
        "at 10:30: the bell.",
        "I woke at 10:30: early.",
        "Remember: take it with food.",
        "two things: food and sleep.",
        "And my mother told me: go.",
        "look at https://example.org/a: there.",
        "My doctor said: rest.",
        "one ratio of 3:1 and",
    ],
)
def test_a_colon_in_speech_is_no_tag(line: str) -> None:
    turns = f"D: Hello.\nP: Well,\n{line}\nD: I see.\nP: Yes.\n"
    assert [speaker for speaker, _ in said(turns)] == ["D", "P", "D", "P"]
    assert said(f"D: Hello.\nP: {line}\nD: Yes.\nP: {line}")[1] == ("P", line)


def test_a_third_person_who_speaks_once_is_a_speaker_where_every_line_is_tagged() -> None:
    assert [speaker for speaker, _ in said("D: Hello.\nP: Hi.\nD: Who is this?\nAnna: His wife.\nP: Yes.")][
        3
    ] == "Anna"
    turns = read("Doctor: Hello.\nPatient: Hi.\nWell.\nMother: I came along.\nDoctor: Good.\nPatient: Yes.").turns
    assert turns[2].role is Role.COMPANION


def test_what_stands_before_the_first_tag_is_left_out_and_listed() -> None:
    encounter = read("Interview with Mr. X\nDate: 12 May\n\nD: Hello.\nP: Hi.")
    assert len(encounter.turns) == 2
    assert [str(one) for one in encounter.problems] == [
        "lines 1 to 2 (2 in all): words before the first speaker tag; left out"
    ]


@pytest.mark.parametrize("slip", ["D;", "D::", 'D"', "D", "D.", "DL", "d:", "D :", "D;:"])
def test_a_slip_in_a_tag_is_read_as_it_was_meant(slip: str) -> None:
    encounter = read(f"D: Hello.\nP: Hi.\n{slip} How are you?\nP: Fine.\nD: Good.\n")
    assert [turn.speaker for turn in encounter.turns] == ["D", "P", "D", "P", "D"]
    assert encounter.turns[2].text == "How are you?"
    expected = (
        [] if slip in ("D::", "D :") else [f"line 3: an odd speaker tag, {slip.rstrip(':') or slip}; read as D"]
    )
    assert [str(one).replace(";:", ";") for one in encounter.problems] == expected


def test_a_letter_without_a_colon_is_a_word_where_its_turn_is_not_due() -> None:
    assert len(read("D: Hello.\nP: Hi.\nD: Your vitamin\nD level is low.\nP: Oh.\nD: Yes.").turns) == 5


def test_marks_leave_the_words() -> None:
    turn = read("D: Hello [laughs] there --\nP: <UNSURE>hi</UNSURE> (inaudible)\n").turns[0]
    assert turn.text == "Hello there"
    assert [mark.kind for mark in turn.marks] == ["laughs", "cut_off"]


def test_notes_in_brackets_are_no_speakers() -> None:
    assert said("[doctor] Hello.\n[laughs] well\n[patient] Hi.\n[patient nods]\n") == [
        ("doctor", "Hello. well"),
        ("patient", "Hi."),
    ]


def test_an_otter_file_is_a_recognisers() -> None:
    encounter = read("Dr. Lee  0:03\nHello.\n\nAnna  0:05\nHi.\n\nTranscribed by https://otter.ai\n")
    assert encounter.origin.recogniser
    assert [turn.text for turn in encounter.turns] == ["Hello.", "Hi."]
    assert "line 7" in str(encounter.problems[0])


@pytest.mark.parametrize(
    "text",
    ["Once upon a time there was a clinic.\nIt was small.\n" * 50, "Shopping: milk\n", "a\n", "Hello.\n: yes\n"],
)
def test_prose_is_no_transcript(text: str) -> None:
    with pytest.raises(UnknownFormat, match="no line says who speaks"):
        read(text)


def test_any_line_end_or_separator() -> None:
    for end in ("\n", "\r\n", "\r", "\n\r\n", "\u2028", "\x0b", "\x85"):
        assert said(f"D: a{end}P: b{end}D: c") == [("D", "a"), ("P", "b"), ("D", "c")]


@given(
    st.lists(st.tuples(st.sampled_from(["D", "P", "Dr. Lee (GP)"]), st.text("ab .,?!'", min_size=1)), min_size=2)
)
def test_every_tag_is_one_turn(turns: list[tuple[str, str]]) -> None:
    turns = [("D", "a"), ("P", "b"), *((speaker, f"x {words}") for speaker, words in turns)]
    text = "\n".join(f"{speaker}: {words}" for speaker, words in turns)
    assert said(text) == [(speaker, " ".join(words.split())) for speaker, words in turns]


def test_every_osce_interview_has_the_turns_that_a_slow_count_finds(shared_data: Path) -> None:
    slips = 0
    for path in sorted((shared_data / "osce").glob("*.txt")):
        encounter = read_documents([Document(path.name, path.read_bytes())])
        slow = len(re.findall(r"^[DP]:", path.read_text("utf-8").replace("\r", "\n"), re.MULTILINE))
        slips += len(encounter.problems)
        assert set(encounter.speakers) == {"D", "P"}, path.name
        assert {turn.role for turn in encounter.turns} == {Role.CLINICIAN, Role.PATIENT}, path.name
        assert 0 <= len(encounter.turns) - slow <= 1, path.name
    assert slips == 12


def test_a_time_in_brackets_between_name_and_words() -> None:
    text = "Anna Lee [00:00:03] Hello.\n\nRaj Patel [00:00:09] Hi. (10:30) was bad.\n\nAnna Lee [00:00:12] Oh?\n"
    assert timed(text) == [
        ("Anna Lee", 3.0, None, "Hello."),
        ("Raj Patel", 9.0, None, "Hi. (10:30) was bad."),
        ("Anna Lee", 12.0, None, "Oh?"),
    ]


def test_an_abbreviation_that_comes_once_is_a_speaker_where_all_are_abbreviations() -> None:
    talk = "D: Hello.\nP: It hurts.\nAnd more.\nAnd more.\nD: Since when?\nM: He never rests.\nP: True.\n"
    assert [speaker for speaker, _ in said(talk)] == ["D", "P", "D", "M", "P"]
    assert "M" not in read(talk.replace("D:", "Doctor:").replace("P:", "Patient:")).speakers


def test_a_tab_after_the_colon_is_no_table() -> None:
    talk = "Anna Lee:\tHello.\n\nRaj Patel:\tHello, it hurts.\n\nAnna Lee:\tWhere?\n\nRaj Patel:\tHere.\n"
    assert read(talk).speakers == ("Anna Lee", "Raj Patel")


def test_what_was_copied_from_a_terminal_loses_its_colours() -> None:
    found = read("\x1b[31mDoctor\x1b[0m: hello\x1b]0;title\x07 there\n\x1b[1;32mPatient\x1b[0m: hi\n")
    assert [(turn.speaker, turn.text) for turn in found.turns] == [("Doctor", "hello there"), ("Patient", "hi")]
    assert [one.found for one in found.problems] == ["signs that colour a terminal"]


def test_times_as_f4_and_maxqda_write_them() -> None:
    before = "#00:00:00-0# I: Hello.\n#00:00:03-5# P: It hurts.\n#00:00:06-5# I: Where?\n"
    assert timed(before) == [("I", 0.0, None, "Hello."), ("P", 3.5, None, "It hurts."), ("I", 6.5, None, "Where?")]
    after = "I: Hello. #00:00:03-5#\nP: It hurts. #00:00:06-5#\nI: Where? #00:00:08-0#\n"
    assert said(after) == [("I", "Hello."), ("P", "It hurts."), ("I", "Where?")]

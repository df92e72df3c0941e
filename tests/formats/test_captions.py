"""WebVTT and SRT as the programs that people use write them, and as they come when damaged."""

import html

import pysubs2
import pytest
import webvtt

from openrapport.encounter import Encounter, Mark, Origin, Role, Timing, Turn
from openrapport.errors import BrokenFile, NothingInside
from openrapport.formats import Document
from openrapport.formats.clock import clock
from openrapport.formats.reading import read_documents
from openrapport.formats.writing import to_text


def read(text: str) -> Encounter:
    return read_documents([Document("visit.txt", text.encode())])


def rows(text: str) -> list[tuple[str, float | None, float | None, str]]:
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(text).turns]


ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:03.500
Dr. Lee: Good morning &amp; welcome.

2
00:00:03.500 --> 00:00:05.000
naren shah: I said: it hurts,

3
00:00:05.000 --> 00:00:06.000
naren shah: a lot.
"""
TEAMS = """WEBVTT

6e1a53f0-61c5-4a1b-9d53-0a5f6a3dbf0b/12-0
00:00:01.000 --> 00:00:03.500
<v Lee, Ann (GP)>Good morning
and welcome.</v>

6e1a53f0-61c5-4a1b-9d53-0a5f6a3dbf0b/13-0
00:00:03.500 --> 01:00:05.000
<v Naren>I said: <i>it</i> hurts</v>
"""
SRT = """1
00:00:01,000 --> 00:00:03,500
DOCTOR: Good morning

2
00:00:03,500 --> 00:00:05,000
- How are you?
- Fine.

3
00:00:05,000 --> 00:00:06,000
PATIENT: {\\an8}<font color="red">Well</font>
"""


def test_zoom() -> None:
    assert rows(ZOOM) == [
        ("Dr. Lee", 1.0, 3.5, "Good morning & welcome."),
        ("naren shah", 3.5, 5.0, "I said: it hurts,"),
        ("naren shah", 5.0, 6.0, "a lot."),
    ]
    origin = read(ZOOM).origin
    assert (origin.format, origin.captions, origin.recogniser, origin.timing) == (
        "webvtt",
        True,
        False,
        Timing.SEQUENTIAL,
    )


def test_teams() -> None:
    assert rows(TEAMS) == [
        ("Lee, Ann (GP)", 1.0, 3.5, "Good morning and welcome."),
        ("Naren", 3.5, 3605.0, "I said: it hurts"),
    ]
    encounter = read(TEAMS)
    assert encounter.origin.recogniser
    assert encounter.turns[0].role is Role.CLINICIAN
    assert encounter.problems == ()


def test_srt() -> None:
    assert rows(SRT) == [
        ("DOCTOR", 1.0, 3.5, "Good morning"),
        ("", 3.5, None, "How are you?"),
        ("", None, 5.0, "Fine."),
        ("PATIENT", 5.0, 6.0, "Well"),
    ]
    encounter = read(SRT)
    assert (encounter.origin.format, encounter.origin.captions) == ("srt", True)
    assert [str(one).split(";")[0] for one in encounter.problems] == [
        "line 6: holds words of more than one speaker"
    ]


def test_several_voices_in_one_cue_are_several_turns() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Hi</v> <v.loud Ben>Yes</v>\n<v Ann>So\n"
    assert rows(text) == [("Ann", 1.0, None, "Hi"), ("Ben", None, None, "Yes"), ("Ann", None, 3.0, "So")]
    assert read(text).origin.timing is Timing.NONE


def test_a_speaker_named_once_goes_on() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nDoctor: So\n\n2\n00:00:02,000 --> 00:00:03,000\nit goes.\n\n"
    text += "3\n00:00:03,000 --> 00:00:04,000\nPatient: Yes.\n"
    assert [row[0] for row in rows(text)] == ["Doctor", "Doctor", "Patient"]
    assert [str(one) for one in read(text).problems] == [
        "line 6: names no speaker; read as the speaker of the cue before"
    ]


def test_a_colon_here_and_there_names_no_speaker() -> None:
    cue = "00:00:01.000 --> 00:00:02.000\n{}\n\n"
    text = "WEBVTT\n\n" + cue.format("so it goes") * 60 + cue.format("Breakfast: eggs") + cue.format("Doctor: no")
    assert {turn.speaker for turn in read(text).turns} == {""}


def test_what_is_no_cue_is_no_turn() -> None:
    text = (
        "WEBVTT - A title\nKind: captions\nLanguage: en-GB\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n"
        "NOTE\nThis is no talk: at all\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n"
        "intro\n00:01.000 --> 00:03.000 align:start position:9%\n<v Ann>Hi <00:00:02.000><c.loud>there</c></v>\n\n"
        "NOTE the end\n"
    )
    assert rows(text) == [("Ann", 1.0, 3.0, "Hi there")]
    assert (read(text).origin.language, read(text).origin.recogniser) == ("en-GB", True)


@pytest.mark.parametrize(
    "cues, turns, problem",
    [
        (
            "00:05.000 --> 00:02.000\na",
            [("", 5.0, None, "a")],
            "line 3: ends before it starts; read without its end",
        ),
        (
            "00:05.000 --> 00:06.000\na\n\n00:01.000 --> 00:02.000\nb",
            [("", 5.0, 6.0, "a"), ("", 1.0, 2.0, "b")],
            "line 6: starts before the cue above it; left in its place",
        ),
        (
            "00:05.000 --> 00:08.000\na\n\n00:07.000 --> 00:09.000\nb",
            [("", 5.0, 8.0, "a"), ("", 7.0, 9.0, "b")],
            "line 6: overlaps the cue above it; read as it stands",
        ),
        (
            "00:xx.000 --> 00:08.000\na\n\n00:07.000 --> 00:09.000\nb",
            [("", None, None, "a"), ("", 7.0, 9.0, "b")],
            "line 3: times that cannot be read; read without them",
        ),
        (
            "00:05.000 --> 00:08.000\na\n\nand more\n\n00:08.000 --> 00:09.000\nb",
            [("", 5.0, 8.0, "a and more"), ("", 8.0, 9.0, "b")],
            "line 6: words after a blank line; added to the cue before",
        ),
        (
            "00:05.000 --> 00:08.000\n<v A>a\n\n00:07.000 --> 00:09.000\n<v B>b",
            [("A", 5.0, 8.0, "a"), ("B", 7.0, 9.0, "b")],
            None,
        ),
        ("00:05,000 --> 00:08,5\na\n2\n00:08,5 --> 00:09\nb", [("", 5.0, 8.5, "a"), ("", 8.5, 9.0, "b")], None),
        ("00:05.000-->00:08.000\na [laughs]", [("", 5.0, 8.0, "a")], None),
        ("00:05.000 --> 00:08.000\n\n00:08.000 --> 00:09.000\nb", [("", 8.0, 9.0, "b")], "line 3: holds no words"),
    ],
)
def test_damage_is_mended_and_listed(
    cues: str, turns: list[tuple[str, float | None, float | None, str]], problem: str | None
) -> None:
    assert rows(f"WEBVTT\n\n{cues}\n") == turns
    problems = [str(one) for one in read(f"WEBVTT\n\n{cues}\n").problems]
    assert not problems if problem is None else problem in problems[0]


@pytest.mark.parametrize("text", ["WEBVTT\n\nDoctor: hi\nPatient: hello\n", "WEBVTT\n"])
def test_webvtt_without_a_cue_is_broken(text: str) -> None:
    with pytest.raises(BrokenFile, match="no line in it has times"):
        read(text)


def test_cues_without_words_are_nothing() -> None:
    with pytest.raises(NothingInside, match="no words"):
        read("WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\n<v Ann></v>\n")


@pytest.mark.parametrize("text", [ZOOM, TEAMS])
def test_well_made_webvtt_as_webvtt_py_reads_it(text: str) -> None:
    for turn, theirs in zip(read(text).turns, webvtt.from_string(text), strict=True):
        assert clock(turn.start or 0) == theirs.start
        assert clock(turn.end or 0) == theirs.end
        assert turn.text in " ".join(html.unescape(theirs.text).split())
        assert turn.speaker in (theirs.voice, theirs.text.split(":")[0])


def test_well_made_srt_as_pysubs2_reads_it() -> None:
    text = SRT.replace("- How are you?\n- Fine.", "Fine.")
    theirs = pysubs2.SSAFile.from_string(text)
    assert [(turn.start, turn.end) for turn in read(text).turns] == [
        (one.start / 1000, one.end / 1000) for one in theirs
    ]


def test_what_is_written_is_whole_turns_unless_it_was_captions() -> None:
    turns = (Turn("D", "a"),)
    assert not read(to_text(Encounter(turns), "webvtt")).origin.captions
    captions = Encounter(turns, Origin(captions=True, recogniser=True, language="en"))
    back = read(to_text(captions, "webvtt")).origin
    assert (back.captions, back.recogniser, back.language) == (True, True, "en")


def test_other_programs_can_read_what_is_written() -> None:
    turn = Turn("Ann --> <Ben>", "a < b, well", Role.PATIENT, 1.5, 2.25, (Mark("laughs", 7, 7, "[laughs]"),))
    theirs = webvtt.from_string(to_text(Encounter((turn,)), "webvtt"))
    assert [(one.start, one.end, one.raw_text) for one in theirs] == [
        (
            "00:00:01.500",
            "00:00:02.250",
            "<v.patient Ann --&gt; &lt;Ben&gt;>a &lt; b, [laughs] well</v>",
        )
    ]


def test_whisperx_names_speakers_in_brackets() -> None:
    text = "1\n00:00:00,031 --> 00:00:02,000\n[SPEAKER_00]: Hello.\n\n2\n00:00:02,000 --> 00:00:03,000\n"
    found = read(text + "[SPEAKER_01]: Hello, doctor. [laughs]\n")
    assert [(turn.speaker, turn.text) for turn in found.turns] == [
        ("SPEAKER_00", "Hello."),
        ("SPEAKER_01", "Hello, doctor."),
    ]
    assert found.origin.recogniser
    assert read("WEBVTT\n\n00:00.031 --> 00:02.000\n[SPEAKER_00]: Hello.\n").origin.recogniser


def test_a_mark_before_a_colon_names_no_speaker() -> None:
    assert read("1\n00:00:00,031 --> 00:00:02,000\n[laughs]: Hello.\n").speakers == ("",)


@pytest.mark.parametrize("arrow", ["->", "--->", "–>", "—>", "→"])
def test_arrows_that_hands_and_word_processors_make(arrow: str) -> None:
    text = f"1\n00:00:01,000 {arrow} 00:00:02,000\nD: Hi\n\n2\n00:00:03,000 {arrow} 00:00:04,000\nP: Hello\n"
    assert [(start, said) for _, start, _, said in rows(text)] == [(1.0, "Hi"), (3.0, "Hello")]


def test_words_before_the_first_times_are_told() -> None:
    found = read("Visit of Monday\nAnna Lee\n\n1\n00:00:01,000 --> 00:00:02,000\nD: Hi\n")
    assert [(one.where, one.found) for one in found.problems] == [("line 1", "words before the first times")]


def test_rev_names_speakers_in_brackets_after_a_dash() -> None:
    said = ["- [Doctor] Hello.", "- [Ann] It hurts,", "every night. [Music]", "- [Ann] Yes."]
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n" for n, words in enumerate(said, 1)]
    assert read("\n".join(cues)).speakers == ("Doctor", "Ann")


def test_a_line_with_the_name_above_the_words_of_every_cue() -> None:
    said = [
        ("Anna Lee", "Hello."),
        ("Raj Patel", "It hurts\nhere."),
        ("Anna Lee", "Where?"),
        ("Raj Patel", "Here."),
    ]
    cues = [f"00:0{n}.000 --> 00:0{n}.900\n{name}\n{words}\n" for n, (name, words) in enumerate(said)]
    found = read("WEBVTT\n\n" + "\n".join(cues))
    assert [(turn.speaker, turn.text) for turn in found.turns] == [(a, b.replace("\n", " ")) for a, b in said]
    plain = [f"00:0{n}.000 --> 00:0{n}.900\nWell it hurts {n}\nand more.\n" for n in range(4)]
    assert read("WEBVTT\n\n" + "\n".join(plain)).speakers == ("",)

"""TextGrid: long, short, binary, UTF-16, one file a speaker, writing and reading back, PriMock57."""

import itertools
import re
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from praatio.utilities import textgrid_io
from structured_samples import SHORT_TEXTGRID, TEXTGRID

from openrapport.encounter import Encounter, Role, Timing, Turn
from openrapport.errors import BrokenFile, CannotWrite, OpenRapportError
from openrapport.formats import Document, all_formats, read
from openrapport.formats.marks import take_marks
from openrapport.formats.praat import Interval, parse_textgrid
from openrapport.formats.reading import read_documents
from openrapport.formats.rows import sort_by_start

FORMAT = all_formats()["textgrid"]


def found(text, name="visit.TextGrid"):
    return FORMAT.read(Document(name, text if isinstance(text, bytes) else text.encode()))


def one_tier(name, *intervals):
    """A long TextGrid of one tier; intervals are (start, end, text)."""
    body = "".join(
        f'  intervals [{i}]:\n xmin = {a}\n xmax = {b}\n text = "{t}"\n'
        for i, (a, b, t) in enumerate(intervals, 1)
    )
    return (
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 99\ntiers? <exists>\nsize = 1\n'
        f'item []:\n item [1]:\n class = "IntervalTier"\n name = "{name}"\n xmin = 0\n xmax = 99\n'
        f" intervals: size = {len(intervals)}\n{body}"
    )


def test_a_tier_is_a_speaker_and_an_interval_with_words_a_turn():
    got = found(TEXTGRID)
    assert [(t.speaker, t.role, t.start, t.end, t.text) for t in got.turns] == [
        ("Doctor", Role.CLINICIAN, 0, 2.5, "What brings you in?"),
        ("Patient", Role.PATIENT, 2.25, 6.5, "My knee, every night."),
        ("Doctor", Role.CLINICIAN, 6, 9, 'You said "every night"?'),
    ]
    assert [mark.kind for mark in got.turns[1].marks] == ["inaudible"]
    assert got.timing is Timing.INDEPENDENT
    assert got.problems == ()


def test_the_short_format_and_point_tiers():
    got = found(SHORT_TEXTGRID)
    assert [(t.speaker, t.text) for t in got.turns] == [("Doctor", 'Does it "click"?')]
    assert [p.where for p in got.problems] == ["tier 'clicks'"]
    assert got.timing is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding, ends):
    text = TEXTGRID.replace("every night.", "été après été.").replace("\n", ends)
    assert found(text.encode(encoding)).turns[1].text == "My knee, été après été."


def test_a_mark_alone_is_a_turn_and_blanks_are_none():
    got = found(one_tier("P", (0, 1, "<UNIN/>"), (1, 2, " "), (2, 3, "")))
    assert [(t.text, t.marks[0].raw) for t in got.turns] == [("", "<UNIN/>")]


def test_text_that_looks_like_the_format_itself():
    tricky = 'item: class = ""IntervalTier"" xmin = 3 ! no comment'
    assert found(one_tier("P", (0, 1, tricky))).turns[0].text == tricky.replace('""', '"')


def test_quotes_that_are_not_doubled_are_read_with_a_problem():
    got = found(one_tier("P", (0, 1, 'He said "no" to me'), (1, 2, "And then?")))
    assert [t.text for t in got.turns] == ['He said "no" to me', "And then?"]
    assert "not doubled" in got.problems[0].found


def test_a_file_cut_off_gives_what_stands_before_the_cut():
    whole = one_tier("P", (0, 1, "One."), (1, 2, "Two."))
    got = found(whole[: whole.index("intervals [2]") + 30])
    assert [t.text for t in got.turns] == ["One."]
    assert got.problems[0].where == "tier 1"


def test_words_where_a_number_belongs():
    with pytest.raises(BrokenFile, match="line 4"):
        found(TEXTGRID.replace("xmin = 0", 'xmin = "zero"', 1))


def test_tiers_about_the_talk_are_left_out_and_said():
    text = TEXTGRID.replace('name = "Patient"', 'name = "Doctor - phones"')
    got = found(text)
    assert {t.speaker for t in got.turns} == {"Doctor"}
    assert [p.where for p in got.problems] == ["tier 'Doctor - phones'"]


def test_a_file_of_words_alone_is_all_there_is():
    assert [t.text for t in found(one_tier("words", (0, 1, "yes"), (1, 2, "no"))).turns] == ["yes", "no"]


def binary(name, *intervals):
    def text(value):
        wide = value.encode("utf-16-be")
        if value.isascii():
            return struct.pack(">h", len(value)) + value.encode()
        return struct.pack(">hH", -1, len(wide) // 2) + wide

    data = b"ooBinaryFile\x08TextGrid" + struct.pack(">dd?i", 0.0, 9.0, True, 1)
    data += b"\x0cIntervalTier" + text(name) + struct.pack(">ddi", 0.0, 9.0, len(intervals))
    return data + b"".join(struct.pack(">dd", start, end) + text(what) for start, end, what in intervals)


def test_the_binary_format():
    data = binary("Patient", (0, 1.5, ""), (1.5, 9, "Da drüben."))
    got = FORMAT.read(Document("x", data))
    assert [(t.speaker, t.start, t.end, t.text) for t in got.turns] == [("Patient", 1.5, 9, "Da drüben.")]
    assert FORMAT.recognise(Document("x", data)) == 1.0
    assert FORMAT.read(Document("x", data[:-4])).problems[0].where == "tier 1"


@pytest.mark.parametrize("cut", range(len(binary("Pä", (0, 1, "ä")))))
def test_the_binary_format_cut_anywhere(cut):
    FORMAT.read(Document("x", binary("Pä", (0, 1, "ä"))[: max(cut, 21)]))


# One file a speaker -------------------------------------------------------------------------------------


def together(**files):
    return read_documents([Document(name.replace("__", "/"), text.encode()) for name, text in files.items()])


def test_files_with_equal_tier_names_are_told_apart_by_their_own():
    got = together(
        day1_c01_patient=one_tier("Speaker", (0, 2, "Hello."), (4, 5, "It hurts.")),
        day1_c01_doctor=one_tier("Speaker", (0, 1, "Hello there."), (2, 3, "Tell me.")),
    )
    assert [(t.speaker, t.role, t.text) for t in got.turns] == [
        ("doctor", Role.CLINICIAN, "Hello there."),
        ("patient", Role.PATIENT, "Hello."),
        ("doctor", Role.CLINICIAN, "Tell me."),
        ("patient", Role.PATIENT, "It hurts."),
    ]
    assert got.origin.timing is Timing.INDEPENDENT


@pytest.mark.parametrize(
    "files, speakers",
    [
        ({"x_1": ("Anna", 0), "x_2": ("Ben", 1)}, ["Anna", "Ben"]),
        ({"doc__v1": ("t", 0), "pat__v1": ("t", 1)}, ["doc", "pat"]),
        ({"v1__anna_take_2": ("", 0), "v1__ben_take_2": ("", 1)}, ["anna", "ben"]),
        ({"v_doctor": ("Speaker", 0), "v_patient": ("Ann", 1)}, ["doctor", "Ann"]),
        ({"same": ("t", 0), "same_b": ("t", 1)}, ["file 1", "file 2"]),
    ],
)
def test_labels_of_files_given_together(files, speakers):
    got = together(**{name: one_tier(tier, (start, 9, "Words.")) for name, (tier, start) in files.items()})
    assert [t.speaker for t in got.turns] == speakers


def test_files_that_do_not_belong_together(tmp_path):
    (tmp_path / "a.TextGrid").write_text(TEXTGRID)
    (tmp_path / "b.json").write_text('{"segments": [{"start": 0, "end": 1, "text": "Hello."}]}')
    with pytest.raises(OpenRapportError, match="not one encounter"):
        read([tmp_path / "a.TextGrid", tmp_path / "b.json"])


# Writing ------------------------------------------------------------------------------------------------


def turn(speaker, text, start, end):
    words, marks = take_marks(text)
    return Turn(speaker, words, None, start, end, marks)


times = st.integers(0, 5000).map(lambda milliseconds: milliseconds / 1000)
spoken = st.text("abü \"'.?[]<>", min_size=1, max_size=20).filter(lambda raw: any(take_marks(raw)))
turns = st.builds(
    lambda speaker, text, start, length: turn(speaker, text, start, start + length + 0.001),
    st.sampled_from(["Doctor", 'The "P"', ""]),
    spoken,
    times,
    times,
)


def keyed(found_turns):
    return sorted((t.speaker, t.start, t.end, t.text, t.marks) for t in found_turns)


@given(st.lists(turns, min_size=1, max_size=8))
def test_written_and_read_back_is_the_same(made):
    text = FORMAT.write(Encounter(tuple(made)))
    got = found(text).turns
    assert keyed(got) == keyed(made)
    assert [t.start for t in got] == [t.start for t in sort_by_start(made)]


@given(st.lists(turns, min_size=1, max_size=8))
def test_praatio_reads_what_is_written(made):
    """A second reader, slow and obvious by its age, finds the same intervals in the same tiers."""
    text = FORMAT.write(Encounter(tuple(made)))
    theirs = textgrid_io.parseTextgridStr(text, includeEmptyIntervals=True)["tiers"]
    ours = parse_textgrid(Document("x", text.encode())).tiers
    assert [tier["name"] for tier in theirs] == [tier.name for tier in ours]
    for their, our in zip(theirs, ours, strict=True):
        entries = [Interval(float(a), float(b), label) for a, b, label in their["entries"]]
        assert entries == [Interval(one.start, one.end, one.text.strip()) for one in our.intervals]
        assert all(a.end == b.start for a, b in itertools.pairwise(entries))


def test_turns_of_one_speaker_that_overlap_go_to_a_further_tier():
    made = (turn("D", "So,", 0, 2), turn("D", "as I said", 1, 3), turn("D", "yes", 3, 4))
    text = FORMAT.write(Encounter(made))
    assert text.count('name = "D"') == 2
    assert keyed(found(text).turns) == keyed(made)


def test_a_turn_without_length_gets_a_blink():
    made = (turn("D", "Hm.", 1, 1),)
    assert found(FORMAT.write(Encounter(made))).turns[0].end == pytest.approx(1.001)


@pytest.mark.parametrize("start, end", [(None, None), (1.0, None)])
def test_without_times_it_cannot_be_written(start, end):
    with pytest.raises(CannotWrite, match="turn 1"):
        FORMAT.write(Encounter((turn("D", "Hello.", 0, 1), turn("P", "Hello.", start, end))))


# PriMock57 ----------------------------------------------------------------------------------------------


def pairs(folder: Path):
    for doctor in sorted((folder / "primock57").glob("*_doctor.TextGrid")):
        yield doctor, doctor.with_name(doctor.name.replace("_doctor", "_patient"))


def slow_count(file: Path) -> int:
    text = file.read_text("utf-8")
    return sum(1 for words in re.findall(r'text = "((?:[^"]|"")*)"', text) if words.strip())


def test_all_of_primock57_reads_with_the_turns_a_slow_count_finds(shared_data):
    counts = {}
    for pair in pairs(shared_data):
        got = read(pair)
        name = pair[0].name.removesuffix("_doctor.TextGrid")
        counts[name] = len(got.turns)
        assert len(got.turns) == sum(map(slow_count, pair)), name
        assert {t.role for t in got.turns} == {Role.CLINICIAN, Role.PATIENT}, name
        assert got.problems == (), name
        starts = [(t.start, t.role is Role.PATIENT) for t in got.turns]
        assert starts == sorted(starts), name
    assert len(counts) == 57
    rows = (shared_data / "acts_dev.tsv").read_text("utf-8").split("\n")
    places = [re.fullmatch(r"primock-(\w+):(\d+)", row.partition("\t")[0]) for row in rows]
    used = [(place[1], int(place[2])) for place in places if place]
    assert len(used) > 500
    assert all(index < counts[name] for name, index in used)

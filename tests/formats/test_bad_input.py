"""Whatever a person hands over, it is read or refused in one clear line with an exit code of its own kind."""

import io
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openrapport.errors import (
    BadDocument,
    BrokenFile,
    MissingFile,
    NoPermission,
    NotAFile,
    NoTextColumn,
    NothingInside,
    NotText,
    OpenRapportError,
    UnknownFormat,
)
from openrapport.formats import Document, all_formats, read
from openrapport.formats.reading import read_documents

WORDS = "Well, it hurts [laughs] <UNSURE>here</UNSURE>."
GOOD = {
    "tagged": f"Doctor: Hello.\nPatient: {WORDS}\nmore of it\nDoctor: I see.\n",
    "names above": f"Dr. Lee  0:03\nHello.\n\nAnna  0:05\n{WORDS}\n",
    "brackets": f"[doctor] Hello. [patient] {WORDS}\n",
    "csv": f'speaker,role,start,end,text\nD,clinician,0.5,1,Hello.\nP,patient,1,2.25,"{WORDS}"\n',
    "json": '{"openrapport": 1, "turns": [{"speaker": "D", "start": 0, "text": "Hello [laughs]", "marks": []}]}',
    "webvtt": f"WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ann>Hello</v>\n\n00:02.000 --> 00:03.000\nBen: {WORDS}\n",
    "srt": f"1\n00:00:01,000 --> 00:00:02,000\nAnn: Hello\n\n2\n00:00:02,000 --> 00:00:03,000\n- {WORDS}\n- Yes\n",
}


def try_to_read(data: bytes) -> str:
    """The format that read it, or the one line that says why not."""
    try:
        encounter = read_documents([Document("visit.txt", data)])
    except OpenRapportError as refused:
        assert "\n" not in str(refused)
        assert str(refused).endswith((".", "!", "/*")) or "`" in str(refused)
        return str(refused)
    for turn in encounter.turns:
        (turn.speaker + turn.text).encode("utf-8")
        assert turn.start is None or turn.end is None or turn.start <= turn.end
        assert all(0 <= mark.at <= mark.to <= len(turn.text) for mark in turn.marks)
    return encounter.origin.format


@pytest.mark.parametrize(
    "data, error, message",
    [
        (b"", NothingInside, "is empty"),
        (b" \n\t\r\n" * 1000, NothingInside, "is empty"),
        ("\ufeff \n".encode("utf-16"), NothingInside, "is empty"),
        (b"\xef\xbb\xbf", NothingInside, "is empty"),
        ("\u00a0\u2003\n".encode(), NothingInside, "is empty"),
        (b"Dear Anna,\nthanks for your letter.\n", UnknownFormat, "no line says who speaks"),
        (b"<?xml version='1.0'?><a><b>Doctor</b></a>", UnknownFormat, ""),
        (b'{"a": [1, 2', BrokenFile, "line 1, column"),
        (b'{"a": "b"}', UnknownFormat, "JSON"),
        (b'{"openrapport": 3}', BadDocument, "another version"),
        (b"WEBVTT\n\nhello\n", BrokenFile, "no line in it has times"),
        (b"speaker,start\nD,1\nP,2\n", NoTextColumn, "Rename"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", NotText, "PDF"),
        (b"<!DOCTYPE html>\n<html><p>Doctor: Hello</p></html>", NotText, "web page"),
        (b"\n<HTML lang='en'><p>Doctor: Hello</p></HTML>", NotText, "web page"),
        (random.Random(1).randbytes(5000), NotText, "no text"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    data: bytes, error: type[OpenRapportError], message: str
) -> None:
    with pytest.raises(error) as refused:
        read_documents([Document("visit.txt", data)])
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "visit.txt" in str(refused.value)


def test_what_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingFile, match="There is no file"):
        read(tmp_path / "none.txt")
    with pytest.raises(NotAFile, match="is a folder"):
        read(tmp_path)

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(NoPermission, match="You may not read"):
        read(tmp_path / "locked.txt")
    monkeypatch.setattr(Path, "read_bytes", lambda _: (_ for _ in ()).throw(OSError(5, "Input/output error")))
    with pytest.raises(NotAFile, match="Input/output error"):
        read(tmp_path / "torn.txt")


def test_a_name_with_a_nul_and_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OpenRapportError):
        read("a\0b")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"D: Hello.\nP: Hi.\n")))
    assert len(read("-").turns) == 2


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_file_is_known_by_its_content(kind: str) -> None:
    names = {"names above": "tagged", "brackets": "tagged", "csv": "table"}
    assert try_to_read(GOOD[kind].encode()) == names.get(kind, kind)
    assert try_to_read(("\n\n" + GOOD[kind]).encode("utf-16")) == names.get(kind, kind)


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_any_bytes(data: bytes) -> None:
    try_to_read(data)


@given(st.sampled_from(sorted(GOOD)), st.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_files(kind: str, data: st.DataObject) -> None:
    text = bytearray(GOOD[kind].encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 8))
        text[at : at + cut] = data.draw(
            st.sampled_from([b"", b"\0", b"\xff", b'"', b"\n\n", b"-->", b":", b"\xed\xa0\x80"])
        )
    try_to_read(bytes(text))


@given(st.sampled_from(sorted(GOOD)), st.text(max_size=30), st.integers(0, 200))
def test_files_with_anything_put_in(kind: str, text: str, at: int) -> None:
    good = GOOD[kind]
    try_to_read((good[:at] + text + good[at:]).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "unit", ["a ", "a", ":", "(", "[", "<v ", "- ", "a: ", '"', ",", "D: a ", "1:", "-->", " ", "\t", "*"]
)
@pytest.mark.parametrize("start", ["Doctor: ", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "speaker,text\nD,", ""])
def test_one_endless_line(unit: str, start: str) -> None:
    try_to_read((start + unit * (60_000 // len(unit)) + "\nPatient: b\n").encode())


@pytest.mark.slow
@pytest.mark.parametrize("start", ["Doctor: ", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "speaker,text\nD,"])
def test_one_line_of_five_million_characters(start: str) -> None:
    encounter = read_documents([Document("visit", (start + "word " * 1_000_000).encode())])
    assert len(encounter.turns) == 1
    assert len(encounter.turns[0].text) == 4_999_999


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", ["{speaker}: some words\n", "{second}.000 --> {second}.500\n<v {speaker}>some words\n\n"]
)
def test_two_hundred_thousand_turns(line: str) -> None:
    text = "WEBVTT\n\n" if "-->" in line else ""
    text += "".join(
        line.format(speaker="DP"[n % 2], second=f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}")
        for n in range(200_000)
    )
    assert len(read_documents([Document("visit", text.encode())]).turns) == 200_000


def test_every_format_can_look_at_anything() -> None:
    for format in all_formats().values():
        for data in (b"", b"\0", b"\xff", b"{", b"[", b"<", b"a", b"PK\3\4", b"WEBVTT", b'"'):
            assert 0 <= format.recognise(Document("a", data)) <= 1

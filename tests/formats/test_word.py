"""Word: tagged paragraphs, tables with and without headings, tracked changes, other zips."""

import io
import zipfile

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from structured_samples import saved, word, word_table

from openrapport.encounter import Role
from openrapport.errors import BrokenFile, HostileFile, NothingInside, NotText, UnknownFormat
from openrapport.formats import Document
from openrapport.formats.reading import read_documents

TALK = ("Doctor: How is the hip?", "Patient: Sore.", "Doctor: All day?", "Patient: Mostly at night.")
ROWS = (("Doctor", "How is the hip?"), ("Patient", "Sore."), ("Doctor", "All day?"), ("Patient", "At night."))


def read(document, name="visit.docx"):
    data = document if isinstance(document, bytes) else saved(document)
    return read_documents([Document(name, data)])


def said(encounter):
    return [(t.speaker, t.text) for t in encounter.turns]


def test_tagged_paragraphs():
    got = read(word(*TALK))
    assert said(got) == [tuple(line.split(": ")) for line in TALK]
    assert [t.role for t in got.turns[:2]] == [Role.CLINICIAN, Role.PATIENT]
    assert got.origin.format == "word"
    assert got.problems == ()


def test_line_breaks_and_tabs_inside_a_paragraph():
    document = word()
    run = document.add_paragraph().add_run("Doctor:\tHow is the hip?")
    run.add_break()
    run.add_text("Patient:\tSore.")
    assert said(read(document)) == [("Doctor", "How is the hip?"), ("Patient", "Sore.")]


@pytest.mark.parametrize(
    "heading", [(), (("Speaker", "Text"),), (("Who", "Words"),)], ids=["none", "usual", "other"]
)
def test_a_table(heading):
    assert said(read(word_table(*heading, *ROWS))) == list(ROWS)


def test_a_table_with_numbers_and_times_and_no_heading():
    rows = [(str(i), f"00:0{i}:15", who, what) for i, (who, what) in enumerate(ROWS, 1)]
    got = read(word_table(*rows))
    assert said(got) == list(ROWS)
    assert got.turns[1].start == 135.0


def test_text_beside_a_table_is_said():
    document = word_table(*ROWS)
    document.add_paragraph("Transcribed by hand.")
    assert [(p.where, p.found) for p in read(document).problems] == [("the text", "1 lines beside the table")]


def test_a_table_beside_the_text_is_said():
    document = word(*TALK)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Date"
    assert [p.where for p in read(document).problems] == ["the tables"]


def tracked(paragraph, tag, text, inner):
    change = OxmlElement(tag)
    run = OxmlElement("w:r")
    part = OxmlElement(inner)
    part.text = text
    part.set(qn("xml:space"), "preserve")
    run.append(part)
    change.append(run)
    paragraph._p.append(change)


def test_tracked_changes_are_read_as_accepted_and_said():
    document = word(*TALK[:1])
    tracked(document.paragraphs[0], "w:del", " Or the knee?", "w:delText")
    tracked(document.paragraphs[0], "w:ins", " Or the back?", "w:t")
    document.add_paragraph("Patient: Sore.")
    got = read(document)
    assert got.turns[0].text == "How is the hip? Or the back?"
    assert [p.found for p in got.problems] == ["tracked changes (1 deleted, 1 inserted)"]


def test_comments_are_left_out_and_said():
    document = word(*TALK)
    document.add_comment(document.paragraphs[0].runs, text="Doctor: not said", author="a")
    got = read(document)
    assert len(got.turns) == 4
    assert [p.found for p in got.problems] == ["1 comments"]


def test_a_document_without_words():
    with pytest.raises(NothingInside):
        read(word(""))


def test_prose_without_speakers():
    with pytest.raises(UnknownFormat):
        read(word("The hip was sore and nothing else was said about it."))


def zipped(**parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return held.getvalue()


def test_a_zip_that_is_not_word():
    with pytest.raises(UnknownFormat, match="packed file"):
        read(zipped(notes="Doctor: hello"))
    with pytest.raises(UnknownFormat, match="Excel"):
        read(zipped(xl__workbook_xml="<a/>"))


def test_a_damaged_zip():
    data = saved(word(*TALK))
    with pytest.raises(BrokenFile):
        read(data[: len(data) // 2])
    middle = data.index(b"word/document.xml") + 60
    with pytest.raises(BrokenFile):
        read(data[:middle] + b"\xff" * 40 + data[middle + 40 :])


def test_a_locked_zip():
    data = bytearray(zipped(word__document_xml="<a/>"))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        data[data.index(start) + (6 if start == b"PK\x03\x04" else 8)] |= 1
    with pytest.raises(BrokenFile, match="password"):
        read(bytes(data))


def test_a_bomb():
    with pytest.raises(HostileFile):
        read(zipped(word__document_xml=b" " * 30_000_000))
    with pytest.raises(HostileFile):
        read(zipped(word__document_xml="<a/>", other=b"\0" * 30_000_000))


def test_entities_in_word():
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(HostileFile):
        read(zipped(word__document_xml=text))


def test_broken_xml_in_word():
    with pytest.raises(BrokenFile, match="line 1"):
        read(zipped(word__document_xml="<a>"))


def test_xml_in_letters_that_cannot_be_read():
    with pytest.raises(BrokenFile, match="letters"):
        read(zipped(word__document_xml='<?xml version="1.0" encoding="utf-7"?><a/>'))


def test_old_word():
    with pytest.raises(NotText, match=r"\.docx"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "visit.doc")

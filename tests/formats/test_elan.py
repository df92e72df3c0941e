"""ELAN: tiers and participants, times that are missing, tiers that hang on others, XML that is not ELAN."""

import pytest
from structured_samples import ELAN

from openrapport.encounter import Role, Timing
from openrapport.errors import BrokenFile, HostileFile, UnknownFormat
from openrapport.formats import Document, all_formats
from openrapport.formats.reading import read_documents

FORMAT = all_formats()["elan"]


def found(text):
    return FORMAT.read(Document("visit.eaf", text.encode()))


def test_tiers_are_speakers_and_annotations_turns():
    got = found(ELAN)
    assert [(t.speaker, t.role, t.start, t.end, t.text) for t in got.turns] == [
        ("Therapist", Role.CLINICIAN, 0, 1.5, "Can you bend it?"),
        ("Patient", Role.PATIENT, 1.2, 4.0, "Not since the fall."),
        ("Patient", Role.PATIENT, None, 5.0, "It gives way."),
    ]
    assert got.timing is Timing.INDEPENDENT
    assert got.language == "eng"


def test_tiers_left_out_are_named():
    assert [str(p) for p in found(ELAN).problems] == ["tier 'P-translation': depends on another tier; left out"]
    gesture = ELAN.replace('TIER_ID="Therapist"', 'TIER_ID="gesture_left"')
    assert "tier 'gesture_left'" in [p.where for p in found(gesture).problems]


def test_an_empty_annotation_is_a_problem():
    got = found(ELAN.replace("It gives way.", ""))
    assert [p.where for p in got.problems] == ["tier 'P-translation'", "tier 'P-utterance', annotation 2"]
    assert len(got.turns) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_encodings(encoding):
    text = ELAN.replace("Not since the fall.", "Seit März.").replace("UTF-8", encoding)
    assert read_documents([Document("x", text.encode(encoding))]).turns[1].text == "Seit März."


def test_xml_that_is_not_elan():
    document = Document("notes.xml", b'<?xml version="1.0"?>\n<note><to>Doctor: Ann</to></note>')
    with pytest.raises(UnknownFormat, match=r"notes\.xml.*not of ELAN"):
        read_documents([document])


def test_broken_xml_names_its_line():
    with pytest.raises(BrokenFile, match="line 5, column 9"):
        found(ELAN.replace("<TIME_ORDER>", "<TIME_ORDER", 1))


LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 9))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_are_hostile(doctype):
    text = f'<?xml version="1.0"?>{doctype}<ANNOTATION_DOCUMENT>&l8;</ANNOTATION_DOCUMENT>'
    with pytest.raises(HostileFile):
        read_documents([Document("visit.eaf", text.encode())])

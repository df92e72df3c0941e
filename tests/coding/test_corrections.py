"""Corrections: the reader's word on a turn replaces the coder's, on the file that they read and on no other."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from openrapport.coding import CodedEncounter, human_card, load_codebook
from openrapport.coding.corrections import (
    Correction,
    Corrections,
    apply,
    apply_role_corrections,
    corrections_from,
    read_corrections,
)
from openrapport.encounter import Encounter, Origin, Part, Role, Turn
from openrapport.errors import BadDocument, MissingFile, NotAFile, OtherSource

C, P, K = Role.CLINICIAN, Role.PATIENT, Role.COMPANION
ACTS = tuple(load_codebook().acts)
VISIT = Encounter(
    (Turn("A", "How are you?", C), Turn("B", "She is tired.", P), Turn("A", "I see.", C)),
    Origin("visit.txt", digest="sha256:aa"),
    cast=(Part("A", C, "words", 0.95), Part("B", P, "words", 0.95)),
)


@pytest.fixture
def coded() -> CodedEncounter:
    """Every turn carries every act of its role with 0.6."""
    book = load_codebook()
    table = [[0.6 if act in book.of(turn.role) else 0.0 for act in ACTS] for turn in VISIT.turns]
    return CodedEncounter(VISIT, ACTS, np.array(table), human_card("Ann"))


def corrections(*turns: Correction) -> Corrections:
    return Corrections("sha256:aa", "none", turns)


def test_a_corrected_turn_does_exactly_what_the_reader_says(coded):
    made = apply(coded, corrections(Correction(0, ("empathy", "question_open"))))
    assert {act: p for act, p in zip(ACTS, made.probabilities[0], strict=True) if p} == {
        "empathy": 1.0,
        "question_open": 1.0,
    }
    np.testing.assert_array_equal(made.probabilities[1:], coded.probabilities[1:])


def test_none_of_these_is_an_answer(coded):
    assert apply(coded, corrections(Correction(0, ()))).coded(0) == ()


def test_no_corrections_change_nothing(coded):
    made = apply(coded, corrections())
    np.testing.assert_array_equal(made.probabilities, coded.probabilities)
    assert made.encounter == coded.encounter


def test_who_spoke_can_be_corrected(coded):
    made = apply(coded, corrections(Correction(1, ("cue",), role=K)))
    assert made.encounter.turns[1].role is K and made.coded(1) == ("cue",)
    assert made.encounter.cast[1] == Part("B", K, "correction")


def test_one_turn_of_many_does_not_recast_its_speaker():
    made = apply_role_corrections(VISIT, corrections(Correction(2, role=P)))
    assert [turn.role for turn in made.turns] == [C, P, P] and made.cast == VISIT.cast


def test_a_role_alone_leaves_no_acts_of_the_other_side(coded):
    made = apply(coded, corrections(Correction(2, role=P)))
    assert made.coded(2) == () and "corrected" in made.not_coded[2]


def test_a_companions_turn_keeps_the_patients_acts(coded):
    made = apply(coded, corrections(Correction(1, role=K)))
    np.testing.assert_array_equal(made.probabilities, coded.probabilities)
    assert not made.not_coded


@pytest.mark.parametrize(
    "change, told",
    [
        ({"source": "sha256:bb"}, "another file than 'visit.txt'"),
        ({"join": "speaker"}, "joined by 'speaker', this is 'none'. Give --join speaker"),
        ({"turns": (Correction(3, ()),)}, "has turns 0 to 2"),
    ],
)
def test_corrections_of_another_source_are_refused(coded, change, told):
    with pytest.raises(OtherSource, match=told):
        apply(coded, replace(corrections(), **change))


@pytest.mark.parametrize(
    "act, told", [("cue", "patient's act. Correct the role"), ("kindness", "no act is called")]
)
def test_acts_that_do_not_fit_are_refused(coded, act, told):
    with pytest.raises(BadDocument, match=told):
        apply(coded, corrections(Correction(0, (act,))))


def test_read_as_the_page_writes_them(tmp_path):
    file = tmp_path / "corrections.json"
    turns = [{"turn": 1, "acts": ["cue"], "note": "she looked away"}, {"turn": 2, "acts": [], "role": "patient"}]
    data = {"openrapport_corrections": 1, "source": "sha256:aa", "join": "none", "turns": turns}
    file.write_text(json.dumps(data), "utf-8")
    expected = corrections(Correction(1, ("cue",), note="she looked away"), Correction(2, (), P))
    assert read_corrections(file) == expected


GOOD = {"openrapport_corrections": 1, "source": "x", "join": "none", "turns": []}


@pytest.mark.parametrize(
    "change, told",
    [
        ({"openrapport_corrections": 2}, "openrapport_corrections"),
        ({"turns": None}, "turns"),
        ({"by": "me"}, "'by'"),
        ({"turns": [{"turn": 1, "text": "secret"}]}, "'text'"),
        ({"turns": [{"turn": 1}, {"turn": 1}]}, "turn 1 is corrected twice"),
        ({"turns": [{"turn": "one"}]}, "turns.0.turn"),
    ],
)
def test_what_does_not_belong_is_refused_by_name(change, told):
    with pytest.raises(BadDocument, match=told) as refused:
        corrections_from(json.dumps({**GOOD, **change}))
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("text, told", [("{", "not JSON"), ("[]", "no file"), ("{}", "no file")])
def test_what_is_no_file_of_corrections(text, told):
    with pytest.raises(BadDocument, match=told):
        corrections_from(text)


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(MissingFile):
        read_corrections(tmp_path / "none.json")
    with pytest.raises(NotAFile):
        read_corrections(tmp_path)
    (tmp_path / "latin.json").write_bytes(b"\xe9")
    with pytest.raises(BadDocument, match="UTF-8"):
        read_corrections(tmp_path / "latin.json")


def test_json_without_end_is_refused():
    with pytest.raises(BadDocument, match="not JSON"):
        corrections_from("[" * 100_000)

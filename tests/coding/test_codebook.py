"""The codebook: all acts are there, each with examples and near misses that hold together."""

from __future__ import annotations

import re

import pytest

from openrapport.coding import load_codebook
from openrapport.coding.act import Act
from openrapport.encounter import Role
from openrapport.sources import cite

CLINICIAN = {
    "question_open",
    "question_closed",
    "reflection_simple",
    "reflection_complex",
    "information",
    "advice",
    "choice",
    "permission",
    "affirmation",
    "empathy",
    "reassurance",
    "partnership",
    "autonomy",
    "signpost",
    "checking",
    "small_talk",
    "self_disclosure",
    "apology",
    "confidentiality",
    "backchannel",
    "confrontation",
}
PATIENT = {
    "cue",
    "concern",
    "pain",
    "disclosure",
    "preference",
    "patient_question",
    "change_talk",
    "sustain_talk",
    "warmth",
    "withdrawal",
    "complaint",
}

every_act = pytest.mark.parametrize(("id", "act"), load_codebook().acts.items(), ids=load_codebook().acts)


def test_the_codebook_holds_these_acts_and_no_others() -> None:
    assert set(load_codebook().acts) == CLINICIAN | PATIENT


@pytest.mark.parametrize(
    ("role", "ids"),
    [
        (Role.CLINICIAN, CLINICIAN),
        (Role.PATIENT, PATIENT),
        (Role.COMPANION, PATIENT),
        (Role.INTERPRETER, set()),
        (Role.OTHER, set()),
        (None, set()),
    ],
)
def test_each_role_can_carry_the_acts_of_its_side(role: Role | None, ids: set[str]) -> None:
    assert set(load_codebook().of(role)) == ids


@every_act
def test_an_act_has_examples_and_near_misses(id: str, act: Act) -> None:
    assert len(act.examples) >= 5
    assert len(act.near) >= 5


@every_act
def test_no_example_is_given_twice(id: str, act: Act) -> None:
    for turns in (act.examples, act.near):
        assert sorted(turn.text for turn in turns) == sorted({turn.text for turn in turns})


@every_act
def test_a_near_miss_is_not_also_an_example(id: str, act: Act) -> None:
    assert not set(act.examples) & set(act.near)


@every_act
def test_every_turn_has_words_or_a_mark(id: str, act: Act) -> None:
    for turn in (*act.examples, *act.near):
        assert re.search(r"\w", turn.text)
        assert turn.text == turn.text.strip()
        assert turn.before == turn.before.strip()


@every_act
def test_every_source_is_in_the_bibliography(id: str, act: Act) -> None:
    assert act.sources
    for key in act.sources:
        assert cite(key).title


@every_act
def test_readers_see_plain_words(id: str, act: Act) -> None:
    said = set(re.findall(r"\w+", act.plain.lower()))
    assert not said & (CLINICIAN | PATIENT)
    assert "_" not in act.plain
    assert act.plain == act.plain.strip().rstrip(".")


def test_no_two_acts_share_their_plain_words() -> None:
    plain = [act.plain for act in load_codebook().acts.values()]
    assert len(plain) == len(set(plain))

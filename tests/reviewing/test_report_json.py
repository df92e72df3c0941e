"""The review as data keeps to its published schema, and keeps words to itself where asked."""

from __future__ import annotations

import json

import jsonschema
import pytest
from visits import CANARIES, a_review, with_canaries

from openrapport.coding import CodedEncounter
from openrapport.encounter import Encounter
from openrapport.measures.examples import human_card, talk
from openrapport.reviewing import Change, Review, review
from openrapport.reviewing.report_json import schema, to_json


def human() -> Review:
    return review(
        talk("C: Hello. {small_talk}\nP: I'm scared. {concern}\nC: Of what? {question_open}\nP: [sighs]")
    )


def nobody() -> Review:
    import numpy as np

    return review(CodedEncounter(Encounter(()), (), np.zeros((0, 0)), human_card("a person")))


@pytest.mark.parametrize("made", [a_review, human, nobody, with_canaries])
@pytest.mark.parametrize("without_words", [False, True])
def test_every_review_fits_the_schema(made: object, without_words: bool) -> None:
    assert callable(made)
    data = json.loads(json.dumps(to_json(made(), without_words)))
    jsonschema.Draft202012Validator(schema()).validate(data)


def test_the_schema_is_a_schema_and_refuses_what_is_not_a_review() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    data = to_json(a_review())
    for wrong in (data | {"score": 7}, data | {"openrapport_review": 2}, {"openrapport_review": 1}):
        assert not jsonschema.Draft202012Validator(schema()).is_valid(wrong)


def test_it_holds_every_turn_and_every_measure() -> None:
    made = a_review()
    data = to_json(made)
    assert [turn["text"] for turn in data["turns"]] == [turn.text for turn in made.encounter.turns]
    assert [one["measure"] for one in data["measures"]] == [one.name for one in made.measurements]
    assert data["turns"][3]["coded"] == ["question_open"]
    assert data["proposals"]["promises"][0]["turn"] == 15


def test_without_words_no_word_name_or_note_is_left() -> None:
    made = with_canaries()
    whole, bare = (json.dumps(to_json(made, hidden)) for hidden in (False, True))
    assert all(canary in whole for canary in CANARIES)
    assert not [canary for canary in CANARIES if canary in bare]
    assert to_json(made, True)["turns"][0]["speaker"] == "Clinician"


def test_changes_are_told_before_and_after() -> None:
    made = a_review()
    changed = Review(made.coded, made.measurements, (), (), made.proposals, (Change("openings", 0.5, None),))
    assert to_json(changed)["changes"] == [{"measure": "openings", "before": 0.5, "after": None}]

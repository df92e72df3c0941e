"""Coded files: written, read back, and refused where they belong to another file."""

from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.coding import Card, CodedEncounter, Reliability, human_card, load_codebook
from openrapport.coding.records import from_jsonl, to_jsonl
from openrapport.encounter import Encounter, Join, Mark, Origin, Role, Turn
from openrapport.errors import BadDocument, OtherSource

C, P = Role.CLINICIAN, Role.PATIENT
VISIT = Encounter(
    (
        Turn("Dr. Lee", "What worries you?", C, 0.0, 1.5),
        Turn("Ann", "That it comes back.\u2028", P, 1.5, 3.0, (Mark("sighs", 0, 0, "[sighs]"),), (1, 2)),
        Turn("", "Door.", None),
    ),
    Origin("visit.vtt", digest="sha256:aa"),
    join=Join.SENTENCE,
)
ACTS = tuple(load_codebook().acts)


def coded(encounter: Encounter = VISIT, **given: float) -> CodedEncounter:
    """Each act given on every turn whose role can carry it, by a coder that calls 0.3 enough."""
    book = load_codebook()
    table = [
        [given.get(act, 0.0) if act in book.of(turn.role) else 0.0 for act in ACTS] for turn in encounter.turns
    ]
    card = Card("some coder", "3", "1", {act: Reliability(0.3) for act in ACTS}, "talk")
    return CodedEncounter(encounter, ACTS, np.array(table), card)


def lines(made: CodedEncounter, **how: bool) -> list[dict[str, object]]:
    return [json.loads(line) for line in to_jsonl(made, **how)]


def by_hand(*records: dict[str, object]) -> str:
    return "\n".join(map(json.dumps, records))


def test_one_line_a_turn_with_every_act_of_the_role():
    first, second, third = lines(coded(question_open=0.91237, concern=0.31, cue=0.2))
    book = load_codebook()
    assert [first["turn"], second["turn"], third["turn"]] == [0, 1, 2]
    assert first["acts"] == {act: 0.9124 if act == "question_open" else 0.0 for act in book.of(C)}
    assert set(second["acts"]) == set(book.of(P)) and third["acts"] == {}
    assert (first["coded"], second["coded"], third["coded"]) == (["question_open"], ["concern"], [])
    assert (first["speaker"], first["role"], first["start"], first["end"]) == ("Dr. Lee", "clinician", 0.0, 1.5)
    assert (first["source"], first["join"]) == ("sha256:aa", "sentence")
    assert "rows" not in first and second["rows"] == [1, 2]
    assert second["marks"] == [{"kind": "sighs", "at": 0, "to": 0, "raw": "[sighs]"}]


def test_what_was_not_coded_says_why():
    made = replace(coded(), not_coded=MappingProxyType({1: "spoken in Welsh"}))
    record = lines(made)[1]
    assert record["not_coded"] == "spoken in Welsh" and record["acts"] == {}
    again = from_jsonl("\n".join(to_jsonl(made)), VISIT)
    assert again.not_coded == {1: "spoken in Welsh"}


def test_without_words_there_are_no_words_marks_or_names():
    text = "\n".join(to_jsonl(coded(concern=0.9), without_words=True))
    assert not any(word in text for word in ("worries", "comes back", "Ann", "Dr. Lee", "sighs"))
    assert from_jsonl(text, VISIT).coded(1) == ("concern",)


@given(st.dictionaries(st.sampled_from(ACTS), st.floats(0, 1), max_size=8))
def test_reading_back_gives_the_same_codes(probabilities):
    made = coded(**probabilities)
    again = from_jsonl("\n".join(to_jsonl(made)), VISIT)
    np.testing.assert_allclose(again.probabilities, made.probabilities, atol=5e-5)
    sure = [act for act, p in probabilities.items() if abs(p - 0.3) > 1e-3 and p > 1e-3]
    for turn in range(3):
        assert set(again.coded(turn)) & set(sure) == set(made.coded(turn)) & set(sure)


def test_a_persons_codes_need_no_more_than_the_acts():
    made = from_jsonl(
        by_hand({"coder": "Bob"}, {"coded": ["question_open"]}, {"turn": 1, "coded": ["concern"]}, {"turn": 2}),
        VISIT,
    )
    assert [made.coded(turn) for turn in range(3)] == [("question_open",), ("concern",), ()]
    assert made.card == human_card("Bob") and made.card.by_people
    assert made.p("concern").tolist() == [0.0, 1.0, 0.0]


def test_probabilities_are_a_coders_not_a_persons():
    made = from_jsonl(by_hand({"acts": {"empathy": 0.4}}, {"acts": {"cue": 0.7}}, {"turn": 2}), VISIT)
    assert not made.card.by_people and made.p("empathy")[0] == 0.4
    assert (made.coded(0), made.coded(1)) == ((), ("cue",))


@pytest.mark.parametrize(
    "record, told",
    [
        ({"source": "sha256:bb"}, "another file than 'visit.vtt'"),
        ({"join": "none"}, "Give --join none"),
        ({"text": "Something else."}, "Turn 0 of these codes has other words"),
    ],
)
def test_codes_of_another_source_are_refused(record, told):
    with pytest.raises(OtherSource, match=told) as refused:
        from_jsonl(by_hand({"coded": [], **record}, {"turn": 1}, {"turn": 2}), VISIT)
    assert "worries" not in str(refused.value) and "Something" not in str(refused.value)


def test_another_number_of_turns_is_refused():
    with pytest.raises(OtherSource, match="have 1 turns"):
        from_jsonl(by_hand({"turn": 0}), VISIT)


@pytest.mark.parametrize(
    "record, told",
    [
        ({"coded": ["kindness"]}, "Line 2 .*no act is called 'kindness'"),
        ({"coded": ["empathy"]}, "Line 2 .*'empathy' is a clinician's act, and the turn is a patient's"),
        ({"coded": "cue"}, "Line 2 .*not a list"),
        ({"acts": ["cue"]}, "Line 2 .*not acts with probabilities"),
        ({"acts": {"cue": 1.2}}, "Line 2 .*probability of 'cue'"),
        ({"acts": {"cue": True}}, "Line 2 .*probability of 'cue'"),
        ({"acts": {"cue": 0.2}, "coded": ["pain"]}, "Line 2 .*differ about 'pain'"),
        ({"turn": 5}, "Line 2 .*turn 1 should stand here"),
        ({"codes": []}, "Line 2 .*'codes' is not a key"),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(record, told):
    with pytest.raises(BadDocument, match=told):
        from_jsonl(by_hand({"turn": 0}, record, {"turn": 2}), VISIT)


@pytest.mark.parametrize("line", ["{", "[]", "7"])
def test_a_line_that_is_no_object(line):
    with pytest.raises(BadDocument, match="Line 2"):
        from_jsonl(f'{{"turn": 0}}\n{line}\n{{"turn": 2}}', VISIT)


def test_a_turn_without_a_role_carries_no_act():
    with pytest.raises(BadDocument, match="role is not known"):
        from_jsonl(by_hand({"turn": 0}, {"turn": 1}, {"turn": 2, "coded": ["cue"]}), VISIT)


def test_a_change_of_coded_alone_beside_probabilities_is_not_guessed_at():
    records = lines(coded(question_open=0.9, concern=0.5))
    turns = (*VISIT.turns, Turn("Ann", "And that I can't work.", P))
    longer = replace(VISIT, turns=turns)
    records.append({"turn": 3, "acts": {"concern": 0.1}, "coded": ["concern"]})
    records[1]["coded"] = []
    with pytest.raises(BadDocument, match=r"Line 4 .*differ about 'concern'"):
        from_jsonl(by_hand(*records), longer)


def test_json_without_end_is_refused():
    with pytest.raises(BadDocument, match="Line 1"):
        from_jsonl("[" * 100_000, VISIT)

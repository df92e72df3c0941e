"""The person: tenses by hand; disclosures met; stories that go back to the patient."""

from __future__ import annotations

import pytest
from hypothesis import given

from openrapport.flow import Flow
from openrapport.measures import measure_named, measure_one
from openrapport.measures.examples import talk
from openrapport.measures.tense import tenses
from small_talks import talks


def value(name: str, *lines: str) -> float | None:
    return measure_one(measure_named(name), Flow(talk("\n".join(lines)))).value


@pytest.mark.parametrize(
    ("text", "past", "present", "future"),
    [
        ("I fell on Sunday and it hurts.", 1, 1, 0),
        ("I've had it for two weeks.", 1, 0, 0),
        ("I have a dog.", 0, 1, 0),
        ("We've got a dog.", 0, 1, 0),
        ("They have never told me.", 1, 0, 0),
        ("I was told that it was nothing.", 2, 0, 0),
        ("I used to run.", 1, 0, 0),
        ("I'm going to see my sister, she'll cook.", 0, 0, 2),
        ("I'm going to the shops.", 0, 1, 0),
        ("I won't take them.", 0, 0, 1),
        ("Did you see it?", 1, 0, 0),
        ("I don't think I can do that.", 0, 2, 0),
        ("He says it's worse at night.", 0, 2, 0),
        ("You know, I mean, I guess so.", 0, 0, 0),
        ("I'm worried and too excited.", 0, 1, 0),
        ("My sister's knee.", 0, 0, 0),
        ("It was being looked at when the nurse came.", 2, 0, 0),
        ("I would have liked that.", 0, 1, 0),
        ("Yes.", 0, 0, 0),
    ],
)
def test_tenses_by_hand(text: str, past: int, present: int, future: int) -> None:
    found = tenses(text)
    assert (found["past"], found["present"], found["future"]) == (past, present, future)


@given(talks())
def test_the_three_tenses_are_all(text: str) -> None:
    flow = Flow(talk(text))
    shares = [measure_one(measure_named(f"{tense}_talk"), flow).value for tense in ("past", "present", "future")]
    kept = [share for share in shares if share is not None]
    assert not kept or sum(kept) == pytest.approx(1)


def test_tense_is_a_point_and_the_patients_alone() -> None:
    lines = ("C: I went there.", "P: I see him on Fridays.", "C: He will come.", "P: Yes.", "K: I fell.")
    one = measure_one(measure_named("present_talk"), Flow(talk("\n".join(lines))))
    assert (one.value, one.low, one.high) == (1, 1, 1)


TOLD = ("C: Who is at home?", "P: Nobody, since I drank my marriage away. {disclosure}")
AFTER = ("P: It is what it is now.", "C: Hm.", "P: Well then.")


@pytest.mark.parametrize(
    ("reply", "met"),
    [
        ("C: That is a lonely place to be. {empathy}", 1),
        ("C: Nobody at all. {reflection_simple}", 1),
        ("C: It was brave to say so. {affirmation}", 1),
        ("C: What has that been like? {question_open}", 1),
        ("C: What medicines do you take? {question_open}", 0),
        ("C: Do you smoke? {question_closed}", 0),
        ("C: You should join a group. {advice}", 0),
    ],
)
def test_a_disclosure_met(reply: str, met: float) -> None:
    assert value("disclosure_met", *TOLD, reply, *AFTER) == met


def test_words_of_listening_put_off_the_answer() -> None:
    lines = (*TOLD, "C: Mm. {backchannel}", "P: And I miss her.", "C: You miss her. {reflection_simple}")
    assert value("disclosure_met", *lines) == 1


@given(talks())
def test_shares_of_the_person_are_shares(text: str) -> None:
    flow = Flow(talk(text))
    names = "small_talk affirmations partnership self_disclosure patient_disclosures disclosure_met".split()
    for name in (*names, "returned_after_self_disclosure"):
        one = measure_one(measure_named(name), flow)
        assert one.value is None or -1e-9 <= one.value <= 1 + 1e-9


def test_an_act_never_weighs_more_than_its_turn() -> None:
    lines = ("C: You did well. {affirmation 0.6, backchannel 0.7}", "P: Thank you.", "C: Mm. {backchannel}")
    share = value("affirmations", *lines, "P: And now?", "C: We wait. {information}")
    assert share == pytest.approx(0.6 / (1 - 0.7 * 0.4 + 1))

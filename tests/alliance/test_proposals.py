"""What is proposed to be carried to the next visit, and what is left where it was said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.alliance import Promise, SharedFact, propose
from openrapport.encounter import Encounter, Origin, Role, Turn


def said(*turns: tuple[Role | None, str]) -> Encounter:
    return Encounter(
        tuple(Turn(role.value if role else "?", text, role) for role, text in turns), Origin("visit.vtt")
    )


@pytest.mark.parametrize(
    "words",
    [
        "I'll ring the wheelchair service by Friday.",
        "I will write to your GP about the tablets.",
        "Then we’ll send you the form.",
        "Let me ring the pharmacy for you.",
        "So, um, I'll, I'll send the, the prescription across.",
        "I'm going to ask my colleague from the splint clinic.",
        "I'll get back to you on Monday.",
        "We'll let you know as soon as the result's in.",
        "I'll also give your daughter a ring.",
        "I'll be writing to the school this week.",
        "I'm gonna order a scan.",
        "I'll put you on the list for the pool.",
        "I'll find out who can fix that.",
        "I'll bring the other splint next time.",
        "I'll refer you to the dietitian if that's not enough.",
    ],
)
def test_a_deed_after_the_visit_is_a_promise(words: str) -> None:
    assert propose(said((Role.CLINICIAN, words))).promises == (Promise(words, 0, "clinician"),)


@pytest.mark.parametrize(
    "words",
    [
        "I'll just have a look now.",
        "I'll see you in two weeks.",
        "I'm going to press on your tummy.",
        "I'll ask you a few questions.",
        "We'll talk about that in a minute.",
        "I'll write that down.",
        "If it gets worse I'll send you to the hospital.",
        "I can send it, or I'll print the leaflet if you'd like.",
        "Maybe I'll ring them.",
        "Let me know how it goes.",
        "I'll let you know when to stop.",
        "We'll see what the tests show.",
        "I'll talk to my supervisor and be back.",
        "I'll ring an ambulance.",
        "Shall I ring them?",
        "I rang them on Friday.",
        "I'll send that to, um.",
        "We'll look into it.",
    ],
)
def test_what_is_done_now_or_only_perhaps_is_no_promise(words: str) -> None:
    assert propose(said((Role.CLINICIAN, words))).promises == ()


@pytest.mark.parametrize(
    "words",
    [
        "Yeah, I'm studying sound design.",
        "I play powerchair football.",
        "My sister's getting married in June.",
        "We've got a match on the fourteenth, actually.",
        "I, I work as a, uh, lorry driver.",
        "I'm an accountant.",
        "I’m in my last year of high school.",
        "I live with my wife and two kids.",
        "We have a dog as well.",
        "My daughter lives in Leeds.",
        "I like to go biking.",
        "I sing in a choir.",
        "I'm retired.",
        "I'm really into chess.",
        "We're going on holiday next week.",
        "My birthday is on Sunday.",
        "I run a sushi shop.",
        "My dog is called Pepper.",
    ],
)
def test_what_a_patient_tells_of_their_life_is_a_fact(words: str) -> None:
    assert propose(said((Role.PATIENT, words))).facts == (SharedFact(words, 0, "patient"),)


@pytest.mark.parametrize(
    "words",
    [
        "My knee hurts when I play football.",
        "My mother had a heart attack.",
        "I work with asbestos.",
        "I'm a heavy smoker.",
        "I'm a bit worried.",
        "I'm a diabetic.",
        "I like it.",
        "I don't play anything.",
        "I don't work.",
        "It's worse when I work at my desk.",
        "It's bad if I play the piano.",
        "Do you think I work at it enough?",
        "My wife thinks so.",
        "I live in constant fear of it.",
        "I live at 14 Mill Road.",
        "I take it with food.",
    ],
)
def test_health_and_all_the_rest_is_no_such_fact(words: str) -> None:
    assert propose(said((Role.PATIENT, words))).facts == ()


def test_companions_promise_and_patients_tell_but_nobody_else_does() -> None:
    promise, fact = "I'll ring the school.", "I play chess."
    roles = (*Role, None)
    found = propose(said(*[(role, f"{promise} {fact}") for role in roles]))
    assert {one.speaker for one in found.promises} == {"clinician"}
    assert {one.speaker for one in found.facts} == {"patient"}
    assert propose(said((Role.COMPANION, promise))).promises == (Promise(promise, 0, "companion"),)


def test_every_proposal_names_its_turn_and_waits_to_be_confirmed() -> None:
    found = propose(
        said(
            (Role.CLINICIAN, "Hello."),
            (Role.PATIENT, "It's sore. I play chess. It's my ankle."),
            (Role.CLINICIAN, "I'll write to them. I'll write to them."),
            (Role.PATIENT, "I play chess."),
        )
    )
    assert found.promises == (Promise("I'll write to them.", 2, "clinician"),)
    assert found.facts == (SharedFact("I play chess.", 1, "patient"),)
    assert found.visit == "visit.vtt"
    assert found.confirmed.promises == found.confirmed.facts == ()


def test_a_long_sentence_is_quoted_by_the_stretch_that_matters() -> None:
    winding = "and there was this and there was that, " * 6
    found = propose(said((Role.CLINICIAN, f"{winding}so I'll write to the clinic today, {winding}and that's it.")))
    (promise,) = found.promises
    assert "I'll write to the clinic today," in promise.quote
    assert len(promise.quote.split()) <= 40


@given(st.lists(st.tuples(st.sampled_from([*Role, None]), st.text(max_size=80)), max_size=6))
def test_a_proposal_quotes_what_was_said_in_its_turn(turns: list[tuple[Role | None, str]]) -> None:
    encounter = said(*turns, (Role.PATIENT, "I play chess."), (Role.CLINICIAN, "I'll ring them."))
    found = propose(encounter)
    assert found.promises
    assert found.facts
    for one in (*found.promises, *found.facts):
        assert one.quote in encounter.turns[one.turn].text


def test_the_example_proposes_what_a_reader_would_underline() -> None:
    from openrapport import read
    from openrapport.encounter import Join, join

    visit = read(Path(__file__).parents[2] / "examples" / "naren_first_visit.vtt")
    found = propose(join(visit, Join.SENTENCE))
    assert [promise.quote for promise in found.promises] == [
        "Then I'll write to your clinic today and ask them for the soft ones.",
        "And that edge on the footplate, that needs fixing, so I'll ring the wheelchair service by Friday.",
        "I'll let you know on Friday what they say.",
        "I'll send you pictures of both tonight.",
    ]
    assert [fact.quote for fact in found.facts] == [
        "Yeah, I'm studying sound design.",
        "I play powerchair football.",
        "We've got a match on the fourteenth, actually.",
        "My sister's getting married in June.",
        "I'm doing the sound.",
    ]

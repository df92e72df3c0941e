"""The events of asking, feeling, sharing and the person: when they are there, when not, when nobody can tell."""

from __future__ import annotations

import pytest
from hypothesis import given

from openrapport.encounter import Role
from openrapport.flow import Flow, NotMeasurable, all_events
from openrapport.flow.events.recalled_fact import GAP, PRECISION, brought_up
from openrapport.flow.touch import find_touches, shows_touch
from openrapport.measures.examples import talk
from small_talks import talks


def flow(*lines: str) -> Flow:
    return Flow(talk("\n".join(lines)))


def turns(event: str, *lines: str) -> list[int]:
    return [happening.turn for happening in flow(*lines).happenings(event)]


@pytest.mark.parametrize("name", all_events())
def test_an_event_says_what_it_is(name: str) -> None:
    assert all_events()[name].definition.endswith((".", ".”"))


@pytest.mark.parametrize("name", all_events())
@given(text=talks())
def test_happenings_are_in_order_with_probabilities(name: str, text: str) -> None:
    here = Flow(talk(text))
    try:
        found = here.happenings(name)
    except NotMeasurable as reason:
        assert str(reason)[0].islower()
        return
    assert [happening.turn for happening in found] == sorted(happening.turn for happening in found)
    assert all(0 < happening.p <= 1 for happening in found)
    assert all(0 <= turn < len(here.turns) for happening in found for turn in happening.because)


@pytest.mark.parametrize(
    "text",
    [
        "Bend your knee for me.",
        "Deep breath in, and out.",
        "Pop up on the couch.",
        "Can you lift your arm for me?",
        "And now push against my hand.",
        "Okay, and relax.",
        "Just follow my finger.",
        "I'd like you to stand on one leg.",
        "Put your left foot on the stool.",
        "Right, now turn onto your left side.",
        "You just want to open your mouth wide.",
        "Lean back, put your head down.",
    ],
)
def test_an_instruction(text: str) -> None:
    assert turns("instruction", f"C: {text}") == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Does it hurt when you bend your knee?",
        "Are you able to lift your arms?",
        "Do you walk on your own?",
        "You should keep your leg up at home.",
        "Let's take a step back and look at the plan.",
        "Have you had lower back pain?",
        "Keep an eye on your foot.",
        "You took a deep breath and went on.",
    ],
)
def test_not_an_instruction(text: str) -> None:
    assert turns("instruction", f"C: {text}") == []


def test_the_patient_instructs_nobody() -> None:
    assert turns("instruction", "C: Well?", "P: Bend your knee, they told me.") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I'm going to press on your tummy now.", True),
        ("Can I feel your pulse?", True),
        ("Is it all right if I listen to your chest?", True),
        ("I'm just feeling for the edge of the liver.", True),
        ("Sore here?", True),
        ("Does it hurt when I press?", True),
        ("Sorry about the cold hands.", True),
        ("Let me help you up.", True),
        ("Do you mind if I lift your arm?", True),
        ("Does it hurt when you press on it?", False),
        ("I'll push for an earlier date.", False),
        ("Can I touch on something you said?", False),
        ("I feel your pain.", False),
        ("When I was a student we pressed charges.", False),
    ],
)
def test_words_that_show_touch(text: str, shown: bool) -> None:
    assert shows_touch(text) is shown


def test_no_trace_of_touch_is_not_none() -> None:
    for event in ("touch_announced", "touch_unannounced"):
        with pytest.raises(NotMeasurable, match="cannot be seen in words"):
            flow("C: Any fever?", "P: No.").happenings(event)


def test_touch_with_notice_and_without() -> None:
    lines = (
        "C: I'm going to press here.",
        "P: Go ahead.",
        "C: Does it hurt when I press?",
        "P: No, it doesn't hurt.",
        "C: How is work? {question_open}",
        "P: Busy as ever.",
        "C: And the garden? {question_open}",
        "P: Overgrown by now.",
        "C: Sore here?",
    )
    assert turns("touch_announced", *lines) == [0]
    assert turns("touch_unannounced", *lines) == [8]
    assert find_touches(flow(*lines))[0].also == (2,)


def test_leave_in_the_holds_before_announces() -> None:
    lines = ("C: Would you let me examine it? {permission 0.8}", "P: Of course you may.", "C: Tender here?")
    (announced,) = flow(*lines).happenings("touch_announced")
    (unannounced,) = flow(*lines).happenings("touch_unannounced")
    assert (announced.p, unannounced.p) == (pytest.approx(0.8), pytest.approx(0.2))


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("Do you smoke? The reason I ask is the cough.", True),
        ("I'd like to take some blood, to rule out anaemia.", True),
        ("Can you lie down, so that I can listen?", True),
        ("I'm asking because some tablets raise it.", True),
        ("Take it with food because it helps the stomach.", True),
        ("Do you smoke?", False),
        ("So we can't say yet.", False),
        ("You have to make sure that you sleep.", False),
        ("Is it because of the cold?", False),
    ],
)
def test_an_intention_explained(text: str, explained: bool) -> None:
    assert turns("intention_explained", f"C: {text}") == ([0] if explained else [])


BETWEEN = ["C: Any fever?", "P: None.", "C: Any cough?", "P: None.", "C: Any rash?", "P: None."]


@pytest.mark.parametrize(
    ("told", "again", "recalled"),
    [
        ("P: My daughter is getting married.", "C: How is your daughter?", True),
        ("P: I can't get to choir.", "C: When is choir?", True),
        ("P: My daughter is getting married.", "C: Does your son help?", False),
        ("P: My daughter is getting married.", "C: Does anybody like your daughter smoke?", False),
        ("P: My daughter is getting married.", "C: Family history, like your daughter's?", False),
        ("P: I cough.", "C: And the cough?", False),
    ],
)
def test_a_fact_recalled(told: str, again: str, recalled: bool) -> None:
    found = flow("C: Tell me.", told, *BETWEEN, again).happenings("recalled_fact")
    assert [(one.turn, one.p, one.because) for one in found] == ([(8, PRECISION, (1,))] if recalled else [])


def test_what_was_just_spoken_of_or_first_said_by_the_clinician_is_not_recalled() -> None:
    told, again = "P: My daughter is getting married.", "C: How is your daughter?"
    assert turns("recalled_fact", "C: Tell me.", told, *BETWEEN[:4], again) == []
    assert turns("recalled_fact", "C: Is your daughter well?", told, *BETWEEN, again) == []


@given(talks(turns=24))
def test_recalled_facts_the_plain_way(text: str) -> None:
    here = Flow(talk(text))
    assert [one.turn for one in all_events()["recalled_fact"].find(here)] == recalled_plainly(here)


def recalled_plainly(here: Flow) -> list[int]:
    """Each turn of the clinician's, looked at from every turn before it."""
    spoken = [i for i in range(len(here.turns)) if here.words[i]]
    found = []
    for place, turn in enumerate(spoken):
        if here.turns[turn].role is not Role.CLINICIAN:
            continue
        for word in brought_up(here.turns[turn].text):
            said = [p for p in range(place) if word in here.words[spoken[p]]]
            first_told = said and here.turns[spoken[said[0]]].role is Role.PATIENT
            if first_told and place - said[-1] > GAP:
                found.append(turn)
                break
    return found


def test_turned_to_self() -> None:
    story = "C: I had the same, in Rome. {self_disclosure}"
    on = "C: They put me on a boat. {self_disclosure 0.5}"
    back = "C: And how is yours? {question_open}"
    found = flow(story, "P: Did you really go there?", on).happenings("turned_to_self")
    assert [(one.turn, one.p, one.because) for one in found] == [(0, 0.5, (2,))]
    assert turns("turned_to_self", story, "P: Did you really go there?", back) == []
    assert turns("turned_to_self", story, on, "P: I see what you mean.", back) == []


ASKED = "P: Will it scar? {patient_question}"


@pytest.mark.parametrize(
    ("replies", "unanswered"),
    [
        (["C: It heals without a trace. {information}"], False),
        (["C: No."], False),
        (["C: Well, it depends on the sun."], False),
        (["C: We'll come to that. {signpost}"], False),
        (["C: Any allergies? {question_closed}", "P: Only to nuts.", "C: It won't. {information}"], False),
        (["C: Any allergies? {question_closed}"], True),
        (["C: Any allergies? {question_closed}", "P: Only to nuts.", "C: Since when? {question_closed}"], True),
        ([], False),
        (["C: Mm. {backchannel}"], False),
    ],
)
def test_a_question_left_open(replies: list[str], unanswered: bool) -> None:
    assert turns("question_unanswered", "C: Hello.", ASKED, *replies) == ([1] if unanswered else [])


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["C: How do you sleep? {question_closed}", "K: He hardly sleeps."], [1]),
        (["C: How do you sleep? {question_closed 0.4}", "K: Well, she hardly sleeps."], [1]),
        (["C: How does he sleep? {question_closed}", "K: He hardly sleeps."], []),
        (["C: How do you sleep? {question_closed}", "K: I sleep well."], []),
        (["C: How do you sleep? {question_closed}", "P: Badly.", "K: He snores."], []),
        (["K: Here, let me do that."], [0]),
        (["C: Let me button that for you."], [0]),
        (["C: I've gone ahead and booked the room.", "P: Oh."], [0]),
    ],
)
def test_done_for_the_patient(lines: list[str], found: list[int]) -> None:
    assert turns("did_for", *lines, "P: Well then.", "K: So.", "C: Good.") == found


@pytest.mark.parametrize("line", ["C: What can I do for you?", "C: I'll write a prescription for you."])
def test_who_did_what_for_whom_cannot_be_told(line: str) -> None:
    with pytest.raises(NotMeasurable, match="who did what"):
        flow(line, "P: Thanks.").happenings("did_for")


def test_who_did_what_is_told_where_a_companion_speaks() -> None:
    assert turns("did_for", "C: Hello.", "P: Hello.", "K: Hello.") == []

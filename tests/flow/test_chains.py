"""Feeling chains: hand-worked talks, properties, and a plain second way of finding them."""

from __future__ import annotations

import pytest
from hypothesis import given

from openrapport.encounter import Role
from openrapport.flow import Chain, Flow
from openrapport.flow.chains import OPENINGS
from openrapport.flow.phrases import points_back, same_thing, shares_substance
from openrapport.measures.examples import talk
from small_talks import talks


def chains(text: str) -> tuple[Chain, ...]:
    return Flow(talk(text)).chains


def after(opening: str, *lines: str) -> Chain:
    """The chain of an opening in the second turn, with these lines after it."""
    found = chains("\n".join(("C: How are you?", opening, *lines)))
    assert found[0].turn == 1
    return found[0]


WORRY = "P: I'm worried about my job. {concern}"
PAIN = "P: My hip hurts at night. {pain}"


@pytest.mark.parametrize(
    ("opening", "reply", "kinds"),
    [
        (WORRY, "C: What worries you most? {question_open}", "explored"),
        (WORRY, "C: What did you eat today? {question_open}", ""),
        (WORRY, "C: Is the job at risk? {question_closed}", "explored"),
        (WORRY, "C: Is it morning sickness? {question_closed}", ""),
        (WORRY, "C: Do you smoke? {question_closed}", ""),
        (WORRY, "C: And that keeps you awake? {question_closed}", "explored"),
        (WORRY, "C: You fear there is nothing else for you. {reflection_complex}", "explored"),
        (WORRY, "C: Anyone would be worried. {empathy}", "acknowledged"),
        (WORRY, "C: Worried about the job. {reflection_simple}", "acknowledged"),
        (WORRY, "C: Left elbow. {reflection_simple}", ""),
        (WORRY, "C: It will turn out well. {reassurance}", "consoled"),
        (WORRY, "C: I'll be beside you in this. {partnership}", "consoled"),
        (WORRY, "C: Take these twice a day. {advice}", ""),
        (WORRY, "C: Come on, others have it worse. {confrontation}", ""),
        (PAIN, "C: Is it worse when you lie on it? {question_closed}", "explored"),
        (PAIN, "C: Whereabouts exactly? {question_closed}", "explored"),
        (PAIN, "C: Any allergies? {question_closed}", ""),
    ],
)
def test_how_a_reply_responds(opening: str, reply: str, kinds: str) -> None:
    chain = after(opening, reply)
    found = [k for k in ("explored", "acknowledged", "consoled") if chain.kind_of_response(k) == 1]
    assert " ".join(found) == kinds
    assert chain.passed_over == (0 if kinds else 1)


def test_words_of_listening_are_no_hold_of_the_floor() -> None:
    chain = after(WORRY, "C: Mm-hmm. {backchannel}", "P: They are closing it.", "C: That is hard. {empathy}")
    assert [response.turn for response in chain.responses] == [4]
    assert chain.answered == 1


def test_how_a_file_cuts_a_reply_does_not_matter() -> None:
    cut = after(WORRY, "C: Right.", "C: Let me see.", "C: That must be hard. {empathy}")
    whole = after(WORRY, "C: Right. Let me see. That must be hard. {empathy}")
    assert cut.answered == whole.answered == 1
    assert cut.responses[0].turn == 4


def test_a_long_talk_does_not_answer_by_its_length() -> None:
    lines = [f"C: Fact number {n}. {{information}}" for n in range(5)]
    assert after(WORRY, *lines, "C: That must be hard. {empathy}").answered == 0


def test_the_third_hold_comes_too_late() -> None:
    late = ("C: Any fever? {question_closed}", "P: None at all.") * 2
    assert after(WORRY, *late, "C: What worries you about the job? {question_open}").answered == 0


def test_an_opening_nobody_could_answer_makes_no_chain() -> None:
    assert chains(f"C: How are you?\n{WORRY}\nC: Mm. {{backchannel}}") == ()


def test_unlikely_openings_are_not_followed() -> None:
    assert chains("P: Hm, well. {cue 0.1}\nC: What is it? {question_open}") == ()


def test_the_kind_is_the_likeliest() -> None:
    found = chains("P: It hurts and it scares me. {pain 0.9, concern 0.6}\nC: That is hard. {empathy}")
    assert found[0].kind == "pain"
    assert found[0].p == pytest.approx(1 - 0.1 * 0.4)


@pytest.mark.parametrize(
    ("next_turn", "went_on"),
    [
        ("P: Yes.", 0),
        ("P: Since my father died I cannot rest.", 1),
        ("P: I cry. {concern}", 1),
        ("P: Whatever you think is best for me. {withdrawal}", 0),
        ("C: Mm. {backchannel}", None),
    ],
)
def test_did_the_patient_go_on(next_turn: str, went_on: float | None) -> None:
    assert after(WORRY, "C: That is hard. {empathy}", next_turn).went_on == went_on


def test_going_on_is_judged_after_the_hold_that_answered() -> None:
    late = after(
        WORRY,
        "C: Which works is it? {information}",
        "P: The big one by the river.",
        "C: I am sorry about the job. {empathy}",
        "P: Yes.",
    )
    assert late.answered_first == (0, 1)
    assert late.went_on == 0


@given(talks())
def test_probabilities_are_probabilities_and_kinds_agree(text: str) -> None:
    for chain in chains(text):
        parts = [chain.kind_of_response(kind) for kind in ("explored", "acknowledged", "consoled")]
        assert 0 <= chain.passed_over <= 1
        assert chain.answered + chain.passed_over == pytest.approx(1)
        assert max(parts) <= chain.answered + 1e-12
        assert chain.answered <= sum(parts) + 1e-12
        assert sum(chain.answered_first) == pytest.approx(chain.answered)
        assert chain.went_on is None or 0 <= chain.went_on <= 1


@given(talks(sure=True))
def test_with_a_persons_codes_all_is_whole(text: str) -> None:
    for chain in chains(text):
        assert chain.p == 1
        assert chain.passed_over in (0, 1)


@given(talks(sure=True))
def test_the_plain_way_finds_the_same(text: str) -> None:
    assert [(chain.turn, chain.answered) for chain in chains(text)] == plainly(Flow(talk(text)))


def plainly(flow: Flow) -> list[tuple[int, float]]:
    """For talks with whole codes: each opening and whether it was answered, told step by step."""
    found = []
    for turn in range(len(flow.turns)):
        holds = [h for h in flow.holds if h.role is Role.CLINICIAN and h.turns[0] > turn][:2]
        if flow.turns[turn].role is Role.PATIENT and any(flow.p(act)[turn] for act in OPENINGS) and holds:
            near = [other for hold in holds for other in hold.turns[:3]]
            found.append((turn, float(any(_answers(flow, turn, other) for other in near))))
    return found


def _answers(flow: Flow, opening: int, turn: int) -> bool:
    has = {act for act in flow.coded.acts if flow.coded.p(act)[turn]}
    before, reply = flow.turns[opening].text, flow.turns[turn].text
    if has & {"reflection_complex", "empathy", "reassurance", "partnership"}:
        return True
    if same_thing(before, reply) and has & {"question_open", "reflection_simple"}:
        return True
    only_pain = flow.p("pain")[opening] and not flow.p("cue", "concern")[opening]
    about_it = same_thing(before, reply) or "worse" in reply if only_pain else False
    return "question_closed" in has and bool(about_it or points_back(reply) or shares_substance(before, reply))


@pytest.mark.parametrize(
    ("before", "later", "stays"),
    [
        ("I worry about the house", "You are worried.", True),
        ("My chest hurts", "That's fine. Do you smoke?", False),
        ("I feel low", "Any fever this morning?", False),
        ("I feel low", "Would it be okay if I asked about your diet?", False),
        ("I feel low", "Any drugs or anything like that?", False),
        ("I feel low", "How long has it been so?", True),
        ("My father had cancer", "When was your father ill?", True),
    ],
)
def test_staying_with_a_thing(before: str, later: str, stays: bool) -> None:
    assert same_thing(before, later) is stays

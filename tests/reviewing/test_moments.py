"""What went well, what is worth another look: each rule on the smallest talk that shows it, and beside one."""

import pytest

from openrapport.flow import Flow
from openrapport.measures.examples import talk
from openrapport.reviewing.another_look import ANOTHER_LOOK
from openrapport.reviewing.moment import pick
from openrapport.reviewing.went_well import WENT_WELL

TAKEN_UP = """
C: How are the stairs? {question_open}
P: Fine, mostly. I get scared at the top. {concern}
C: Scared at the top. What goes through your mind there? {question_open, reflection_simple}
P: That I will fall again and nobody is home, like last winter. {concern}
C: That sounds lonely as well as frightening. {empathy, reflection_complex}
P: It is. I have not told my daughter.
"""
PASSED_OVER = """
C: How are the stairs? {question_open}
P: Fine, mostly. I get scared at the top. {concern}
C: Any pain in the knee? {question_closed}
P: No.
C: Do you take the tablets? {question_closed}
P: Yes.
"""
CHECKLIST = """
C: Any fever? {question_closed}
P: No.
C: Any cough? {question_closed}
P: No.
C: Do you smoke? {question_closed}
P: No.
C: Any allergies? {question_closed}
P: Nuts.
C: Okay, thank you.
P: Right.
"""
GIVEN_BACK = CHECKLIST.replace("C: Do you smoke? {question_closed}", "C: So no cough at all. {reflection_simple}")
ARGUED = """
C: Are you doing the exercises? {question_closed}
P: Not every day.
C: Well then you cannot expect to get better, can you. {confrontation}
P: I suppose not.
C: We will see next week.
"""
OWNED = """
P: I waited two weeks for that call.
C: I said I would ring and I did not. I am sorry. {apology}
P: Thank you.
C: What shall we do first? {question_open}
P: The knee.
"""
QUIET = """
C: Hello.
P: Hello.
C: Right. {backchannel}
P: Yes.
C: Okay. {backchannel}
"""


def seen(text: str, rules: tuple) -> list[tuple[str, tuple[int, ...]]]:
    return [(moment.kind, moment.turns) for moment in pick(rules, Flow(talk(text)))]


def test_a_feeling_that_is_taken_up() -> None:
    assert ("feeling_taken_up", (1, 2, 3)) in seen(TAKEN_UP, WENT_WELL)
    assert "feeling_passed_over" not in dict(seen(TAKEN_UP, ANOTHER_LOOK))


def test_a_feeling_that_is_passed_over() -> None:
    assert seen(PASSED_OVER, ANOTHER_LOOK)[0] == ("feeling_passed_over", (1, 2, 4))
    assert "feeling_taken_up" not in dict(seen(PASSED_OVER, WENT_WELL))


def test_a_list_of_questions() -> None:
    assert seen(CHECKLIST, ANOTHER_LOOK) == [("questions_in_a_row", (0, 2, 4))]


def test_giving_something_back_breaks_the_list() -> None:
    assert seen(GIVEN_BACK, ANOTHER_LOOK) == []


def test_arguing_is_quoted_with_what_came_before() -> None:
    assert ("argued", (1, 2)) in seen(ARGUED, ANOTHER_LOOK)


def test_owning_an_error() -> None:
    assert seen(OWNED, WENT_WELL)[0] == ("apology", (1,))


@pytest.mark.parametrize("rules", [WENT_WELL, ANOTHER_LOOK])
def test_nothing_stood_out_is_an_answer(rules: tuple) -> None:
    assert seen(QUIET, rules) == []


def test_what_is_hardly_likely_is_not_shown() -> None:
    assert seen(ARGUED.replace("{confrontation}", "{confrontation 0.4}"), ANOTHER_LOOK) == []


def test_three_at_most_of_different_kinds_on_different_turns() -> None:
    moments = pick((*WENT_WELL, *ANOTHER_LOOK), Flow(talk(TAKEN_UP + PASSED_OVER + CHECKLIST + ARGUED + OWNED)))
    assert len(moments) == 3
    assert len({moment.kind for moment in moments}) == 3
    turns = [turn for moment in moments for turn in moment.turns]
    assert len(turns) == len(set(turns))

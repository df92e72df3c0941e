"""Sharing power: leave and request beside a plain backward look; phrases of teach-back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from openrapport.encounter import Role
from openrapport.flow import Flow
from openrapport.flow.advice import find_advice
from openrapport.measures import measure_named, measure_one
from openrapport.measures.examples import talk
from small_talks import talks


def value(name: str, *lines: str) -> float | None:
    return measure_one(measure_named(name), Flow(talk("\n".join(lines)))).value


@given(talks(sure=True, turns=16))
def test_leave_and_request_the_plain_way(text: str) -> None:
    flow = Flow(talk(text))
    mine = [hold.turns for hold in flow.holds if hold.role is Role.CLINICIAN]
    for one in find_advice(flow):
        place = next(p for p, turns in enumerate(mine) if one.turn in turns)
        assert one.leave == pytest.approx(asked_leave(flow, mine, place, one.turn))
        assert one.request == pytest.approx(was_asked(flow, mine, place))


def asked_leave(flow: Flow, mine: list[tuple[int, ...]], place: int, turn: int) -> float:
    """Look back from a hold: leave here, leave one hold before, or advice before that had leave."""
    near = [t for t in mine[place] if t <= turn] + list(mine[place - 1] if place else ())
    if any(flow.p("permission")[t] for t in near):
        return 1.0
    return _lasting(flow, mine, place, lambda turn: asked_leave(flow, mine, place - 1, turn))


def was_asked(flow: Flow, mine: list[tuple[int, ...]], place: int) -> float:
    """Look back from a hold: the patient's question since the hold before, or advice before that was asked for."""
    start = mine[place - 1][-1] if place else -1
    between = range(start + 1, mine[place][0])
    if any(flow.patient[t] and flow.p("patient_question")[t] for t in between):
        return 1.0
    return _lasting(flow, mine, place, lambda _: was_asked(flow, mine, place - 1))


def _lasting(flow: Flow, mine: list[tuple[int, ...]], place: int, earlier: Callable[[int], float]) -> float:
    """What the clearest advice of the hold before passes on."""
    if not place:
        return 0.0
    sizes = {one.turn: one.p for one in find_advice(flow)}
    best = max(mine[place - 1], key=lambda turn: sizes.get(turn, 0.0))
    return sizes[best] * earlier(best) if best in sizes else 0.0


@given(talks())
def test_unasked_is_never_more_than_without_leave(text: str) -> None:
    flow = Flow(talk(text))
    leave, unasked = (
        measure_one(measure_named(name), flow).value for name in ("permission_before_advice", "unasked_advice")
    )
    if leave is not None and unasked is not None:
        assert 0 <= unasked <= 1 - leave + 1e-9


TALK = ("C: Hello.", "P: Good to see you.", "C: Come in.", "P: I will do that.")


def test_an_instruction_is_no_unasked_advice() -> None:
    lines = (*TALK, "C: Bend your knee for me. {advice}", "P: Like this, you mean?", "C: Rest it. {advice}")
    assert value("unasked_advice", *lines) == 1
    flow = Flow(talk("\n".join(lines)))
    assert [one.p for one in find_advice(flow)] == [pytest.approx(0.1), 1]
    assert value("instructions", *lines) == 0.9


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Can you tell me back how you will take them?", 1),
        ("Could you repeat that back to me?", 1),
        ("In your own words, what have we agreed?", 1),
        ("Tell me what we agreed, in your own words.", 1),
        ("What will you tell your wife about it?", 1),
        ("Just so I know I've been clear: when do you come?", 1),
        ("Does that make sense?", 0),
        ("Any questions?", 0),
        ("In your own words, what happened on Sunday?", 0),
        ("Tell me about your back.", 0),
    ],
)
def test_asked_to_say_it_back(text: str, asked: int) -> None:
    assert value("teach_back", *TALK, f"C: {text}") == asked
    assert value("teach_back", *TALK, "C: Well?", f"P: {text}") == 0


def test_touch_that_cannot_be_seen_is_not_measured() -> None:
    one = measure_one(measure_named("leave_before_touch"), Flow(talk("\n".join((*TALK, "C: Goodbye.")))))
    assert one.value is None
    assert "cannot be seen in words" in one.missing


def test_reasons_are_counted_by_their_precision() -> None:
    asked = "C: Do you smoke? It is for the cough. {question_closed 0.8}"
    said_why = "C: The reason I ask is the cough. Do you smoke? {question_closed 0.8}"
    assert value("reasons_given", *TALK, asked) == 0
    assert value("reasons_given", *TALK, said_why) == pytest.approx(0.8)

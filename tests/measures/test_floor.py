"""Who holds the floor, who takes it from whom, and the floor's measures where their examples are not enough."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.encounter import Role
from openrapport.flow import Flow
from openrapport.flow.floor import find_exchanges, find_opening
from openrapport.measures import measure_named, measure_one
from openrapport.measures.examples import talk


def flow_of(text: str) -> Flow:
    return Flow(talk(text))


def value_of(name: str, text: str) -> float | None:
    return measure_one(measure_named(name), flow_of(text)).value


# Holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("C: So how was it?\nP: Fine, in the end.", [(0,), (1,)]),
        ("P: It was late.\nC: Mm-hmm. {backchannel}\nP: And dark.", [(0, 2)]),
        ("P: It was late.\nC: Go away.\nP: And dark.", [(0,), (1,), (2,)]),
        ("P: It was late.\nC: Right. {backchannel 0.4}\nP: And dark.", [(0,), (1,), (2,)]),
        ("C: It is small.\nP: Okay.\nC: And harmless.", [(0, 2)]),
        ("C: Is it sore? {question_closed}\nP: Yes.\nC: Here too?", [(0,), (1,), (2,)]),
        ("C: Can I press here? {permission}\nP: Sure.\nC: Thanks.", [(0,), (1,), (2,)]),
        ("C: A week, did I get that right? {checking}\nP: Yes.\nC: Good.", [(0,), (1,), (2,)]),
        ("C: It is small.\nP: Yes, but is it cancer?\nC: No.", [(0,), (1,), (2,)]),
        ("C: Sit down.\nC: Please.\nP: Thanks a lot.", [(0, 1), (2,)]),
        ("P: My arm.\nK: His left arm.\nP: The left.", [(0,), (1,), (2,)]),
        ("P: My arm.\nC: [nods]\nP: The left.", [(0, 2)]),
        ("C: Mm. {backchannel}\nP: My arm hurts.", [(1,)]),
    ],
)
def test_who_holds_the_floor(text: str, holds: list[tuple[int, ...]]) -> None:
    assert [hold.turns for hold in flow_of(text).holds] == holds


def test_an_exchange_is_the_floor_going_straight_over() -> None:
    flow = flow_of("P: My arm.\nC: The left one?\nP: Yes, this one.\nK: Since May.\nC: Since May, then.")
    found = find_exchanges(flow, Role.PATIENT, Role.CLINICIAN)
    assert [(patient.turns, clinician.turns) for patient, clinician in found] == [((0,), (1,))]


def test_listening_of_others_weighs_against_a_question() -> None:
    flow = flow_of("C: You could rest it. {question_closed 0.25}\nP: Okay.")
    assert flow.listening.tolist() == [0.0, 0.75]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("C: What brings you in? {question_open}\nP: My arm hurts.", 0),
        (
            "C: A good trip? {question_open, small_talk}\nP: Long, long.\nC: Tell me. {question_open}\nP: My arm.",
            2,
        ),
        ("C: What brings you in? {question_open}\nK: His arm.\nP: My arm.", None),
        ("C: Which arm? {question_closed}\nP: This one.", None),
        ("C: One.\nP: And two.\n" * 10 + "C: What else? {question_open}\nP: My arm hurts.", None),
    ],
)
def test_the_opening_question(text: str, question: int | None) -> None:
    found = find_opening(flow_of(text))
    assert (found and found[0]) == question


# Interruptions

BEFORE = "0.0-1.0 C: What happened? {question_open}\n1.0-10.0 P: I was getting off the bus when\n"
AFTER = "\n20.0-21.0 P: Yes, it does.\n22.0-23.0 C: Let me see."


@pytest.mark.parametrize(
    ("rows", "p"),
    [
        ("9.0-12.0 C: Does it hurt when you walk?", 1.0),
        ("9.0-12.0 C: Does it hurt when you walk? {backchannel 0.3}", 0.7),
        ("9.8-12.0 C: Does it hurt when you walk?", None),
        ("10.5-12.0 C: Does it hurt when you walk?", None),
        ("4.0-12.0 C: Does it hurt when you walk?", None),
        ("9.0-9.9 C: Does it hurt when you walk?", None),
        ("9.0-12.0 C: Does it hurt?", None),
        ("9.0-12.0 C: Does it hurt when you walk?\n10.4-11.0 P: stepped down and fell", None),
    ],
    ids=[
        "takes it",
        "may be listening",
        "at the end",
        "after a gap",
        "talks over",
        "gives up",
        "short",
        "goes on",
    ],
)
def test_an_interruption_takes_the_floor(rows: str, p: float | None) -> None:
    found = flow_of(BEFORE + rows + AFTER).happenings("interruption")
    assert [(one.turn, one.p, one.because) for one in found] == ([(2, p, (1,))] if p else [])


def test_three_words_cannot_be_interrupted() -> None:
    text = "0.0-4.0 C: It is a small tear.\n4.0-6.0 P: Yes, yes, please.\n5.0-8.0 C: And it will heal by itself."
    assert flow_of(text).happenings("interruption") == ()


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("P: It's just that [cut off]\nC: Have you had any fever?", 1),
        ("P: It's just that [cut off]\nC: Yes. {backchannel}", 0),
        ("P: It's just that [cut off]\nK: He means the fever.\nC: Have you had any fever?", 0),
        ("P: It's just that [cut off]\nC: [coughs]\nC: Have you had any fever?", 1),
    ],
)
def test_a_mark_tells_of_an_interruption_without_times(rows: str, found: int) -> None:
    assert len(flow_of(rows).happenings("interruption")) == found


def test_a_mark_and_the_times_are_one_interruption() -> None:
    marked = BEFORE.replace("when\n", "when [cut off]\n")
    assert len(flow_of(f"{marked}9.0-12.0 C: Does it hurt when you walk?{AFTER}").happenings("interruption")) == 1


# Overlap, beside a slow way of counting it

spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10), st.sampled_from("CP")), min_size=5, max_size=15)


@given(spans)
def test_overlap_equals_counting_every_second(turns: list[tuple[int, int, str]]) -> None:
    turns = sorted([*turns, (41, 2, "C"), (41, 1, "P")])
    text = "\n".join(f"{start}.0-{start + long}.0 {who}: word" for start, long, who in turns)
    seconds = {who: np.zeros(60, bool) for who in "CP"}
    for start, long, who in turns:
        seconds[who][start : start + long] = True
    both, either = seconds["C"] & seconds["P"], seconds["C"] | seconds["P"]
    assert value_of("overlap", text) == pytest.approx(both.sum() / either.sum())


@given(spans)
def test_overlapping_turns_are_those_that_share_time(turns: list[tuple[int, int, str]]) -> None:
    turns = sorted([*turns, (41, 2, "C"), (41, 1, "P")])
    text = "\n".join(f"{start}.0-{start + long}.0 {who}: word" for start, long, who in turns)
    sharing = [
        place
        for place, (start, long, who) in enumerate(turns)
        if any(who != other and start < at + much and at < start + long for at, much, other in turns)
    ]
    assert list(measure_one(measure_named("overlap"), flow_of(text)).turns) == sharing


def test_a_gap_is_left_out_where_the_patient_outlasts_the_clinician() -> None:
    text = """
    0.0-8.0 P: I woke up and could not move my arm.
    3.0-4.0 C: Which arm was it?
    8.0-9.0 P: The left.
    9.5-11.0 C: Can you move it now?
    11.0-12.0 P: A bit.
    """
    assert measure_one(measure_named("response_gap"), flow_of(text)).shape.values == (0.5,)  # type: ignore[union-attr]


def test_a_feeling_at_the_very_end_is_no_occasion_for_silence() -> None:
    text = """
    0.0-1.0 C: How are things?
    1.5-2.0 P: Fine.
    2.5-3.0 C: Good.
    3.5-4.0 C: Anything else?
    4.5-6.0 P: I'm scared. {concern}
    """
    assert value_of("pause_after_feeling", text) is None

"""How long the patient could speak at the start, in seconds."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.flow.floor import find_opening
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    opening = find_opening(flow)
    if opening is None:
        return Rate(0.0, 0.0, ())
    _, answer, taker = opening
    start = _start(flow, answer.turns[0])
    end = max(flow.turns[turn].end or start for turn in answer.turns)
    taken = _start(flow, taker.turns[0]) if taker else end
    return Rate(max(0.0, min(end, taken) - start), 1.0, answer.turns)


def _start(flow: Flow, turn: int) -> float:
    return flow.turns[turn].start or 0.0


MEASURE = Measure(
    family="floor",
    question="How long could the patient speak at the start before somebody else took the floor?",
    definition="From the start of the patient's answer to the visit's opening question to its end, or to the "
    "moment when somebody else takes the floor, if that is earlier; “mm-hmm” takes no floor. The opening question "
    "is the clinician's first open question, small talk aside, in the first 20 turns, that the patient answers.",
    formula="min(end of the answer, start of the next to take the floor) − start of the answer",
    unit="seconds",
    shape=Rate,
    source="singh_ospina2019",
    not_for="Not a target: left alone, half of all patients are done within seconds. It says how much room there "
    "was, not how much was needed.",
    empty="the clinician did not open with an open question that the patient answered",
    needs=(Need.CLINICIAN, Need.PATIENT, Need.TIMES),
    acts=("question_open", "small_talk", "backchannel"),
    examples=(
        Example(
            """
            0.0-1.0 C: Good morning, do sit down.
            1.0-3.0 C: What brings you in? {question_open}
            3.5-9.5 P: It's these headaches. They start behind the eye.
            9.5-10.0 C: Mm-hmm. {backchannel}
            10.0-15.0 P: And then the whole side of my face hurts.
            14.5-16.0 C: Which side is it? {question_closed}
            """,
            11.0,
            "From 3.5 to 14.5, when the clinician takes the floor.",
        ),
        Example(
            """
            0.0-2.0 C: What brings you in? {question_open}
            2.5-8.5 P: I need a new prescription for my inhaler, that's all.
            9.5-11.0 C: We can do that now.
            11.0-12.0 P: Thank you. {warmth}
            12.0-13.0 C: Which one is it? {question_closed}
            """,
            6.0,
            "The patient was done after 6 s.",
        ),
        Example(
            """
            0.0-2.0 C: So it's the knee again? {question_closed}
            2.5-3.5 P: Yes, the knee.
            4.0-5.0 C: The left one? {question_closed}
            5.5-6.0 P: The left.
            6.0-7.0 C: Let me see it.
            """,
            None,
            "No open question at the start.",
        ),
    ),
    compute=_compute,
)

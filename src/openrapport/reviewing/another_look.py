"""What is worth another look: one small rule each, with one thing to try."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from openrapport.flow import Flow
from openrapport.flow.advice import find_advice
from openrapport.flow.rows import Asking, find_rows
from openrapport.reviewing.moment import LIKELY, Moment, Rule, happened, untested

IN_A_ROW = 4  # questions without any other response in between (our judgement: three can be one careful thought)
OPENING = {"concern": "A worry was passed over", "cue": "A hint was passed over", "pain": "Pain was passed over"}


def feeling_passed_over(flow: Flow) -> Iterator[Moment]:
    """A feeling was offered and neither of the next two turns took it up."""
    for chain in flow.chains:
        if chain.responses:
            yield Moment(
                "feeling_passed_over",
                OPENING[chain.kind],
                (chain.turn, *(response.turn for response in chain.responses)),
                chain.p * chain.passed_over,
                "A feeling that is not met is seldom offered again.",
                "Go back to it, even now: “You said … earlier. I would like to hear more about that.”",
                "zimmermann2011",
                weight={"concern": 1.0, "cue": 0.95, "pain": 0.7}[chain.kind],
                untested=untested(flow, chain.kind, "empathy"),
            )


def questions_in_a_row(flow: Flow) -> Iterator[Moment]:
    """Question upon question, and nothing given back."""
    for row in _rows(find_rows(flow)):
        if len(row) >= IN_A_ROW:
            yield Moment(
                "questions_in_a_row",
                f"{len(row)} questions in a row, and nothing given back in between",
                tuple(one.turn for one in row[:3]),
                min(one.asks * one.in_row for one in row),
                "A list of questions can feel like a form; people answer shorter as it goes on.",
                "After two or three, give back what you heard before you ask on: “So the evenings are worst …”",
                "our_judgement",
                weight=min(0.8, 0.4 + 0.05 * len(row)),
                untested=untested(flow, "question_closed"),
            )


def _rows(asking: Iterable[Asking]) -> Iterator[list[Asking]]:
    for in_row, row in groupby(asking, lambda one: one.asks * one.in_row >= LIKELY):
        if in_row:
            yield list(row)


def spoke_past_the_patient(flow: Flow) -> Iterator[Moment]:
    """The companion was asked about the patient who is there."""
    for happening in happened(flow, "addressed_companion"):
        yield Moment(
            "spoke_past_the_patient",
            "You spoke to the companion about the patient, who was there",
            (*happening.because, happening.turn),
            happening.p,
            "Being talked about says: you do not count here.",
            "Ask the patient first, and ask leave before you turn to the companion.",
            "our_judgement",
            weight=0.9,
        )


def question_left_open(flow: Flow) -> Iterator[Moment]:
    """The patient asked and got no answer."""
    for happening in happened(flow, "question_unanswered"):
        yield Moment(
            "question_left_open",
            "A question of the patient's stayed open",
            (happening.turn, *happening.because),
            happening.p,
            "A question is often where the worry is.",
            "Answer it, say when you will, or say why you cannot yet.",
            "our_judgement",
            weight=0.75,
            untested=untested(flow, "patient_question"),
        )


def cut_in(flow: Flow) -> Iterator[Moment]:
    """The clinician took the floor before the patient had ended."""
    for happening in happened(flow, "interruption"):
        yield Moment(
            "cut_in",
            "You started before the patient had finished",
            (*happening.because, happening.turn),
            happening.p,
            "Left alone, people are brief: in one study half had ended their opening within 6 seconds.",
            "Count one breath after the last word; and if it happens: “Sorry, you were saying …”",
            "singh_ospina2019",
            weight=0.5,
        )


def touch_without_notice(flow: Flow) -> Iterator[Moment]:
    """The talk shows a touch, and no word of notice before it."""
    for happening in happened(flow, "touch_unannounced"):
        yield Moment(
            "touch_without_notice",
            "A touch came without a word before it, as far as the talk shows",
            (*happening.because, happening.turn),
            happening.p,
            "Touch that is announced and agreed to is safe; touch that is not can undo a good visit.",
            "Say what, where and why, and wait for the yes.",
            "our_judgement",
            weight=0.8,
        )


def argued(flow: Flow) -> Iterator[Moment]:
    """A turn that argued, judged or dismissed."""
    p = flow.p("confrontation")
    for turn in p.nonzero()[0]:
        before = int(turn) - 1
        yield Moment(
            "argued",
            "This may have sounded like arguing or judging",
            (before, int(turn)) if before >= 0 else (int(turn),),
            float(p[turn]),
            "Pushing makes people defend what they do.",
            "Try asking leave and saying it as your worry: “May I say what concerns me about that?”",
            "moyers2016",
            weight=0.85,
            untested=untested(flow, "confrontation"),
        )


def advice_unasked(flow: Flow) -> Iterator[Moment]:
    """Advice that followed neither a question nor leave."""
    for advice in find_advice(flow):
        before = next((i for i in range(advice.turn - 1, -1, -1) if flow.patient[i]), None)
        yield Moment(
            "advice_unasked",
            "Advice that nobody had asked for",
            (advice.turn,) if before is None else (before, advice.turn),
            advice.p * (1 - advice.wanted),
            "Advice lands better once it is wanted, and once what was tried already is known.",
            "Ask first: “What have you tried? Would it help if I told you what has worked for others?”",
            "moyers2016",
            weight=0.45,
            untested=untested(flow, "advice", "permission"),
        )


ANOTHER_LOOK: tuple[Rule, ...] = (
    feeling_passed_over,
    questions_in_a_row,
    spoke_past_the_patient,
    question_left_open,
    cut_in,
    touch_without_notice,
    argued,
    advice_unasked,
)

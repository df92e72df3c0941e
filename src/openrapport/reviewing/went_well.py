"""What went well: one small rule each, told so that the clinician can do it again."""

from __future__ import annotations

from collections.abc import Iterator

from openrapport.encounter import Role
from openrapport.flow import Flow
from openrapport.reviewing.moment import Moment, Rule, happened, untested

OPENING_WEIGHT = {"concern": 1.0, "cue": 0.95, "pain": 0.6}  # our judgement: pain is often plain fact
OPENING = {"concern": "a worry", "cue": "a hint of worry", "pain": "pain"}


def feeling_taken_up(flow: Flow) -> Iterator[Moment]:
    """A feeling was offered, taken up, and the patient went on."""
    for chain in flow.chains:
        if not chain.responses or chain.went_on is None:
            continue
        best = max(chain.responses, key=lambda response: response.explored + response.acknowledged)
        taken_up = 1 - (1 - best.explored) * (1 - best.acknowledged)
        after = flow.next_of(best.turn, Role.PATIENT)
        yield Moment(
            "feeling_taken_up",
            f"You took up {OPENING[chain.kind]}, and the patient went on",
            (chain.turn, best.turn, *([after] if after is not None else [])),
            chain.p * taken_up * chain.went_on,
            "A feeling that is met makes it safer to say the next one.",
            "Keep leaving room after it: a second “tell me more” often brings what matters most.",
            "zimmermann2011",
            weight=OPENING_WEIGHT[chain.kind],
            untested=untested(flow, chain.kind, "empathy"),
        )


def owned_an_error(flow: Flow) -> Iterator[Moment]:
    """An apology for something done or missed."""
    yield from _acts(
        flow,
        "apology",
        "You owned something that had gone wrong",
        "Saying what happened and being sorry for it repairs more than passing over it.",
        "Add what you will do differently; that is what people remember.",
        "our_judgement",
        0.9,
    )


def leave_before_touch(flow: Flow) -> Iterator[Moment]:
    """A touch or manoeuvre came with notice."""
    for happening in happened(flow, "touch_announced"):
        yield Moment(
            "leave_before_touch",
            "You said what you would do before you touched",
            (*happening.because, happening.turn),
            happening.p,
            "Being told, and being able to say no, keeps the body the patient's own.",
            "Keep asking, also the second time and for the other side.",
            "our_judgement",
            weight=0.7,
        )


def privacy_said(flow: Flow) -> Iterator[Moment]:
    """What stays private was said."""
    yield from _acts(
        flow,
        "confidentiality",
        "You said what stays private",
        "People say more when they know who will hear it.",
        "Say it early, with its limits, and again when somebody leaves or joins the room.",
        "our_judgement",
        0.8,
    )


def decided_together(flow: Flow) -> Iterator[Moment]:
    """A decision was opened."""
    yield from _acts(
        flow,
        "choice",
        "You opened a decision instead of making it",
        "A plan that was chosen is easier to keep than one that was given.",
        "After the options, ask what matters most to the patient in choosing.",
        "elwyn2013",
        0.6,
    )


def understanding_checked(flow: Flow) -> Iterator[Moment]:
    """Understanding was checked."""
    yield from _acts(
        flow,
        "checking",
        "You made sure that you had understood each other",
        "What is said back is what was heard.",
        "Let the patient tell the plan in their own words; “does that make sense?” mostly gets a yes.",
        "our_judgement",
        0.5,
    )


def remembered(flow: Flow) -> Iterator[Moment]:
    """Something personal was brought up again."""
    for happening in happened(flow, "recalled_fact"):
        yield Moment(
            "remembered",
            "You came back to something the patient had told you",
            (*happening.because, happening.turn),
            happening.p,
            "Being remembered says: I was heard as a person.",
            "Write one such thing down for the next visit.",
            "our_judgement",
            weight=0.7,
        )


def left_it_to_them(flow: Flow) -> Iterator[Moment]:
    """The choice or the pace was the patient's."""
    yield from _acts(
        flow,
        "autonomy",
        "You left the choice or the pace with the patient",
        "What I do makes a difference here: that is agency.",
        "Mean it: wait for the answer before going on.",
        "moyers2016",
        0.6,
    )


def _acts(
    flow: Flow, act: str, headline: str, why: str, idea: str, source: str, weight: float
) -> Iterator[Moment]:
    p = flow.p(act)
    for turn in (p * flow.clinician).nonzero()[0]:
        yield Moment(act, headline, (int(turn),), float(p[turn]), why, idea, source, weight, untested(flow, act))


WENT_WELL: tuple[Rule, ...] = (
    feeling_taken_up,
    owned_an_error,
    leave_before_touch,
    privacy_said,
    decided_together,
    understanding_checked,
    remembered,
    left_it_to_them,
)

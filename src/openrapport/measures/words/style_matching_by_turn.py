"""Whether the clinician's replies take up the patient's way of speaking, turn by turn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from openrapport.encounter import Role
from openrapport.flow import Flow, Need, NotMeasurable
from openrapport.flow.floor import Hold, find_exchanges
from openrapport.measures.definition import Example, Measure
from openrapport.measures.markers import function_words, need_english
from openrapport.measures.shapes import Likeness

LEAST_WORDS = 5  # of a turn; shorter ones show no style (our judgement)
FEWEST = 5  # exchanges (our judgement)
MOST_ROTATIONS = 200  # beyond it evenly spaced ones are taken
SMALL = 0.0001

Percents = NDArray[np.float64]


def _compute(flow: Flow) -> Likeness:
    need_english(flow)
    both = find_exchanges(flow, Role.PATIENT, Role.CLINICIAN)
    long = [pair for pair in both if all(_length(flow, hold) >= LEAST_WORDS for hold in pair)]
    if len(long) < FEWEST:
        raise NotMeasurable(f"fewer than {FEWEST} of its exchanges have {LEAST_WORDS} words on both sides")
    patient, clinician = (np.array([_per_cent(flow, pair[side]) for pair in long]) for side in (0, 1))
    steps = np.unique(np.linspace(0, len(long), min(len(long), MOST_ROTATIONS), endpoint=False).astype(int))
    rotated = [_likeness(patient, np.roll(clinician, step, axis=0)) for step in steps]
    turns = {turn for pair in long for hold in pair for turn in hold.turns}
    return Likeness(rotated[0], tuple(rotated), tuple(sorted(turns)))


def _length(flow: Flow, hold: Hold) -> float:
    return float(flow.lengths[list(hold.turns)].sum())


def _per_cent(flow: Flow, hold: Hold) -> Percents:
    spoken = [word for turn in hold.turns for word in flow.words[turn]]
    return np.asarray(function_words().counts(spoken) * 100 / len(spoken))


def _likeness(a: Percents, b: Percents) -> float:
    """The mean over exchanges of the mean match over the kinds that either side of the exchange uses."""
    used = a + b > 0
    match = np.where(used, 1 - np.abs(a - b) / (a + b + SMALL), 0.0)
    kinds = used.sum(axis=1)
    return float((match.sum(axis=1)[kinds > 0] / kinds[kinds > 0]).mean()) if kinds.any() else 0.0


MEASURE = Measure(
    family="words",
    question="How much more than by chance did the clinician's way of speaking follow the patient's?",
    definition="Style matching (see `style_matching`) within each exchange: a patient's turn at the floor and the "
    "clinician's that follows, both of five words or more; the mean over exchanges. From it is taken the mean of "
    "the same with every reply moved along by 0, 1, 2 … places, all the way round (200 evenly spaced ones where "
    "there are more): what two people who merely speak the same language would show.",
    formula="mean match of replies in place − mean match of replies moved round",
    unit="likeness",
    shape=Likeness,
    source="lord2015",
    not_for="Not a measure of empathy: in one study of one kind of counselling it went with it. 0 is what chance "
    "gives; look at the interval before you look at the value.",
    empty="there is nothing to compare",
    needs=(Need.CLINICIAN, Need.PATIENT),
    acts=("backchannel",),
    examples=(
        Example(
            """
            P: I can't climb the stairs at all.
            C: You can't climb them at all, not one flight?
            P: Because of the swelling in the ankle and the foot.
            C: The swelling of the ankle, and of the foot as well.
            P: My daughter carries everything for me now.
            C: She carries it all for you, everything?
            P: It was never like this before Christmas.
            C: Was it ever swollen before, even slightly?
            P: We tried ice, tablets and resting it.
            C: And did resting it help you both?
            """,
            0.28767474,
            "Every reply takes up the words of the turn before it; of the next turn it would match far less.",
        ),
        Example(
            """
            P: I can't climb the stairs at all.
            C: Not one flight?
            P: No.
            C: And the ankle?
            P: Swollen.
            """,
            None,
            "Too few exchanges have five words on both sides.",
        ),
    ),
    compute=_compute,
)

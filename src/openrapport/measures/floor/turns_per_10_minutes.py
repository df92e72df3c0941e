"""How lively the exchange was."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate

TEN_MINUTES = 600.0


def _compute(flow: Flow) -> Rate:
    spoken = [turn for turn, length in zip(flow.turns, flow.lengths, strict=True) if length]
    start = min((turn.start for turn in spoken if turn.start is not None), default=0.0)
    end = max((turn.end for turn in spoken if turn.end is not None), default=0.0)
    taken = np.zeros(len(flow.turns))
    taken[[hold.turns[0] for hold in flow.holds]] = 1.0
    return Rate.per(taken, (end - start) / TEN_MINUTES)


MEASURE = Measure(
    family="floor",
    question="How often did the floor change hands?",
    definition="How many times somebody took the floor, from the start of the first turn with words to the end of "
    "the last, per ten minutes. Rows of one speaker in a row are one taking; words that only show listening "
    "(see `backchannels`; for others than the clinician, up to three words such as “yes” or “okay” that do not "
    "answer a question) take no floor.",
    formula="600 × times the floor was taken ÷ (last end − first start, in seconds)",
    unit="per 10 minutes",
    shape=Rate,
    source="roter2008",
    not_for="Not a measure of warmth: much explaining makes it low, and so does listening to a long story.",
    empty="the talk lasts no time",
    needs=(Need.TIMES,),
    acts=("backchannel",),
    examples=(
        Example(
            """
            0.0-2.0 C: How did the week go? {question_open}
            2.0-14.0 P: Better. I slept through four nights out of seven.
            14.0-15.0 C: Mm-hmm. {backchannel}
            15.0-24.0 P: And on Saturday I went out.
            24.0-30.0 C: Where did you go? {question_closed}
            """,
            60.0,
            "3 times in 30 s: by the clinician, the patient (through the “mm-hmm”), the clinician.",
        ),
        Example(
            """
            0.0-5.0 C: Any fever?
            5.0-6.0 P: On Monday.
            6.0-8.0 P: And a bit on Tuesday.
            8.0-10.0 C: How high?
            10.0-12.0 P: Thirty-nine.
            """,
            200.0,
            "4 times in 12 s: the patient's two rows are one.",
        ),
        Example(
            """
            C: Any fever?
            P: On Monday.
            C: How high?
            P: Thirty-nine.
            C: And now?
            """,
            None,
            "The file gives no times.",
        ),
    ),
    compute=_compute,
)

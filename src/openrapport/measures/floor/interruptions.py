"""How often the clinician took the floor before the patient had ended."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    p = np.zeros(len(flow.turns))
    for happening in flow.happenings("interruption"):
        p[happening.turn] = happening.p
    return Rate.per(p, 1)


MEASURE = Measure(
    family="floor",
    question="How often did the clinician take the floor before the patient had ended?",
    definition="Clinician's turns of more than three words, backchannels aside, that begin between 2 and 0.5 "
    "seconds before a turn of the patient's of more than three words ends, and last beyond it, where the patient "
    "does not start again within a second. Or that come next after a patient's turn that the transcriber marked "
    "as cut off. Each counts with the probability that it is not a backchannel.",
    formula="Σ (1 − p(backchannel)) over such turns",
    unit="count",
    shape=Rate,
    source="mulder_vos2023",
    not_for="Not a count of rudeness: some interruptions help, and it cannot hear whether the patient was done. "
    "Recordings of calls with delay show too many.",
    empty="there is nothing to count",
    needs=(Need.CLINICIAN, Need.PATIENT, Need.CUT_OFFS),
    acts=("backchannel",),
    examples=(
        Example(
            """
            0.0-2.0 C: What happened?
            2.0-8.0 P: I was getting off the bus when
            7.0-9.0 C: Which foot did you land on?
            9.5-11.0 P: The left one.
            10.8-12.0 C: The left one. Does it hurt?
            """,
            1,
            "At 7.0 the clinician starts a second before the patient stops. At 10.8 only 0.2 s are shared: "
            "that is how turns change hands.",
        ),
        Example(
            """
            0.0-2.0 C: What happened?
            2.0-8.0 P: I was getting off the bus when my ankle gave way.
            6.5-7.0 C: Mm-hmm. {backchannel}
            8.2-10.0 P: And then I could not stand.
            10.1-11.0 C: Not at all?
            """,
            0,
            "The “mm-hmm” falls into the patient's turn, and leaves it to them.",
        ),
        Example(
            """
            C: What worries you about it?
            P: It's just that my father [cut off]
            C: Have you had any fever with it?
            P: No.
            C: And any night sweats?
            """,
            1,
            "No times, but the transcriber noted that the patient was cut off.",
        ),
        Example(
            """
            C: What worries you about it?
            P: That it comes back.
            C: Have you had any fever with it?
            P: No.
            C: And any night sweats?
            """,
            None,
            "Neither times nor marks: the file cannot tell.",
        ),
    ),
    compute=_compute,
)

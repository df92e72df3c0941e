"""How many reflections went beyond what was said."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    either, beyond = flow.p("reflection_simple", "reflection_complex"), flow.p("reflection_complex")
    return Rate.of(Case(int(t), float(beyond[t] / either[t]), float(either[t])) for t in np.flatnonzero(either))


MEASURE = Measure(
    family="asking",
    question="When the clinician gave back what they heard, how often did it go beyond the words?",
    definition="Turns of the clinician's with a complex reflection ÷ turns with any reflection. A turn with both"
    " kinds counts as complex.",
    formula="CR ÷ (SR or CR)",
    unit="share",
    shape=Rate,
    source="moyers2016",
    not_for="Not for judging anybody when a program did the coding: where a simple reflection ends is hard to"
    " say even for experts (κ about 0.5), and programs do little better than chance. MITI 4.2 calls "
    "40 % fair and 50 % good by expert opinion.",
    empty="nothing was reflected",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "reflection_simple",
        "reflection_complex",
    ),
    examples=(
        Example(
            """
            C: What is it like at home? {question_open}
            P: My brother does everything, and I just watch.
            C: Your brother does everything. {reflection_simple}
            P: He means well.
            C: And you would give a lot to be useful again. {reflection_complex}
            """,
            1 / 2,
            "One of the two reflections names what was not said.",
        ),
        Example(
            """
            C: So they upset your stomach, and you dread the morning. {reflection_simple, reflection_complex}
            P: I do.
            C: What have you tried? {question_open}
            P: Eating first.
            C: That was wise. {affirmation}
            """,
            1,
            "The one turn that reflects does both, and counts as complex.",
        ),
        Example(
            """
            C: Any fever? {question_closed}
            P: No.
            C: Any cough? {question_closed}
            P: No.
            C: Fine. {backchannel}
            """,
            None,
            "Nothing was reflected.",
        ),
    ),
    compute=_compute,
)

"""Whether privacy was spoken of before it was needed."""

from __future__ import annotations

from functools import cache

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.markers import Markers, lexicon, need_english
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    need_english(flow)
    said = np.where(flow.clinician, flow.p("confidentiality"), 0.0)
    before = 1.0 - np.concatenate([[1.0], np.cumprod(1.0 - said)[:-1]])
    asked = flow.p("question_open", "question_closed") * (_sensitive().in_words(flow.words)[:, 0] & flow.clinician)
    told = np.where(flow.patient, flow.p("disclosure"), 0.0)
    return Rate.of(
        Case(turn, float(before[turn]), float(chance)) for turn, chance in enumerate(np.maximum(asked, told))
    )


@cache
def _sensitive() -> Markers:
    return Markers({"sensitive": str(lexicon("sensitive")["words"]).split()})


MEASURE = Measure(
    family="trust",
    question="How much of what was sensitive came after privacy had been spoken of?",
    definition="Sensitive moments are the patient's disclosures and the clinician's questions with a word of "
    "sensitive.toml (alcohol, drugs, sex, violence, money …). The share of them that come after a turn in which "
    "the clinician said what stays private. Each counts with its probability.",
    formula="Σ p(sensitive) × p(privacy said before) ÷ Σ p(sensitive)",
    unit="share",
    shape=Rate,
    source="bravender2014",
    not_for="Cannot see what was agreed before the recording, or in earlier visits. In many visits the question "
    "does not arise.",
    empty="nothing sensitive was heard",
    needs=(Need.CLINICIAN, Need.PATIENT, Need.PATIENT_ACTS),
    acts=("confidentiality", "disclosure", "question_open", "question_closed"),
    examples=(
        Example(
            """
            C: How much alcohol do you drink? {question_closed}
            P: More than I tell my wife. {disclosure}
            C: What you say here stays in this room. {confidentiality}
            P: It's a bottle a day. {disclosure}
            C: Thank you for telling me. {affirmation}
            """,
            1 / 3,
            "Of three sensitive moments, the last comes after it.",
        ),
        Example(
            """
            C: This stays between the two of us. {confidentiality}
            P: Okay.
            C: Do you use any drugs? {question_closed}
            P: Sometimes, at weekends. {disclosure 0.5}
            C: Thanks for being open. {affirmation}
            """,
            1,
            "Both moments, one sure and one half sure, come after it.",
        ),
        Example(
            """
            C: Which ear is it? {question_closed}
            P: The left one.
            C: Since when? {question_closed}
            P: Since Sunday.
            C: Let me look.
            """,
            None,
            "Nothing sensitive came up.",
        ),
    ),
    compute=_compute,
)

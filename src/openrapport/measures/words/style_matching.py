"""Whether both used the small words alike, over the whole talk."""

from __future__ import annotations

import numpy as np

from openrapport.flow import Flow, Need, NotMeasurable
from openrapport.measures.definition import Example, Measure
from openrapport.measures.markers import function_words, need_english
from openrapport.measures.shapes import Rate

FEWEST_WORDS = 50  # of each speaker; fewer show no style (our judgement)
SMALL = 0.0001  # of Gonzales' formula


def _compute(flow: Flow) -> Rate:
    need_english(flow)
    spoken = [np.flatnonzero(mask & (flow.lengths > 0)) for mask in (flow.clinician, flow.patient)]
    a, b = (_per_cent([word for turn in turns for word in flow.words[turn]]) for turns in spoken)
    used = a + b > 0
    match = 1 - np.abs(a - b)[used] / ((a + b)[used] + SMALL)
    return Rate(float(match.sum()), float(used.sum()), tuple(map(int, np.sort(np.concatenate(spoken)))))


def _per_cent(spoken: list[str]) -> np.ndarray:
    if len(spoken) < FEWEST_WORDS:
        raise NotMeasurable(f"one of the two says fewer than {FEWEST_WORDS} words")
    return function_words().counts(spoken) * 100 / len(spoken)


MEASURE = Measure(
    family="words",
    question="How alike were the two in how often they used small words (I, the, of, not …)?",
    definition="For each of nine kinds of function words (personal and impersonal pronouns, articles, auxiliary "
    "verbs, adverbs, prepositions, conjunctions, quantifiers, negations; the lists stand in "
    "function_words.toml): a and b are how many in 100 words of clinician and patient are of the kind "
    "(what stands before an apostrophe counts too: “she” in “she's”). The match of the kind is 1 − |a − "
    "b| ÷ (a + b + 0.0001); the value is the mean over the kinds that either uses.",
    formula="mean over kinds of 1 − |a − b| ÷ (a + b + 0.0001)",
    unit="likeness",
    shape=Rate,
    source="gonzales2010",
    not_for="Not a sign of rapport by itself: any two speakers of English come out high, and one who mostly asks "
    "while the other mostly tells comes out lower. Studies that tie it to alliance are tiny.",
    empty="neither uses any function word",
    needs=(Need.CLINICIAN, Need.PATIENT),
    examples=(
        Example(
            """
            C: So you were on the ladder and it slipped, and then you fell onto the path in the garden?
            P: I was on the ladder and it slipped, and then I fell onto the path in the garden, yes.
            C: And when you got up, you could walk, but the hip hurt, and it hurt more in the night?
            P: When I got up I could walk, but the hip hurt, and it hurt more in the night, much more.
            C: And it is not better now, not even with the tablets from the nurse, is it?
            P: No, it is not better now, not even with the tablets from the nurse, it is not.
            """,
            0.86231997,
            "Both speak of the same things in the same small words.",
        ),
        Example(
            """
            C: Name? Age? Weight? Allergies? Tablets? Surgery? Smoker? Exercise? Diet? Sleep? Appetite? Bowels?
            P: Well, I am the one that you saw in May with the bad hip, and I am not sure what you want.
            C: Fever? Cough? Chills? Sweats? Rash? Nausea? Bladder? Walking? Stairs? Epilepsy? Asthma? Stroke?
            P: It is hard to say, because some of it comes and goes, and I do not always think about it.
            C: Married? Children? Working? Hobbies? Pets? Travel? Vaccines? Parents? Siblings? Diabetes? Flu?
            P: I live on my own, with a cat, and with all the books that my father left me.
            C: Good. Undress please. Slowly. Lie down. Breathe deeply. Hold. Relax. Turn over. Ready. Get dressed.
            """,
            0.05129842,
            "One fires off single words, the other tells: hardly any kind is used by both.",
        ),
        Example(
            """
            C: How is the hip?
            P: Not too bad.
            C: And the stairs?
            P: I take them slowly.
            C: Good.
            """,
            None,
            "Too few words to show a style.",
        ),
    ),
    compute=_compute,
)

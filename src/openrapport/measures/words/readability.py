"""How hard the clinician's sentences are to follow, as a school grade."""

from __future__ import annotations

import numpy as np

from openrapport.encounter import sentences, words
from openrapport.flow import Flow, Need, NotMeasurable
from openrapport.measures.definition import Example, Measure
from openrapport.measures.markers import need_english
from openrapport.measures.shapes import Rate
from openrapport.measures.syllables import syllables

MORE_THAN = 3  # words of a turn; shorter ones are fragments, not sentences (our judgement)
FEWEST_WORDS = 50  # our judgement; the formula was made on passages of about 150


def _compute(flow: Flow) -> Rate:
    need_english(flow)
    turns = np.flatnonzero(flow.clinician & (flow.lengths > MORE_THAN))
    spoken = [word for turn in turns for word in flow.words[turn]]
    if len(spoken) < FEWEST_WORDS:
        raise NotMeasurable(f"the clinician says fewer than {FEWEST_WORDS} words in turns that could be sentences")
    ends = sum(bool(words(sentence)) for turn in turns for sentence in sentences(flow.turns[turn].text))
    grade = 0.39 * len(spoken) / ends + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59
    return Rate(grade * len(spoken), float(len(spoken)), tuple(map(int, turns)))


MEASURE = Measure(
    family="words",
    question="How hard were the clinician's sentences to follow?",
    definition="The Flesch-Kincaid grade (years of US school) of the clinician's turns of more than three words: "
    "from words per sentence (the end of a turn ends one) and syllables per word, counted by rule.",
    formula="0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59",
    unit="grade",
    shape=Rate,
    source="kincaid1975",
    not_for="Made for prose: it knows neither which words are hard nor how they are said, and hangs on where "
    "the transcriber put full stops. Compare only files punctuated alike.",
    empty="there is no sentence to count",
    needs=(Need.CLINICIAN, Need.PUNCTUATION),
    examples=(
        Example(
            """
            C: Your heart is fine, and the pain comes from a sore joint where the rib meets the breastbone.
            P: Oh, good.
            C: It will hurt for a week or two, and then it will go. You can walk and work as you like.
            P: And if it gets worse?
            C: Then call us, and we will look at it on the same day. Do not wait for the pain to stop.
            """,
            0.39 * 60 / 5 + 11.8 * 61 / 60 - 15.59,
            "60 words and 61 syllables in 5 sentences: grade 1.",
        ),
        Example(
            """
            C: The investigation was unremarkable, and the discomfort most probably originates from an irritation.
            P: Sorry?
            C: The cartilage that connects the upper ribs with the sternum is irritated on the anterior side.
            P: Is it my heart?
            C: Cardiological causes are improbable, given the results, although observation remains advisable.
            C: Please return if additional symptoms materialise during the following weeks or months.
            """,
            0.39 * 52 / 4 + 11.8 * 112 / 52 - 15.59,
            "52 words and 112 syllables in 4 sentences: grade 15.",
        ),
        Example(
            """
            C: so your heart is fine and the pain comes from a sore joint where the rib meets the breastbone
            P: oh good
            C: it will hurt for a week or two and then it will go and you can walk and work as you like
            P: and if it gets worse
            C: then call us and we will look at it on the same day do not wait for the pain to stop
            """,
            None,
            "Nothing is punctuated, so nobody can say where a sentence ends.",
        ),
    ),
    compute=_compute,
)

"""How often the patient was asked to say it back."""

from __future__ import annotations

import re

import numpy as np

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate

_SAY_IT_BACK = re.compile(
    r"\b(?:tell|say|repeat|explain|teach|show) (?:it |that |this |me |to me |those |the plan )?back\b"
    r"|\bin your own words\b.{0,60}"
    r"\b(?:under(?:stand|stood)|plan|we(?:'ve| have)?|going to|will|take|agreed|explained|said)\b"
    r"|\b(?:understood|plan|we(?:'ve| have)? \w+|(?:going to|will) (?:do|take|tell)|agreed|explained)\b"
    r".{0,60}\bin your own words\b"
    r"|\bwhat (?:will|are) you (?:going to )?(?:tell|say to) (?:your|him|her|them|the)\b"
    r"|\bhow (?:would|will) you explain (?:this|that|it) to\b"
    r"|\bso (?:that )?i know (?:that )?i(?:'ve| have) (?:been clear|explained|said)\b",
    re.IGNORECASE,
)


def _compute(flow: Flow) -> Rate:
    asked = (bool(_SAY_IT_BACK.search(turn.text)) for turn in flow.turns)
    return Rate.per(np.array(list(asked)) & flow.clinician, 1)


MEASURE = Measure(
    family="sharing_power",
    question="How often was the patient asked to say in their own words what had been agreed?",
    definition="Turns of the clinician's whose words ask for it: “tell me back”, “repeat that back”, “in your "
    "own words” together with what was understood, planned or agreed, “what will you tell your "
    "wife?”, “so that I know I've been clear”. “Does that make sense?” and “any questions?” do not.",
    formula="number of such turns",
    unit="count",
    shape=Rate,
    source="schillinger2003",
    not_for="None found is not none done: the phrases are few, and other wordings slip by. Asking for the "
    "story “in your own words” at the start is left out on purpose.",
    empty="there is nothing to count",
    needs=(Need.CLINICIAN,),
    examples=(
        Example(
            """
            C: One tablet in the morning, two at night. {advice}
            P: Okay.
            C: So that I know I've been clear, how will you take them? {checking}
            P: One in the morning, two at night.
            C: And what will you tell your husband about the side effects? {checking}
            P: That I may be tired.
            """,
            2,
            "Twice the patient is asked to say it.",
        ),
        Example(
            """
            C: Tell me in your own words what happened. {question_open}
            P: I fell off the ladder.
            C: You need a cast. {information}
            P: Oh no.
            C: Does that make sense? {checking}
            """,
            0,
            "The first asks for the story, the last only for a yes.",
        ),
    ),
    compute=_compute,
)

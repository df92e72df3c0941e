"""How much of what the patient said was of what is to come."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate
from openrapport.measures.tense import tense_share


def _compute(flow: Flow) -> Rate:
    return tense_share(flow, "future")


MEASURE = Measure(
    family="person",
    question="How much of the patient's talk was about what is to come?",
    definition="Of the finite verbs in the patient's turns, told by their words alone, the share that are "
    "future. Past: past forms, “was”, “did”, “used to”, and “have” with a participle. Future: “will”,"
    " “'ll”, “going to” with a verb. Present: all the others, “can”, “would” and the like among them."
    " “You know”, “I mean” and “I guess” are left out.",
    formula="future verbs ÷ finite verbs",
    unit="share",
    shape=Rate,
    source="tausczik2010",
    not_for="Describes where the talk was, and says nothing of the person. English only; a word list takes "
    "some nouns and adjectives for verbs, and stories told in the present (“so I go there and he "
    "says”) for the present.",
    empty="no verb was found in what the patient said",
    needs=(Need.PATIENT,),
    examples=(
        Example(
            """
            C: How is the hand? {question_open}
            P: It swelled up on Sunday and I couldn't sleep.
            C: And today? {question_open}
            P: It's better. I can move it.
            C: Good. {backchannel}
            P: Tomorrow I'm going to see my brother.
            """,
            1 / 5,
            "“I'm going to see” is future. Two past, two present and one future verb.",
        ),
        Example(
            """
            C: Any fever? {question_closed}
            P: No.
            C: Any cough? {question_closed}
            P: No, none.
            C: It's a virus. {information}
            """,
            None,
            "The patient uses no verb.",
        ),
    ),
    compute=_compute,
)

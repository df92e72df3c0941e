"""How often the clinician directed a movement or a step now."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import count_of
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return count_of(flow, "instruction")


MEASURE = Measure(
    family="sharing_power",
    question="How often did the clinician direct a movement or a step, as an examination or exercise needs?",
    definition="Turns of the clinician's whose words direct a movement or a step now: an imperative or a request "
    "(“can you …”, “I'd like you to …”) with a verb of movement and a part of the body, or a step of an "
    "examination (“deep breath in”, “pop up on the couch”). Each counts 0.9: our judgement from reading "
    "all 16 such turns in 300 public conversations; all were instructions, but the phrases had been "
    "fitted to them. They are kept apart from advice.",
    formula="0.9 × number of such turns",
    unit="count",
    shape=Rate,
    source="our_judgement",
    not_for="Describes what kind of visit it was and nothing else. Instructions given by showing are not in "
    "the words.",
    empty="there is nothing to count",
    needs=(Need.CLINICIAN,),
    examples=(
        Example(
            """
            C: Can you lift your left arm for me? {advice}
            P: Like this?
            C: And now push against my hand. {advice}
            P: It's sore.
            C: You should rest it at home. {advice}
            """,
            2 * 0.9,
            "Two instructions; the last turn is advice.",
        ),
        Example(
            """
            C: Does it hurt when you lift your arm? {question_closed}
            P: Yes.
            C: Since when? {question_closed}
            P: May.
            C: I see. {backchannel}
            """,
            0,
            "A question about a movement directs none.",
        ),
    ),
    compute=_compute,
)

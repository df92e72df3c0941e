"""How often the clinician's "we" meant you and me."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.markers import need_english
from openrapport.measures.shapes import Rate
from openrapport.measures.we import clinicians_we

TOLD = ("patronising", "together", "team")


def _compute(flow: Flow) -> Rate:
    need_english(flow)
    shares = {
        turn: (kinds["together"], sum(kinds[kind] for kind in TOLD)) for turn, kinds in clinicians_we(flow).items()
    }
    return Rate(
        float(sum(together for together, _ in shares.values())),
        float(sum(told for _, told in shares.values())),
        tuple(turn for turn, (together, _) in shares.items() if together),
        share=True,
    )


MEASURE = Measure(
    family="words",
    question="When the clinician said “we”, how often was it “you and I”?",
    definition="The clinician's we-words (we, us, our, let's) whose meaning the words around them show, by the "
    "patterns of we.toml: together (“shall we …?”, “we could try …”, “let's”), the team (“we usually give …”, "
    "“our clinic”), or you (“how are we feeling?”). The share that is together; those of no pattern, about half, "
    "are left out.",
    formula="we(together) ÷ (we(together) + we(team) + we(you))",
    unit="share",
    shape=Rate,
    source="our_judgement",
    not_for="No norm is known. A team's “we” can be what a patient needs to hear; patterns miss much.",
    empty="no “we” of the clinician's shows whom it means",
    needs=(Need.CLINICIAN,),
    examples=(
        Example(
            """
            C: We usually give tablets first.
            P: I have had those.
            C: Then let's look at what else there is. We could try the exercises together.
            P: I would like that.
            C: Our physio will call you.
            """,
            2 / 4,
            "“We usually” and “our physio” are the team; “let's” and “we could” are you and I.",
        ),
        Example(
            """
            C: How are we feeling today?
            P: Tired.
            C: Shall we go through it step by step?
            P: Please.
            C: First the sleep.
            """,
            1 / 2,
            "The first “we” means you.",
        ),
        Example(
            """
            C: How are you today?
            P: Tired.
            C: Since when?
            P: Since spring.
            C: Tell me more.
            """,
            None,
            "There is no “we”.",
        ),
    ),
    compute=_compute,
)

"""How often the clinician said "we" and meant you."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.markers import need_english
from openrapport.measures.shapes import Rate
from openrapport.measures.we import clinicians_we


def _compute(flow: Flow) -> Rate:
    need_english(flow)
    found = {turn: kinds["patronising"] for turn, kinds in clinicians_we(flow).items() if kinds["patronising"]}
    return Rate(float(sum(found.values())), 1.0, tuple(found))


MEASURE = Measure(
    family="words",
    question="How often did the clinician say “we” and mean “you”?",
    definition="We-words in the clinician's turns by which grown people are spoken to like children (“how are we "
    "feeling?”, “have we taken our tablets?”, “we need to be brave”), by the patterns of we.toml.",
    formula="number of such we-words",
    unit="count",
    shape=Rate,
    source="our_judgement",
    not_for="Two people who know each other may joke like this: read the turn. 0 found is not 0 said.",
    empty="there is nothing to count",
    needs=(Need.CLINICIAN,),
    examples=(
        Example(
            """
            C: Good morning, how are we feeling today?
            P: I am all right.
            C: And have we been taking our tablets?
            P: I have.
            C: Good. Shall we look at the leg?
            """,
            3,
            "“How are we”, “have we” and its “our”; the last one is you and I.",
        ),
        Example(
            """
            C: Good morning, how are you feeling today?
            P: I am all right.
            C: We have your results here.
            P: And?
            C: Let's look at them together.
            """,
            0,
            "None of them means you.",
        ),
    ),
    compute=_compute,
)

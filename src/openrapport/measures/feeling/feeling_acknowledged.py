"""Whether the clinician named, accepted or gave back a feeling."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    return Rate.of(Case(chain.turn, chain.kind_of_response("acknowledged"), chain.p) for chain in flow.chains)


MEASURE = Measure(
    family="feeling",
    question="When a feeling or pain was shown, how often was it named, accepted or given back?",
    definition="An opening is a turn of the patient's that says an unpleasant feeling (concern), hints at one "
    "(cue) or tells of pain. The response is looked for in the clinician's next two holds of the "
    "floor (a speaker's neighbouring turns, not cut by the other's “mm” or “okay”), in the first "
    "three turns of each. Acknowledged: empathy, or a simple reflection that stays with the opening "
    "(says “that” or “it”, or shares a word of substance with it). Openings after which the clinician"
    " does not take the floor again are left out.",
    formula="openings acknowledged ÷ openings",
    unit="share",
    shape=Rate,
    source="delpiccolo2011",
    not_for="Not proof of being understood: a stock phrase counts like a true one, and only the patient knows"
    " which it was.",
    empty="the patient showed no feeling and told of no pain that could still have been answered",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "concern",
        "cue",
        "pain",
        "empathy",
        "reflection_simple",
    ),
    examples=(
        Example(
            """
            C: How are you after all this? {question_open}
            P: Honestly, I cry a lot since she left. {concern}
            C: I'm sorry. That must be very hard. {empathy}
            P: It is. And my chest aches with it. {pain}
            C: Have you had your heart looked at? {question_closed}
            P: No.
            C: We could do that today. {choice}
            P: Fine.
            """,
            1 / 2,
            "The grief is met; the ache leads straight to a test.",
        ),
        Example(
            """
            C: What is the matter? {question_open}
            P: The nurse frightened me yesterday. {concern}
            C: The nurse frightened you. {reflection_simple}
            P: She never looked up.
            C: I see. {backchannel}
            """,
            1,
            "Giving the words back acknowledges them.",
        ),
        Example(
            """
            C: When did the rash start? {question_closed}
            P: After the walk on Sunday.
            C: Does it itch? {question_closed}
            P: No.
            C: Then a plain cream will do. {information}
            """,
            None,
            "No feeling and no pain is told.",
        ),
    ),
    compute=_compute,
)

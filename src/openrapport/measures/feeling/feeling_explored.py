"""Whether the clinician asked further into a feeling."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    return Rate.of(Case(chain.turn, chain.kind_of_response("explored"), chain.p) for chain in flow.chains)


MEASURE = Measure(
    family="feeling",
    question="When a feeling or pain was shown, how often did the clinician ask or listen further into it?",
    definition="An opening is a turn of the patient's that says an unpleasant feeling (concern), hints at one "
    "(cue) or tells of pain. The response is looked for in the clinician's next two holds of the "
    "floor (a speaker's neighbouring turns, not cut by the other's “mm” or “okay”), in the first "
    "three turns of each. Explored: an open question that stays with it (says “that”, “it” or “more”,"
    " or shares a word of substance with the opening), a complex reflection, or a closed question "
    "that stays with it: for pain by any of these ties or by a word of pain, for a feeling by “that” "
    "or “this” or a shared word. Openings after which the clinician does not take the floor again are"
    " left out.",
    formula="openings explored ÷ openings",
    unit="share",
    shape=Rate,
    source="delpiccolo2011",
    not_for="Not better the higher it is: some feelings want a quiet word and no question. One opening can be"
    " explored and consoled at once, so the kinds of response do not add up to 1.",
    empty="the patient showed no feeling and told of no pain that could still have been answered",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "concern",
        "cue",
        "pain",
        "question_open",
        "question_closed",
        "reflection_complex",
    ),
    examples=(
        Example(
            """
            C: How was the week? {question_open}
            P: I keep worrying about the children. {concern}
            C: What worries you most about that? {question_open}
            P: That they see me like this. {concern}
            C: They will be fine. {reassurance}
            P: Maybe.
            C: Shall we look at the plan? {question_closed}
            P: Yes.
            """,
            1 / 2,
            "The first worry is asked about, the second is soothed.",
        ),
        Example(
            """
            C: Where is the pain? {question_closed}
            P: It burns under the ribs. {pain}
            C: Is it worse after meals? {question_closed}
            P: Yes.
            C: I see. {backchannel}
            """,
            1,
            "A closed question that stays with a pain explores it.",
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

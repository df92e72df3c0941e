"""Whether a feeling that was offered went by."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    return Rate.of(Case(chain.turn, chain.passed_over, chain.p) for chain in flow.chains)


MEASURE = Measure(
    family="feeling",
    question="When the patient let a feeling or pain be seen, how often did it go by?",
    definition="An opening is a turn of the patient's that says an unpleasant feeling (concern), hints at one "
    "(cue) or tells of pain. The response is looked for in the clinician's next two holds of the "
    "floor (a speaker's neighbouring turns, not cut by the other's “mm” or “okay”), in the first "
    "three turns of each. It was passed over where neither hold explored, acknowledged or consoled "
    "it: the rest of feeling_answered. Openings after which the clinician does not take the floor "
    "again are left out.",
    formula="1 − openings answered ÷ openings",
    unit="share",
    shape=Rate,
    source="levinson2000",
    not_for="Not a count of mistakes: there are moments to let a hint be, and it can be taken up later in the"
    " talk or without words. None found is not none there.",
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
        "reflection_simple",
        "reflection_complex",
        "empathy",
        "reassurance",
        "partnership",
    ),
    examples=(
        Example(
            """
            C: And the medicines? {question_closed}
            P: I take them. My father died of this, you know. {cue}
            C: Twice a day? {question_closed}
            P: Yes.
            C: With food? {question_closed}
            P: Yes. I'm worried about it, to be honest. {concern}
            C: What worries you about it? {question_open}
            P: Ending like him.
            """,
            1 / 2,
            "The hint is followed by two questions of a list; the worry that comes after is asked about.",
        ),
        Example(
            """
            C: Any pain? {question_closed}
            P: My hip hurts at night. {pain}
            C: How bad is it at night? {question_closed}
            P: Bad.
            C: I see. {backchannel}
            """,
            0,
            "The pain is asked about.",
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

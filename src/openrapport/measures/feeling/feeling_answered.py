"""Whether a feeling that was offered was answered."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    return Rate.of(Case(chain.turn, chain.answered, chain.p) for chain in flow.chains)


MEASURE = Measure(
    family="feeling",
    question="When the patient let a feeling or pain be seen, how often was it answered?",
    definition="An opening is a turn of the patient's that says an unpleasant feeling (concern), hints at one "
    "(cue) or tells of pain. The response is looked for in the clinician's next two holds of the "
    "floor (a speaker's neighbouring turns, not cut by the other's “mm” or “okay”), in the first "
    "three turns of each. It counts as answered where it was explored, acknowledged or consoled (see "
    "the measures of those names). Openings after which the clinician does not take the floor again "
    "are left out.",
    formula="openings answered ÷ openings",
    unit="share",
    shape=Rate,
    source="delpiccolo2011",
    not_for="Not a mark for warmth: a look or a hand on the arm is not in the words. Published shares (in one"
    " study 21 % of the clues in primary care and 38 % in surgery met a positive response) used other"
    " definitions.",
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
            C: How is it going? {question_open}
            P: It's been a bit much lately. {cue}
            C: What has been the hardest of it? {question_open}
            P: Mornings. My back hurts so that I can't dress. {pain}
            C: And do you smoke? {question_closed}
            P: No.
            C: Any operations? {question_closed}
            P: None.
            """,
            1 / 2,
            "The hint is asked about; the pain is followed by two other questions.",
        ),
        Example(
            """
            C: Any news? {question_open}
            P: I'm scared of the operation. {concern}
            C: Mm-hmm. {backchannel}
            P: I can't stop thinking of it.
            C: Anyone would be. {empathy}
            """,
            1,
            "Words of listening leave the floor with the patient; the answer comes when the clinician takes it.",
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

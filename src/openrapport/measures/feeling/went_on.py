"""Whether the patient said more after a feeling was answered."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    answered = ((chain, chain.went_on) for chain in flow.chains)
    return Rate.of(Case(one.turn, more, one.p * one.answered) for one, more in answered if more is not None)


MEASURE = Measure(
    family="feeling",
    question="After an answer to a feeling, how often did the patient say more?",
    definition="An opening is a turn of the patient's that says an unpleasant feeling (concern), hints at "
    "one (cue) or tells of pain. Of the openings that were answered (see feeling_answered), the share after "
    "whose first answer the patient says more: their next turns, up to where somebody else does more than show "
    "listening, hold at least five words that do not pull away (withdrawal), or else another concern, cue, "
    "pain or disclosure. Openings answered last, after which the patient does not speak, are left out.",
    formula="answered openings with more to follow ÷ answered openings",
    unit="share",
    shape=Rate,
    source="zimmermann2011",
    not_for="Not the effect of the answer: an open question makes most people go on, whatever it asked. Five "
    "words are our judgement.",
    empty="no feeling was answered with the patient speaking after it",
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
        "disclosure",
        "withdrawal",
    ),
    examples=(
        Example(
            """
            C: How is work? {question_open}
            P: I feel useless there. {concern}
            C: Useless is a hard word. {empathy}
            P: They gave my desk away while I was ill.
            C: And your shoulder? {question_closed}
            P: It throbs all day. {pain}
            C: Is it throbbing now? {question_closed}
            P: Yes.
            """,
            1 / 2,
            "Both are answered; after the first the patient says eight words, after the second one.",
        ),
        Example(
            """
            C: What is hardest? {question_open}
            P: I'm ashamed of the bag. {concern}
            C: Ashamed, yes. {empathy}
            P: Whatever you say, it does not go away. {withdrawal}
            C: I see. {backchannel}
            """,
            0,
            "The patient speaks, but pulls away.",
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

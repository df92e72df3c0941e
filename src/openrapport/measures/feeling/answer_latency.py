"""How soon an answer to a feeling came."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Spread


def _compute(flow: Flow) -> Spread:
    answers = [
        (float(place), chain.turn, chain.p * first)
        for chain in flow.chains
        for place, first in enumerate(chain.answered_first, start=1)
        if chain.p * first > 0
    ]
    return Spread(
        tuple(place for place, _, _ in answers),
        tuple(turn for _, turn, _ in answers),
        tuple(weight for _, _, weight in answers),
    )


MEASURE = Measure(
    family="feeling",
    question="When a feeling was answered, how many of the clinician's turns did that take?",
    definition="An opening is a turn of the patient's that says an unpleasant feeling (concern), hints at one "
    "(cue) or tells of pain. Of the openings that were answered, whether the first of the clinician's"
    " next two holds of the floor that answers it is the first (1) or the second (2); the value is "
    "the median, each weighted with its probability. Openings after which the clinician does not take"
    " the floor again are left out.",
    formula="median of {1, 2} over answered openings",
    unit="turns",
    shape=Spread,
    source="delpiccolo2011",
    not_for="Not a stopwatch: an answer after more listening can be the better one, and answers later than "
    "the second hold are not seen.",
    empty="no feeling was answered within two turns",
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
            C: How is the ward? {question_open}
            P: I feel so alone here. {concern}
            C: That sounds lonely. {empathy}
            P: Nobody comes.
            C: And you miss your dog. {reflection_complex}
            P: My hands hurt too. {pain}
            C: Which tablets do you take? {question_closed}
            P: The white ones.
            C: And do your hands hurt now? {question_closed}
            P: Yes. It frightens me. {concern}
            C: I can understand that. {empathy}
            """,
            1,
            "Three openings are answered, two at once and one a turn later: the median of 1, 2, 1.",
        ),
        Example(
            """
            C: Any news? {question_open}
            P: I dread the scan. {concern}
            C: It is on Friday at nine. {information}
            P: I know.
            C: What do you dread about the scan? {question_open}
            P: The waiting.
            """,
            2,
            "First a fact, then the question that takes it up.",
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

"""Whether the patient’s questions were answered."""

from __future__ import annotations

import numpy as np

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    asked = np.where(flow.patient, flow.p("patient_question"), 0.0)
    left = {happening.turn: happening.p for happening in flow.happenings("question_unanswered")}
    heard = _last_word(flow)
    turns = (int(turn) for turn in np.flatnonzero(asked) if turn < heard)
    return Rate.of(Case(turn, left.get(turn, 0.0) / float(asked[turn]), float(asked[turn])) for turn in turns)


def _last_word(flow: Flow) -> int:
    """The turn at which the clinician last takes the floor; what is asked after it nobody could answer."""
    return max((hold.turns[0] for hold in flow.holds if hold.role is Role.CLINICIAN), default=0)


MEASURE = Measure(
    family="asking",
    question="How many of the patient's questions stayed open?",
    definition="Of the patient's turns that ask about their care, the share after which the clinician's next two"
    " holds of the floor neither answer, promise an answer nor explain why not: no information, "
    "advice, choice, reassurance, partnership, signpost or self-disclosure, and the clinician's next "
    "words do not begin as an answer does (“yes”, “no”, “it depends”). A hold is a speaker's "
    "neighbouring turns, not cut by the other's “mm” or “okay”. Questions after which the clinician "
    "does not take the floor again are left out.",
    formula="questions left open ÷ questions of the patient's",
    unit="share",
    shape=Rate,
    source="our_judgement",
    not_for="Not proof of neglect: an answer can be a nod, a drawing or a leaflet, and none of those is in "
    "the words.",
    empty="the patient asked nothing that the clinician could still have answered",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
        Need.PATIENT_ACTS,
    ),
    acts=(
        "patient_question",
        "information",
        "advice",
        "choice",
        "reassurance",
        "partnership",
        "signpost",
        "self_disclosure",
    ),
    examples=(
        Example(
            """
            C: We will start with a low dose. {information}
            P: Will it make me drowsy? {patient_question}
            C: A little, in the first days. {information}
            P: And can I drive? {patient_question}
            C: Do you have any allergies? {question_closed}
            P: Only to nuts.
            C: And who is at home with you? {question_closed}
            P: My sister.
            """,
            1 / 2,
            "The first question is answered; the second is followed by two other questions and stays open.",
        ),
        Example(
            """
            C: The scan is booked for May. {information}
            P: Is that not too late? {patient_question}
            C: No.
            P: Good.
            C: Anything else? {question_closed}
            """,
            0,
            "A short “no” is an answer.",
        ),
        Example(
            """
            C: Any pain? {question_closed}
            P: No.
            C: Any fever? {question_closed}
            P: No.
            C: That is good news. {information}
            """,
            None,
            "The patient asked nothing.",
        ),
    ),
    compute=_compute,
)

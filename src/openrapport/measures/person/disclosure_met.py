"""Whether something personal was met, or followed by the next question of a list."""

from __future__ import annotations

import numpy as np

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.flow.around import Around
from openrapport.flow.phrases import same_thing
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate

MET_BY = (
    "reflection_simple",
    "reflection_complex",
    "empathy",
    "affirmation",
    "partnership",
    "reassurance",
    "self_disclosure",
)


def _compute(flow: Flow) -> Rate:
    told = np.where(flow.patient, flow.p("disclosure"), 0.0)
    met, opened, around = flow.p(*MET_BY), flow.p("question_open"), Around(flow)
    cases: list[Case] = []
    for turn in (int(i) for i in np.flatnonzero(told)):
        for hold in around.after(turn, Role.CLINICIAN):
            stays = [same_thing(flow.turns[turn].text, flow.turns[other].text) for other in hold.turns]
            each = 1.0 - (1.0 - met[list(hold.turns)]) * (1.0 - opened[list(hold.turns)] * stays)
            cases.append(Case(turn, float(each.max()), float(told[turn])))
    return Rate.of(cases)


MEASURE = Measure(
    family="person",
    question="When the patient told something personal, how often was it met?",
    definition="Of the patient's turns with disclosure, the share after which the clinician's next hold of the "
    "floor takes it up: a reflection, empathy, affirmation, partnership, reassurance or self-"
    "disclosure, or an open question that stays with it (says “that”, “it” or “more”, or shares a "
    "word of substance). A hold is a speaker's neighbouring turns, not cut by the other's “mm” or "
    "“okay”. A closed question, information or advice alone does not. Disclosures after which the "
    "clinician does not take the floor again are left out.",
    formula="disclosures met ÷ disclosures",
    unit="share",
    shape=Rate,
    source="altman1973",
    not_for="Not a mark for tact: a nod is not in the words, and a closed question can be asked kindly.",
    empty="the patient told nothing personal that could still have been met",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "disclosure",
        "reflection_simple",
        "reflection_complex",
        "empathy",
        "affirmation",
        "partnership",
        "reassurance",
        "self_disclosure",
        "question_open",
    ),
    examples=(
        Example(
            """
            C: How much do you drink? {question_closed}
            P: A bottle of wine a day. I hide them. {disclosure}
            C: That took courage to say. {affirmation}
            P: Nobody knows.
            C: And do you smoke? {question_closed}
            P: Yes. My son stopped talking to me over it all. {disclosure}
            C: How many a day? {question_closed}
            P: Ten.
            """,
            1 / 2,
            "The first is met; the second is followed by the next question.",
        ),
        Example(
            """
            C: Who is at home? {question_closed}
            P: Nobody since my husband went to prison. {disclosure}
            C: What has that been like for you? {question_open}
            P: Quiet.
            C: I see. {backchannel}
            """,
            1,
            "An open question that stays with it meets it.",
        ),
        Example(
            """
            C: Any fever? {question_closed}
            P: No.
            C: Any cough? {question_closed}
            P: No.
            C: It's a virus. {information}
            """,
            None,
            "Nothing personal was told.",
        ),
    ),
    compute=_compute,
)

"""Whether the talk went back to the patient."""

from __future__ import annotations

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    told = flow.p("self_disclosure")
    stayed = {happening.turn: happening.p for happening in flow.happenings("turned_to_self")}
    holds = (hold.turns for hold in flow.holds if hold.role is Role.CLINICIAN)
    clearest = (max(turns, key=lambda turn: told[turn]) for turns in holds)
    return Rate.of(
        Case(turn, 1.0 - stayed.get(turn, 0.0) / float(told[turn]), float(told[turn]))
        for turn in clearest
        if told[turn] > 0
    )


MEASURE = Measure(
    family="person",
    question="After the clinician told of their own life, how often did the talk go back to the patient?",
    definition="Of the clinician's holds of the floor that tell something of their own life, the share whose "
    "next hold of the clinician's does not do so again (the event turned_to_self). A hold is a "
    "speaker's neighbouring turns, not cut by the other's “mm” or “okay”. The last hold of a file "
    "counts as gone back.",
    formula="1 − stories that go on ÷ holds with self-disclosure",
    unit="share",
    shape=Rate,
    source="arroll2015",
    not_for="Not a licence: a short story can also take the patient's place. Only the patient can say whose "
    "visit it was.",
    empty="the clinician told nothing of their own life",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=("self_disclosure",),
    examples=(
        Example(
            """
            C: My mother had the same operation. {self_disclosure}
            P: Did she?
            C: She was in hospital for weeks, and I drove there every night. {self_disclosure}
            P: That must have been hard.
            C: It was. But how are you sleeping? {question_open}
            P: Badly.
            """,
            1 / 2,
            "The first story goes on in the next hold; after that the talk goes back.",
        ),
        Example(
            """
            C: I break out in a rash from it too. {self_disclosure}
            P: Really?
            C: Where is yours the worst? {question_closed}
            P: Behind the knees.
            C: How long does it last? {question_closed}
            P: About a week.
            """,
            1,
            "One sentence, and back to the patient.",
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
            "Nothing of that kind was told.",
        ),
    ),
    compute=_compute,
)

"""How often the clinician said why."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate

ASKED_OF = ("question_open", "question_closed", "permission", "advice", "choice")


def _compute(flow: Flow) -> Rate:
    why = {happening.turn: happening.p for happening in flow.happenings("intention_explained")}
    asked = flow.p(*ASKED_OF)
    return Rate.of(Case(turn, why.get(turn, 0.0), float(asked[turn])) for turn in range(len(flow.turns)))


MEASURE = Measure(
    family="sharing_power",
    question="When the clinician asked, examined or proposed, how often did they say why?",
    definition="Of the clinician's turns that ask, ask leave, advise, instruct or offer a choice, those that "
    "say why in the same turn: “the reason I ask”, “so that we can”, “to see whether”, “to make sure that”, "
    "“to rule out”, “because it helps” and the like (the event intention_explained). Each such turn counts "
    "0.8: our judgement from reading 40 of the 141 such turns in 300 public conversations, of which 34 gave a "
    "reason.",
    formula="0.8 × turns that say why ÷ turns that ask, ask leave, advise or offer",
    unit="share",
    shape=Rate,
    source="kurtz2003",
    not_for="Not better the higher it is: “where does it hurt?” needs no reason. A reason in other words, or "
    "in the turn after, is not seen.",
    empty="nothing was asked or proposed",
    needs=(Need.CLINICIAN,),
    acts=(
        "question_open",
        "question_closed",
        "permission",
        "advice",
        "choice",
    ),
    examples=(
        Example(
            """
            C: Do you sleep flat? The reason I ask is your heart. {question_closed}
            P: With three pillows.
            C: May I listen to it? {permission}
            P: Of course.
            C: I'd like a blood test, to rule out anaemia. {advice}
            P: Fine.
            C: Which arm? {question_closed}
            """,
            2 * 0.8 / 4,
            "Four turns ask or propose, two of them with the reason.",
        ),
        Example(
            """
            C: Any fever? {question_closed}
            P: No.
            C: Any cough? {question_closed}
            P: No.
            C: Good. {backchannel}
            """,
            0,
            "No reason is given.",
        ),
        Example(
            """
            C: It's a virus. {information}
            P: Good.
            C: It goes away. {information}
            P: Good.
            C: By Friday. {information}
            """,
            None,
            "Nothing was asked or proposed.",
        ),
    ),
    compute=_compute,
)

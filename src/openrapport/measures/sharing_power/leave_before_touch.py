"""Whether a touch was announced or agreed to."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    announced = {happening.turn: happening.p for happening in flow.happenings("touch_announced")}
    unannounced = {happening.turn: happening.p for happening in flow.happenings("touch_unannounced")}
    return Rate.of(Case(turn, announced.get(turn, 0.0)) for turn in sorted({*announced, *unannounced}))


MEASURE = Measure(
    family="sharing_power",
    question="Of the touches that the words show, how many were announced or agreed first?",
    definition="A touch is a turn of the clinician's whose words show one, about to come (“I'm going to press "
    "here”, “can I feel your pulse?”) or under way (“does it hurt when I press?”, “sore here?”, “I'm "
    "just feeling for …”); such words in the same or the clinician's next hold of the floor belong to"
    " the same touch. It was announced where its first turn, those before it in the hold or the "
    "clinician's two holds before say what is about to be done, or ask permission.",
    formula="touches announced ÷ touches that the talk shows",
    unit="share",
    shape=Rate,
    source="kurtz2003",
    not_for="Never “no touch without leave”: touch and nods leave no words, and how well these phrases hear "
    "it has not been tested, for lack of recordings with touch in them.",
    empty="touch cannot be seen in words here",
    needs=(Need.CLINICIAN,),
    acts=("permission",),
    examples=(
        Example(
            """
            C: I'm going to press on your tummy now. {signpost}
            P: All right.
            C: Sore here? {question_closed}
            P: A bit.
            C: How long have you had it? {question_closed}
            P: A week.
            C: And your knee? {question_closed}
            P: Stiff.
            C: Does it hurt when I bend it? {question_closed}
            P: Ow, yes.
            C: How are the stairs? {question_closed}
            P: Slow going.
            """,
            1 / 2,
            "The tummy was announced, and “sore here?” belongs to it; the knee was bent without a word before.",
        ),
        Example(
            """
            C: Would it be all right if I had a look? {permission}
            P: Sure.
            C: Tender here? {question_closed}
            P: No.
            C: Good. {backchannel}
            """,
            1,
            "Leave was asked just before.",
        ),
        Example(
            """
            C: Any fever? {question_closed}
            P: No.
            C: Any cough? {question_closed}
            P: No.
            C: Good. {backchannel}
            """,
            None,
            "The words show no touch: that is not the same as none.",
        ),
    ),
    compute=_compute,
)

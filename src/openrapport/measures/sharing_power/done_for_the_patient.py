"""How often something was done, answered or decided for the patient."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.occasions import count_of
from openrapport.measures.shapes import Rate


def _compute(flow: Flow) -> Rate:
    return count_of(flow, "did_for")


MEASURE = Measure(
    family="sharing_power",
    question="How often did somebody do, answer or decide something in the patient's place?",
    definition="Turns of the clinician's or the companion's whose words show it (“let me do that for you”, “I'll"
    " hold it for you”, “I've gone ahead and …”), and questions of the clinician's to “you” and "
    "nobody else that the companion answers next as he, she or they. Where there is neither a "
    "companion nor any such word, it cannot be told.",
    formula="number of such turns",
    unit="count",
    shape=Rate,
    source="our_judgement",
    not_for="Not a count of wrongs: much of it is kindness, and some is needed. What is done without words is"
    " not seen.",
    empty="nothing in the words shows who did what for whom",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "question_open",
        "question_closed",
    ),
    examples=(
        Example(
            """
            C: How are you sleeping? {question_closed}
            K: He hardly sleeps at all.
            C: And what do you say, Mr Novak? {question_open}
            P: Not so badly.
            C: Can you undo your cuff?
            P: I'm just
            K: Let me do that.
            """,
            2,
            "The companion answers for him, and undoes the cuff.",
        ),
        Example(
            """
            C: How are you sleeping? {question_closed}
            P: Not so badly.
            K: He snores, though.
            C: And in the day? {question_open}
            P: I nod off.
            """,
            0,
            "The companion adds something after the patient has answered.",
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
            "No companion and no such words.",
        ),
    ),
    compute=_compute,
)

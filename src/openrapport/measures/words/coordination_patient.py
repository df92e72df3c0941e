"""Whether the patient's replies echo the clinician's small words."""

from __future__ import annotations

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.echo import echo
from openrapport.measures.shapes import Likeness


def _compute(flow: Flow) -> Likeness:
    return echo(flow, Role.CLINICIAN, Role.PATIENT)


MEASURE = Measure(
    family="words",
    question="How much more than by chance did the patient echo the clinician's small words (I, the, of, not …)?",
    definition="Exchanges are a clinician's turn at the floor and the patient's that follows, if it has five "
    "words or more; only its first five are looked at, so that long replies count no more than short ones. For "
    "each of eight kinds of function words that at least three of the clinician's turns have: the share of "
    "replies with it among replies to turns with it, less its share among all replies. The value is the mean "
    "over the kinds; moved round over all exchanges, replies give 0 on average, and their spread gives the "
    "interval.",
    formula="mean over kinds of P(kind in reply | kind in turn) − P(kind in reply)",
    unit="likeness",
    shape=Likeness,
    source="danescu2012",
    not_for="Never a sign of rapport: who has less power echoes more, and patients often have less.",
    empty="no kind of small word was heard in three of the clinician's turns",
    needs=(Need.CLINICIAN, Need.PATIENT),
    acts=("backchannel", "question_open", "question_closed", "permission", "checking"),
    examples=(
        Example(
            """
            C: The knee?
            P: Yes, the knee since Easter.
            C: Inside, outside?
            P: More outside, sometimes behind, too.
            C: The stairs?
            P: Hurts. Even the bottom step.
            C: Walking?
            P: Fine, ten minutes, then stiff.
            C: A brace?
            P: Tried one. Too tight, honestly.
            C: Tablets?
            P: Two every morning, with breakfast.
            C: The usual ones?
            P: Those from the corner shop.
            C: Anything else?
            P: Ice, a bag every evening.
            """,
            3 / 4 - 4 / 8,
            "Only articles are heard three times or more: 4 turns have one, 3 of their replies have one, and 4 "
            "of all 8 replies do.",
        ),
        Example(
            """
            C: The knee?
            P: Yes.
            C: The stairs?
            P: They hurt.
            C: Walking?
            """,
            None,
            "Too few replies of five words.",
        ),
    ),
    compute=_compute,
)

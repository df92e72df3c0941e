"""Whether the clinician's replies echo the patient's small words."""

from __future__ import annotations

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.echo import echo
from openrapport.measures.shapes import Likeness


def _compute(flow: Flow) -> Likeness:
    return echo(flow, Role.PATIENT, Role.CLINICIAN)


MEASURE = Measure(
    family="words",
    question="How much more than by chance did the clinician echo the patient's small words (I, the, of, not …)?",
    definition="Exchanges are a patient's turn at the floor and the clinician's that follows, if it has five "
    "words or more; only its first five are looked at, so that long replies count no more than short ones. For "
    "each of eight kinds of function words that at least three of the patient's turns have: the share of replies "
    "with it among replies to turns with it, less its share among all replies. The value is the mean over the "
    "kinds; moved round over all exchanges, replies give 0 on average, and their spread gives the interval.",
    formula="mean over kinds of P(kind in reply | kind in turn) − P(kind in reply)",
    unit="likeness",
    shape=Likeness,
    source="danescu2012",
    not_for="Not a measure of rapport: it was built to show who has power (the weaker side echoes more).",
    empty="no kind of small word was heard in three of the patient's turns",
    needs=(Need.CLINICIAN, Need.PATIENT),
    acts=("backchannel",),
    examples=(
        Example(
            """
            P: The knee hurts.
            C: Show me the sore spot.
            P: Right here, inside.
            C: Thanks. Try bending, please, slowly.
            P: The stairs hurt.
            C: Going down the stairs too?
            P: Down, yes.
            C: Okay. Kneeling hurts as well?
            P: Sometimes.
            C: Say when kneeling hurts most.
            P: Cleaning a floor.
            C: A long time kneeling, then.
            P: Hours.
            C: Hours! Rest more between rooms.
            P: The boss objects.
            C: Could someone else take over?
            """,
            3 / 4 - 3 / 8,
            "Only articles are heard three times or more: 4 turns have one, 3 of their replies have one, and 3 "
            "of all 8 replies do.",
        ),
        Example(
            """
            P: The knee hurts.
            C: Show me the sore spot.
            P: Right here, inside.
            C: Try bending it.
            P: The stairs hurt.
            C: Which ones?
            """,
            None,
            "Too few replies of five words.",
        ),
    ),
    compute=_compute,
)

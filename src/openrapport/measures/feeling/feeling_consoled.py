"""Whether the clinician tried to comfort."""

from __future__ import annotations

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate


def _compute(flow: Flow) -> Rate:
    return Rate.of(Case(chain.turn, chain.kind_of_response("consoled"), chain.p) for chain in flow.chains)


MEASURE = Measure(
    family="feeling",
    question="When a feeling or pain was shown, how often did the clinician reassure or promise support?",
    definition="An opening is a turn of the patient's that says an unpleasant feeling (concern), hints at one "
    "(cue) or tells of pain. The response is looked for in the clinician's next two holds of the "
    "floor (a speaker's neighbouring turns, not cut by the other's “mm” or “okay”), in the first "
    "three turns of each. Consoled: reassurance, or partnership (a promise to be there, the two on "
    "one side). Openings after which the clinician does not take the floor again are left out.",
    formula="openings consoled ÷ openings",
    unit="share",
    shape=Rate,
    source="back2005",
    not_for="Not better the higher it is: comfort that comes before the worry has been heard can close it.",
    empty="the patient showed no feeling and told of no pain that could still have been answered",
    needs=(
        Need.CLINICIAN,
        Need.PATIENT,
    ),
    acts=(
        "concern",
        "cue",
        "pain",
        "reassurance",
        "partnership",
    ),
    examples=(
        Example(
            """
            C: The needle goes in here. {information}
            P: I'm afraid of needles. {concern}
            C: I'll be right beside you all the time. {partnership}
            P: And it still hurts from the last one. {pain}
            C: Which arm was that? {question_closed}
            P: This one.
            C: We take the other. {information}
            P: Good.
            """,
            1 / 2,
            "Support is promised for the fear; the pain is asked about.",
        ),
        Example(
            """
            C: The blood test is normal. {information}
            P: I was sure it was cancer. {concern}
            C: It's nothing like that, you can be easy. {reassurance}
            P: Thank God.
            C: Yes. {backchannel}
            """,
            1,
            "One fear, one reassurance.",
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

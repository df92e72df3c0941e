"""How whole the apologies were."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.markers import need_english, patterns, plain
from openrapport.measures.shapes import Case, Rate

PARTS = ("acknowledged", "explained", "remorse", "repair")


def _compute(flow: Flow) -> Rate:
    need_english(flow)
    chance = np.where(flow.clinician, flow.p("apology"), 0.0)
    cases = [
        Case(int(turn), float(there), float(chance[turn]))
        for turn in np.flatnonzero(chance)
        for there in parts_of_apology(_spoken(flow, int(turn))).values()
    ]
    rate = Rate.of(cases)
    return replace(rate, turns=tuple(sorted(set(rate.turns))))


def _spoken(flow: Flow, turn: int) -> str:
    """The apology and what the clinician says next."""
    after = flow.next_of(turn, Role.CLINICIAN)
    return " . ".join(flow.turns[index].text for index in (turn, after) if index is not None)


def parts_of_apology(text: str) -> dict[str, bool]:
    """Which parts of an apology a text has; a "sorry if" or "sorry but" is no remorse.

    >>> parts_of_apology("I'm sorry if you felt rushed.")["remorse"]
    False
    """
    spoken, kinds = plain(text), patterns("apology")
    kept = kinds["taken_back"].sub(" ", spoken)
    return {part: bool(kinds[part].search(kept)) for part in PARTS}


MEASURE = Measure(
    family="trust",
    question="Of the four parts of a whole apology, how many did the clinician's have?",
    definition="Of four parts (says what happened, explains it, shows remorse, offers repair), the share found by "
    "the patterns of apology.toml in each apology and the clinician's next turn. “Sorry if” and “sorry, but” are "
    "no remorse. Each apology counts with its probability.",
    formula="Σ p(apology) × parts found ÷ (4 × Σ p(apology))",
    unit="share",
    shape=Rate,
    source="lazare2010",
    not_for="Words can be found and the apology still be hollow, or missing and it be whole. Being late asks for "
    "less than having done harm.",
    empty="no apology was heard",
    needs=(Need.CLINICIAN,),
    acts=("apology",),
    examples=(
        Example(
            """
            P: Nobody told me about the scan. {complaint}
            C: I should have called you, and I'm sorry. {apology}
            P: I was worried sick. {concern}
            C: The letter got lost because we moved. From now on I will ring you myself. {information, partnership}
            P: Thank you. {warmth}
            """,
            1,
            "What happened, remorse, and in the next turn the reason and the repair.",
        ),
        Example(
            """
            P: You talked to my son and not to me. {complaint}
            C: I'm sorry if it seemed like that. {apology}
            P: It did.
            C: Now, the blood test. {signpost}
            P: Right.
            """,
            0,
            "“Sorry if” is no remorse, and no other part is there.",
        ),
        Example(
            """
            P: I waited for an hour. {complaint}
            C: What brings you in? {question_open}
            P: My shoulder.
            C: Left or right? {question_closed}
            P: Left.
            """,
            None,
            "No apology was made.",
        ),
    ),
    compute=_compute,
)

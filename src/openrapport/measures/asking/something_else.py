"""Whether the clinician asked for something else or for anything else."""

from __future__ import annotations

import re

from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Case, Rate

_ELSE = re.compile(
    r"(?<!or )(?<!that )\b(?P<which>some|any)(?:thing else| other (?:concerns?|worries))\b\s*"
    r"(?:\?|(?:that |which )?(?:you\b|you'd\b|i (?:forgot|can|could|should|missed)\b)"
    r"|(?:that |which )?we (?:have|haven't|should|can|could)\b|on your mind\b"
    r"|to (?:add|talk|mention|discuss|address|bring)\b|today\b|(?:bothering|worrying|concerning|troubling)\b)",
    re.IGNORECASE,
)


def _compute(flow: Flow) -> Rate:
    asked = ((index, found) for index, turn in enumerate(flow.turns) for found in _ELSE.finditer(turn.text))
    return Rate.of(
        Case(index, float(found["which"].lower() == "some")) for index, found in asked if flow.clinician[index]
    )


MEASURE = Measure(
    family="asking",
    question="When further concerns were asked for, how often as “something else”, not “anything else”?",
    definition="Of the times that the clinician asks for further concerns with “something else” or “anything "
    "else” (also “some other” and “any other” concerns or worries), alone or followed by “you …”, “to"
    " add”, “on your mind” and the like, the share that say “some”. “Anything else that makes it "
    "worse?” is about a symptom and is left out.",
    formula="“something else” ÷ (“something else” + “anything else”)",
    unit="share",
    shape=Rate,
    source="heritage2007",
    not_for="Not a measure of the answer: the trial behind it changed one word, asked early in primary care "
    "visits of one country, and looked at concerns left unmet. Said at the door it may do nothing.",
    empty="the clinician did not ask for something or anything else",
    needs=(Need.CLINICIAN,),
    examples=(
        Example(
            """
            C: So, the cough. Is there something else you would like to talk about today? {question_closed}
            P: Well, my foot.
            C: We will look at both. {signpost}
            P: Good.
            C: And before you go, anything else? {question_closed}
            P: No.
            """,
            1 / 2,
            "Once “something else”, once “anything else”.",
        ),
        Example(
            """
            C: Is there anything else that makes it worse? {question_closed}
            P: Cold air.
            C: Does something else help? {question_closed}
            P: Steam.
            C: Good. {backchannel}
            """,
            None,
            "Both ask about a symptom, not for further concerns.",
        ),
    ),
    compute=_compute,
)

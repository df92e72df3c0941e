"""For how much of the talk both spoke at once."""

from __future__ import annotations

from openrapport.encounter import Role
from openrapport.flow import Flow, Need
from openrapport.measures.definition import Example, Measure
from openrapport.measures.shapes import Rate

Span = tuple[float, float]


def _compute(flow: Flow) -> Rate:
    clinician, patient = _spans(flow, Role.CLINICIAN), _spans(flow, Role.PATIENT)
    alone = _seconds(_union(list(clinician.values()))) + _seconds(_union(list(patient.values())))
    either = _seconds(_union([*clinician.values(), *patient.values()]))
    turns = _touching(clinician, patient) | _touching(patient, clinician)
    return Rate(alone - either, either, tuple(sorted(turns)), share=True)


def _spans(flow: Flow, role: Role) -> dict[int, Span]:
    return {
        index: (turn.start, turn.end)
        for index, turn in enumerate(flow.turns)
        if turn.role is role and flow.lengths[index] and turn.start is not None and turn.end is not None
    }


def _union(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _seconds(spans: list[Span]) -> float:
    return sum(end - start for start, end in spans)


def _touching(mine: dict[int, Span], theirs: dict[int, Span]) -> set[int]:
    """The turns of mine that share time with any of theirs, by one walk along both."""
    others, place, found = _union(list(theirs.values())), 0, set()
    for turn, (start, end) in sorted(mine.items(), key=lambda item: item[1]):
        while place < len(others) and others[place][1] <= start:
            place += 1
        if place < len(others) and others[place][0] < end:
            found.add(turn)
    return found


MEASURE = Measure(
    family="floor",
    question="For how much of the talk did both speak at once?",
    definition="The seconds in which clinician and patient both speak, as a share of the seconds in which at "
    "least one of them speaks. “Mm-hmm” said into the other's turn counts too.",
    formula="seconds(both) ÷ seconds(at least one)",
    unit="share",
    shape=Rate,
    source="heldner_edlund2010",
    not_for="Not a count of interruptions: most overlap is listening, laughing, or a turn changing hands.",
    empty="neither clinician nor patient speaks for any time",
    needs=(Need.CLINICIAN, Need.PATIENT, Need.OVERLAP, Need.TIMES),
    examples=(
        Example(
            """
            0.0-3.0 C: How is the shoulder?
            3.0-9.0 P: Better, as long as I keep it low.
            8.0-10.0 C: And when you reach up?
            10.0-12.0 P: Then it catches.
            13.0-15.0 C: Show me where.
            """,
            1 / 14,
            "Both speak from 8 to 9; somebody speaks for 12 + 2 = 14 s.",
        ),
        Example(
            """
            0.0-3.0 C: How is the shoulder?
            3.0-9.0 P: Better, as long as I keep it low.
            9.0-10.0 C: And when you reach up?
            10.0-12.0 P: Then it catches.
            12.0-15.0 C: Show me where.
            """,
            0,
            "Every turn begins where the one before ends.",
        ),
        Example(
            """
            C: How is the shoulder?
            P: Better, as long as I keep it low.
            C: And when you reach up?
            P: Then it catches.
            C: Show me where.
            """,
            None,
            "The file gives no times.",
        ),
    ),
    compute=_compute,
)

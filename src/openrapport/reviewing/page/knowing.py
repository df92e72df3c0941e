"""What this file cannot tell, how sure the coder is, and what the words of the report mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from openrapport.coding import Card, CodedEncounter, Reliability, load_codebook
from openrapport.render import figures, plain
from openrapport.reviewing.review import Review

MEANINGS = {
    "Turn": "What one speaker says before another begins, as the file cut it. Turns count from 0.",
    "Range": "“About 3 (2 to 4)” means: a trained person who coded this same file would count between 2 and 4, "
    "95 times in 100. It holds the coder's error, not how another visit would go.",
    "Median": "The middle one: half are smaller, half are larger.",
    "Sure, likely, perhaps": "How probable the coder holds it that a turn does this: 90 % or more, 70 % or more, "
    "less.",
    "Taken up": "One of the clinician's next two turns asked further, named the feeling, or reassured.",
    "Likeness": "How similarly two people use small words such as “the”, “of” and “but”. It is set beside what "
    "the same turns give when shuffled. More is not better.",
    "Nothing to count": "The occasion did not arise. It is not the same as 0.",
}


@dataclass(frozen=True)
class Reason:
    """Why something cannot be told, and the questions that it leaves open."""

    reason: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class CardRow:
    """How well the coder hears one act."""

    act: str
    who: str
    said: str
    cases: str


def reasons(review: Review) -> tuple[Reason, ...]:
    """What the file cannot tell, grouped by reason; where there was merely nothing to count is told elsewhere."""
    found = []
    for reason, names in review.cannot_tell.items():
        open_ones = [review.measurements[name] for name in names]
        asked = tuple(one.measure.question for one in open_ones if not figures.nothing_to_count(one))
        if asked:
            found.append(Reason(reason, asked))
    return tuple(found)


def card_rows(card: Card) -> tuple[CardRow, ...]:
    """How well this coder hears each act of the codebook."""
    return tuple(
        CardRow(act.plain, act.who, _heard(card, card.reliability(name)), _cases(card.reliability(name)))
        for name, act in sorted(load_codebook().acts.items(), key=lambda item: (item[1].who, item[1].plain))
    )


def _heard(card: Card, known: Reliability) -> str:
    if card.by_people:
        return "coded by a person"
    if not known.tested or known.f1 is None:
        return "not tested on enough real cases"
    return f"{known.f1:.2f}"


def _cases(known: Reliability) -> str:
    return f"{known.cases:,}" if known.cases else "none"


def glossary(coded: CodedEncounter) -> Iterator[tuple[str, str]]:
    """The words of the report, then the acts that occur in this file."""
    yield from MEANINGS.items()
    seen = {act for turn in range(len(coded.encounter.turns)) for act in coded.coded(turn)}
    for name, act in load_codebook().acts.items():
        if name in seen:
            yield act.plain.capitalize(), f"The {act.who}’s turn: {_small(act.definition)}"


def _small(sentence: str) -> str:
    return plain.without_ids(sentence[:1].lower() + sentence[1:])

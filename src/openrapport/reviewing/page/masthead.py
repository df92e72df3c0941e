"""The head of the letter: what this file is, who spoke and how that is known, what was agreed, who coded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from openrapport.encounter import Encounter, Part, Timing, words
from openrapport.formats import all_formats
from openrapport.render import plain
from openrapport.reviewing.naming import Names
from openrapport.reviewing.review import Review


@dataclass(frozen=True)
class Line:
    """One line of the head: a term and what stands beside it, as one or several sentences."""

    term: str
    said: tuple[str, ...]


def masthead(review: Review, names: Names) -> tuple[Line, ...]:
    """The lines of the head, in the order in which a careful reader asks for them."""
    encounter = review.encounter
    lines = (
        Line("File", _file(encounter, names)),
        Line("Date", ("Not stated in the file.",)),
        Line("Who spoke", tuple(_people(encounter, names))),
        Line("Agreed with the patient about this recording", (_consent(encounter, names),)),
        Line("How it was made", tuple(_made(review, names))),
        Line("Not as it should be in the file", tuple(_problems(encounter, names))),
    )
    return tuple(line for line in lines if line.said)


def _file(encounter: Encounter, names: Names) -> tuple[str, ...]:
    origin = encounter.origin
    known = all_formats().get(origin.format)
    kind = known.title if known else plain.spaced(origin.format)
    first = kind if names.hidden or not origin.name else f"{origin.name}{f', read as {kind}' if kind else ''}"
    return (first, f"{_size(encounter)}.") if first else (f"{_size(encounter)}.",)


def _size(encounter: Encounter) -> str:
    spoken = sum(len(words(turn.text)) for turn in encounter.turns)
    parts = [plain.plural(len(encounter.turns), "turn"), plain.plural(spoken, "word"), _length(encounter)]
    joined = plain.joined(encounter.join, encounter.joined)
    return ", ".join(parts) + (f"; {joined}" if joined else "")


def _length(encounter: Encounter) -> str:
    ends = [turn.end for turn in encounter.turns if turn.end is not None]
    if encounter.origin.timing is Timing.NONE or not ends:
        return "no times"
    return f"{plain.clock(max(ends))} long"


def _people(encounter: Encounter, names: Names) -> Iterator[str]:
    if not encounter.cast:
        yield "The file does not say, and nobody was asked." if _roleless(encounter) else "As the file has it."
    for part in encounter.cast:
        yield _person(part, names)


def _roleless(encounter: Encounter) -> bool:
    return all(turn.role is None for turn in encounter.turns)


def _person(part: Part, names: Names) -> str:
    how = plain.known_by(part.known_by, part.confidence)
    if names.hidden:
        return f"{names.label(part.speaker, part.role)}: {how}."
    return f"{part.speaker or 'The speaker without a label'} is the {plain.role_words(part.role)}: {how}."


def _consent(encounter: Encounter, names: Names) -> str:
    if not encounter.consent:
        return "Not stated."
    return "Stated; left out of this copy." if names.hidden else encounter.consent


def _made(review: Review, names: Names) -> Iterator[str]:
    if review.encounter.origin.recogniser:
        yield (
            "A machine heard the words and told the speakers apart. It errs in both, "
            "and the ranges below are wider for it."
        )
    card = review.coded.card
    if card.by_people and names.hidden:
        yield "What each turn does was coded by a person, not by a machine."
    else:
        yield plain.coder(card)
    not_coded = len(review.coded.not_coded)
    if not_coded:
        why = plain.listed(sorted(set(review.coded.not_coded.values())))
        yield f"{plain.plural(not_coded, 'turn')} {'was' if not_coded == 1 else 'were'} not coded ({why})."


def _problems(encounter: Encounter, names: Names) -> Iterator[str]:
    if names.hidden and encounter.problems:
        yield f"{plain.plural(len(encounter.problems), 'problem')}, listed in the full copy."
    else:
        yield from (f"{problem}." for problem in map(str, encounter.problems))

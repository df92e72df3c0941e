"""What a file is, and how sure we are of it: the sentences that open every report."""

from __future__ import annotations

from collections.abc import Iterator

from openrapport.coding import CodedEncounter
from openrapport.encounter import Encounter, Part
from openrapport.formats import all_formats
from openrapport.render.plain import known_by, role_words


def about(coded: CodedEncounter, without_words: bool = False) -> Iterator[str]:
    """One sentence after another: the file, who spoke, consent, who coded, what was wrong with the file."""
    encounter = coded.encounter
    yield _file(encounter, without_words)
    yield _people(encounter, without_words)
    consent = "stated, left out here" if without_words and encounter.consent else encounter.consent
    yield f"Agreed with the patient about this recording: {consent or 'not stated'}."
    if encounter.origin.recogniser:
        yield "A machine heard the words and told the speakers apart; the ranges below allow for its errors."
    yield _coder(coded, without_words)
    if encounter.problems:
        yield _problems(encounter, without_words)


def _file(encounter: Encounter, without_words: bool) -> str:
    origin = encounter.origin
    name = "This file" if without_words else f"{origin.name}"
    title = all_formats()[origin.format].title if origin.format in all_formats() else origin.format
    joined = f", {encounter.joined} rows joined to the sentence before" if encounter.joined else ""
    return f"{name}: {title}, {len(encounter.turns)} turns{joined}{_length(encounter)}."


def _length(encounter: Encounter) -> str:
    ends = [turn.end for turn in encounter.turns if turn.end is not None]
    if not ends:
        return ", without times"
    minutes = round(max(ends) / 60)
    return f", {minutes} minutes" if minutes > 1 else ", about a minute"


def _people(encounter: Encounter, without_words: bool) -> str:
    if not encounter.cast:
        return "Who spoke: the file does not tell the speakers apart, so most of this cannot be measured."
    return "Who spoke: " + "; ".join(_person(part, without_words) for part in encounter.cast) + "."


def _person(part: Part, without_words: bool) -> str:
    who = "" if without_words else f"{part.speaker or 'no label'} is "
    return f"{who}the {role_words(part.role)} ({known_by(part.known_by, part.confidence)})"


def _coder(coded: CodedEncounter, without_words: bool) -> str:
    card = coded.card
    if card.by_people:
        return f"Coded by {'a person' if without_words else card.name}."
    return f"Coded by {f'{card.name} {card.version}'.strip()}, a machine that errs. Tested on: {card.validated_on}"


def _problems(encounter: Encounter, without_words: bool) -> str:
    """The first problem; only how many where words stay out, as a problem may name a speaker."""
    if without_words:
        return f"Not as it should be in the file: {len(encounter.problems)} places, left out here."
    first = encounter.problems[0]
    more = len(encounter.problems) - 1
    rest = f" (and {more} more, listed by `openrapport read`)" if more else ""
    return f"Not as it should be in the file: {first}{rest}."

"""The review as data: what the page shows, for programs. Its contract is ``review.schema.json`` beside this."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from openrapport.coding import Card, CodedEncounter
from openrapport.encounter import Encounter, Turn
from openrapport.flow import Chain, Flow
from openrapport.measures import Likeness, Measurement, Spread, row
from openrapport.render.figures import figure
from openrapport.reviewing.moment import Moment
from openrapport.reviewing.naming import Names
from openrapport.reviewing.review import Change, Review

VERSION = 1
DIGITS = 4  # to which probabilities and values are rounded: far finer than anything here is known


def to_json(review: Review, without_words: bool = False) -> dict[str, Any]:
    """The review as plain data for JSON, version 1 of the schema.

    `without_words` leaves out words, quotes, names, notes, consent and what was wrong with the file (null in
    their places), and puts roles in place of speaker labels.
    """
    encounter, names = review.encounter, Names(review.encounter, without_words)
    return {
        "openrapport_review": VERSION,
        "without_words": without_words,
        "file": _file(encounter, without_words),
        "consent": None if without_words else encounter.consent or None,
        "cast": [
            {
                "speaker": names.label(part.speaker, part.role) if without_words else part.speaker,
                "role": part.role.value,
                "known_by": part.known_by,
                "confidence": _round(part.confidence),
            }
            for part in encounter.cast
        ],
        "coder": _card(review.coded.card, without_words),
        "went_well": [_moment(one, names) for one in review.well],
        "another_look": [_moment(one, names) for one in review.look],
        "turns": [_turn(review.coded, number, names) for number in range(len(encounter.turns))],
        "chains": [_chain(one) for one in Flow(review.coded).chains],
        "measures": [_measure(one) for one in review.measurements],
        "cannot_tell": {reason: list(measures) for reason, measures in review.cannot_tell.items()},
        "changes": [_change(one) for one in review.changes],
        "proposals": None if without_words else _proposals(review),
    }


@cache
def schema() -> Mapping[str, Any]:
    """The JSON Schema of what `to_json` gives."""
    text = resources.files("openrapport.reviewing").joinpath("review.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _file(encounter: Encounter, without_words: bool) -> dict[str, Any]:
    origin = encounter.origin
    return {
        "name": None if without_words else origin.name,
        "digest": None if without_words else origin.digest,
        "format": origin.format,
        "timing": origin.timing.value,
        "recogniser": origin.recogniser,
        "language": origin.language or None,
        "join": encounter.join.value,
        "joined": encounter.joined,
        "problems": len(encounter.problems) if without_words else [str(one) for one in encounter.problems],
    }


def _card(card: Card, without_words: bool) -> dict[str, Any]:
    return {
        "name": "a person" if card.by_people and without_words else card.name,
        "version": card.version,
        "codebook": card.codebook,
        "by_people": card.by_people,
        "validated_on": card.validated_on,
        "acts": {
            name: {
                "threshold": _round(known.threshold),
                "f1": _round(known.f1),
                "cases": known.cases,
                "dispersion": _round(known.dispersion),
                "tested": known.tested,
            }
            for name, known in card.acts.items()
        },
    }


def _moment(one: Moment, names: Names) -> dict[str, Any]:
    turns = names.encounter.turns
    return {
        "kind": one.kind,
        "headline": names.unquoted(one.headline),
        "turns": list(one.turns),
        "quotes": None if names.hidden else [turns[turn].text for turn in one.turns],
        "p": _round(one.p),
        "why": names.unquoted(one.why),
        "idea": names.unquoted(one.idea),
        "source": one.source,
        "untested": list(one.untested),
    }


def _turn(coded: CodedEncounter, number: int, names: Names) -> dict[str, Any]:
    turn = coded.encounter.turns[number]
    sure = coded.coded(number)
    return {
        "turn": number,
        "speaker": names.speaker(number) if names.hidden else turn.speaker,
        "role": turn.role.value if turn.role else None,
        "start": turn.start,
        "end": turn.end,
        "text": None if names.hidden else turn.text,
        "marks": None if names.hidden else _marks(turn),
        "rows": list(turn.rows),
        "acts": {act: _round(float(coded.p(act)[number])) for act in coded.acts if coded.p(act)[number] > 0},
        "coded": list(sure),
        "not_coded": coded.not_coded.get(number),
    }


def _marks(turn: Turn) -> list[dict[str, Any]]:
    return [{"kind": one.kind, "at": one.at, "to": one.to, "raw": one.raw} for one in turn.marks]


def _chain(one: Chain) -> dict[str, Any]:
    return {
        "turn": one.turn,
        "kind": one.kind,
        "p": _round(one.p),
        "answered": _round(one.answered),
        "went_on": _round(one.went_on),
        "responses": [
            {
                "turn": response.turn,
                "explored": _round(response.explored),
                "acknowledged": _round(response.acknowledged),
                "consoled": _round(response.consoled),
            }
            for response in one.responses
        ],
    }


def _measure(one: Measurement) -> dict[str, Any]:
    flat = row(one)
    for key in ("value", "low", "high", "count", "exposure"):
        value = flat[key]
        flat[key] = _round(value) if isinstance(value, float) else value
    return flat | {"said": figure(one), "untested": list(one.untested), "shown": _shape(one)}


def _shape(one: Measurement) -> dict[str, Any] | None:
    """What goes beyond one value: the quarters of a spread, likeness beside chance."""
    if isinstance(one.shape, Spread) and one.value is not None:
        return {"quarters": [_round(one.shape.quantile(share)) for share in (0.25, 0.5, 0.75)]}
    if isinstance(one.shape, Likeness) and one.value is not None:
        return {"observed": _round(one.shape.observed)}
    return None


def _change(one: Change) -> dict[str, Any]:
    return {"measure": one.measure, "before": _round(one.before), "after": _round(one.after)}


def _proposals(review: Review) -> dict[str, Any]:
    found = review.proposals
    return {
        "promises": [{"turn": one.turn, "speaker": one.speaker, "quote": one.quote} for one in found.promises],
        "facts": [{"turn": one.turn, "speaker": one.speaker, "quote": one.quote} for one in found.facts],
    }

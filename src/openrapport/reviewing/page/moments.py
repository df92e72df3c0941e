"""Moments as the page shows them: what happened, the words, why it matters, one thing to try."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from openrapport.render import plain
from openrapport.reviewing.moment import Moment
from openrapport.reviewing.naming import Names
from openrapport.sources import cite

LONGEST = 60  # words of a turn that are quoted; the rest is one click away (our judgement)


@dataclass(frozen=True)
class Quote:
    """A turn quoted: `words` is "" where words are left out."""

    turn: int
    speaker: str
    role: str
    words: str


@dataclass(frozen=True)
class Shown:
    """One moment for the page."""

    headline: str
    quotes: tuple[Quote, ...]
    why: str
    idea: str
    source: str
    care: str


def moments(found: Iterable[Moment], names: Names) -> tuple[Shown, ...]:
    """The moments, ready to show."""
    return tuple(_shown(moment, names) for moment in found)


def _shown(moment: Moment, names: Names) -> Shown:
    return Shown(
        names.unquoted(moment.headline),
        tuple(quote(turn, names) for turn in moment.turns),
        names.unquoted(moment.why),
        names.unquoted(moment.idea),
        str(cite(moment.source)),
        _care(moment),
    )


def quote(turn: int, names: Names) -> Quote:
    """A turn quoted."""
    role = names.encounter.turns[turn].role
    said = "" if names.hidden else _shortened(names.encounter.turns[turn].text)
    return Quote(turn, names.speaker(turn), role.value if role else "unknown", said)


def _shortened(text: str) -> str:
    spoken = text.split()
    return text if len(spoken) <= LONGEST else " ".join(spoken[:LONGEST]) + " …"


def _care(moment: Moment) -> str:
    if moment.untested:
        return f"This coder was tested on too few real cases of: {plain.acts_words(moment.untested)}."
    return "" if moment.p >= plain.SURE else f"How sure: {plain.sureness(moment.p)}."

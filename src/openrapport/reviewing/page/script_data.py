"""What the page's script needs: the acts to choose from, the file they belong to, what may be carried on."""

from __future__ import annotations

from collections.abc import Iterable

from openrapport.alliance import Promise, SharedFact
from openrapport.coding import load_codebook
from openrapport.reviewing.review import Review


def script_data(review: Review) -> dict[str, object]:
    """Plain data for JSON."""
    book, found = load_codebook().acts, review.proposals
    return {
        "source": review.encounter.origin.digest,
        "join": review.encounter.join.value,
        "acts": [[name, act.who, act.plain, act.definition] for name, act in book.items()],
        "visit": found.visit,
        "date": found.date.isoformat() if found.date else None,
        "carry": _quoted(found.promises) + _quoted(found.facts),
        "coded": [list(review.coded.coded(turn)) for turn in range(len(review.encounter.turns))],
    }


def _quoted(found: Iterable[Promise] | Iterable[SharedFact]) -> list[list[str | int]]:
    return [[one.quote, one.turn, one.speaker] for one in found]

"""A moment: something in the talk that is worth a reader's time, with the turns that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from openrapport.flow import Flow, Happening, NotMeasurable

LIKELY = 0.5  # a moment less likely than this is not shown (our judgement: a reader's trust is spent once)
MOST = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment.

    kind      the rule that saw it
    headline  what happened, in plain words
    turns     the turns to quote, in order
    p         how surely it is one: 0.5 where the acts that it stands on just reach their thresholds
    why       why it matters, in a sentence
    idea      one thing to try, or to keep doing
    source    key of the bibliography
    weight    how much it is worth beside other kinds (our judgement), 0 to 1
    untested  acts that it stands on and on which the coder was not tested with enough cases
    """

    kind: str
    headline: str
    turns: tuple[int, ...]
    p: float
    why: str
    idea: str
    source: str
    weight: float = 0.5
    untested: tuple[str, ...] = ()


Rule = Callable[[Flow], Iterable[Moment]]


def happened(flow: Flow, event: str) -> tuple[Happening, ...]:
    """The happenings of an event; none where the file cannot show it."""
    try:
        return flow.happenings(event)
    except NotMeasurable:
        return ()


def untested(flow: Flow, *acts: str) -> tuple[str, ...]:
    """Those of `acts` on which this coder was not tested with enough real cases."""
    card = flow.coded.card
    return tuple(act for act in acts if not card.by_people and not card.reliability(act).tested)


def pick(rules: Iterable[Rule], flow: Flow) -> tuple[Moment, ...]:
    """Up to three likely moments, the weightiest first, each of another kind and on other turns."""
    found = [moment for rule in rules for moment in rule(flow) if moment.p >= LIKELY]
    chosen: list[Moment] = []
    for moment in sorted(found, key=lambda one: (-one.weight * one.p, one.turns)):
        kinds = {one.kind for one in chosen}
        turns = {turn for one in chosen for turn in one.turns}
        if len(chosen) < MOST and moment.kind not in kinds and not turns & set(moment.turns):
            chosen.append(moment)
    return tuple(chosen)

"""Coordination within one talk: at equal length of replies, and against the same replies moved round.

Equal length, because longer replies hold more of every marker (gao2014).
"""

from __future__ import annotations

from openrapport.encounter import Role
from openrapport.flow import Flow, NotMeasurable
from openrapport.flow.floor import Hold, find_exchanges
from openrapport.measures.coordination import rotated_coordination
from openrapport.measures.markers import function_words, need_english
from openrapport.measures.shapes import Likeness

EQUAL_LENGTH = 5  # words of a reply that are looked at; shorter replies are left out (our judgement)
FEWEST = 8  # exchanges below which nothing is said (our judgement)
MARKERS = 8  # the first eight kinds of function_words.toml: negations are no marker of coordination


def echo(flow: Flow, first: Role, then: Role) -> Likeness:
    """How much likelier small words are in replies (in the role `then`) to turns that have them."""
    need_english(flow)
    both = [
        (_spoken(flow, turn), _spoken(flow, reply)[:EQUAL_LENGTH], turn, reply)
        for turn, reply in find_exchanges(flow, first, then)
    ]
    long = [pair for pair in both if len(pair[1]) == EQUAL_LENGTH]
    if len(long) < FEWEST:
        raise NotMeasurable(f"fewer than {FEWEST} of the {then}'s replies have {EQUAL_LENGTH} words or more")
    heard = function_words().in_words(turn for turn, _, _, _ in long)[:, :MARKERS]
    said = function_words().in_words(reply for _, reply, _, _ in long)[:, :MARKERS]
    rotated = rotated_coordination(heard, said)
    turns = {index for _, _, turn, reply in long for index in (*turn.turns, *reply.turns)}
    return Likeness(float(rotated[0]) if len(rotated) else 0.0, tuple(map(float, rotated)), tuple(sorted(turns)))


def _spoken(flow: Flow, hold: Hold) -> list[str]:
    return [word for turn in hold.turns for word in flow.words[turn]]

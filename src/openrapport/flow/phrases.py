"""Words and phrases that several parts of the flow listen for, and when two turns speak of the same thing."""

from __future__ import annotations

import re

from openrapport.encounter import words

_POINTS_BACK = frozenset("that that's this those these more feel feeling feelings".split())
_IT = frozenset(("it", "it's"))
_POINTS_NOWHERE = re.compile(
    r"\bthat'?s (?:fine|ok|okay|good|great|al ?right|all right|right|correct|it)\b|\b(?:\w+thing|things"
    r"|stuff) like that\b|\bthan that\b"
    r"|\bthis (?:morning|afternoon|evening|week|month|year|point|stage|form)\b"
    r"|\b(?:is|if|would) it(?:'s| is| be)? (?:ok|okay|all right|alright)\b|\bany ?more\b",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    """a an the and or but so if as of to in on at for with by from up out off is are was
    were be been being am do does did doing have has had having i i'm i've i'd i'll you
    you're you've you'll he he's she she's we we're we've they they're me my mine your
    yours his her our their us them him not no nope yes yeah yep okay ok right well just
    like what what's how when where why who which can can't could couldn't would
    wouldn't will won't should may might um uh er erm mm mhm hmm ah oh know think mean
    really very much get gets got getting go goes going gonna some any anything
    something thing things all one two also too then than now there here about into
    because that that's this it it's those these more other else quite lot bit kind sort
    good great sure fine don't doesn't didn't haven't isn't wasn't aren't let let's say
    said see tell yourself myself only even still actually maybe probably around want
    need take make come time times today day days week weeks month months year years
    long ago last first next okay alright thank thanks please sorry hello hi bye doctor
    nurse normal normally usual usually moment symptom symptoms problem
    problems""".split()
)
_ENDING = re.compile(r"(?:'s|(?<=...)(?:ying|ing|ies|ied|ed|es|ly|y|s))$")


def root(word: str) -> str:
    """A word without its commonest endings, so that "worry", "worried" and "worries" are one.

    >>> [root(word) for word in ("worry", "worried", "worries", "worrying", "hurts", "her")]
    ['worr', 'worr', 'worr', 'worr', 'hurt', 'her']
    """
    return _ENDING.sub("", word)


def substance(text: str) -> frozenset[str]:
    """The roots of a text's words of substance: those that are not among the few hundred that all talk has."""
    return frozenset(root(word) for word in words(text) if word not in _EMPTY)


def points_back(text: str) -> bool:
    """Whether a text refers to what was just said ("that", "more"), whatever it was; "that's fine" does not."""
    return not _POINTS_BACK.isdisjoint(words(_POINTS_NOWHERE.sub(" ", text)))


def shares_substance(before: str, after: str) -> bool:
    """Whether two turns have a word of substance in common."""
    return not substance(before).isdisjoint(substance(after))


def same_thing(before: str, after: str) -> bool:
    """Whether a later turn stays with an earlier one: it points back, says "it", or shares a word of substance.

    >>> same_thing("My dad had a stroke last year", "What was that like for you?")
    True
    >>> same_thing("My dad had a stroke last year", "Do you smoke?")
    False
    """
    says_it = not _IT.isdisjoint(words(_POINTS_NOWHERE.sub(" ", after)))
    return says_it or points_back(after) or shares_substance(before, after)

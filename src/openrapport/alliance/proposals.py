"""What of a visit may be worth carrying to the next: proposals from the words, for the clinician to confirm.

The rules look at words alone and are tuned to be right rather than complete: a promise or a fact said in an
unusual way is not proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from openrapport.alliance.carry import Carry
from openrapport.alliance.fact import SharedFact
from openrapport.alliance.promise import Promise
from openrapport.alliance.promising import promises
from openrapport.alliance.telling import tells_of_life
from openrapport.encounter import Encounter, Role, sentences, words

LONG = 40  # words above which a sentence is quoted by its clauses (our judgement: what fits on a report's line)
_CLAUSE_END = re.compile(r"(?<=,)\s+")
_FILLER = re.compile(r"\b(?<!')(?:u+h+m*|u+m+|e+r+m?|h?m+|i mean|you know(?=,))\b,?")
_STAMMER = re.compile(r"\b(\w+(?:'\w+)?(?: \w+(?:'\w+)?)?)(?:,? \1\b)+")


def propose(encounter: Encounter) -> Carry:
    """The promises that the clinician or a companion made, and the facts that the patient told of their life.

    Each is quoted with its turn and speaker, and not confirmed. Speakers in no known role are passed over.
    """
    made = [
        Promise(quote, turn, speaker)
        for quote, turn, speaker in _pieces(encounter, Role.CLINICIAN, Role.COMPANION)
        if promises(_plain(quote))
    ]
    told = [
        SharedFact(quote, turn, speaker)
        for quote, turn, speaker in _pieces(encounter, Role.PATIENT)
        if tells_of_life(_plain(quote))
    ]
    return Carry(tuple(made), tuple(told), visit=encounter.origin.name)


def _pieces(encounter: Encounter, *roles: Role) -> Iterator[tuple[str, int, str]]:
    """Sentence by sentence what people in these roles said, with turn and speaker; nothing twice."""
    seen: set[str] = set()
    for index, turn in enumerate(encounter.turns):
        if turn.role in roles:
            for sentence in sentences(turn.text):
                for piece in _clauses(sentence.strip()):
                    if piece.lower() not in seen:
                        seen.add(piece.lower())
                        yield piece, index, turn.speaker


def _clauses(sentence: str) -> list[str]:
    """The sentence whole, or where it is long in stretches of whole clauses."""
    if len(words(sentence)) <= LONG:
        return [sentence]
    stretches = [""]
    for clause in _CLAUSE_END.split(sentence):
        longer = f"{stretches[-1]} {clause}".strip()
        if len(words(longer)) <= LONG:
            stretches[-1] = longer
        else:
            stretches.append(clause)
    return [stretch for stretch in stretches if stretch]


def _plain(quote: str) -> str:
    """The quote in lower case, without fillers and stammers, for looking at; the quote itself stays as said."""
    text = _FILLER.sub(" ", quote.lower().replace("’", "'"))
    return _STAMMER.sub(r"\1", " ".join(text.split()))

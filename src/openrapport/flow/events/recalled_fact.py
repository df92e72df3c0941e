"""The clinician brings up, unprompted, something of the patient's life that the patient told earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from openrapport.encounter import Role, words
from openrapport.flow.event import Event, Happening
from openrapport.flow.flow import Flow, Need

PRECISION = 0.7  # our judgement: 36 of 48 turns read in 300 public conversations, with a slightly wider gap
GAP = 6  # turns with words in which nobody has spoken of it; nearer, it is still the subject (our judgement)

_THEIRS = """wife husband partner boyfriend girlfriend fiance fiancé fiancée son sons daughter
    daughters baby child children kid kids mum mom mother dad father parents brother
    brothers sister sisters twins grandson granddaughter grandchildren grandkids grandma
    grandmother grandad granddad grandfather nan aunt uncle cousin niece nephew friend
    friends neighbour neighbours neighbor neighbors roommate flatmate dog dogs puppy cat
    cats horse pets job boss colleagues team band church garden house flat apartment
    school college university work shop bakery farm""".split()
_DOINGS = frozenset(
    """wedding anniversary birthday christmas holiday holidays vacation trip funeral
    graduation exam exams choir guitar piano music singing dance dancing football soccer
    rugby tennis golf swimming cricket basketball hockey cycling bike marathon gym yoga
    hiking fishing skiing gardening allotment cooking baking knitting painting reading
    books movie movies film temple mosque bakery factory farm retirement redundancy
    hometown""".split()
)
_YOUR = re.compile(rf"\byour (?:[\w'-]+ ){{0,2}}?({'|'.join(_THEIRS)})\b", re.IGNORECASE)
_SURVEYS = re.compile(r"\bfamily history\b|\bin (?:your|the) family\b|\bany(?:one|body)?\b", re.IGNORECASE)


def _find(flow: Flow) -> tuple[Happening, ...]:
    return tuple(_recalls(flow))


def _recalls(flow: Flow) -> Iterator[Happening]:
    told: dict[str, int | None] = {}  # the turn of the patient's that first had the word; None where another's did
    heard_at: dict[str, int] = {}  # how many turns with words had gone by when the word was last said
    spoken = 0
    for index, turn in enumerate(flow.turns):
        if not flow.words[index]:
            continue
        if turn.role is Role.CLINICIAN:
            old = [word for word in brought_up(turn.text) if spoken - heard_at.get(word, spoken) > GAP]
            sources = sorted({source for word in old if (source := told[word]) is not None})
            if sources:
                yield Happening(index, PRECISION, tuple(sources))
        for word in flow.words[index]:
            told.setdefault(word, index if turn.role is Role.PATIENT else None)
            heard_at[word] = spoken
        spoken += 1


def brought_up(text: str) -> frozenset[str]:
    """The words of a life that a clinician's turn brings up: "your daughter", "the wedding"; none in a survey.

    >>> sorted(brought_up("How did your daughter's wedding go?")), brought_up("Any illness in the family?")
    (['daughter', 'wedding'], frozenset())
    """
    if _SURVEYS.search(text):
        return frozenset()
    plain = (word.removesuffix("'s") for word in words(text))
    return frozenset(word.lower() for word in _YOUR.findall(text)) | (_DOINGS & frozenset(plain))


RECALLED_FACT = Event(
    definition="The clinician speaks of somebody or something in the patient's life (“your daughter”, “the "
    "wedding”: people, animals, work, pastimes, occasions, from a fixed list of about 130 words) that the "
    "patient was the first to mention, and that nobody has spoken of in the six turns before. Turns that ask "
    "for a family history or for “any …” are left out. Each counts 0.7: our judgement from reading 48 such "
    "turns in 300 public conversations, of which 36 did that.",
    find=_find,
    needs=(Need.CLINICIAN, Need.PATIENT),
)

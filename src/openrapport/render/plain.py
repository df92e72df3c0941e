"""Plain words for what the house calls by ids: acts, roles, families, marks, how sure, how known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from openrapport.coding import Card, load_codebook
from openrapport.encounter import Join, Role
from openrapport.flow import all_events

FAMILIES = {
    "floor": "The floor: who talked, and when",
    "asking": "Asking: how questions were put",
    "feeling": "Feeling: what was opened, and how it was met",
    "sharing_power": "Sharing power: who knows, who chooses",
    "person": "The person: beyond the task",
    "words": "Words: how things were said",
    "trust": "Trust: what was kept safe, what was put right",
}
RESPONSES = {"explored": "explored", "acknowledged": "acknowledged", "consoled": "reassured"}
SURE, LIKELY = 0.9, 0.7  # from these probabilities on we say "sure" and "likely" (our judgement)
_KNOWN_BY = {
    "file": "the file says so",
    "flag": "you said so",
    "words": "worked out from the words",
    "correction": "you corrected it",
}
_ID = re.compile(r"`?\b[a-z]+(?:_[a-z]+)+\b`?|`[a-z]+`|(?<=\bact )[a-z]+\b")


def act_words(name: str) -> str:
    """What readers see for an act: "asked openly"."""
    found = load_codebook().acts.get(name)
    return found.plain if found else spaced(name)


def acts_words(names: Iterable[str]) -> str:
    """Several acts as readers see them: "asked openly, explained"."""
    return ", ".join(act_words(name) for name in names)


def role_words(who: Role | None) -> str:
    """A role as a noun: "clinician"; "speaker not known" where there is none."""
    if who is None:
        return "speaker not known"
    return "someone else" if who is Role.OTHER else who.value


def sureness(p: float) -> str:
    """A probability in a word: "sure", "likely" or "perhaps"."""
    if p >= SURE:
        return "sure"
    return "likely" if p >= LIKELY else "perhaps"


def known_by(how: str, confidence: float = 1.0) -> str:
    """How a role is known, and how sure that is: "worked out from the words, 93 % sure"."""
    said = _KNOWN_BY[how]
    return f"{said}, {100 * confidence:.0f} % sure" if how == "words" else said


def joined(how: Join, count: int) -> str:
    """What was joined of a file's rows, or "" where nothing was."""
    if not count:
        return ""
    rows = "1 row was joined" if count == 1 else f"{count:,} rows were joined"
    why = "a sentence ran on" if how is Join.SENTENCE else "the same speaker went on"
    return f"{rows} to the one before, because {why}"


def coder(card: Card) -> str:
    """Who coded, in a sentence."""
    if card.by_people:
        return f"What each turn does was coded by {card.name}, not by a machine."
    return (
        f"What each turn does was coded by a machine ({spaced(card.name)}, version {card.version}; "
        f"codebook {card.codebook}). It was tested on {card.validated_on.rstrip('.')}."
    )


def spaced(name: str) -> str:
    """An id without its underscores, for names that have no plain words of their own."""
    return name.replace("_", " ")


def without_ids(text: str) -> str:
    """A text in which ids (with an underscore, in backticks, or after "act") are put into plain words."""
    return _ID.sub(lambda found: _id_in_words(found[0].strip("`")), text)


@cache
def _id_in_words(name: str) -> str:
    known = load_codebook().acts.get(name)
    if known:
        return f"“{known.plain}”"
    return f"“{spaced(name)}”" if name in all_events() else spaced(name)


def clock(seconds: float) -> str:
    """A moment of the recording: "12:04", "1:02:45"."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    *most, final = list(items) or [""]
    return f"{', '.join(most)} {last} {final}" if most else final


def plural(count: int, noun: str, nouns: str = "") -> str:
    """ "1 turn", "2,000 turns"."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"

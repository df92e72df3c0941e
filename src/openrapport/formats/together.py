"""Files of one encounter given together, one a speaker: whose file is whose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from openrapport.encounter import Role
from openrapport.formats.format import Found
from openrapport.formats.labels import roles_of

_NAMES_NO_ONE = frozenset("speaker tier text transcript transcription talk utterance utterances words trs".split())


def together(names: Sequence[str], founds: Sequence[Found]) -> list[Found]:
    """The founds, each turn under its speaker's label.

    Where files share a label ("Speaker" in each), or a label names no one, the files' names tell the speakers
    apart: what differs between them ("doctor" and "patient" of day1_doctor and day1_patient).
    """
    counts = Counter(label for found in founds for label in _labels(found))
    if all(count == 1 and not _names_no_one(label) for label, count in counts.items()):
        return list(founds)
    own = _differing(names)
    renamed = [_renamed(found, name, counts) for found, name in zip(founds, own, strict=True)]
    roles = roles_of(label for found in renamed for label in _labels(found))
    return [_with_roles(found, roles) for found in renamed]


def _labels(found: Found) -> set[str]:
    return {turn.speaker for turn in found.turns}


def _names_no_one(label: str) -> bool:
    words = set(re.findall(r"[a-z]+", label.lower()))
    return words <= _NAMES_NO_ONE


def _differing(names: Sequence[str]) -> list[str]:
    """What each name has that the others have not, at its start and end; a number where that is nothing."""
    parts = [re.split(r"[\\/_\-. ]+", name) for name in names]
    before = _shared(parts)
    after = _shared([part[before:][::-1] for part in parts])
    own = [" ".join(part[before : len(part) - after]) for part in parts]
    return (
        own if all(own) and len(set(own)) == len(own) else [f"file {number}" for number in range(1, len(own) + 1)]
    )


def _shared(parts: Sequence[Sequence[str]]) -> int:
    """How many parts are the same in all, from the start; the last one of the shortest is never shared."""
    shortest = min(len(part) for part in parts)
    same = (len({part[index] for part in parts}) == 1 for index in range(shortest))
    return next((index for index, is_same in enumerate(same) if not is_same), shortest)


def _renamed(found: Found, name: str, counts: Counter[str]) -> Found:
    mine = _labels(found)
    unclear = [label for label in mine if counts[label] > 1 or _names_no_one(label)]
    new = {label: name if len(mine) == 1 else f"{name} {label}" for label in unclear}
    turns = (replace(turn, speaker=new.get(turn.speaker, turn.speaker)) for turn in found.turns)
    return replace(found, turns=tuple(turns))


def _with_roles(found: Found, roles: dict[str, Role]) -> Found:
    return replace(found, turns=tuple(replace(turn, role=roles.get(turn.speaker)) for turn in found.turns))

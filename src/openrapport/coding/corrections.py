"""Corrections: the reader was there and knows better. What a turn does, or who spoke it, set right by hand.

A file of corrections says which transcript it was made on and how its rows were joined; on another it is
refused, as the turns' numbers would mean other turns.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import numpy as np
from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as checked

from openrapport.catalogue import build
from openrapport.coding.act import load_codebook
from openrapport.coding.coded import CodedEncounter
from openrapport.encounter import Encounter, Part, Role
from openrapport.errors import BadDocument, MissingFile, NoPermission, NotAFile, OtherSource

VERSION: Literal[1] = 1
UNHEARD = "its role was corrected, its acts were not given"


@checked(frozen=True, config=ConfigDict(extra="forbid"))
class Correction:
    """One turn set right.

    acts  exactly what the turn does; None leaves the coder's reading
    role  who spoke it; None leaves it
    note  the reader's own words on why
    """

    turn: int
    acts: tuple[str, ...] | None = None
    role: Role | None = None
    note: str = ""


@checked(frozen=True, config=ConfigDict(extra="forbid"))
class Corrections:
    """A reader's corrections: on which file (its hash) and which join they were made, and the turns."""

    source: str
    join: str
    turns: tuple[Correction, ...]
    openrapport_corrections: Literal[1] = VERSION


def read_corrections(path: str | Path) -> Corrections:
    """The corrections in a file. Raises MissingFile, NoPermission, NotAFile, BadDocument."""
    name = str(path)
    try:
        text = Path(path).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise BadDocument(f"'{name}' is not text in UTF-8. Save it as the report's page wrote it.") from None
    except FileNotFoundError:
        raise MissingFile(f"There is no file '{name}'. Check the spelling.") from None
    except PermissionError:
        raise NoPermission(f"You may not read '{name}'. Ask its owner, or copy it.") from None
    except OSError as refused:
        raise NotAFile(f"'{name}' cannot be read: {refused.strerror}.") from None
    return corrections_from(text, Path(path).name)


def corrections_from(text: str, name: str = "corrections") -> Corrections:
    """The corrections in a JSON text; `name` is what messages call it. Raises BadDocument."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise BadDocument(f"'{name}' is not JSON. Save it again from the report's page.") from None
    if not isinstance(data, dict) or "openrapport_corrections" not in data:
        raise BadDocument(f"'{name}' is no file of corrections: it lacks 'openrapport_corrections': 1.")
    _refuse_unknown(data, Corrections, name)
    for item in data["turns"] if isinstance(data.get("turns"), list) else ():
        _refuse_unknown(item, Correction, name)
    found = build(data, Corrections, name)
    _refuse_twice(found, name)
    return found


def _refuse_unknown(data: object, noun: type, name: str) -> None:
    """Refuse keys that do not belong, by their names alone: what stands under them may be a patient's words."""
    if isinstance(data, dict):
        unknown = sorted(set(map(str, data)) - set(noun.__dataclass_fields__))  # type: ignore[attr-defined]
        if unknown:
            raise BadDocument(f"{name}: '{unknown[0][:40]}' is not a key of corrections. Take it out.")


def _refuse_twice(corrections: Corrections, name: str) -> None:
    turns = [item.turn for item in corrections.turns]
    twice = next((turn for turn in turns if turns.count(turn) > 1), None)
    if twice is not None:
        raise BadDocument(f"{name}: turn {twice} is corrected twice. Keep one of the two.")


def apply_role_corrections(encounter: Encounter, corrections: Corrections) -> Encounter:
    """The encounter with the corrected turns in their right roles, before it is coded. Raises OtherSource.

    A speaker all of whose turns now have another role is that in the cast too, known by correction.
    """
    _refuse_other(encounter, corrections)
    roles = {item.turn: item.role for item in corrections.turns if item.role}
    turns = tuple(replace(turn, role=roles[i]) if i in roles else turn for i, turn in enumerate(encounter.turns))
    ready = replace(encounter, turns=turns)
    return replace(ready, cast=tuple(_part(part, ready) for part in encounter.cast))


def _part(part: Part, encounter: Encounter) -> Part:
    roles = {turn.role for turn in encounter.turns if turn.speaker == part.speaker}
    role = next(iter(roles)) if len(roles) == 1 else part.role
    return part if role is part.role or role is None else Part(part.speaker, role, "correction")


def apply(coded: CodedEncounter, corrections: Corrections) -> CodedEncounter:
    """The coded encounter with every corrected turn doing exactly what the reader says it does.

    Raises OtherSource where the corrections were made on another file or join, BadDocument for an act that
    does not exist or is not one of the speaker's side.
    """
    encounter = apply_role_corrections(coded.encounter, corrections)
    known = tuple(load_codebook().acts)
    table = np.column_stack([coded.p(act) for act in known])
    not_coded = dict(coded.not_coded)
    for item in corrections.turns:
        role = encounter.turns[item.turn].role
        if item.acts is not None:
            _refuse_acts(item, role)
            table[item.turn] = [float(act in item.acts) for act in known]
            not_coded.pop(item.turn, None)
        elif load_codebook().of(role) != load_codebook().of(coded.encounter.turns[item.turn].role):
            table[item.turn] = 0.0
            not_coded[item.turn] = UNHEARD
    return CodedEncounter(encounter, known, table, coded.card, MappingProxyType(not_coded))


def _refuse_other(encounter: Encounter, corrections: Corrections) -> None:
    name = encounter.origin.name
    if corrections.source != encounter.origin.digest:
        raise OtherSource(f"These corrections were made on another file than '{name}' (its hash differs).")
    if corrections.join != encounter.join.value:
        raise OtherSource(
            f"These corrections were made on '{name}' joined by '{corrections.join}', this is "
            f"'{encounter.join}'. Give --join {corrections.join}."
        )
    beyond = [item.turn for item in corrections.turns if not 0 <= item.turn < len(encounter.turns)]
    if beyond:
        raise OtherSource(f"Turn {beyond[0]} is corrected; '{name}' has turns 0 to {len(encounter.turns) - 1}.")


def _refuse_acts(item: Correction, role: Role | None) -> None:
    book = load_codebook()
    for act in item.acts or ():
        if act not in book.acts:
            raise BadDocument(f"Correction of turn {item.turn}: no act is called '{act[:40]}'.")
        if act not in book.of(role):
            raise BadDocument(
                f"Correction of turn {item.turn}: '{act}' is a {book.acts[act].who}'s act. Correct the role too."
            )

"""From the paths on the command line to coded encounters, saying on the side what was done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from openrapport.cli.telling import mention
from openrapport.encounter import Encounter, Join
from openrapport.errors import OpenRapportError, WhoSpoke

if TYPE_CHECKING:
    from openrapport.coding import CodedEncounter

LONG = 10_000  # turns from which the wait is announced
SHOWN = 5  # problems told one by one; a longer list is counted, and stands in full in the reports


@dataclass(frozen=True)
class Say:
    """Says things on stderr, unless it was asked to be quiet."""

    quiet: bool = False

    def __call__(self, line: str) -> None:
        """One line."""
        if not self.quiet:
            mention(line)

    def problems(self, encounter: Encounter) -> None:
        """What was wrong with a file, and what was done about it."""
        for problem in encounter.problems[:SHOWN]:
            self(f"{encounter.origin.name}: {problem}")
        more = len(encounter.problems) - SHOWN
        if more > 0:
            self(f"{encounter.origin.name}: and {more} more of the kind")


@dataclass(frozen=True)
class Casting:
    """Who the person at the keyboard says is who, and how rows are to be joined."""

    clinician: Sequence[str] = ()
    patient: Sequence[str] = ()
    companion: Sequence[str] = ()
    interpreter: Sequence[str] = ()
    how: Join | None = None


def encounters(
    paths: Sequence[str], say: Say, prepare: Callable[[Encounter], Encounter] = lambda one: one
) -> Iterator[Encounter]:
    """The encounter of each path, or of each set of files that hold one speaker each, prepared (joined, cast).

    Where several are given, one that cannot be read or cast is told and passed over; the last such trouble is
    raised at the end, so that the exit code says that not all went well.
    """
    from openrapport.formats import read

    groups = together(paths)
    trouble: OpenRapportError | None = None
    for number, group in enumerate(groups, 1):
        if len(groups) > 1 and sys.stderr.isatty():
            say(f"[{number} of {len(groups)}] {' + '.join(group)}")
        try:
            encounter = read(group if len(group) > 1 else group[0])
            say.problems(encounter)
            encounter = prepare(encounter)
        except OpenRapportError as wrong:
            if len(groups) == 1:
                raise
            mention(f"openrapport: {wrong}")
            trouble = wrong
            continue
        yield encounter
    if trouble:
        raise type(trouble)("Not every file could be used; the lines above say which.")


def together(paths: Sequence[str]) -> list[list[str]]:
    """Paths in groups of one encounter: TextGrids whose names differ in the part after the last "_" alone.

    >>> together(["a_doctor.TextGrid", "a_patient.TextGrid", "b.vtt"])
    [['a_doctor.TextGrid', 'a_patient.TextGrid'], ['b.vtt']]
    """
    return [list(dict.fromkeys(group)) for _, group in groupby(paths, key=_stem)]


def _stem(path: str) -> str:
    whole = Path(path)
    if whole.suffix.lower() != ".textgrid" or "_" not in whole.stem:
        return path
    return str(whole.with_name(whole.stem.rpartition("_")[0]))


def ready(encounter: Encounter, casting: Casting, say: Say) -> Encounter:
    """The encounter joined and cast, asking at a terminal who is who where neither file nor words tell."""
    from openrapport.coding import ready_to_code

    try:
        found = ready_to_code(encounter, **vars(casting))
    except WhoSpoke as unclear:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise
        mention(str(unclear))
        found = ready_to_code(encounter, **{**vars(casting), **_ask(encounter)})
    if len(found.turns) >= LONG:
        say(f"{found.origin.name}: {len(found.turns):,} turns; coding and measuring them takes a while …")
    if found.joined:
        say(f"{found.origin.name}: {found.joined} rows joined to others ({found.join}; --join none: not)")
    return found


def coded(encounter: Encounter, codes: str | None) -> CodedEncounter:
    """An encounter that is ready, coded by the shipped coder or from a file of codes."""
    from openrapport.coding import code
    from openrapport.coding.records import from_jsonl
    from openrapport.formats.document import open_document

    return from_jsonl(open_document(codes).text, encounter) if codes else code(encounter)


ROLES = ("clinician", "patient", "companion", "interpreter")


def _ask(encounter: Encounter) -> dict[str, list[str]]:
    """Ask of every speaker who it is, showing how they begin."""
    said: dict[str, list[str]] = {role: [] for role in ROLES}
    for label in encounter.speakers:
        first = next(turn.text for turn in encounter.turns if turn.speaker == label)
        mention(f"{label or '(no label)'}: “{first[:60]}”")
        for role in ROLES:
            if typer.confirm(f"  Is this the {role}?", default=False, err=True):
                said[role].append(label)
                break
    return said

"""`openrapport code`: what each turn does."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from openrapport.cli.inputs import Casting, Say, coded, encounters, ready
from openrapport.cli.options import Clinician, Codes, Companion, Files, Interpreter, JoinRows, Patient, Quiet
from openrapport.cli.telling import hand_over, tell


class Format(StrEnum):
    """What codes can be written as."""

    TEXT = "text"
    JSONL = "jsonl"


def code(
    files: Files,
    format: Annotated[Format, typer.Option("--format", help="To read, or one JSON line a turn.")] = Format.TEXT,
    clinician: Clinician = [],
    patient: Patient = [],
    companion: Companion = [],
    interpreter: Interpreter = [],
    join: JoinRows = None,
    codes: Codes = None,
    quiet: Quiet = False,
) -> None:
    """Code what each turn does.

    Questions, reflections, cues, worries …: `openrapport list acts` names them.
    """
    from openrapport.coding.records import to_jsonl
    from openrapport.reviewing.terminal import coded_lines

    say, casting = Say(quiet), Casting(clinician, patient, companion, interpreter, join)
    for encounter in encounters(files, say, lambda one: ready(one, casting, say)):
        found = coded(encounter, codes)
        if format is Format.TEXT:
            for line in coded_lines(found):
                tell(line)
        else:
            for line in to_jsonl(found):
                hand_over(line + "\n")

"""`openrapport measure`: every measure, as a table or as data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from openrapport.cli.inputs import Casting, Say, coded, encounters, ready
from openrapport.cli.options import Clinician, Codes, Companion, Files, Interpreter, JoinRows, Patient, Quiet
from openrapport.cli.telling import hand_over, tell


class Format(StrEnum):
    """What measurements can be written as."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


def measure(
    files: Files,
    format: Annotated[Format, typer.Option("--format", help="To read, or as data.")] = Format.TABLE,
    clinician: Clinician = [],
    patient: Patient = [],
    companion: Companion = [],
    interpreter: Interpreter = [],
    join: JoinRows = None,
    codes: Codes = None,
    quiet: Quiet = False,
) -> None:
    """Measure an encounter.

    Who talked, what was asked, which feelings were met, how power was shared …
    """
    from openrapport.measures import measure as measure_all
    from openrapport.measures import row
    from openrapport.reviewing.terminal import family_lines

    say, casting = Say(quiet), Casting(clinician, patient, companion, interpreter, join)
    several = len(files) > 1
    first = True
    for encounter in encounters(files, say, lambda one: ready(one, casting, say)):
        found = measure_all(coded(encounter, codes))
        name = {"file": encounter.origin.name} if several else {}
        if format is Format.TABLE:
            for line in (*name.values(), *family_lines(found)):
                tell(line)
        else:
            rows = [{**name, **row(one)} for one in found]
            lines = (json.dumps(one) for one in rows) if format is Format.JSONL else _csv(rows, header=first)
            for line in lines:
                hand_over(line + "\n")
        first = False


def _csv(rows: list[dict[str, object]], header: bool) -> Iterator[str]:
    held = io.StringIO()
    writer = csv.DictWriter(held, list(rows[0]), lineterminator="\n")
    if header:
        writer.writeheader()
    for row in rows:
        turns = row["turns"]
        writer.writerow({**row, "turns": " ".join(map(str, turns)) if isinstance(turns, list) else ""})
    yield from held.getvalue().splitlines()

"""`openrapport review`: the whole way, from a file of talk to a report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from openrapport.cli.inputs import Casting, Say, coded, encounters, ready
from openrapport.cli.options import Clinician, Codes, Companion, Files, Interpreter, JoinRows, Patient, Quiet
from openrapport.cli.telling import hand_over, tell
from openrapport.errors import CannotWrite

if TYPE_CHECKING:
    from openrapport.encounter import Encounter
    from openrapport.reviewing import Review


def review(
    files: Files,
    html: Annotated[str | None, typer.Option("--html", metavar="OUT", help="Write the report to read.")] = None,
    json_out: Annotated[str | None, typer.Option("--json", metavar="OUT", help="Write it as data.")] = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the report in the browser.")] = False,
    clinician: Clinician = [],
    patient: Patient = [],
    companion: Companion = [],
    interpreter: Interpreter = [],
    join: JoinRows = None,
    codes: Codes = None,
    corrections: Annotated[
        str | None, typer.Option("--corrections", metavar="FILE", help="What the reader saw differently.")
    ] = None,
    consent: Annotated[
        str,
        typer.Option("--consent", metavar="TEXT", help="What the patient agreed to for this recording."),
    ] = "",
    questions: Annotated[
        bool, typer.Option("--questions", help="Open with three questions to the clinician.")
    ] = False,
    without_words: Annotated[
        bool, typer.Option("--without-words", help="Leave out transcript, quotes and names.")
    ] = False,
    carry_out: Annotated[
        str | None, typer.Option("--carry-out", metavar="OUT", help="Write what may be carried to the next visit.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Review an encounter, from a file of talk to a report.

    What went well, what is worth another look, and every figure with its turns.
    """
    from openrapport.reviewing.terminal import report_lines

    say, casting = Say(quiet), Casting(clinician, patient, companion, interpreter, join)
    _refuse_to_overwrite([*files, codes, corrections], [html, json_out, carry_out])
    for number, encounter in enumerate(encounters(files, say, lambda one: ready(one, casting, say))):
        stated = replace(encounter, consent=consent or encounter.consent)
        made = _review(stated, codes, corrections)
        for line in report_lines(made, without_words=without_words):
            tell(line)
        page = _numbered(html or (_beside(made) if open_page else None), number, len(files))
        if page:
            _write_page(made, page, questions, without_words, say, open_page)
        data = _numbered(json_out, number, len(files))
        if data:
            _write_json(made, data, without_words, say)
        kept = _numbered(carry_out, number, len(files))
        if kept:
            _write(kept, _carry(made), say, "Confirm, edit or drop each line (it holds words and names)")


def _refuse_to_overwrite(given: list[str | None], wanted: list[str | None]) -> None:
    """A report must not take the place of the transcript that it was made from, nor of another report."""
    taken = {Path(path).resolve() for path in given if path}
    for out in filter(None, wanted):
        if out != "-" and Path(out).resolve() in taken:
            raise CannotWrite(f"'{out}' is already one of the files named here. Choose another name.")
        taken.add(Path(out).resolve())


def _review(encounter: Encounter, codes: str | None, corrections: str | None) -> Review:
    from openrapport.reviewing import review as make

    before = coded(encounter, codes)
    if not corrections:
        return make(before)
    from openrapport.coding.corrections import apply, apply_role_corrections, read_corrections

    corrected = read_corrections(corrections)
    after = coded(apply_role_corrections(encounter, corrected), codes)
    return make(apply(after, corrected), before)


def _beside(made: Review) -> str:
    return str(Path(made.encounter.origin.name).with_suffix(".html").name)


def _numbered(out: str | None, number: int, many: int) -> str | None:
    if out is None or many == 1 or number == 0:
        return out
    path = Path(out)
    return str(path.with_name(f"{path.stem}-{number + 1}{path.suffix}"))


def _write_page(made: Review, out: str, questions: bool, without_words: bool, say: Say, show: bool) -> None:
    from openrapport.reviewing.page import html

    _write(out, html(made, questions=questions, without_words=without_words), say, "The report to read")
    if show:
        typer.launch(Path(out).resolve().as_uri())


def _write_json(made: Review, out: str, without_words: bool, say: Say) -> None:
    from openrapport.reviewing.report_json import to_json

    data = to_json(made, without_words=without_words)
    pieces = chain(json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(data), ["\n"])
    if out == "-":
        for piece in pieces:
            hand_over(piece)
    else:
        _write(out, pieces, say, "The report as data")


def _carry(made: Review) -> str:
    from openrapport.alliance import carry_to_toml

    return carry_to_toml(made.proposals)


def _write(out: str, text: Iterable[str], say: Say, what: str) -> None:
    from openrapport.formats.writing import save

    save(Path(out), text)
    say(f"{what}: {Path(out).resolve()}")

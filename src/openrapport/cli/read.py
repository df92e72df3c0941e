"""`openrapport read`: what is in a file, in a format of your choice."""

from __future__ import annotations

from typing import Annotated

import typer

from openrapport.cli.inputs import Say, encounters
from openrapport.cli.options import Files, Quiet
from openrapport.cli.telling import hand_over


def read(
    files: Files,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="json, csv, webvtt or textgrid.")] = "json",
    quiet: Quiet = False,
) -> None:
    """Read transcripts, write them in one format.

    One turn a row, nothing merged or dropped; what was wrong with a file is told on the side.
    """
    from openrapport.formats.writing import to_text

    for encounter in encounters(files, Say(quiet)):
        hand_over(to_text(encounter, to))

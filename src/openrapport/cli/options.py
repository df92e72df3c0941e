"""The options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from openrapport.encounter import Join

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE…", help="Transcripts; '-' reads standard input.", show_default=False),
]
Labels = list[str]
Clinician = Annotated[Labels, typer.Option("--clinician", metavar="LABEL", help="This speaker is the clinician.")]
Patient = Annotated[Labels, typer.Option("--patient", metavar="LABEL", help="This speaker is the patient.")]
Companion = Annotated[Labels, typer.Option("--companion", metavar="LABEL", help="… a companion.")]
Interpreter = Annotated[Labels, typer.Option("--interpreter", metavar="LABEL", help="… an interpreter.")]
JoinRows = Annotated[
    Join | None,
    typer.Option("--join", help="Join rows of one speaker: none, by sentence (captions: default), or all."),
]
Codes = Annotated[
    str | None,
    typer.Option("--codes", metavar="FILE", help="Codes by a person, as `openrapport code` writes them."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on the side.")]

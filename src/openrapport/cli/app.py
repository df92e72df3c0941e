"""The program `openrapport`: its commands, and how it says that something cannot be done."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from openrapport.cli import code, example, explain, list_, measure, read, review
from openrapport.cli.telling import finish, mention, prepare
from openrapport.errors import OpenRapportError

app = typer.Typer(
    help="Review a real encounter on your own machine. No words of a patient leave it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("review")(review.review)
app.command("read")(read.read)
app.command("code")(code.code)
app.command("measure")(measure.measure)
app.command("explain")(explain.explain)
app.command("list")(list_.list_members)
app.command("example")(example.example)


def _version(asked: bool) -> None:
    if asked:
        from openrapport import __version__

        typer.echo(f"openrapport {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")]


@app.callback()
def _top(version: Version = False) -> None:
    """Review a real encounter on your own machine. No words of a patient leave it."""


def main() -> None:
    """Run the program. What a person can mend is one line on stderr and an exit code of its kind."""
    prepare()
    try:
        try:
            app()
        finally:
            finish()
    except OpenRapportError as wrong:
        mention(f"openrapport: {wrong}")
        sys.exit(wrong.exit_code)
    except Exception as ours:  # a traceback could show a patient's words
        if os.environ.get("OPENRAPPORT_DEBUG"):
            raise
        mention(f"openrapport: {_our_mistake(ours)}")
        sys.exit(70)


def _our_mistake(ours: Exception) -> str:
    place = ours.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}, line {place.tb_lineno}" if place else "nowhere"
    return (
        f"a mistake of ours ({type(ours).__name__} at {where}). Please tell us this line; your file is unchanged."
    )

"""The program `openrapport`: its commands, and how it says that something cannot be done."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from openrapport.cli import code, example, explain, list_, measure, read, review
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
    try:
        app()
    except OpenRapportError as wrong:
        typer.echo(f"openrapport: {wrong}", err=True)
        sys.exit(wrong.exit_code)
    except BrokenPipeError:  # the reader of our pipe has left: not an error of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)

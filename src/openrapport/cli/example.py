"""`openrapport example`: the shipped example, to try things on."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from openrapport.cli.telling import tell
from openrapport.errors import CannotWrite

NAME = "naren_first_visit.vtt"


def example(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where to put it.")] = ".",
) -> None:
    """Put the example visit into a folder.

    So that `openrapport review` has something to read.
    """
    target = Path(folder) / NAME
    try:
        with resources.as_file(where()) as source:
            shutil.copyfile(source, target)
    except OSError as refused:
        raise CannotWrite(f"'{target}' cannot be written: {refused.strerror}. Choose another folder.") from None
    tell(f"{target}: now try `openrapport review {target}`")


def where() -> Path:
    """The shipped example: inside the package once installed, in `examples/` of a checkout."""
    inside = Path(str(resources.files("openrapport"))) / "examples" / NAME
    return inside if inside.exists() else Path(__file__).parents[3] / "examples" / NAME

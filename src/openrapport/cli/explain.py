"""`openrapport explain NAME`: what a measure, act, event or source is, and how it is computed."""

from __future__ import annotations

from typing import Annotated

import typer

from openrapport.cli.telling import tell
from openrapport.errors import UnknownName


def explain(name: Annotated[str, typer.Argument(metavar="NAME", help="As `openrapport list` writes it.")]) -> None:
    """Explain a measure, an act, an event or a source."""
    from openrapport.reviewing.explaining import explanations

    kind, _, bare = name.rpartition(":")
    found = [text for what, text in explanations(bare) if kind in ("", what)]
    if not found:
        raise UnknownName(f"Nothing is called '{name}'. `openrapport list measures` (acts, events …) names them.")
    tell("\n\n".join(found))

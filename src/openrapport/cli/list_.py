"""`openrapport list`: the names of what there is."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from openrapport.cli.telling import tell


class Kind(StrEnum):
    """What can be listed."""

    MEASURES = "measures"
    ACTS = "acts"
    EVENTS = "events"
    FORMATS = "formats"


def list_members(kind: Annotated[Kind, typer.Argument(help="What to list.", show_default=False)]) -> None:
    """List measures, acts, events or formats."""
    from openrapport.reviewing.explaining import one_liners

    for name, meaning in one_liners(kind.value):
        tell(f"{name:28} {meaning}")

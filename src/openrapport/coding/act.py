"""The acts of the codebook: ``codebook/*.toml``, one act a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as checked

from openrapport.catalogue import documents
from openrapport.encounter import Role

VERSION = "1"
Who = Literal["clinician", "patient"]


@checked(frozen=True, config=ConfigDict(extra="forbid"))
class Example:
    """A turn of our own wording that carries the act, and the turn before it where that matters."""

    text: str
    before: str = ""


@checked(frozen=True, config=ConfigDict(extra="forbid"))
class Act:
    """What a turn can do. `plain` is what readers see ("held back"); `who` "patient" covers companions.

    `near` are turns that look like the act and are not: they are its test as much as the examples are.
    """

    who: Who
    plain: str
    definition: str
    counts: str
    does_not_count: str
    sources: tuple[str, ...]
    examples: tuple[Example, ...]
    near: tuple[Example, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """All acts by id, in the order of the alphabet; `version` is what weights name."""

    acts: Mapping[str, Act]
    version: str = VERSION

    def of(self, role: Role | None) -> tuple[str, ...]:
        """The ids of the acts that a turn in this role can carry; none for interpreters and others."""
        who = {Role.CLINICIAN: "clinician", Role.PATIENT: "patient", Role.COMPANION: "patient"}
        side = who.get(role) if role else None
        return tuple(id for id, act in self.acts.items() if act.who == side)


@cache
def load_codebook() -> Codebook:
    """The codebook that this version of the library codes by."""
    return Codebook(documents("openrapport.coding.codebook", Act))

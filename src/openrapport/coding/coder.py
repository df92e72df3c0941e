"""The seam: a coder turns an encounter whose roles are known into a coded one. Nothing after it asks which."""

from __future__ import annotations

from typing import Protocol

from openrapport.coding.coded import Card, CodedEncounter
from openrapport.encounter import Encounter


class Coder(Protocol):
    """Anything that codes."""

    @property
    def card(self) -> Card:
        """Who this coder is and how well it hears each act."""

    def code(self, encounter: Encounter) -> CodedEncounter:
        """Code every turn whose role can carry acts."""

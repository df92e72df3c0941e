"""Whose holds of the floor came after a turn."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from openrapport.encounter import Role
from openrapport.flow.floor import Hold

if TYPE_CHECKING:
    from openrapport.flow.flow import Flow


@dataclass(frozen=True)
class Around:
    """The holds of a flow, found from a turn. A hold is not cut by another's words of listening (see `floor`)."""

    flow: Flow

    def after(self, turn: int, role: Role, most: int = 1) -> tuple[Hold, ...]:
        """Up to `most` holds in `role` that begin after a turn."""
        start = bisect_left(self._firsts[role], turn + 1)
        return self._of[role][start : start + most]

    @cached_property
    def _of(self) -> dict[Role, tuple[Hold, ...]]:
        return {role: tuple(hold for hold in self.flow.holds if hold.role is role) for role in Role}

    @cached_property
    def _firsts(self) -> dict[Role, list[int]]:
        return {role: [hold.turns[0] for hold in holds] for role, holds in self._of.items()}

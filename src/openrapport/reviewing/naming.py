"""What people and the file are called: as the file has it, or by role where names are to be left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from openrapport.encounter import Encounter, Role
from openrapport.render.plain import role_words

_QUOTED = re.compile(r"“([^”]*)”")


@dataclass(frozen=True)
class Names:
    """The names of one encounter; `hidden` puts roles in place of labels and leaves the file's name out."""

    encounter: Encounter
    hidden: bool = False

    @property
    def file(self) -> str:
        """What the file is called."""
        return "an encounter" if self.hidden or not self.encounter.origin.name else self.encounter.origin.name

    def speaker(self, turn: int) -> str:
        """Who speaks a turn."""
        return self.label(self.encounter.turns[turn].speaker, self.encounter.turns[turn].role)

    def label(self, speaker: str, role: Role | None) -> str:
        """A speaker as readers see them."""
        if self.hidden or not speaker:
            return self._by_role.get((speaker, role), role_words(role).capitalize())
        return speaker

    def unquoted(self, said: str) -> str:
        """What a rule says; where words are to be left out, without those that it took from the talk."""
        if not self.hidden:
            return said
        return _QUOTED.sub(lambda found: "“…”" if found[1].lower() in self._talk else found[0], said)

    @cached_property
    def _talk(self) -> str:
        return " ".join(turn.text.lower() for turn in self.encounter.turns)

    @cached_property
    def _by_role(self) -> dict[tuple[str, Role | None], str]:
        people = dict.fromkeys((turn.speaker, turn.role) for turn in self.encounter.turns)
        many = Counter(role for _, role in people)
        seen: Counter[Role | None] = Counter()
        found = {}
        for speaker, role in people:
            seen[role] += 1
            number = f" {seen[role]}" if many[role] > 1 else ""
            found[speaker, role] = role_words(role).capitalize() + number
        return found

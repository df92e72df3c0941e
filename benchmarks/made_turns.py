"""Conversations made of OSCE lines at random: (id, reply to, speaker, words), the same on every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path


def made_turns(data: Path, many: int) -> Iterator[tuple[str, str | None, str, str]]:
    """`many` turns or a few more, in conversations of 10 to 60 turns between 200 speakers."""
    chance = random.Random(1)
    lines = [
        line.strip()[2:].strip()
        for file in sorted((data / "osce").glob("*.txt"))
        for line in file.read_text("utf-8", errors="replace").splitlines()
        if line.strip()[:2] in ("D:", "P:")
    ]
    made = conversation = 0
    while made < many:
        pair = [f"s{chance.randint(0, 200)}" for _ in range(2)]
        for turn in range(chance.randint(10, 60)):
            before = f"c{conversation}_{turn - 1}" if turn else None
            yield f"c{conversation}_{turn}", before, pair[turn % 2], chance.choice(lines)
            made += 1
        conversation += 1

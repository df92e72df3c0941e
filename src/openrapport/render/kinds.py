"""Which acts a picture of the visit marks: feeling, asking, sharing. Everything else is in the transcript."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "feeling": frozenset(("cue", "concern", "pain", "disclosure", "empathy", "reflection_complex")),
        "asking": frozenset(("question_open", "question_closed", "patient_question")),
        "sharing": frozenset(("permission", "choice", "autonomy", "checking", "partnership", "preference")),
    }
)
MEANING: Mapping[str, str] = MappingProxyType(
    {
        "feeling": "feeling said, hinted at or met",
        "asking": "a question, from either side",
        "sharing": "power shared: leave asked, a choice opened, understanding checked",
    }
)


def kinds_of(acts: Iterable[str]) -> tuple[str, ...]:
    """Which of the three a turn's acts belong to."""
    present = set(acts)
    return tuple(kind for kind, members in KINDS.items() if members & present)

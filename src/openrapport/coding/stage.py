"""From an encounter as read to a coded one: join what captions cut, find out who is who, then code."""

from __future__ import annotations

from collections.abc import Sequence

from openrapport.coding.coded import CodedEncounter
from openrapport.coding.coder import Coder
from openrapport.coding.roles import cast
from openrapport.encounter import Encounter, Join, join


def code(
    encounter: Encounter,
    coder: Coder | None = None,
    *,
    how: Join | None = None,
    clinician: Sequence[str] = (),
    patient: Sequence[str] = (),
    companion: Sequence[str] = (),
    interpreter: Sequence[str] = (),
) -> CodedEncounter:
    """The coded encounter. `how` None joins sentences where rows are captions, and nothing elsewhere.

    The labels given as `clinician` and so on are taken at their word; the rest is as the file states or the
    words show. Raises WhoSpoke where neither tells, UnknownName where a label is not in the file.
    """
    ready = ready_to_code(
        encounter,
        how=how,
        clinician=clinician,
        patient=patient,
        companion=companion,
        interpreter=interpreter,
    )
    return (coder or _shipped()).code(ready)


def ready_to_code(
    encounter: Encounter,
    *,
    how: Join | None = None,
    clinician: Sequence[str] = (),
    patient: Sequence[str] = (),
    companion: Sequence[str] = (),
    interpreter: Sequence[str] = (),
) -> Encounter:
    """The encounter joined and cast, as `code` codes it."""
    joined = join(encounter, how or (Join.SENTENCE if encounter.origin.captions else Join.NONE))
    return cast(joined, clinician=clinician, patient=patient, companion=companion, interpreter=interpreter)


def _shipped() -> Coder:
    from openrapport.coding.ngrams import load_coder

    return load_coder()

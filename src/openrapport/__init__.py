"""OpenRapport: build, measure and repair rapport.

The public names, loaded when first used so that start-up stays quick::

    encounter = openrapport.read("visit.vtt")
    coded = openrapport.code(encounter)
    review = openrapport.review(coded)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openrapport.coding import CodedEncounter, code
    from openrapport.encounter import Encounter, Role, Turn
    from openrapport.errors import OpenRapportError
    from openrapport.formats import read, write
    from openrapport.measures import Measurements, measure
    from openrapport.reviewing import Review, review

__version__ = "0.1.0"

_HOME = {
    "CodedEncounter": "coding",
    "Encounter": "encounter",
    "Measurements": "measures",
    "OpenRapportError": "errors",
    "Review": "reviewing",
    "Role": "encounter",
    "Turn": "encounter",
    "code": "coding",
    "measure": "measures",
    "read": "formats",
    "review": "reviewing",
    "write": "formats",
}

__all__ = [
    "CodedEncounter",
    "Encounter",
    "Measurements",
    "OpenRapportError",
    "Review",
    "Role",
    "Turn",
    "__version__",
    "code",
    "measure",
    "read",
    "review",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'openrapport' has no attribute {name!r}")
    return getattr(import_module(f"openrapport.{_HOME[name]}"), name)

"""Everything that has a name can be explained, in 80 columns."""

import pytest

from openrapport.coding import load_codebook
from openrapport.flow import all_events
from openrapport.formats import all_formats
from openrapport.measures import all_measures
from openrapport.reviewing.explaining import explanations, one_liners
from openrapport.sources import all_sources

SETS = {
    "measure": all_measures(),
    "act": load_codebook().acts,
    "event": all_events(),
    "format": all_formats(),
    "source": all_sources(),
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in SETS.items() for name in names])
def test_every_name_is_explained_in_80_columns(kind: str, name: str) -> None:
    told = dict(explanations(name))
    assert told[kind].startswith(f"{kind}:{name}")
    assert max(map(len, told[kind].splitlines())) <= 80


@pytest.mark.parametrize("kind", ["measures", "acts", "events", "formats"])
def test_every_member_has_its_line(kind: str) -> None:
    assert [name for name, meaning in one_liners(kind) if meaning] == list(SETS[kind[:-1]])

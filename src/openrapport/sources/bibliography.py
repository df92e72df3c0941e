"""The bibliography: ``bibliography.toml`` beside this file, one table a source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from openrapport.catalogue import build
from openrapport.errors import UnknownName


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Source:
    """One work: who, when, what, where to find it, and what it is cited for here."""

    authors: str
    year: int
    title: str
    where: str
    cited_for: str = ""

    def __str__(self) -> str:
        return f"{self.authors} ({self.year}). {self.title}. {self.where}."


@cache
def all_sources() -> Mapping[str, Source]:
    """Every source, by key."""
    text = resources.files("openrapport.sources").joinpath("bibliography.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    return MappingProxyType(
        {key: build(table, Source, f"bibliography.toml [{key}]") for key, table in tables.items()}
    )


def cite(key: str) -> Source:
    """The source with that key. Raises UnknownName."""
    try:
        return all_sources()[key]
    except KeyError:
        raise UnknownName(f"There is no source '{key}' in the bibliography.") from None

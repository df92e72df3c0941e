"""The bibliography: ``bibliography.toml`` beside this file, one table a source, and those of others' packages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from openrapport.catalogue import build, packages
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
    """Every source, by key. Raises TypeError where two have one key: a mistake of the later one's author."""
    found: dict[str, Source] = {}
    for package in packages("openrapport.sources"):
        text = resources.files(package).joinpath("bibliography.toml").read_text("utf-8")
        for key, table in tomllib.loads(text).items():
            if key in found:
                raise TypeError(f"two sources are called {key}")
            found[key] = build(table, Source, f"bibliography.toml [{key}]")
    return MappingProxyType(found)


def cite(key: str) -> Source:
    """The source with that key. Raises UnknownName."""
    try:
        return all_sources()[key]
    except KeyError:
        raise UnknownName(f"There is no source '{key}' in the bibliography.") from None

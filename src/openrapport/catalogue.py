"""Finds the members of a set. One member, one file, the file's name is the member's name, listed nowhere.

Code members are modules that hold exactly one frozen instance of the set's noun; data members are TOML
files. Where a set has folders (families), its members live in the folders and the modules beside them are
its machinery. Others add members with one entry point: group ``openrapport.members``, name of the set
(``measures``, ``formats``, ``events``, ``sources``), value the package that holds theirs.
"""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import metadata, resources
from types import MappingProxyType, ModuleType
from typing import Any, TypeVar

from openrapport.errors import BadDocument

T = TypeVar("T")
GROUP = "openrapport.members"


def members(package: str, noun: type[T]) -> Mapping[str, T]:
    """The code members of `package`, by name in the order of their files, our own first.

    Raises TypeError where a member's file does not hold exactly one instance of `noun`, and where two
    members have one name: both are mistakes of the member's author.
    """
    return _members(package, noun)  # type: ignore[arg-type] # a class is hashable; typeshed cannot tell


@cache
def _members(package: str, noun: type[T]) -> Mapping[str, T]:
    found: dict[str, T] = {}
    for name in packages(package):
        for module in _modules(importlib.import_module(name)):
            _add(found, module.__name__.rpartition(".")[2], _only(module, noun))
    return MappingProxyType(found)


def packages(package: str) -> Iterator[str]:
    """`package` itself, then those that others add to it by the entry point."""
    yield package
    for point in metadata.entry_points(group=GROUP):
        if point.name == package.rpartition(".")[2]:
            yield point.value


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    children = sorted(pkgutil.iter_modules(package.__path__), key=lambda child: child.name)
    folders = [child for child in children if child.ispkg]
    for child in folders or children:
        module = importlib.import_module(f"{package.__name__}.{child.name}")
        if child.ispkg:
            yield from _modules(module)
        else:
            yield module


def _only(module: ModuleType, noun: type[T]) -> T:
    held = [value for value in vars(module).values() if isinstance(value, noun)]
    if len(held) != 1:
        raise TypeError(f"{module.__name__} holds {len(held)} of {noun.__name__}; a member's file holds one")
    return held[0]


def _add(found: dict[str, T], name: str, member: T) -> None:
    if name in found:
        raise TypeError(f"two members are called {name}")
    found[name] = member


def documents(package: str, noun: type[T]) -> Mapping[str, T]:
    """The data members of `package`: each ``NAME.toml`` in it as a `noun`, by name.

    Raises BadDocument, naming file and key, where a file does not fit the noun.
    """
    return _documents(package, noun)  # type: ignore[arg-type] # a class is hashable; typeshed cannot tell


@cache
def _documents(package: str, noun: type[T]) -> Mapping[str, T]:
    files = sorted(resources.files(package).iterdir(), key=lambda file: file.name)
    return MappingProxyType(
        {
            file.name.removesuffix(".toml"): document(file.read_text("utf-8"), noun, file.name)
            for file in files
            if file.name.endswith(".toml")
        }
    )


def document(text: str, noun: type[T], name: str, *, private: bool = False) -> T:
    """One TOML text as a `noun`; unknown keys are refused. `name` is what messages call it.

    private  the file may hold words of an encounter: messages name the key, not what was found there
    """
    try:
        return build(tomllib.loads(text), noun, name, private=private)
    except tomllib.TOMLDecodeError as broken:
        raise BadDocument(f"{name} is not TOML: {broken}. Mend it there and try again.") from None


def build(data: Any, noun: type[T], name: str, *, private: bool = False) -> T:
    """Plain data as a `noun` (a pydantic-checked dataclass); raises BadDocument naming file and key."""
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(noun).validate_python(data)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "(the whole file)"
        given = "" if private else f"; found {first.get('input')!r:.80}"
        raise BadDocument(f"{name}: {key}: {first['msg']}{given}.") from None

"""A file as it comes: its bytes, what they say when decoded, and the one clear refusal of what is no text."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from openrapport.encounter import Problem
from openrapport.errors import MissingFile, NoPermission, NotAFile, OpenRapportError

STDIN = "-"


@dataclass(frozen=True)
class Document:
    """One file. `problems` collects what was wrong with its bytes (a bad encoding, a NUL)."""

    name: str
    data: bytes
    problems: list[Problem] = field(default_factory=list, compare=False)

    @cached_property
    def digest(self) -> str:
        """ "sha256:…" of the bytes."""
        return "sha256:" + hashlib.sha256(self.data).hexdigest()

    @cached_property
    def text(self) -> str:
        """The text, line ends made newlines, no BOM, no NUL. Raises NotText where there is none."""
        from openrapport.formats.decoding import decode

        return decode(self)


def open_document(path: str | Path) -> Document:
    """The file at `path`, "-" for standard input. Raises MissingFile, NotAFile, NoPermission."""
    name = str(path)
    if name == STDIN:
        if sys.stdin is None:
            raise MissingFile("Standard input is closed. Send a file to it: openrapport review - < visit.vtt")
        return Document(name, sys.stdin.buffer.read())
    try:
        return Document(name, Path(name).read_bytes())
    except OSError as refused:
        raise _refusal(name, refused) from None
    except ValueError:  # a NUL in the name
        raise _refusal(name.replace("\0", "?"), FileNotFoundError()) from None


def _refusal(name: str, refused: OSError) -> OpenRapportError:
    if isinstance(refused, FileNotFoundError):
        return MissingFile(f"There is no file '{name}'. Check the spelling, or drag the file onto the terminal.")
    if isinstance(refused, PermissionError):
        return NoPermission(f"You may not read '{name}'. Ask its owner, or copy it to a folder of your own.")
    if isinstance(refused, IsADirectoryError):
        return NotAFile(f"'{name}' is a folder. Name the transcripts in it: openrapport review '{name}'/*")
    return NotAFile(f"'{name}' cannot be read: {refused.strerror}. Name a transcript file.")

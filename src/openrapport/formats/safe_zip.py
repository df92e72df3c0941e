"""Zip archives opened only after a look at their sizes: a small file that unpacks to a huge one is refused."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from openrapport.errors import BrokenFile, HostileFile
from openrapport.formats.document import Document

MOST_BYTES = 200_000_000  # unpacked, all parts together; a long visit in Word is under 1 MB (our judgement)
MOST_PARTS = 5_000  # (our judgement)
MOST_RATIO = 200  # unpacked to packed, above a first megabyte; Word's XML packs about 10 to 1 (our judgement)
_FREE_BYTES = 1_000_000
_STARTS = (b"PK\x03\x04", b"PK\x05\x06")

# RuntimeError: a password is wanted; NotImplementedError: packed in a way that Python does not unpack;
# ValueError and KeyError: names and dates that cannot be.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, KeyError)


def is_zip(document: Document) -> bool:
    """Whether the bytes begin as a zip archive's do."""
    return document.data[:4] in _STARTS


def names(document: Document) -> frozenset[str]:
    """The names of its parts; none where it is damaged. Unpacks nothing, never raises."""
    try:
        with zipfile.ZipFile(BytesIO(document.data)) as archive:
            return frozenset(archive.namelist())
    except _DAMAGE:
        return frozenset()


def unpack(document: Document, part: str) -> bytes:
    """One part of the archive, b"" where it has none of that name.

    Raises HostileFile for a bomb, BrokenFile where damaged or locked. The sizes that the archive states are
    enough to tell a bomb by: Python unpacks no part beyond its stated size.
    """
    try:
        with zipfile.ZipFile(BytesIO(document.data)) as archive:
            _refuse_bomb(archive, document)
            return archive.read(part) if part in archive.namelist() else b""
    except _DAMAGE:
        raise BrokenFile(
            f"'{document.name}' is damaged or locked with a password. Save it again without one, or copy it again."
        ) from None


def _refuse_bomb(archive: zipfile.ZipFile, document: Document) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > min(MOST_BYTES, _FREE_BYTES + MOST_RATIO * len(document.data)):
        raise HostileFile(
            f"'{document.name}' is an archive that would unpack to a size no transcript has. "
            "Do not open it; ask where it came from."
        )

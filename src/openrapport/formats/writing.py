"""Writing: an encounter to a file in one of the formats that can be written."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from openrapport.encounter import Encounter
from openrapport.errors import CannotWrite, UnknownName
from openrapport.formats.decoding import without_surrogates
from openrapport.formats.format import all_formats


def writable() -> tuple[str, ...]:
    """The names of the formats that can be written."""
    return tuple(name for name, format in all_formats().items() if format.write)


def to_text(encounter: Encounter, format: str) -> str:
    """The encounter as text, fit for UTF-8, in the format of that name or file ending ("webvtt", "vtt", "csv").

    Raises UnknownName where that format is not written.
    """
    found = all_formats().get(format) or all_formats().get(_by_ending(f".{format}"))
    if found is None or found.write is None:
        raise UnknownName(f"'{format}' is not a format that is written; these are: {', '.join(writable())}.")
    return without_surrogates(found.write(encounter))


def write(encounter: Encounter, path: str | Path, format: str | None = None) -> None:
    """Write the encounter to `path`, in `format` or the one that the path's ending names.

    Raises UnknownName, and CannotWrite where the place does not take it.
    """
    target = Path(path)
    named = format or _by_ending(target.suffix)
    if not named:
        raise UnknownName(
            f"The ending '{target.suffix}' names no format that is written; these are: {', '.join(writable())}."
        )
    save(target, to_text(encounter, named))


def save(target: Path, text: Iterable[str]) -> None:
    """Write the text, or its pieces, as UTF-8, wholly or not at all: until then what stood there stays.

    Raises CannotWrite where the place does not take it.
    """
    place = target.resolve()
    part = place.with_name(place.name + ".part") if place.is_file() or not place.exists() else place
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines([text] if isinstance(text, str) else text)
        if part != place:
            part.replace(place)
    except OSError as refused:
        raise CannotWrite(f"'{target}' cannot be written: {refused.strerror}. Choose another place.") from None
    finally:
        if part != place:
            with suppress(OSError):
                part.unlink()


def _by_ending(ending: str) -> str:
    return next((name for name in writable() if ending.lower() in all_formats()[name].endings), "")

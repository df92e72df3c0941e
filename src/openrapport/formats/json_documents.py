"""One shared look at a document as JSON: parsed once however many formats ask, and refused in clear words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from openrapport.errors import BrokenFile, HostileFile, OpenRapportError, UnknownFormat
from openrapport.formats.document import Document
from openrapport.formats.peeking import head

# "[doctor] …" and "[00:12] …" are tagged text: JSON here always opens with an object or a list of them.
_OPENS = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")


def looks_like_json(document: Document) -> bool:
    """Whether its first signs are JSON's. Never raises."""
    return bool(_OPENS.match(head(document)))


def peek(document: Document) -> Any:
    """The parsed JSON, None where it is no JSON or damaged. Never raises."""
    if not looks_like_json(document):
        return None
    return _parsed(document)[0]


def parse(document: Document) -> Any:
    """The parsed JSON. Raises BrokenFile with line and column, HostileFile where it nests without end."""
    value, error = _parsed(document)
    if error:
        raise error
    return value


def refuse(document: Document) -> None:
    """Say why a JSON that no format knows is not read; nothing where it does not look like JSON."""
    if not looks_like_json(document):
        return
    parse(document)
    raise UnknownFormat(
        f"'{document.name}' is JSON, but not of a recogniser or tool that we know. "
        "`openrapport list formats` shows all that is read; a CSV with columns speaker and text always is."
    )


@lru_cache(maxsize=2)
def _parsed(document: Document) -> tuple[Any, OpenRapportError | None]:
    try:
        return json.loads(document.text), None
    except OpenRapportError as no_text:
        return None, no_text
    except json.JSONDecodeError as broken:
        return None, BrokenFile(
            f"'{document.name}' is broken JSON at line {broken.lineno}, column {broken.colno} ({broken.msg}). "
            "Export it again, or mend it there."
        )
    except RecursionError:
        return None, HostileFile(
            f"'{document.name}' is JSON nested deeper than any transcript. Do not open it; ask where it came from."
        )
    except ValueError:  # a number of thousands of digits
        return None, BrokenFile(
            f"'{document.name}' holds a number too long to be one. Export it again, or mend it there."
        )


def dig(value: Any, *keys: str) -> Any:
    """What stands under `keys`, one inside the other; None where the path breaks off."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def objects(value: Any) -> list[dict[str, Any]]:
    """A list's members, {} for each that is no object, so that counting stays right; [] for what is no list."""
    if not isinstance(value, list):
        return []
    return [one if isinstance(one, dict) else {} for one in value]


def numbered(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """`objects`, counted from 1 as people do."""
    return enumerate(objects(value), 1)


def has(value: Any, *keys: str) -> bool:
    """Whether a list's first object has all the keys."""
    first = next((one for one in objects(value) if one), {})
    return bool(first) and all(key in first for key in keys)

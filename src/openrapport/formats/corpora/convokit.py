"""ConvoKit's utterances.jsonl: an utterance a line, of many conversations; an encounter is one of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from openrapport.encounter import Problem, Turn
from openrapport.errors import BrokenFile, UnknownFormat
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.json_documents import has, looks_like_json, objects, parse, peek
from openrapport.formats.peeking import text_of
from openrapport.formats.rows import Row, found, label, seconds

_SPEAKER = ("speaker", "user")
_CONVERSATION = ("conversation_id", "root")


def recognise(document: Document) -> float:
    if not looks_like_json(document):
        return 0.0
    first = _first_line(document)
    return 1.0 if _is_utterance(first) or _is_list(peek(document)) else 0.0


def read(document: Document) -> Found:
    groups = _groups(document)
    if len(groups) > 1:
        raise UnknownFormat(
            f"'{document.name}' holds {len(groups)} conversations, and a review is of one. "
            "Keep the lines of one conversation in a file of their own."
        )
    return _found(next(iter(groups.values()), []))


def conversations(document: Document) -> dict[str, tuple[Turn, ...]]:
    """Each conversation's turns, by its id, in the order in which they begin. Raises BrokenFile."""
    return {name: _found(timed).turns for name, timed in _groups(document).items()}


def _first_line(document: Document) -> Any:
    line = text_of(document).lstrip().partition("\n")[0]
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _is_utterance(value: Any) -> bool:
    keys = value.keys() if isinstance(value, dict) else ()
    return "text" in keys and any(key in keys for key in _SPEAKER) and any(key in keys for key in _CONVERSATION)


def _is_list(value: Any) -> bool:
    return has(value, "text") and _is_utterance(next(one for one in objects(value) if one))


Timed = tuple[float | None, Row]


def _groups(document: Document) -> dict[str, list[Timed]]:
    """Each conversation's utterances with their time stamps, in the file's order."""
    groups: dict[str, list[Timed]] = {}
    for number, one in _utterances(document):
        name = _first_of(one, _CONVERSATION) or _first_of(one, ("id",))
        row = Row(f"utterance {number}", _first_of(one, _SPEAKER), one.get("text"))
        groups.setdefault(name, []).append((seconds(one.get("timestamp")), row))
    return groups


def _first_of(one: dict[str, Any], keys: tuple[str, ...]) -> str:
    """The label under the first key that has one; a speaker may be an object with an id."""
    for key in keys:
        value = one.get(key)
        if name := label(value.get("id") if isinstance(value, dict) else value):
            return name
    return ""


def _utterances(document: Document) -> Iterator[tuple[int, dict[str, Any]]]:
    if document.text.lstrip().startswith("["):
        yield from enumerate(objects(parse(document)), 1)
        return
    for number, line in enumerate(document.text.split("\n"), 1):
        if line.strip():
            yield number, _line(line, number, document)


def _line(line: str, number: int, document: Document) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict):
        return value
    raise BrokenFile(
        f"'{document.name}' is broken at line {number}: no JSON object. Export it again, or mend it there."
    )


def _found(timed: list[Timed]) -> Found:
    """In order of their time stamps where all have one; those are clock times, so no turn has a start."""
    stamps = [stamp for stamp, _ in timed if stamp is not None]
    if len(stamps) < len(timed) or stamps == sorted(stamps):
        return found(row for _, row in timed)
    rows = [row for _, row in sorted(timed, key=lambda one: one[0] or 0.0)]
    return found(rows, [Problem("timestamp", "the lines are not in its order", "read in its order")])


FORMAT = Format("ConvoKit utterances (one conversation)", (".jsonl",), recognise, read)

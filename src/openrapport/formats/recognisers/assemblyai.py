"""AssemblyAI's JSON: `utterances` where speakers or channels were told apart, else `words`; milliseconds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.json_documents import dig, has, numbered, objects, parse, peek
from openrapport.formats.rows import Row, found, label, runs, seconds


def recognise(document: Document) -> float:
    value = peek(document)
    if has(dig(value, "utterances"), "text", "start", "end"):
        return 1.0
    return 0.95 if has(dig(value, "words"), "text", "start", "end") else 0.0


def read(document: Document) -> Found:
    value = parse(document)
    language = dig(value, "language_code")
    if objects(dig(value, "utterances")):
        return found(_rows(value["utterances"], "utterance"), language=language, recogniser=True)
    return found(runs(_rows(dig(value, "words"), "word")), language=language, recogniser=True)


def _rows(items: Any, what: str) -> Iterator[Row]:
    for number, item in numbered(items):
        yield Row(
            f"{what} {number}",
            label(item.get("speaker")) or label(item.get("channel")),
            item.get("text"),
            seconds(item.get("start"), 1000.0),
            seconds(item.get("end"), 1000.0),
        )


FORMAT = Format("AssemblyAI JSON", (".json",), recognise, read, captions=True)

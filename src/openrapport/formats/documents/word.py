"""Word .docx: tagged lines of text, or a table with a column for the speaker and one for the words.

The lines or the table are handed to the formats that know such text, as if they had come in a file of it.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace

from openrapport.encounter import Problem
from openrapport.errors import BrokenFile, UnknownFormat
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found, all_formats
from openrapport.formats.safe_xml import parse_xml
from openrapport.formats.safe_zip import is_zip, names, unpack
from openrapport.formats.signatures import what_it_is
from openrapport.formats.word_xml import Page, Table, page

_MAIN = "word/document.xml"
_TIME = re.compile(r"[\[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?[\])]?|\d+[.,]\d+")
_HEADINGS = frozenset(
    "speaker who name role participant person text utterance words said transcript content talk dialogue speech "
    "time start end timestamp from to begin turn line no nr".split()
)


def recognise(document: Document) -> float:
    """Sure of Word's own part; any other zip is claimed too, so that `read` can say what it is."""
    if not is_zip(document):
        return 0.0
    return 1.0 if _MAIN in names(document) else 0.5


def read(document: Document) -> Found:
    _refuse_strangers(document)
    main = unpack(document, _MAIN)
    seen = page(parse_xml(main, document.name))
    found, beside = _table(seen, document) if _is_table(seen) else _lines(seen, document)
    return replace(found, problems=(*seen.problems, *beside, *found.problems))


def _refuse_strangers(document: Document) -> None:
    held = names(document)
    if not held:
        raise BrokenFile(f"'{document.name}' is a damaged Word or zip file. Copy or save it again.")
    if _MAIN not in held:
        what, advice = what_it_is(document.data) or ("a packed file (zip)", "Unpack it.")
        raise UnknownFormat(f"'{document.name}' is {what}, not a transcript. {advice}")


def _words(cells: list[str]) -> int:
    return sum(len(cell.split()) for cell in cells)


def _is_table(seen: Page) -> bool:
    in_tables = sum(_words(row) for table in _wide(seen) for row in table)
    return in_tables > _words(seen.lines)


def _wide(seen: Page) -> list[Table]:
    return [table for table in seen.tables if table and len(table[0]) > 1]


# Lines -------------------------------------------------------------------------------------------------


def _lines(seen: Page, document: Document) -> tuple[Found, list[Problem]]:
    from openrapport.formats.reading import recognise as recognise_text

    narrow = [row[0] for table in seen.tables if table and len(table[0]) == 1 for row in table]
    inner = Document(document.name, "\n".join([*seen.lines, *narrow]).encode())
    beside = [Problem("the tables", f"{len(_wide(seen))} beside the text", "left out")] if _wide(seen) else []
    _, format = recognise_text(inner)
    return format.read(inner), beside


# Tables ------------------------------------------------------------------------------------------------


def _table(seen: Page, document: Document) -> tuple[Found, list[Problem]]:
    rows = [row for table in _wide(seen) for row in table]
    width = max(len(row) for row in rows)
    rows = [row + [""] * (width - len(row)) for row in rows]
    if not _is_heading(rows[0]):
        rows = [_headings(rows), *rows]
    text = io.StringIO()
    csv.writer(text).writerows([" ".join(cell.split()) for cell in row] for row in rows)
    outside = sum(bool(line.strip()) for line in seen.lines)
    beside = [Problem("the text", f"{outside} lines beside the table", "left out")] if outside else []
    return all_formats()["table"].read(Document(document.name, text.getvalue().encode())), beside


def _is_heading(row: list[str]) -> bool:
    cells = [cell.lower().split() for cell in row if cell]
    return bool(cells) and all(len(cell) <= 3 for cell in cells) and any(_HEADINGS.intersection(c) for c in cells)


def _headings(rows: Table) -> list[str]:
    """Names for the columns of a table that has none: the words where most words are, times, the speaker."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    text = max(range(len(columns)), key=lambda index: _words(columns[index]))
    named = {text: "text"}
    for index, column in enumerate(columns):
        if index != text and _are_times(column) and "end" not in named.values():
            named[index] = "end" if "start" in named.values() else "start"
    rest = [index for index in range(len(columns)) if index not in named and any(columns[index])]
    if rest:
        named[max(rest, key=lambda index: _sameness(columns[index]))] = "speaker"
    return [named.get(index, f"column {index + 1}") for index in range(len(columns))]


def _are_times(column: list[str]) -> bool:
    filled = [cell for cell in column if cell]
    return bool(filled) and sum(bool(_TIME.fullmatch(cell)) for cell in filled) > len(filled) / 2


def _sameness(column: list[str]) -> float:
    """How often its most frequent cell comes: labels come again, numbers of lines do not."""
    return max(Counter(cell for cell in column if cell).values()) / len(column)


FORMAT = Format("Word (.docx)", (".docx",), recognise, read)

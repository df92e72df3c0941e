"""Tables: CSV and TSV with any delimiter, one turn a row; columns are known by their header.

Speaker, role, start, end, duration and text go by many names (`columns.py` lists them), in any case; times may
be seconds, milliseconds where the name says so (`start_ms`), or clock times. A table of two columns without a
header is read where the first one plainly holds speakers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from openrapport.encounter import Encounter, Problem, Role, Turn
from openrapport.errors import BrokenFile, NoTextColumn
from openrapport.formats.clock import seconds_of
from openrapport.formats.columns import DELIMITERS, Header, Record, header_of, records
from openrapport.formats.cues import listed
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.labels import role_of, roles_of
from openrapport.formats.marks import put_marks
from openrapport.formats.peeking import head
from openrapport.formats.rows import Row, found
from openrapport.formats.tags import name_like

LOOK = 40_000  # characters looked at to recognise a table (our judgement)
LABELS = 8  # different speakers up to which a first column without a header is one of speakers (our judgement)
HOURS = 10 * 3600.0  # seconds; whole numbers beyond them are milliseconds (our judgement)

_COLUMNS = ("speaker", "role", "start", "end", "text")
_SEPARATOR = re.compile(r"\s*sep=(.)[ \t]*(?:\n|$)", re.IGNORECASE)
_TAG_INSIDE = re.compile(r"\[([^\[\]]{1,30})\]|(?:^|\n)[ \t]*([^\s:][^\n:]{0,29}):")

Places = dict[tuple[str, str], list[int]]


class _Table:
    """The first records of a text by the delimiter that makes most sense of them."""

    def __init__(self, text: str) -> None:
        stated = _SEPARATOR.match(text)
        self.text = "\n" * stated[0].count("\n") + text[stated.end() :] if stated else text
        self.delimiter, self.header, self.first = max(
            (self._by(delimiter) for delimiter in (stated[1] if stated else DELIMITERS)),
            key=_sense,
        )

    def _by(self, delimiter: str) -> tuple[str, Header | None, list[Record]]:
        first = list(islice(records(self.text[:LOOK], delimiter), 50))
        return delimiter, header_of(first), first

    def records(self) -> Iterator[Record]:
        return records(self.text, self.delimiter)

    @property
    def plain(self) -> bool:
        """Whether, without a header, the first of two columns holds a few speakers over and over."""
        rows = [record.cells for record in self.first]
        labels = {row[0] for row in rows}
        return (
            self.header is None
            and len(rows) > 2
            and len(labels) <= min(LABELS, len(rows) / 2)
            and all(len(row) > 1 and row[0] for row in rows)
            and not (self.delimiter == "\t" and all(label.endswith(":") for label in labels))
            and all(role_of(label) or name_like(label) or len(label) == 1 for label in labels)
        )


def _sense(made: tuple[str, Header | None, list[Record]]) -> tuple[int, int, int]:
    """How much sense a delimiter makes: columns known, columns in all, records that it parts."""
    _, header, first = made
    known = len(header.places) if header else 0
    return known, _columns(first), sum(len(record.cells) > 1 for record in first)


def _columns(first: Sequence[Record]) -> int:
    """How many columns all records have; 0 where they have one, or differ, or there are too few to tell."""
    counts = {len(record.cells) for record in first[:-1] or first}
    return counts.pop() if len(counts) == 1 and len(first) > 2 and counts != {1} else 0


def _recognise(document: Document) -> float:
    table = _Table(head(document, LOOK))
    if table.header:
        return 0.95 if "text" in table.header.places else 0.85
    if table.plain:
        return 0.85
    names = table.first[0].cells if table.first else ()
    tabular = _columns(table.first) > 1 and all(0 < len(name.split()) <= 4 and len(name) <= 40 for name in names)
    return 0.3 if tabular and not any(name[-1] in ".?!:" for name in names) else 0.0


def _read(document: Document) -> Found:
    table = _Table(document.text)
    if table.plain:
        return _read_plain(table)
    header = table.header or _only_names(table)
    _refuse_what_has_no_words(document, table, header)
    places: Places = {}
    if not {"speaker", "role"} & header.places.keys() and len(header.places) < len(header.names):
        places[("no column that is known to hold who spoke", "read without speakers")] = [header.line]
    rows = [row for record in _below(table, header, places) if (row := _cells(record, header, places))]
    return found(list(_rows(rows, header, places)), listed(places))


def _only_names(table: _Table) -> Header:
    return Header(table.first[0].line, table.first[0].cells, {}, {})


def _read_plain(table: _Table) -> Found:
    note = Problem(
        "the whole file", "no line that names the columns", "read the first as speaker, the rest as words"
    )
    rows = [
        Row(f"line {record.line}", record.cells[0].rstrip(": "), f"{table.delimiter} ".join(record.cells[1:]))
        for record in table.records()
    ]
    return found(rows, [note])


def _refuse_what_has_no_words(document: Document, table: _Table, header: Header) -> None:
    names = ", ".join(f"'{name[:40]}'" for name in header.names[:20])
    if "text" not in header.places:
        raise NoTextColumn(
            f"'{document.name}' is a table without a column of words; its columns are {names}. "
            "Rename the one that holds what was said to 'text', and the one that holds who said it to 'speaker'."
        )
    text, column = header.places["text"], header.names[header.places["text"]]
    cells = [
        record.cells[text] for record in table.first if record.line > header.line and len(record.cells) > text
    ]
    if "speaker" not in header.places and any(_is_conversation(cell) for cell in cells[:5]):
        raise NoTextColumn(
            f"'{document.name}' holds a whole conversation in each cell of column '{column}'. "
            "Save one of these cells as a text file of its own, and name that file."
        )
    place = header.places.get("conversation")
    if place is not None and len({record.cells[place : place + 1] for record in table.records()}) > 2:
        raise BrokenFile(
            f"'{document.name}' holds several conversations, told apart by column '{header.names[place]}'. "
            "Save each as a file of its own, and name one of them."
        )


def _is_conversation(cell: str) -> bool:
    labels = [label for pair in _TAG_INSIDE.findall(cell[:LOOK]) for label in pair if label]
    return len(set(roles_of(labels).values())) > 1


def _below(table: _Table, header: Header, places: Places) -> Iterator[Record]:
    """The records under the header; what stands above it is a title."""
    for record in table.records():
        if record.line < header.line:
            places.setdefault(("words above the names of the columns", "left out"), []).append(record.line)
        elif record.line > header.line:
            yield record


def _cells(record: Record, header: Header, places: Places) -> Record | None:
    """The record with as many cells as there are columns; None where it has none for the words."""
    text, columns = header.places["text"], len(header.names)
    cells = record.cells
    if record.stray:
        places.setdefault(("a quotation mark that never closes", "ended with its line"), []).append(record.line)
    if len(cells) <= text:
        places.setdefault(("too few cells, none for the words", "left out"), []).append(record.line)
        return None
    if len(cells) > columns and any(cells[columns:]):
        done = "added to the words" if text == columns - 1 else "left out the last"
        places.setdefault(("more cells than columns", done), []).append(record.line)
        if text == columns - 1:
            cells = (*cells[:text], ", ".join(cells[text:]))
    elif len(cells) < columns:
        places.setdefault(("fewer cells than columns", "read those that are there"), []).append(record.line)
    return Record(record.line, cells, record.stray)


def _rows(kept: Sequence[Record], header: Header, places: Places) -> Iterator[Row]:
    per_second = _per_second(kept, header, places)
    roles = roles_of(_cell(record, header, "role") for record in kept)
    for record in kept:
        times = {kind: _time(record, header, kind, per_second, places) for kind in ("start", "end", "duration")}
        start, end = times["start"], times["end"]
        if end is None and start is not None and times["duration"] is not None:
            end = start + times["duration"]
        role = _cell(record, header, "role")
        speaker = _cell(record, header, "speaker") if "speaker" in header.places else role
        where = f"line {record.line}"
        yield Row(where, speaker, _cell(record, header, "text"), start, end, _role(role, roles))


def _role(cell: str, roles: Mapping[str, Role]) -> Role | None:
    return Role(cell.casefold()) if cell.casefold() in list(Role) else roles.get(cell)


def _cell(record: Record, header: Header, kind: str) -> str:
    place = header.places.get(kind)
    return record.cells[place] if place is not None and place < len(record.cells) else ""


def _time(
    record: Record, header: Header, kind: str, per_second: Mapping[str, float], places: Places
) -> float | None:
    cell = _cell(record, header, kind)
    if not cell:
        return None
    seconds = seconds_of(cell)
    if seconds is None:
        name = header.names[header.places[kind]][:40]
        places.setdefault((f"a time in '{name}' that cannot be read", "read without it"), []).append(record.line)
        return None
    return seconds if ":" in cell else seconds / per_second.get(kind, 1.0)


def _per_second(kept: Sequence[Record], header: Header, places: Places) -> Mapping[str, float]:
    """By what numbers are divided: as the columns' names say, or by 1000 where whole numbers run too high."""
    cells = [cell for record in kept for kind in ("start", "end") if (cell := _cell(record, header, kind))]
    whole = bool(cells) and all(cell.isascii() and cell.isdecimal() and len(cell) < 13 for cell in cells)
    if not whole or max(map(int, cells)) <= HOURS or set(header.per_second.values()) != {1.0}:
        return header.per_second
    places.setdefault(("times beyond ten hours", "read them as milliseconds"), []).append(header.line)
    return dict.fromkeys(header.per_second, 1000.0)


def _write(encounter: Encounter) -> str:
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(_written(turn) for turn in encounter.turns)
    return held.getvalue()


def _written(turn: Turn) -> tuple[str, ...]:
    words = " ".join(put_marks(turn.text, turn.marks).split())
    return (turn.speaker, turn.role or "", _number(turn.start), _number(turn.end), words)


def _number(seconds: float | None) -> str:
    return "" if seconds is None else f"{seconds:.3f}"


FORMAT = Format(
    title="CSV and TSV tables",
    endings=(".csv", ".tsv"),
    recognise=_recognise,
    read=_read,
    write=_write,
)

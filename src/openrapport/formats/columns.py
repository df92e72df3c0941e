"""Tables: their delimiter, their header, and which column holds what."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

DELIMITERS = ",\t;|"
HEADER_WITHIN = 6  # records within which a header is looked for, below a title (our judgement)
STRAY_QUOTES = 20  # quotation marks that never close, after which none of the rest counts (our judgement)

_NAMES = {
    "text": "text utterance utterance_text transcript transcription content words sentence message speech said "
    "caption dialogue dialog utterances line turn_text spoken_text texto texte testo tekst äußerung aussage",
    "speaker": "speaker interlocutor who participant speaker_name speaker_label speaker_id person talker "
    "actor name sprecher sprecherin locuteur intervenant hablante locutor falante parlante spreker",
    "role": "role speaker_role participant_role party",
    "start": "start start_time begin onset begin_time time_start timestamp start_timestamp tmin xmin starttime "
    "time time_in in_time from beginn anfang début debut inicio inizio",
    "end": "end end_time stop offset finish time_end end_timestamp tmax xmax endtime time_out out_time to "
    "ende fin fine",
    "duration": "duration dur",
    "conversation": "transcript_id conversation_id dialogue_id dialog_id encounter_id visit_id session_id",
}
_UNITS = {
    "ms": 1000.0,
    "msec": 1000.0,
    "millis": 1000.0,
    "milliseconds": 1000.0,
    "s": 1.0,
    "sec": 1.0,
    "seconds": 1.0,
}
_HEADING = re.compile(r"[\w .,/()#%:&-]{1,60}")
_RULE = re.compile(r"[-: ]*")


@dataclass(frozen=True, slots=True)
class Record:
    """One record and the line on which it begins; `stray` where a quotation mark in it never closed."""

    line: int
    cells: tuple[str, ...]
    stray: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """Where each kind of column stands, and by what its numbers are divided to be seconds."""

    line: int
    names: tuple[str, ...]
    places: dict[str, int]
    per_second: dict[str, float]


def records(text: str, delimiter: str) -> Iterator[Record]:
    """The records of a text, blank ones passed over; a quotation mark that never closes ends with its line."""
    csv.field_size_limit(sys.maxsize)
    lines = [line + "\n" for line in text.split("\n")]
    place = strays = 0
    while place < len(lines) and strays < STRAY_QUOTES:
        reader = csv.reader(islice(lines, place, None), delimiter=delimiter, strict=True, skipinitialspace=True)
        done = 0
        try:
            for cells in reader:
                yield from _record(place + done + 1, cells, delimiter)
                done = reader.line_num
            return
        except csv.Error:
            strays += 1
            place += done + 1
            yield from _record(place, _alone(lines[place - 1], delimiter), delimiter, stray=True)
    for number, line in enumerate(islice(lines, place, None), place + 1):
        yield from _record(number, line.split(delimiter), delimiter)


def _alone(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))


def _record(line: int, cells: Sequence[str], delimiter: str, stray: bool = False) -> Iterator[Record]:
    bare = [cell.strip() for cell in cells]
    if delimiter == "|" and len(bare) > 2 and not bare[0] and not bare[-1]:
        bare = bare[1:-1]
    rule = delimiter == "|" and len(bare) > 1 and all(_RULE.fullmatch(cell) for cell in bare)
    if any(bare) and not rule:
        yield Record(line, tuple(bare), stray)


def header_of(found: Sequence[Record]) -> Header | None:
    """The header among the first records: the one with the most columns that we know.

    Two of them at least; the words' column is enough where most records have as many cells as the header.
    """
    headers = [_header(record) for record in found[:HEADER_WITHIN] if len(record.cells) > 1]
    known = [header for header in headers if _is_header(header, found)]
    return max(known, key=lambda header: len(header.places), default=None)


def _is_header(header: Header, found: Sequence[Record]) -> bool:
    names = [name for name in header.names if name]
    if len(set(names)) < 2 or not all(_HEADING.fullmatch(name) for name in names):
        return False
    below = [record for record in found if record.line > header.line]
    alike = sum(len(record.cells) == len(header.names) for record in below)
    return len(header.places) > 1 or ("text" in header.places and 2 * alike >= len(below) > 0)


def _header(record: Record) -> Header:
    """What the cells of a record would mean as a header; of two columns of one kind the usual name wins."""
    places: dict[str, int] = {}
    per_second: dict[str, float] = {}
    bare = [_bare(cell) for cell in record.cells]
    for kind, names in _NAMES.items():
        for name in names.split():
            place = next((index for index, (one, _) in enumerate(bare) if one == name), None)
            if place is not None and kind not in places and place not in places.values():
                places[kind] = place
                per_second[kind] = bare[place][1]
    if ("start" in places) != ("end" in places):
        places = {kind: place for kind, place in places.items() if bare[place][0] not in ("from", "to")}
    return Header(record.line, record.cells, places, per_second)


def _bare(name: str) -> tuple[str, float]:
    """A column's name without case, signs and unit, and what its numbers are divided by."""
    words = re.sub(r"[^\w]+", "_", name.strip().casefold()).strip("_")
    stem, _, unit = words.rpartition("_")
    return (stem, _UNITS[unit]) if stem and unit in _UNITS else (words, 1.0)

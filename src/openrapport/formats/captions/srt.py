"""SRT subtitles, and captions of that kind without their header or their numbers."""

from __future__ import annotations

import re

from openrapport.errors import BrokenFile
from openrapport.formats.clock import TIME
from openrapport.formats.cues import ARROW, POINTS, cues_of
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.labels import of_a_machine
from openrapport.formats.peeking import head
from openrapport.formats.rows import found
from openrapport.formats.voices import rows_of

_OPENS = re.compile(rf"\s*(?:\d+[ \t]*\n+)?[ \t]*{TIME}[ \t]*{POINTS}")
_INSIDE = re.compile(rf"^[ \t]*{TIME}[ \t]*{POINTS}[ \t]*{TIME}", re.MULTILINE)
_BROKEN = re.compile(r"^[^\n]{0,20}\d[^\n]{0,20}-->[^\n]{0,20}\d", re.MULTILINE)


def _recognise(document: Document) -> float:
    start = head(document)
    if _OPENS.match(start):
        return 0.95
    return 0.85 if _INSIDE.search(start) else 0.4 if _BROKEN.search(start) else 0.0


def _read(document: Document) -> Found:
    made = cues_of(document.text)
    if not made.cues:
        raise BrokenFile(
            f"'{document.name}' looks like subtitles, but no line in it has times "
            f"(00:00:01,000 {ARROW} 00:00:02,500). Export it again."
        )
    rows, problems = rows_of(made.cues)
    recogniser = any(of_a_machine(row.speaker) for row in rows)
    return found(rows, (*made.problems, *problems), recogniser=recogniser)


FORMAT = Format(title="SRT subtitles", endings=(".srt",), recognise=_recognise, read=_read, captions=True)

"""JSON of the Whisper family: openai-whisper, faster-whisper, whisperX (with speakers), OpenAI's API, whisper.cpp.

They share `segments` of `start`, `end` (seconds) and `text`; whisperX and the API's diarising models add
`speaker` to a segment, whisperX to its words too. whisper.cpp writes `transcription` with `offsets` in
milliseconds. A bare list of segments is what scripts around faster-whisper dump.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from openrapport.encounter import Problem
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.json_documents import dig, has, numbered, objects, parse, peek
from openrapport.formats.rows import Row, found, label, runs, seconds

_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d+)[.,](\d+)")


def recognise(document: Document) -> float:
    value = peek(document)
    if has(dig(value, "transcription"), "text") and (
        has(dig(value, "transcription"), "offsets") or has(dig(value, "transcription"), "timestamps")
    ):
        return 1.0
    if has(dig(value, "segments"), "text", "start"):
        return 0.95
    if has(value, "text", "start", "end") and not has(value, "id", "conversation_id"):
        return 0.9
    return 0.9 if _only_words(value) else 0.0


def _only_words(value: Any) -> bool:
    return has(dig(value, "words"), "word", "start") and isinstance(dig(value, "text"), str)


def read(document: Document) -> Found:
    value = parse(document)
    language = dig(value, "language") or dig(value, "result", "language") or ""
    if isinstance(dig(value, "transcription"), list):
        return found(_whisper_cpp(value["transcription"]), language=language, recogniser=True)
    segments = value if isinstance(value, list) else dig(value, "segments")
    if not objects(segments):
        return found(runs(_words(dig(value, "words"))), language=language, recogniser=True)
    rows = [_segment(number, segment) for number, segment in numbered(segments)]
    return found(rows, _shared(segments), language=language, recogniser=True)


def _segment(number: int, segment: dict[str, Any]) -> Row:
    speaker = label(segment.get("speaker")) or next(iter(_speakers(segment)), "")
    start, end = seconds(segment.get("start")), seconds(segment.get("end"))
    return Row(f"segment {number}", speaker, segment.get("text"), start, end)


def _speakers(segment: dict[str, Any]) -> list[str]:
    """The labels on a segment's words, the most frequent first."""
    labels = (label(word.get("speaker")) for word in objects(segment.get("words")))
    return [speaker for speaker, _ in Counter(filter(None, labels)).most_common()]


def _shared(segments: Any) -> Iterator[Problem]:
    shared = [number for number, segment in numbered(segments) if len(_speakers(segment)) > 1]
    if shared:
        more = f" and {len(shared) - 1} more" if shared[1:] else ""
        yield Problem(
            f"segment {shared[0]}{more}",
            "holds words of more than one speaker",
            "read as one turn of the segment's own speaker",
        )


def _words(words: Any) -> Iterator[Row]:
    for number, word in numbered(words):
        start, end = seconds(word.get("start")), seconds(word.get("end"))
        yield Row(f"word {number}", label(word.get("speaker")), word.get("word"), start, end)


def _whisper_cpp(segments: list[Any]) -> Iterator[Row]:
    for number, segment in numbered(segments):
        yield Row(
            f"segment {number}",
            label(segment.get("speaker")),
            segment.get("text"),
            _moment(segment, "from"),
            _moment(segment, "to"),
        )


def _moment(segment: dict[str, Any], which: str) -> float | None:
    offset = seconds(dig(segment, "offsets", which), 1000.0)
    return _clock(dig(segment, "timestamps", which)) if offset is None else offset


def _clock(text: Any) -> float | None:
    match = _CLOCK.fullmatch(text.strip()) if isinstance(text, str) else None
    if not match:
        return None
    hours, minutes, whole, part = match.groups()
    return seconds(f"{int(hours or 0) * 3600 + int(minutes) * 60 + int(whole)}.{part}")


FORMAT = Format("Whisper, whisperX and whisper.cpp JSON", (".json",), recognise, read, captions=True)

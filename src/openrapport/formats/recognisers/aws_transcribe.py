"""Amazon Transcribe's JSON: words in `results.items`, who spoke in `speaker_labels` or `channel_labels`.

Times are seconds written as texts ("4.87"). A segment of `speaker_labels` lists its words by their times;
punctuation has no time and belongs to the word before it. Newer files also hold `audio_segments`, ready text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from openrapport.encounter import Problem
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.json_documents import dig, has, numbered, objects, parse, peek
from openrapport.formats.rows import Row, found, label, runs, seconds, sentence

Key = tuple[Any, Any]


def recognise(document: Document) -> float:
    results = dig(peek(document), "results")
    if has(dig(results, "transcripts"), "transcript"):
        return 1.0
    return 1.0 if has(dig(results, "items"), "alternatives", "type") else 0.0


def read(document: Document) -> Found:
    results = dig(parse(document), "results")
    language = dig(results, "language_code") or ""
    channels = objects(dig(results, "channel_labels", "channels"))
    segments = objects(dig(results, "speaker_labels", "segments"))
    ready = objects(dig(results, "audio_segments"))
    if segments:
        rows, problems = _segments(segments, objects(dig(results, "items")))
        return found(rows, problems, language=language, recogniser=True)
    if ready:
        return found(_ready(ready), by_start=True, language=language, recogniser=True)
    words = _by_time(channels) if channels else _pieces(objects(dig(results, "items")))
    return found(runs(words) if words else _whole(results), language=language, recogniser=True)


def _content(item: dict[str, Any]) -> Any:
    return next(iter(objects(item.get("alternatives"))), {}).get("content")


def _segments(segments: list[dict[str, Any]], items: list[dict[str, Any]]) -> tuple[list[Row], list[Problem]]:
    groups = _with_punctuation(items)
    rows = [_segment(number, segment, groups) for number, segment in enumerate(segments, 1)]
    if not groups:
        return rows, []
    left = sum(len(texts) for texts in groups.values())
    return rows, [Problem("results.items", f"{left} words belong to no speaker's segment", "left out")]


def _with_punctuation(items: Iterable[dict[str, Any]]) -> dict[Key, list[Any]]:
    """Each word's start and end → its text and the punctuation after it (several where times are shared)."""
    groups: dict[Key, list[Any]] = {}
    key: Key | None = None
    for item in items:
        if item.get("type") != "punctuation":
            key = _key(item)
        if key is not None:
            groups.setdefault(key, []).append(_content(item))
    return groups


def _key(item: dict[str, Any]) -> Key:
    return seconds(item.get("start_time")), seconds(item.get("end_time"))


def _segment(number: int, segment: dict[str, Any], groups: dict[Key, list[Any]]) -> Row:
    """One segment's row; takes its words out of `groups`, so that what is left over is known."""
    text = sentence(text for item in objects(segment.get("items")) for text in groups.pop(_key(item), []))
    start, end = _key(segment)
    return Row(f"segment {number}", label(segment.get("speaker_label")), text, start, end)


def _ready(segments: list[dict[str, Any]]) -> Iterator[Row]:
    for number, one in enumerate(segments, 1):
        speaker = label(one.get("speaker_label")) or label(one.get("channel_label"))
        yield Row(f"audio segment {number}", speaker, one.get("transcript"), *_key(one))


def _by_time(channels: list[dict[str, Any]]) -> list[Row]:
    pieces = [
        piece
        for channel in channels
        for piece in _pieces(objects(channel.get("items")), label(channel.get("channel_label")))
    ]
    return sorted(pieces, key=lambda piece: piece.start or 0.0)


def _pieces(items: list[dict[str, Any]], channel: str = "") -> list[Row]:
    """Words with their punctuation, which has no time of its own and would be lost in sorting."""
    pieces: list[Row] = []
    for number, item in numbered(items):
        text = _content(item)
        if item.get("type") == "punctuation" and pieces:
            last = pieces[-1]
            pieces[-1] = Row(last.where, last.speaker, sentence((last.text, text)), last.start, last.end)
        else:
            speaker = label(item.get("speaker_label")) or channel
            pieces.append(Row(f"item {number}", speaker, text, *_key(item)))
    return pieces


def _whole(results: Any) -> Iterator[Row]:
    for number, one in numbered(dig(results, "transcripts")):
        yield Row(f"transcript {number}", "", one.get("transcript"))


FORMAT = Format("AWS Transcribe JSON", (".json",), recognise, read, captions=True)

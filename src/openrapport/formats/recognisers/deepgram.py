"""Deepgram's JSON: `results.utterances` where asked for, else the paragraphs or words of each channel.

Times are seconds. `speaker` is a number, counted anew on each channel.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.json_documents import dig, has, numbered, objects, parse, peek
from openrapport.formats.rows import Row, found, label, runs, seconds, sentence


def recognise(document: Document) -> float:
    results = dig(peek(document), "results")
    if has(dig(results, "channels"), "alternatives") or has(dig(results, "utterances"), "transcript"):
        return 1.0
    return 0.0


def read(document: Document) -> Found:
    results = dig(parse(document), "results")
    channels = objects(dig(results, "channels"))
    several = len(channels) > 1
    language = next((one["detected_language"] for one in channels if one.get("detected_language")), "")
    utterances = objects(dig(results, "utterances"))
    if utterances:
        rows = [_utterance(number, one, several) for number, one in numbered(utterances)]
    else:
        rows = [row for index, channel in enumerate(channels) for row in _channel(channel, index, several)]
    return found(rows, by_start=several, language=language, recogniser=True)


def _speaker(one: dict[str, Any], channel: Any, several: bool) -> str:
    """The label; with several channels the channel's number, and the speaker's where it has one too."""
    speaker = label(one.get("speaker"))
    if not several:
        return speaker
    return f"channel {label(channel)} speaker {speaker}" if speaker else f"channel {label(channel)}"


def _utterance(number: int, one: dict[str, Any], several: bool) -> Row:
    return Row(
        f"utterance {number}",
        _speaker(one, one.get("channel"), several),
        one.get("transcript"),
        seconds(one.get("start")),
        seconds(one.get("end")),
    )


def _channel(channel: dict[str, Any], index: int, several: bool) -> Iterator[Row]:
    best = next(iter(objects(channel.get("alternatives"))), {})
    paragraphs = objects(dig(best, "paragraphs", "paragraphs"))
    if paragraphs:
        for number, one in numbered(paragraphs):
            yield _paragraph(number, one, _speaker(one, index, several))
    elif objects(best.get("words")):
        yield from runs(_words(best["words"], index, several))
    else:
        yield Row(f"channel {index}", _speaker({}, index, several), best.get("transcript"))


def _paragraph(number: int, one: dict[str, Any], speaker: str) -> Row:
    text = sentence(part.get("text") for part in objects(one.get("sentences")))
    return Row(f"paragraph {number}", speaker, text, seconds(one.get("start")), seconds(one.get("end")))


def _words(words: Any, index: int, several: bool) -> Iterator[Row]:
    for number, word in numbered(words):
        yield Row(
            f"word {number}",
            _speaker(word, index, several),
            word.get("punctuated_word") or word.get("word"),
            seconds(word.get("start")),
            seconds(word.get("end")),
        )


FORMAT = Format("Deepgram JSON", (".json",), recognise, read, captions=True)

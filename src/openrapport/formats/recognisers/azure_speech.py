"""Azure Speech's JSON: batch transcription (`recognizedPhrases`) and fast transcription (`phrases`).

Batch times are ticks of 100 nanoseconds, or ISO durations ("PT1M2.5S"); fast times are milliseconds. Video
Indexer writes the batch shape with capitals, so keys of a phrase are read without regard to case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from openrapport.encounter import Problem
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.json_documents import dig, has, objects, parse, peek
from openrapport.formats.rows import Row, found, label, seconds

_ISO = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
_TICKS = 1e7
_WORDINGS = ("display", "maskeditn", "itn", "lexical")


def recognise(document: Document) -> float:
    value = peek(document)
    if isinstance(_batch(value), list):
        return 1.0
    phrases = dig(value, "phrases")
    fast = has(phrases, "offsetMilliseconds") or isinstance(dig(value, "combinedPhrases"), list)
    return 1.0 if fast and has(phrases, "text") else 0.0


def _batch(value: Any) -> Any:
    return dig(value, "recognizedPhrases") or dig(value, "RecognizedPhrases")


def read(document: Document) -> Found:
    value = parse(document)
    phrases = [_plain(phrase) for phrase in objects(_batch(value) or dig(value, "phrases"))]
    several = len({label(phrase.get("channel")) for phrase in phrases}) > 1
    heard = [phrase for phrase in phrases if phrase.get("recognitionstatus", "Success") == "Success"]
    fast = not _batch(value)
    rows = [_row(number, phrase, fast, several) for number, phrase in enumerate(heard, 1)]
    language = next((phrase["locale"] for phrase in phrases if phrase.get("locale")), "")
    lost = _unheard(len(phrases) - len(heard))
    return found(rows, lost, by_start=several, language=language, recogniser=True)


def _plain(phrase: dict[str, Any]) -> dict[str, Any]:
    return {key.lower(): value for key, value in phrase.items()}


def _unheard(count: int) -> Iterator[Problem]:
    if count:
        yield Problem("phrases", f"{count} were not recognised as words", "left out")


def _row(number: int, phrase: dict[str, Any], fast: bool, several: bool) -> Row:
    best = _plain(next(iter(objects(phrase.get("nbest"))), {}))
    start, length = (_fast if fast else _slow)(phrase, "offset"), (_fast if fast else _slow)(phrase, "duration")
    return Row(
        f"phrase {number}",
        _speaker(phrase, best, several),
        phrase.get("text") if fast else next((best[key] for key in _WORDINGS if best.get(key)), None),
        start,
        None if start is None or length is None else start + length,
    )


def _speaker(phrase: dict[str, Any], best: dict[str, Any], several: bool) -> str:
    speaker = label(phrase.get("speaker")) or label(best.get("speaker"))
    if not several:
        return speaker
    channel = f"channel {label(phrase.get('channel'))}"
    return f"{channel} speaker {speaker}" if speaker else channel


def _fast(phrase: dict[str, Any], what: str) -> float | None:
    exact = seconds(phrase.get(f"{what}milliseconds"), 1000.0)
    return seconds(phrase.get(what), 1000.0) if exact is None else exact


def _slow(phrase: dict[str, Any], what: str) -> float | None:
    ticks = seconds(phrase.get(f"{what}inticks"), _TICKS)
    return _iso(phrase.get(what)) if ticks is None else ticks


def _iso(text: Any) -> float | None:
    match = _ISO.fullmatch(text) if isinstance(text, str) and len(text) < 40 else None
    if not match:
        return None
    hours, minutes, rest = (float(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + rest


FORMAT = Format("Azure Speech JSON", (".json",), recognise, read, captions=True)

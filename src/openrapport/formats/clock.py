"""Times as people and programs write them, in seconds."""

from __future__ import annotations

import re

TIME = r"(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,9})?"
SPAN = rf"[\[(<]? ?(?P<start>{TIME})(?: ?(?:-->|->|-|–|—) ?(?P<end>{TIME}))? ?[\])>]?"

_TIME = re.compile(r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?")
_UNITS = re.compile(
    r"(?:(\d{1,4}) ?h(?:ours?|rs?)? ?)?(?:(\d{1,4}) ?m(?:in(?:utes?)?)? ?)?"
    r"(?:(\d{1,6}(?:[.,]\d{1,9})?) ?s(?:ec\w*)?)?"
)
_NUMBER = re.compile(r"-?\d{1,12}(?:[.,]\d{1,12})?")


def seconds_of(text: str) -> float | None:
    """Seconds of "12.5", "12,5", "0:03", "00:00:12.500" or "1h 2m 3s"; None for anything else.

    >>> seconds_of("01:00:02.5"), seconds_of("0:03"), seconds_of("soon")
    (3602.5, 3.0, None)
    """
    text = text.strip().lower()
    if clock := _TIME.fullmatch(text):
        hours, minutes, seconds, part = clock.groups()
        whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
        return float(f"{whole}.{part or 0}")
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    units = _UNITS.fullmatch(text)
    if not text or not units:
        return None
    hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in units.groups())
    return hours * 3600 + minutes * 60 + seconds


def clock(seconds: float) -> str:
    """Seconds as caption files write them, "00:00:12.500"; never below zero."""
    thousandths = max(0, round(seconds * 1000))
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"

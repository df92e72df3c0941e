"""Who says what in a cue: `<v Anna>`, "Anna: …" at the start of its lines, or a dash for each speaker."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from openrapport.encounter import Problem, Role
from openrapport.formats.cues import Cue, listed
from openrapport.formats.marks import kind_of
from openrapport.formats.rows import Row
from openrapport.formats.tags import Tag, key_of, name_like, tag_of, true_labels

OVERLAP = 0.001  # seconds; less is rounding
FEW = 0.05  # share of cues with a tag, up to which a colon is one of speech (our judgement)

_MARKUP = re.compile(
    r"</?(?:i|b|u|c|s|em|strong|ruby|rt|lang|v|font|span)(?:[.\s=][^<>]{0,200})?>|<\d[\d:.]{3,15}>|\{\\[^{}]{0,60}\}",
    re.IGNORECASE,
)
_VOICE = re.compile(r"<v(?P<classes>(?:\.[^\s.<>]{0,60})*)(?:[ \t](?P<name>[^<>]{0,2000}))?>", re.IGNORECASE)
_DASH = re.compile(r"(?:[-–—‐]|>>) ?(?=\S)")
# "[SPEAKER_00]: …" as whisperX writes it, "- [Doctor] …" as Rev does
_BRACKETED = re.compile(r"(?P<dash>[-–—] ?)?\[(?P<label>[^\[\]:]{1,60})\](?(dash) ?:? ?(?=\S)| ?: ?)")
_ROLES = {role.value: role for role in Role}

_SHARED = (
    "holds words of more than one speaker",
    "parted; only the first has its start and only the last its end",
)
_CARRIED = ("names no speaker", "read as the speaker of the cue before")


@dataclass
class Voice:
    """One speaker's words in a cue."""

    speaker: str
    words: list[str]
    role: Role | None = None


def rows_of(cues: Sequence[Cue], tags_in_words: bool = True) -> tuple[list[Row], list[Problem]]:
    """One row a speaker of each cue, and what had to be decided about them.

    tags_in_words  whether "Anna: …" at the start of a line may name a speaker; where the file has voice tags
                   it never does
    """
    places: dict[tuple[str, str], list[int]] = {}
    if any(_VOICE.search(line) for cue in cues for line in cue.lines):
        voiced = [_voice_tags(cue) for cue in cues]
    elif tags_in_words:
        voiced = list(_names(cues, places))
    else:
        voiced = [[Voice("", [_plain(line) for line in cue.lines])] for cue in cues]
    _judge_overlaps(list(zip(cues, voiced, strict=True)), places)
    rows = [row for cue, voices in zip(cues, voiced, strict=True) for row in _rows(cue, voices, places)]
    return rows, listed(places)


def _judge_overlaps(said: Sequence[tuple[Cue, list[Voice]]], places: dict[tuple[str, str], list[int]]) -> None:
    """Two people may talk at once; one person cannot."""
    for (before, earlier), (cue, later) in pairwise(said):
        if None in (before.start, before.end, cue.start) or not (earlier and later):
            continue
        inside = (before.start or 0.0) <= (cue.start or 0.0) < (before.end or 0.0) - OVERLAP
        if inside and earlier[-1].speaker == later[0].speaker:
            places.setdefault(("overlaps the cue above it", "read as it stands"), []).append(cue.line)


def _rows(cue: Cue, voices: Sequence[Voice], places: dict[tuple[str, str], list[int]]) -> Iterator[Row]:
    """The voices with the cue's times; where there are several, only its outer edges are sure."""
    if len(voices) > 1:
        places.setdefault(_SHARED, []).append(cue.line)
    for index, voice in enumerate(voices):
        start = cue.start if index == 0 else None
        end = cue.end if index == len(voices) - 1 else None
        yield Row(f"line {cue.line}", voice.speaker, " ".join(voice.words), start, end, voice.role)


def _plain(line: str) -> str:
    return html.unescape(_MARKUP.sub("", line))


def _voice_tags(cue: Cue) -> list[Voice]:
    raw = "\n".join(cue.lines)
    marks = list(_VOICE.finditer(raw))
    ends = [*(mark.start() for mark in marks[1:]), len(raw)]
    before = _plain(raw[: marks[0].start()] if marks else raw)
    voices = [Voice("", [before])] if before.strip() or not marks else []
    for mark, end in zip(marks, ends, strict=False):
        role = next((_ROLES[name] for name in mark["classes"].split(".") if name in _ROLES), None)
        voices.append(Voice(html.unescape((mark["name"] or "").strip()), [_plain(raw[mark.end() : end])], role))
    return voices


def _names(cues: Sequence[Cue], places: dict[tuple[str, str], list[int]]) -> Iterator[list[Voice]]:
    """The voices of cues that name them in words; one that names none goes on with the speaker before."""
    lines = [[_plain(line).strip() for line in cue.lines] for cue in cues]
    tags = [[_tag(line) for line in cue] for cue in lines]
    found = [tag.label for cue in tags for tag in cue if tag]
    labels = true_labels(found, sum(map(len, lines))) if len(found) > FEW * len(cues) else {}
    if not labels and _is_name_above(lines):
        yield from ([Voice(name, words)] for name, *words in lines)
        return
    carried = ""
    for cue, plain, seen in zip(cues, lines, tags, strict=True):
        voices = _named(plain, seen, labels)
        if voices[0].speaker == "" and carried and not _DASH.match(plain[0] if plain else ""):
            voices[0].speaker = carried
            places.setdefault(_CARRIED, []).append(cue.line)
        carried = voices[-1].speaker
        yield voices


def _is_name_above(cues: Sequence[Sequence[str]]) -> bool:
    """Whether every cue begins with a line that is one of a few names, as in the Word files of older Teams."""
    names = {cue[0] for cue in cues if cue}
    return (
        len(cues) > 2
        and all(len(cue) > 1 for cue in cues)
        and 1 < len(names) <= len(cues) / 2 + 1
        and all(len(name) <= 60 and name_like(name) and name[-1] not in ".…" for name in names)
    )


def _tag(line: str) -> Tag | None:
    if (bracketed := _BRACKETED.match(line)) and kind_of(bracketed["label"]) == "note":
        return Tag(bracketed["label"].strip(), line[bracketed.end() :])
    tag = tag_of(line)
    return None if tag and tag.above else tag


def _named(lines: Sequence[str], tags: Sequence[Tag | None], labels: dict[str, str]) -> list[Voice]:
    voices: list[Voice] = []
    for line, tag in zip(lines, tags, strict=True):
        if tag and key_of(tag.label) in labels:
            voices.append(Voice(labels[key_of(tag.label)], [tag.rest]))
        elif dash := _DASH.match(line):
            voices.append(Voice("", [line[dash.end() :]]))
        elif voices:
            voices[-1].words.append(line)
        else:
            voices.append(Voice("", [line]))
    return voices or [Voice("", [])]

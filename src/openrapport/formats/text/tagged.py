"""Plain text with speaker tags: `D:`, `Dr. Lee (GP):`, `[doctor]`, a name and a time on the line before …

A line without a tag goes on with the turn before it, over blank lines too. Lines before the first tag are a
title or a date, and are left out with a problem. A slip in a tag ("D;" among "D:") is read as what it was
meant to be, with a problem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from openrapport.encounter import Problem
from openrapport.formats.clock import seconds_of
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.labels import of_a_machine, role_of
from openrapport.formats.marks import kind_of
from openrapport.formats.peeking import text_of
from openrapport.formats.rows import Row, found
from openrapport.formats.tags import Tag, bare_tag_of, key_of, tag_of, true_labels

LOOK = 400  # lines looked at, and characters of each, to recognise tagged text (our judgement)
FEW = 0.02  # share of tagged lines below which a text is prose with a colon here and there (our judgement)

_LINE = re.compile(r"[^\n\v\f\x85\u2028\u2029]+")
_BRACKET = re.compile(r"\[ ?(?P<label>[^\[\]:]{1,40}?) ?\] ?:? ?")
_AT_START = re.compile(r"[> *_-]{0,20}[\[(<] ?(?P<label>[^\[\]()<>:/]{1,40}?) ?[\])>] ?:? ?")
_SLIP = re.compile(r"(?P<label>[^\W_][\w. ]{0,30}?) ?[;\"']+:? ")
_LETTER_SLIP = re.compile(r"(?P<label>[^\W\d_])(?:[A-Z]|[.,])? (?=\S)")
_HASHED = re.compile(r"#(\d{1,2}:\d{2}:\d{2})-(\d)#")  # a time as f4 and MAXQDA write it
_WORDS_TOO = frozenset("aio")  # letters that are words as well, or nearly
_MACHINE_LINE = re.compile(r"transcribed by https?://(www\.)?otter\.ai.{0,80}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line that is not blank, or the part of it from one tag to the next.

    number  its line, as an editor counts
    label   its speaker, None where it goes on with the turn before
    slip    the tag as the file has it, where that is not the label
    """

    number: int
    text: str
    label: str | None = None
    start: float | None = None
    end: float | None = None
    slip: str = ""


def _recognise(document: Document) -> float:
    pieces = _pieces(_opening(text_of(document).lstrip()))
    labels = [piece.label for piece in pieces if piece.label is not None]
    if len(labels) < max(1, FEW * len(pieces)) or (len(labels) == 1 and not role_of(labels[0])):
        return 0.0
    return 0.5 + 0.3 * len(labels) / len(pieces)


def _read(document: Document) -> Found:
    lines = _lines(document.text)
    machine = [line for line in lines if _MACHINE_LINE.fullmatch(line.text)]
    pieces = _pieces([line for line in lines if line not in machine] if machine else lines)
    first = next((index for index, piece in enumerate(pieces) if piece.label is not None), len(pieces))
    problems = [
        *_listed(machine, "the recogniser's own line", "left out"),
        *_listed(pieces[:first], "words before the first speaker tag", "left out"),
    ]
    for slip in dict.fromkeys((piece.slip, piece.label) for piece in pieces if piece.slip):
        those = [piece for piece in pieces if (piece.slip, piece.label) == slip]
        problems += _listed(those, f"an odd speaker tag, {slip[0]}", f"read as {slip[1]}")
    rows = list(_rows(pieces[first:]))
    recogniser = bool(machine) or any(of_a_machine(row.speaker) for row in rows)
    return found(rows, problems, recogniser=recogniser)


def _opening(text: str) -> list[Piece]:
    """The first lines that are not blank, cut short: enough to see their tags, however long a line is."""
    found: list[Piece] = []
    for match in islice(_LINE.finditer(text), LOOK):
        found += _lines(match[0][:LOOK])
    return found


def _lines(text: str) -> list[Piece]:
    return [
        Piece(number, "\t".join(" ".join(part.split()) for part in _with_times(line).strip().split("\t", 1)))
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    ]


def _with_times(line: str) -> str:
    return _HASHED.sub(r"[\1.\2]", line) if "#" in line else line


def _listed(pieces: Sequence[Piece], what: str, done: str) -> list[Problem]:
    """One problem for all the pieces, naming the first and the last line."""
    if not pieces:
        return []
    first, last = pieces[0].number, pieces[-1].number
    where = f"line {first}" if len(pieces) == 1 else f"lines {first} to {last} ({len(pieces)} in all)"
    return [Problem(where, what, done)]


def _rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    """One row a tag, the lines that go on from it joined to it."""
    opening: Piece | None = None
    words: list[str] = []
    for piece in pieces:
        if piece.label is None:
            words.append(piece.text)
            continue
        if opening:
            yield _row(opening, words)
        opening, words = piece, [piece.text]
    if opening:
        yield _row(opening, words)


def _row(opening: Piece, words: Sequence[str]) -> Row:
    return Row(f"line {opening.number}", opening.label or "", " ".join(words), opening.start, opening.end)


def _pieces(lines: Sequence[Piece]) -> Sequence[Piece]:
    """The lines, each tagged one with its label; the style of tags that the file has more of is its style."""
    tagged, bracketed = _tagged(lines), _bracketed(lines)
    best = bracketed if _count(bracketed) > _count(tagged) else tagged
    return best if _count(best) else _bare(lines)


def _count(pieces: Sequence[Piece]) -> int:
    return sum(piece.label is not None for piece in pieces)


# `Doctor: …` ------------------------------------------------------------------------------------------


def _tagged(lines: Sequence[Piece]) -> list[Piece]:
    tags = _with_words_below([tag_of(line.text) for line in lines])
    labels = true_labels((tag.label for tag in tags if tag), len(lines) - sum(tag.above for tag in tags if tag))
    pieces = [_piece(line, tag, labels) for line, tag in zip(lines, tags, strict=True)]
    return list(_with_slips(pieces, labels)) if labels else pieces


def _bare(lines: Sequence[Piece]) -> list[Piece]:
    """Labels without any sign beside them: only where two or more take turns, and one of them states a role."""
    tags = _with_words_below([bare_tag_of(line.text) for line in lines])
    counts = Counter(key_of(tag.label) for tag in tags if tag)
    labels = true_labels((tag.label for tag in tags if tag and counts[key_of(tag.label)] > 1), len(lines))
    if len(labels) < 2 or not any(map(role_of, labels.values())):
        return list(lines)
    return [_piece(line, tag, labels) for line, tag in zip(lines, tags, strict=True)]


def _with_words_below(tags: Sequence[Tag | None]) -> list[Tag | None]:
    """The tags, but for a name and a time on a line of their own under which no words stand."""
    below = [*tags[1:], Tag("", "", above=True)]
    return [
        None if tag and tag.above and under and under.above else tag
        for tag, under in zip(tags, below, strict=False)
    ]


def _piece(line: Piece, tag: Tag | None, labels: Mapping[str, str]) -> Piece:
    if not tag or key_of(tag.label) not in labels:
        return line
    label = labels[key_of(tag.label)]
    return Piece(line.number, tag.rest, label, tag.start, tag.end, tag.label if tag.label != label else "")


def _with_slips(pieces: Sequence[Piece], labels: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces, those that start with a slip in a tag as what it was meant to be."""
    after = _next_labels(pieces)
    before: str | None = None
    for piece, following in zip(pieces, after, strict=True):
        mended = piece if piece.label is not None else _mended(piece, labels, {before, following})
        before = mended.label or before
        yield mended


def _next_labels(pieces: Sequence[Piece]) -> list[str | None]:
    labels: list[str | None] = []
    following: str | None = None
    for piece in reversed(pieces):
        labels.append(following)
        following = piece.label or following
    return labels[::-1]


def _mended(piece: Piece, labels: Mapping[str, str], around: set[str | None]) -> Piece:
    """A sign beside the colon's key is a slip anywhere, a letter without a colon only where its turn is due."""
    if slip := _SLIP.match(piece.text):
        label = labels.get(key_of(slip["label"]))
    elif slip := _LETTER_SLIP.match(piece.text):
        label = labels.get(key_of(slip["label"]))
        if label != slip["label"] or label in around or slip["label"].casefold() in _WORDS_TOO:
            label = None
    if not slip or label is None:
        return piece
    return replace(piece, text=piece.text[slip.end() :], label=label, slip=slip[0].strip())


# `[doctor] …` -----------------------------------------------------------------------------------------


def _bracketed(lines: Sequence[Piece]) -> list[Piece]:
    labels = true_labels(_bracket_labels(lines), len(lines))
    return [piece for line in lines for piece in _split(line, labels)] if labels else list(lines)


def _bracket_labels(lines: Sequence[Piece]) -> Iterator[str]:
    """What stands in brackets at the start of lines, or anywhere where it is a role; never a mark."""
    for line in lines:
        starts = _AT_START.match(line.text)
        if starts and _may_name(starts["label"]):
            yield starts["label"]
        for inside in _BRACKET.finditer(line.text, starts.end() if starts else 0):
            if (
                role_of(inside["label"])
                and _may_name(inside["label"])
                and " " not in inside["label"].strip("0123456789 ")
            ):
                yield inside["label"]


def _may_name(label: str) -> bool:
    return kind_of(label) == "note" and seconds_of(label) is None


def _split(line: Piece, labels: Mapping[str, str]) -> Iterator[Piece]:
    after, label = 0, None
    places = [match for match in (_AT_START.match(line.text), *_BRACKET.finditer(line.text)) if match]
    for place in places:
        if key_of(place["label"]) not in labels or place.start() < after or (after and place.start() == 0):
            continue
        if line.text[after : place.start()].strip():
            yield Piece(line.number, line.text[after : place.start()], label)
        after, label = place.end(), labels[key_of(place["label"])]
    yield Piece(line.number, line.text[after:], label)


FORMAT = Format(
    title="plain text with speaker tags",
    endings=(".txt",),
    recognise=_recognise,
    read=_read,
)

"""Transcriber's marks: `<UNSURE>…</UNSURE>`, `[inaudible]`, `(laughs)`, `xxx` … are not words.

What stands in square brackets is the transcriber's, whatever it says. Round brackets, angle brackets and
asterisks also hold ordinary words, so there only known marks count. Kinds are few and stable:
inaudible, unsure, crosstalk, laughs, cries, sighs, coughs, pause, redacted, cut_off, note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from openrapport.encounter import Mark

SPAN = "…"  # in the `raw` of a mark that spans words: where the words stood

_HEADS = {
    "inaudible": "inaudible unintelligible indistinct unclear incomprehensible indecipherable unin"
    " inaudible_speech",
    "crosstalk": "crosstalk cross-talk overlapping overlap overtalk talkover",
    "laughs": "laugh laughs laughing laughed laughter chuckle chuckles chuckling giggle giggles giggling",
    "cries": "cry cries crying sob sobs sobbing weep weeps weeping tearful tears",
    "sighs": "sigh sighs sighing exhales exhale",
    "coughs": "cough coughs coughing sniffs sniffles sniffing sneezes clears",
    "pause": "pause pauses pausing silence silent",
    "redacted": "redacted anonymised anonymized deidentified de-identified removed",
    "unsure": "unsure uncertain phonetic guess ph sp",
}
_KIND = {word: kind for kind, listed in _HEADS.items() for word in listed.split()}
_BESIDE = frozenset(
    "long short brief slight little a softly quietly loudly nervously lightly sadly heavily both together doctor "
    "patient speech word words audio throat nose in voice while speaking sound of and off out section few s sec "
    "secs second seconds minute minutes".split()
)
_MARK = re.compile(
    r"\[(?P<square>[^\[\]]{0,200})\]"
    r"|<(?P<closes>/?)(?P<span>unsure|unclear|uncertain)>"
    r"|<(?P<tag>[a-z][a-z_ -]{0,30})(?P<alone>/?)>"
    r"|\((?P<round>[^()\[\]<>*]{1,60})\)"
    r"|\*(?P<star>[^()\[\]<>*]{1,60})\*"
    r"|(?<![\w.'’-])(?P<blank>xxx|yyy)(?![\w'’-]|\.\w)",
    re.IGNORECASE,
)
_DOUBTED = re.compile(r"(?=[^\w]*\w)[\w'’ -]{1,60}")
_TIME = re.compile(r"\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?|\d+(?:\.\d+)?")
_SILENCE = re.compile(r"\.|\d{1,2}\.\d{1,2}")
_WORDS = re.compile(r"[a-z_]+(?:-[a-z_]+)*")
_SIGN = re.compile(r"[\[<(*]|xxx|yyy", re.IGNORECASE)  # nothing is a mark without one of these
_DASHES = "-‐‑–—―"
_DASH_ENDS = tuple(_DASHES)
_GLUED = frozenset(",.;:!?…)]}\"'’”")  # written to the word before, even where a mark stands between


def take_marks(raw: str) -> tuple[str, tuple[Mark, ...]]:
    """The words of a raw line, one space between, and the marks that stood among them (see `Mark`).

    >>> take_marks("I was [laughs] fine, <UNSURE>mostly</UNSURE>")
    ('I was fine, mostly', (Mark('laughs', 6, 6, '[laughs]'), Mark('unsure', 12, 18, '<UNSURE>…</UNSURE>')))
    """
    raw = " ".join(raw.split())
    if not _SIGN.search(raw) and not raw.endswith(_DASH_ENDS):
        return raw, ()
    taking = _Taking()
    after = place = 0
    while found := _MARK.search(raw, place):
        step = _step(found)
        place = found.end() if step else found.start() + 1
        if step:
            taking.words(raw[after : found.start()])
            step(taking)
            after = place
    taking.words(raw[after:])
    return taking.done()


def put_marks(text: str, marks: tuple[Mark, ...]) -> str:
    """The inverse: the raw line, marks written where they stood; `take_marks` of it gives both back.

    A mark that stands inside a word is written after it, so that the word stays whole.
    """
    if not marks:
        return text
    return "".join(_put(text, sorted(_insertions(text, marks))))


def kind_of(note: str, known_only: bool = False) -> str:
    """The kind of what stands in a mark's brackets; "note" for what has no kind of its own.

    known_only  "" unless every word of it belongs to a mark: "(laughs softly)" but not "(the left one)"
    """
    note = note.strip()
    if note and not note.strip("?"):
        return "unsure" if note == "?" else "inaudible"
    if known_only and _SILENCE.fullmatch(note):
        return "pause"
    listed = _WORDS.findall(_TIME.sub(" ", note.lower()))
    kinds = {_KIND[word] for word in listed if word in _KIND}
    if known_only and (not kinds or any(word not in _KIND and word not in _BESIDE for word in listed)):
        return ""
    return next((kind for kind in _HEADS if kind in kinds), "note")


# Taking ------------------------------------------------------------------------------------------------


@dataclass
class _Taking:
    """The words so far. A mark waits for the next word to know where it stands: before it."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    space: bool = False
    parted: bool = False  # the last thing was a mark, directly
    marks: list[Mark] = field(default_factory=list)
    waiting: set[int] = field(default_factory=set)
    open: list[int] = field(default_factory=list)

    def words(self, piece: str) -> None:
        bare = piece.strip()
        if not bare:
            self.space = self.space or bool(piece)
            self.parted = self.parted and not piece
            return
        glued = self.parted and piece[0] in _GLUED
        if self.length and not glued and (self.space or self.parted or piece[0] == " "):
            self.pieces.append(" ")
            self.length += 1
        self._settle()
        self.pieces.append(bare)
        self.length += len(bare)
        self.space, self.parted = piece[-1] == " ", False

    def point(self, kind: str, raw: str) -> None:
        self._wait(kind, raw)
        self.parted = True

    def begin(self, raw: str) -> None:
        self.open.append(len(self.marks))
        self._wait("unsure", raw)

    def end(self, raw: str) -> None:
        if not self.open:
            self.point("note", raw)
            return
        index = self.open.pop()
        mark = self.marks[index]
        if index in self.waiting:
            self.marks[index] = replace(mark, raw=mark.raw + raw)
            self.parted = True
        else:
            self.marks[index] = replace(mark, to=self.length, raw=f"{mark.raw}{SPAN}{raw}")

    def _wait(self, kind: str, raw: str) -> None:
        self.waiting.add(len(self.marks))
        self.marks.append(Mark(kind, self.length, self.length, raw))

    def _settle(self) -> None:
        for index in self.waiting:
            self.marks[index] = replace(self.marks[index], at=self.length, to=self.length)
        self.waiting.clear()

    def done(self) -> tuple[str, tuple[Mark, ...]]:
        for index in [index for index in self.open if index not in self.waiting]:
            self.marks[index] = replace(self.marks[index], to=self.length, raw=self.marks[index].raw + SPAN)
        self._settle()
        text = "".join(self.pieces)
        bare = text.rstrip(" " + _DASHES)
        cut = text[len(bare) :].strip()
        marks = [_within(mark, len(bare)) for mark in self.marks]
        if cut:
            before = sum(mark.at <= text.index(cut, len(bare)) for mark in self.marks)
            marks.insert(before, Mark("cut_off", len(bare), len(bare), cut))
        return bare, tuple(marks)


def _within(mark: Mark, end: int) -> Mark:
    if mark.to <= end:
        return mark
    at = min(mark.at, end)
    return replace(
        mark, at=at, to=end, raw=mark.raw if at < end else mark.raw.replace(SPAN, "", mark.at < mark.to)
    )


def _step(found: re.Match[str]) -> Callable[[_Taking], None] | None:
    """What to do at a place that looks like a mark; None where it is ordinary words."""
    raw = found[0]
    if found["span"]:
        return (lambda taking: taking.end(raw)) if found["closes"] else (lambda taking: taking.begin(raw))
    if found["square"] is not None:
        return _square(raw, found["square"])
    inner = found["round"] or found["star"] or found["tag"] or "inaudible"
    kind = kind_of(inner, known_only=not found["alone"])
    return (lambda taking: taking.point(kind, raw)) if kind else None


def _square(raw: str, inner: str) -> Callable[[_Taking], None]:
    kind = kind_of(inner)
    doubted = inner[:-1].strip() if inner.endswith("?") else ""
    if kind != "note" or not _DOUBTED.fullmatch(doubted):
        return lambda taking: taking.point(kind, raw)

    def keep(taking: _Taking) -> None:
        taking.begin("[")
        taking.words(doubted)
        taking.end("?]")

    return keep


# Putting -----------------------------------------------------------------------------------------------


def _insertions(text: str, marks: tuple[Mark, ...]) -> Iterator[tuple[int, int, int, str]]:
    """What to write where: position, closings first, order, what."""
    for order, mark in enumerate(marks):
        raw = _written(mark)
        if mark.at < mark.to and SPAN in raw:
            opening, _, closing = raw.partition(SPAN)
            yield mark.at, 1, order, opening
            yield mark.to, 0, -order, closing
        else:
            place = _boundary(text, mark.at)
            yield place, 1, order, _spaced(text, place, raw)


def _written(mark: Mark) -> str:
    """The mark as `take_marks` knows it: as the transcriber wrote it, or its kind in square brackets."""
    if mark.at < mark.to:
        return mark.raw if SPAN in mark.raw else f"<UNSURE>{SPAN}</UNSURE>"
    words, read = take_marks(mark.raw)
    return mark.raw if not words and [one.kind for one in read] == [mark.kind] else f"[{mark.kind}]"


def _boundary(text: str, place: int) -> int:
    while 0 < place < len(text) and text[place - 1] != " " and text[place] not in _GLUED:
        place += 1
    return place


def _spaced(text: str, place: int, raw: str) -> str:
    if place < len(text) and (place == 0 or text[place - 1] == " "):
        return raw + " "
    return raw if not raw.strip(" " + _DASHES) else " " + raw


def _put(text: str, insertions: list[tuple[int, int, int, str]]) -> Iterator[str]:
    done = 0
    before = ""
    for place, _, _, what in insertions:
        yield text[done:place]
        if before and what and place == done and not what.strip(" " + _DASHES):
            yield " "
        yield what
        done, before = place, what
    yield text[done:]

"""Reading: a path, or several of one encounter, to an Encounter."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openrapport.encounter import Encounter, Origin, Timing, Turn
from openrapport.errors import NothingInside, UnknownFormat
from openrapport.formats.document import Document, open_document
from openrapport.formats.format import Format, Found, all_formats
from openrapport.formats.json_documents import looks_like_json, refuse
from openrapport.formats.rows import sort_by_start
from openrapport.formats.together import together

_JSON = frozenset({".json", ".jsonl"})
OVERLAP = 0.05  # seconds by which cues must overlap to show that they can (our judgement: above rounding)


def read(path: str | Path | Sequence[str | Path]) -> Encounter:
    """The encounter in a file ("-": standard input), or in one file a speaker given together.

    One turn is one row, cue, interval or tagged line of the file. Raises the errors of `openrapport.errors`;
    what could be mended is listed in the encounter's `problems`.
    """
    paths = [path] if isinstance(path, str | Path) else list(path)
    return read_documents([open_document(one) for one in paths])


def read_documents(documents: Sequence[Document]) -> Encounter:
    """The encounter in one document, or in several of one format that has a file a speaker."""
    name, format = recognise(documents[0])
    if len(documents) > 1:
        _refuse_strangers(documents, name, format)
    founds = [format.read(document) for document in documents]
    if len(documents) > 1:
        founds = together([one.name for one in documents], founds)
    turns = _in_order(founds)
    if not any(turn.text or turn.marks for turn in turns):
        raise NothingInside(f"'{documents[0].name}' holds no words. Check that it is the transcript you meant.")
    problems = [problem for one in documents for problem in one.problems]
    return Encounter(
        turns,
        _origin(documents, name, format, founds, turns),
        (*problems, *(problem for found in founds for problem in found.problems)),
        founds[0].cast,
        founds[0].join,
        founds[0].joined,
        founds[0].consent,
    )


def recognise(document: Document) -> tuple[str, Format]:
    """The format that the content is most surely in. Raises UnknownFormat, NothingInside, NotText."""
    if not document.data.strip():
        raise _empty(document)
    marks = {name: format.recognise(document) for name, format in _candidates(document).items()}
    best = max(marks, key=lambda name: marks[name])
    if marks[best] > 0:
        return best, all_formats()[best]
    refuse(document)
    if not document.text.strip():  # or `text` itself says that there is none at all
        raise _empty(document)
    raise UnknownFormat(
        f"'{document.name}' is text, but no line says who speaks. "
        "Write a tag before each turn (Doctor: …, Patient: …); `openrapport list formats` shows all that is read."
    )


def _candidates(document: Document) -> Mapping[str, Format]:
    """All formats; those of JSON alone where the content opens as JSON, whatever one of its lines looks like."""
    if not looks_like_json(document):
        return all_formats()
    return {name: format for name, format in all_formats().items() if _JSON.intersection(format.endings)}


def _empty(document: Document) -> NothingInside:
    return NothingInside(f"'{document.name}' is empty. Check that it was saved, or name another file.")


def _refuse_strangers(documents: Sequence[Document], name: str, format: Format) -> None:
    strangers = [one.name for one in documents[1:] if recognise(one)[0] != name]
    if strangers or not format.several:
        raise UnknownFormat(
            f"'{(strangers or [documents[1].name])[0]}' and '{documents[0].name}' are not one encounter's files. "
            "Review them one at a time."
        )


def _in_order(founds: Sequence[Found]) -> tuple[Turn, ...]:
    if len(founds) == 1:
        return founds[0].turns
    return tuple(sort_by_start(turn for found in founds for turn in found.turns))


def _origin(
    documents: Sequence[Document],
    name: str,
    format: Format,
    founds: Sequence[Found],
    turns: tuple[Turn, ...],
) -> Origin:
    digest = documents[0].digest
    if len(documents) > 1:
        digest = "sha256:" + hashlib.sha256(b"".join(one.data for one in documents)).hexdigest()
    stated = Timing.INDEPENDENT if len(documents) > 1 else founds[0].timing
    return Origin(
        name=" + ".join(_shown(Path(one.name).name) for one in documents),
        format=name,
        digest=digest,
        timing=stated or timing_of(turns),
        captions=format.captions if founds[0].captions is None else founds[0].captions,
        recogniser=any(found.recogniser for found in founds),
        language=next((found.language for found in founds if found.language), ""),
    )


def _shown(name: str) -> str:
    """A file's name as text: one with bytes that are no letters in this system's encoding can be no text."""
    return os.fsencode(name).decode("utf-8", "replace")


def timing_of(turns: Iterable[Turn]) -> Timing:
    """What times can show, judged by the turns: independent once cues of two speakers overlap."""
    timed = [turn for turn in turns if turn.start is not None and turn.end is not None]
    if not timed:
        return Timing.NONE
    last: dict[str, float] = {}
    for turn in sorted(timed, key=lambda turn: turn.start or 0.0):
        others = [end for speaker, end in last.items() if speaker != turn.speaker]
        if others and max(others) > (turn.start or 0.0) + OVERLAP:
            return Timing.INDEPENDENT
        last[turn.speaker] = max(last.get(turn.speaker, 0.0), turn.end or 0.0)
    return Timing.SEQUENTIAL

"""WebVTT, as Zoom (`Anna: words`), Teams (`<v Anna>words</v>`) and video players write it, and as we do.

That a machine made the captions is known by its own signs: names of cues as Teams gives them, "Kind: captions",
times within a cue, or a note that speaks of confidence, recognition or transcription by a service. Zoom leaves
no sign, so its files do not count as a recogniser's.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from openrapport.encounter import Encounter, Join, Turn
from openrapport.errors import BrokenFile
from openrapport.formats.clock import clock
from openrapport.formats.cues import ARROW, Cue, Cues, cues_of
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.labels import of_a_machine
from openrapport.formats.marks import put_marks
from openrapport.formats.peeking import head
from openrapport.formats.rows import found
from openrapport.formats.voices import rows_of

_OPENS = re.compile(r"\s*WEBVTT(?:[ \t].*)?(?:\n|$)")
_LANGUAGE = re.compile(r"^language:\s*([\w-]{2,20})", re.IGNORECASE | re.MULTILINE)
_MACHINE = re.compile(
    r"^kind:\s*captions|confidence|recogni[sz]|transcribed by|otter\.ai|auto-?generated", re.I | re.M
)
_TIME_INSIDE = re.compile(r"<\d\d:\d\d[\d:.]*><c>")
_OURS = "NOTE Written by OpenRapport."
_WHOLE = "Each cue is a whole turn."
_HEARD = "The words and the speakers were heard by a recogniser."
_UNKNOWN = re.compile(r"turn \d+, without (start|end|times)")


def _recognise(document: Document) -> float:
    return 1.0 if _OPENS.match(head(document)) else 0.0


def _read(document: Document) -> Found:
    made = cues_of(document.text)
    if not made.cues:
        raise BrokenFile(
            f"'{document.name}' begins as WebVTT, but no line in it has times (00:01.000 {ARROW} 00:02.500). "
            "Export it again, or take the first line out if it is plain text."
        )
    note = next((block for block in made.blocks if block.startswith(_OURS)), "")
    cues = [_as_known(cue) for cue in made.cues] if note else made.cues
    rows, problems = rows_of(cues, tags_in_words=not note)
    language = _LANGUAGE.search(made.blocks[0])
    result = found(
        rows,
        (*made.problems, *problems),
        language=language[1] if language else "",
        recogniser=_by_machine(made) or any(of_a_machine(row.speaker) for row in rows),
    )
    return replace(result, captions=False) if _WHOLE in note else result


def _by_machine(made: Cues) -> bool:
    if any(cue.of_a_machine for cue in made.cues):
        return True
    return any(_MACHINE.search(block) for block in made.blocks) or any(
        _TIME_INSIDE.search(line) for cue in made.cues[:50] for line in cue.lines
    )


def _as_known(cue: Cue) -> Cue:
    """A cue of ours without the times that only keep its place."""
    unknown = _UNKNOWN.fullmatch(cue.name)
    which = unknown[1] if unknown else ""
    start = None if which in ("start", "times") else cue.start
    return replace(cue, start=start, end=None if which in ("end", "times") else cue.end)


def _write(encounter: Encounter) -> str:
    """One cue a turn; the cue's name says which of its times are not known and only keep its place."""
    origin = encounter.origin
    language = [f"Language: {origin.language}"] if re.fullmatch(r"[\w-]{2,20}", origin.language) else []
    whole = not origin.captions or encounter.join is not Join.NONE
    note = " ".join([_OURS, *([_WHOLE] if whole else []), *([_HEARD] if origin.recogniser else [])])
    return "\n".join(["WEBVTT", *language, "", note, "", *_cues(encounter)])


def _cues(encounter: Encounter) -> Iterator[str]:
    last = 0.0
    for index, turn in enumerate(encounter.turns):
        start = _first(turn.start, turn.end, last)
        end = _first(turn.end, start)
        yield f"turn {index}{_without(turn)}"
        yield f"{clock(start)} {ARROW} {clock(end)}"
        yield _voiced(turn)
        yield ""
        last = end


def _first(*times: float | None) -> float:
    return next(time for time in times if time is not None)


def _without(turn: Turn) -> str:
    if turn.start is None and turn.end is None:
        return ", without times"
    return ", without start" if turn.start is None else ", without end" if turn.end is None else ""


def _voiced(turn: Turn) -> str:
    words = html.escape(" ".join(put_marks(turn.text, turn.marks).split()), quote=False).replace("{", "&#123;")
    role = f".{turn.role}" if turn.role else ""
    if not role and not turn.speaker and words:
        return words
    return f"<v{role} {_name(turn.speaker)}>{words}</v>"


def _name(speaker: str) -> str:
    """The speaker as an annotation: blanks at the ends and breaks as entities, so that they survive."""
    name = html.escape(speaker, quote=False)
    return re.sub(r"^\s|\s$|[^\S ]", lambda blank: f"&#{ord(blank[0])};", name)


FORMAT = Format(
    title="WebVTT (Zoom, Teams …)",
    endings=(".vtt",),
    recognise=_recognise,
    read=_read,
    captions=True,
    write=_write,
)

"""Our own JSON, versioned: what `read --to json` writes, and what a person or a program can write by hand.

    {"openrapport": 1,
     "turns": [{"speaker": "Dr. Lee", "role": "clinician", "start": 0.5, "end": 2.0, "text": "Hello.",
                "marks": [{"kind": "laughs", "at": 6, "to": 6, "raw": "[laughs]"}]}, …],
     "timing": "sequential", "captions": true, "recogniser": false, "language": "en", "consent": "",
     "join": "none", "joined": 0, "cast": […], "problems": […],
     "source": {"name": "visit.vtt", "format": "webvtt", "digest": "sha256:…"}}

Only the version, `turns` and each turn's `text` are required. `text` of a turn without `marks` may hold
marks as transcribers write them; `marks` may also be a list of such texts, whose place is then not known:
they stand at the turn's end. `source` tells people where the turns came from; reading does not need it.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from openrapport.encounter import Encounter, Turn
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.json_documents import parse, peek
from openrapport.formats.our_json import VERSION, Reader
from openrapport.formats.peeking import head

_OURS = re.compile(r'\s*\{\s*"openrapport"\s*:')


def _recognise(document: Document) -> float:
    if _OURS.match(head(document)):
        return 1.0
    value = peek(document)
    return 1.0 if isinstance(value, dict) and "openrapport" in value else 0.0


def _read(document: Document) -> Found:
    return Reader(document.name).found(parse(document))


def _write(encounter: Encounter) -> str:
    """One turn a line, so that a person can look at it and two versions can be compared."""
    top = {"openrapport": VERSION, **_about(encounter)}
    lines = [f"  {_dump(key)}: {_dump(value)}" for key, value in top.items()]
    turns = ",\n".join(f"    {_dump(_turn(turn))}" for turn in encounter.turns)
    lines.append(f'  "turns": [\n{turns}\n  ]')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _about(encounter: Encounter) -> dict[str, Any]:
    origin = encounter.origin
    return {
        "source": {"name": origin.name, "format": origin.format, "digest": origin.digest},
        "timing": origin.timing,
        "captions": origin.captions,
        "recogniser": origin.recogniser,
        "language": origin.language,
        "consent": encounter.consent,
        "join": encounter.join,
        "joined": encounter.joined,
        "cast": [asdict(part) for part in encounter.cast],
        "problems": [asdict(problem) for problem in encounter.problems],
    }


def _turn(turn: Turn) -> dict[str, Any]:
    rows = {"rows": list(turn.rows)} if turn.rows else {}
    marks = [{"kind": mark.kind, "at": mark.at, "to": mark.to, "raw": mark.raw} for mark in turn.marks]
    about = {"speaker": turn.speaker, "role": turn.role, "start": turn.start, "end": turn.end}
    return {**about, "text": turn.text, "marks": marks, **rows}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


FORMAT = Format(
    title="our own JSON",
    endings=(".json",),
    recognise=_recognise,
    read=_read,
    write=_write,
)

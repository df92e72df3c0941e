"""AWS HealthScribe's transcript.json: `Conversation.TranscriptSegments`, each with its participant's role.

Times are seconds. Roles are CLINICIAN and PATIENT, numbered where there are several (CLINICIAN_1).
"""

from __future__ import annotations

from typing import Any

from openrapport.encounter import Role
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.json_documents import dig, numbered, parse, peek
from openrapport.formats.rows import Row, found, label, seconds

_ROLES = {"CLINICIAN": Role.CLINICIAN, "PATIENT": Role.PATIENT}


def recognise(document: Document) -> float:
    return 1.0 if isinstance(dig(peek(document), "Conversation", "TranscriptSegments"), list) else 0.0


def read(document: Document) -> Found:
    conversation = dig(parse(document), "Conversation")
    rows = [_segment(number, one) for number, one in numbered(dig(conversation, "TranscriptSegments"))]
    return found(rows, language=dig(conversation, "LanguageCode"), recogniser=True)


def _segment(number: int, segment: dict[str, Any]) -> Row:
    speaker = label(dig(segment, "ParticipantDetails", "ParticipantRole"))
    return Row(
        f"segment {number}",
        speaker,
        segment.get("Content"),
        seconds(segment.get("BeginAudioTime")),
        seconds(segment.get("EndAudioTime")),
        _ROLES.get(speaker.rstrip("0123456789").rstrip("_").upper()),
    )


FORMAT = Format("AWS HealthScribe JSON", (".json",), recognise, read, captions=True)

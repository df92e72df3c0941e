"""CHAT (TalkBank, CHILDES): a main line "*PAR:" is a turn; roles from @Participants, times from the bullets.

pylangacq was tried: it refuses a whole file for one odd word and gives no line numbers, so lines are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from openrapport.encounter import Problem, Role
from openrapport.formats.chat_codes import plain
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.labels import role_of
from openrapport.formats.peeking import head
from openrapport.formats.rows import Row, found, label, seconds

_HEADER = re.compile(r"(?m)^@(?:UTF8|Begin|Participants:|Languages:|ID:)")
_MAIN = re.compile(r"(?m)^\*[A-Za-z0-9_-]{1,12}:[\t ]")
_LINE = re.compile(r"([*%@][^:\s]*):?(.*)", re.DOTALL)
_BULLET = re.compile(r"[\x15•·]\s*(?:%\w+:\s*\"[^\"]*\"_)?(\d{1,12})_(\d{1,12})-?\s*[\x15•·]|\x15[^\x15]*\x15")
_BARE = re.compile(r"\s(\d{1,12})_(\d{1,12})\s*$")  # where the bullets' control signs were lost

_CLINICIANS = frozenset("investigator doctor therapist clinician nurse speech_pathologist examiner".split())
_PATIENTS = frozenset("participant patient client target_adult".split())
_CHILDREN = frozenset({"target_child", "child"})
_FAMILY = frozenset(
    "mother father grandmother grandfather aunt uncle brother sister sibling relative caretaker caregiver friend "
    "spouse wife husband partner son daughter".split()
)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    tag: str
    text: str


def recognise(document: Document) -> float:
    start = head(document, 20_000)
    if not _MAIN.search(start):
        return 0.0
    return 1.0 if _HEADER.search(start) else 0.0


def read(document: Document) -> Found:
    lines, strays = _lines(document.text)
    headers = {line.tag: line.text for line in reversed(lines) if line.tag.startswith("@")}
    roles = _roles(headers.get("@Participants", ""))
    rows = [_row(line, roles) for line in lines if line.tag.startswith("*")]
    problems = [*strays, *_beside(lines)]
    return found(rows, problems, language=_language(headers.get("@Languages", "")))


def _lines(text: str) -> tuple[list[_Line], list[Problem]]:
    """Lines with their continuations, which CHAT indents by a tab, and those that are neither."""
    lines: list[_Line] = []
    strays: list[Problem] = []
    for number, raw in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(raw)
        if match:
            lines.append(_Line(number, match[1], match[2].strip()))
        elif raw[:1] in ("\t", " ") and raw.strip() and lines:
            last = lines[-1]
            lines[-1] = _Line(last.number, last.tag, f"{last.text} {raw.strip()}")
        elif raw.strip():
            strays.append(Problem(f"line {number}", "is no line of CHAT (no *, % or @ before it)", "left out"))
    return lines, strays


def _beside(lines: list[_Line]) -> Iterator[Problem]:
    notes = [line.number for line in lines if line.tag.startswith("%")]
    if notes:
        found_here = f"{len(notes)} lines beside the talk (%), the first here"
        yield Problem(f"line {notes[0]}", found_here, "left out")


def _row(line: _Line, roles: dict[str, Role]) -> Row:
    code = label(line.tag[1:])
    times = [match.groups() for match in _BULLET.finditer(line.text) if match[1]]
    words = _BULLET.sub(" ", line.text)
    if not times and (bare := _BARE.search(words)):
        times, words = [bare.groups()], words[: bare.start()]
    start = seconds(times[0][0], 1000.0) if times else None
    end = seconds(times[-1][1], 1000.0) if times else None
    return Row(f"line {line.number}", code, _or_silence(plain(words)), start, end, roles.get(code))


def _or_silence(words: str) -> str:
    """A main line without a word ("0 .") is still a turn in which something was done."""
    return words if words.strip(" .") else "[no words]"


def _language(languages: str) -> str:
    return next(iter(re.findall(r"\w+", languages)), "")


def _roles(participants: str) -> dict[str, Role]:
    """Each code's role. Family comes along only to someone else's visit; a child beside a clinician is seen."""
    named = {words[0]: words[-1].lower() for one in participants.split(",") if (words := one.split())}
    roles = {code: role for code, name in named.items() if (role := _role(name))}
    if Role.CLINICIAN not in roles.values():
        return roles
    if Role.PATIENT not in roles.values():
        roles |= {code: Role.PATIENT for code, name in named.items() if name in _CHILDREN}
    if Role.PATIENT in roles.values():
        roles |= {code: Role.COMPANION for code, name in named.items() if name in _FAMILY}
    return roles


def _role(name: str) -> Role | None:
    if name in _CLINICIANS:
        return Role.CLINICIAN
    if name in _PATIENTS:
        return Role.PATIENT
    return None if name in _FAMILY else role_of(name)


FORMAT = Format("CHAT (TalkBank)", (".cha",), recognise, read)

"""A format: how to know it by its content, how to read it, and for some how to write it. One file each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openrapport.catalogue import members
from openrapport.encounter import Encounter, Join, Part, Problem, Timing, Turn
from openrapport.formats.document import Document


@dataclass(frozen=True)
class Found:
    """What a format found in a document.

    timing    None lets the turns decide: independent where cues of two speakers overlap, else sequential
    captions  None lets the format decide; a format that keeps what others read says it of each file
    consent, cast, join, joined  as of `Encounter`, from a file that keeps them
    """

    turns: tuple[Turn, ...]
    problems: tuple[Problem, ...] = ()
    timing: Timing | None = None
    language: str = ""
    recogniser: bool = False
    captions: bool | None = None
    consent: str = ""
    cast: tuple[Part, ...] = ()
    join: Join = Join.NONE
    joined: int = 0


@dataclass(frozen=True)
class Format:
    """One format.

    title       as people call it, "WebVTT (Zoom, Teams …)"
    endings     usual file endings, for lists and for `--to`; they never decide what a file is
    recognise   how surely the content is this format: 0 not at all, 1 beyond doubt. Must be quick and
                must not raise
    read        the turns, in the file's order (sorted by start where the format has tiers);
                raises the errors of `openrapport.errors`, never others
    captions    rows are caption cues that may cut a sentence
    write       the text of an encounter in this format, where it can be written
    several     whether one encounter may come as several files of this format, one a speaker
    """

    title: str
    endings: tuple[str, ...]
    recognise: Callable[[Document], float]
    read: Callable[[Document], Found]
    captions: bool = False
    write: Callable[[Encounter], str] | None = None
    several: bool = False


def all_formats() -> Mapping[str, Format]:
    """Every format, by name."""
    return members("openrapport.formats", Format)

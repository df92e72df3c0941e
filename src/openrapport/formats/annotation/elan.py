"""ELAN .eaf: a tier that hangs on no other is a speaker (its PARTICIPANT, else its name), an annotation a turn.

Read with defusedxml: pympi takes a path alone and Python's bare XML parser, which attacks can blow up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from openrapport.encounter import Problem, Timing
from openrapport.errors import UnknownFormat
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.peeking import head
from openrapport.formats.rows import Row, found, label, seconds
from openrapport.formats.safe_xml import parse_xml
from openrapport.formats.tiers import left_out, split

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def recognise(document: Document) -> float:
    """Sure of ELAN's own element; other XML is claimed too, so that `read` can say what it is not."""
    start = head(document).lstrip()
    if start.startswith("<") and "<ANNOTATION_DOCUMENT" in start:
        return 1.0
    return 0.9 if start.startswith(("<?xml", "<!DOCTYPE", "<!ENTITY")) else 0.0


def read(document: Document) -> Found:
    root = parse_xml(document.text, document.name)
    if root.tag != "ANNOTATION_DOCUMENT":
        raise UnknownFormat(
            f"'{document.name}' is XML, but not of ELAN. Export the transcript as text, CSV or WebVTT instead."
        )
    slots = {slot.get("TIME_SLOT_ID"): seconds(slot.get("TIME_VALUE"), 1000.0) for slot in root.iter("TIME_SLOT")}
    talk, problems = _talk(root.findall("TIER"))
    rows = [row for tier in talk for row in _rows(tier, slots)]
    several = len({row.speaker for row in rows}) > 1
    language = next((tier.get("LANG_REF") for tier in talk if tier.get("LANG_REF")), "")
    timing = Timing.INDEPENDENT if several else None
    return found(rows, problems, by_start=True, timing=timing, language=language)


def _talk(tiers: list[Element]) -> tuple[list[Element], list[Problem]]:
    filled = [tier for tier in tiers if tier.find("ANNOTATION") is not None]
    problems = [left_out(_id(tier), "depends on another tier") for tier in filled if tier.get("PARENT_REF")]
    free = [tier for tier in filled if not tier.get("PARENT_REF")]
    keep, more = split([_id(tier) for tier in free])
    return [tier for tier, kept in zip(free, keep, strict=True) if kept], problems + more


def _id(tier: Element) -> str:
    return tier.get("TIER_ID", "")


def _rows(tier: Element, slots: dict[str | None, float | None]) -> Iterator[Row]:
    speaker = label(tier.get("PARTICIPANT")) or label(_id(tier))
    for number, annotation in enumerate(tier.iter("ALIGNABLE_ANNOTATION"), 1):
        yield Row(
            f"tier '{_id(tier)}', annotation {number}",
            speaker,
            annotation.findtext("ANNOTATION_VALUE"),
            slots.get(annotation.get("TIME_SLOT_REF1")),
            slots.get(annotation.get("TIME_SLOT_REF2")),
        )


FORMAT = Format("ELAN", (".eaf",), recognise, read)

"""The main part of a Word file as lines and tables, with what a reader of the page would not see left out.

python-docx was tried: its paragraphs pass over tracked insertions in silence, so the XML is walked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openrapport.encounter import Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = frozenset({"del", "moveFrom"})
_HIDDEN = _DELETED | {"pPr", "rPr", "instrText", "delText"}
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "document"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

Table = list[list[str]]


@dataclass(frozen=True)
class Page:
    """What stands in the file: lines outside tables, the tables' cells row by row, and what was not read."""

    lines: list[str]
    tables: list[Table]
    problems: list[Problem]


def page(root: Element) -> Page:
    """The page of a parsed ``word/document.xml``."""
    lines: list[str] = []
    tables: list[Table] = []
    for block in _inside(root, "p", "tbl"):
        if _name(block) == "p":
            lines += _text(block).split("\n")
        else:
            tables.append(_table(block))
    return Page(lines, tables, list(_problems(root)))


def _name(element: Element) -> str:
    """The element's name without Word's namespace; "" for one of another."""
    tag = element.tag
    for space in (_W, _STRICT):
        if tag.startswith(space):
            return tag[len(space) :]
    return ""


def _inside(element: Element, *wanted: str) -> Iterator[Element]:
    """The nearest elements of the wanted names, in order, through what only wraps them."""
    stack = [element]
    while stack:
        one = stack.pop()
        name = _name(one)
        if name in wanted:
            yield one
        elif one is element or name in _WRAPPERS:
            stack.extend(reversed(one))


def _table(element: Element) -> Table:
    rows = [[_text(cell).strip() for cell in _inside(row, "tc")] for row in _inside(element, "tr")]
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows if any(row)]


def _text(block: Element) -> str:
    """The words in order; a paragraph within (a cell's second, a text box) begins a line."""
    pieces: list[str] = []
    stack = [block]
    while stack:
        one = stack.pop()
        name = _name(one)
        if name in _HIDDEN or one.tag == _FALLBACK:
            continue
        if name == "t":
            pieces.append(one.text or "")
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "p" and one is not block and pieces:
            pieces.append("\n")
        stack.extend(reversed(one))
    return "".join(pieces)


def _problems(root: Element) -> Iterator[Problem]:
    counts: dict[str, int] = {}
    for element in root.iter():
        name = _name(element)
        counts[name] = counts.get(name, 0) + 1
    deleted = counts.get("del", 0) + counts.get("moveFrom", 0)
    inserted = counts.get("ins", 0) + counts.get("moveTo", 0)
    if deleted or inserted:
        found = f"tracked changes ({deleted} deleted, {inserted} inserted)"
        yield Problem("the whole file", found, "read as if they were all accepted")
    for name, what in (("commentReference", "comments"), ("footnoteReference", "footnotes")):
        if counts.get(name):
            yield Problem("the whole file", f"{counts[name]} {what}", "left out")

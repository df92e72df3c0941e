"""The colours of paper and screen, light and dark. Roles have hues that most eyes tell apart; nothing is
red or green, because nothing here is bad or good."""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#fdfcf9",
    "panel": "#f5f2eb",
    "rule": "#dcd7cb",
    "edge": "#857f72",
    "ink": "#1e2527",
    "soft": "#535d60",
    "link": "#14566f",
    "marker": "#fbefc6",
    "clinician": "#2d6690",
    "patient": "#a85c14",
    "companion": "#6a5698",
    "other": "#5c6a6b",
    "clinician-words": "#235577",
    "patient-words": "#86470c",
    "companion-words": "#574489",
    "other-words": "#4c5859",
}
DARK: Mapping[str, str] = {
    "paper": "#14181a",
    "panel": "#1d2326",
    "rule": "#353d41",
    "edge": "#8a9294",
    "ink": "#e9e7e1",
    "soft": "#abb4b5",
    "link": "#8fc8df",
    "marker": "#3d3719",
    "clinician": "#7db0d6",
    "patient": "#dfa166",
    "companion": "#b3a3dd",
    "other": "#98a5a6",
    "clinician-words": "#9cc6e4",
    "patient-words": "#ecb987",
    "companion-words": "#c6b9e8",
    "other-words": "#b3bebf",
}


def variables() -> str:
    """Both palettes as CSS variables; the reader's system chooses. Paper is always light."""
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_declared(DARK)}}}}}"
    return f":root{{color-scheme:light dark;{_declared(LIGHT)}}}{dark}"


def _declared(palette: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in palette.items())


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it: 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""The reference pages, made from the members themselves. Without --write: says which page is not current."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from openrapport.coding import load_codebook
from openrapport.flow import all_events
from openrapport.formats import all_formats
from openrapport.measures import all_measures
from openrapport.measures.definition import IN_PROBABILITIES
from openrapport.render.plain import FAMILIES
from openrapport.sources import all_sources, cite

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
NOTE = "<!-- Made by `make docs` from the members; edit those. -->"


def measures_page() -> Iterator[str]:
    """Every measure, by family."""
    yield "# Measures\n"
    yield "An interval holds, 95 times in 100, what a trained coder would count in the same file (decision 0002)."
    yield f"{IN_PROBABILITIES}\n"
    for family, title in FAMILIES.items():
        yield f"\n## {title}\n"
        for name, one in all_measures().items():
            if one.family != family:
                continue
            needs = ", ".join(need.value.replace("_", " ") for need in one.needs) or "nothing special"
            yield f"\n### `{name}`\n\n**{one.question}**\n\n{one.definition}\n"
            yield f"- In symbols: `{one.formula}`"
            yield f"- Unit: {one.unit}; shape: {one.shape.__name__}; needs: {needs}"
            yield f"- Source: {cite(one.source)}"
            yield f"- Not for: {one.not_for}\n"
            for example in one.examples:
                value = "nothing to say" if example.value is None else f"{example.value:g}"
                lines = "\n".join(f"    {line.strip()}" for line in example.talk.strip().splitlines())
                yield f"Worked example → **{value}**{': ' if example.why else ''}{example.why}\n\n{lines}\n"


def acts_page() -> Iterator[str]:
    """Every act of the codebook."""
    yield "# Acts\n"
    for name, act in load_codebook().acts.items():
        yield f"\n## `{name}`: the {act.who} {act.plain}\n\n{act.definition}\n"
        yield f"- Counts: {act.counts}\n- Does not count: {act.does_not_count}"
        yield "\n".join(f"- Source: {cite(key)}" for key in act.sources) + "\n"
        yield "\n".join(f"> {example.text}\n" for example in act.examples[:5])


def events_page() -> Iterator[str]:
    """Every event."""
    yield "# Events\n"
    for name, event in all_events().items():
        needs = ", ".join(need.value.replace("_", " ") for need in event.needs) or "nothing special"
        yield f"\n## `{name}`\n\n{event.definition}\n\nNeeds: {needs}.\n"


def formats_page() -> Iterator[str]:
    """Every format."""
    yield "# Formats\n\n| name | what | usual endings | written too |\n|---|---|---|---|"
    for name, one in all_formats().items():
        yield f"| `{name}` | {one.title} | {' '.join(one.endings)} | {'yes' if one.write else ''} |"


def sources_page() -> Iterator[str]:
    """The bibliography."""
    yield "# Sources\n"
    for key, source in sorted(all_sources().items()):
        yield f"- `{key}`: {source}{' Cited for: ' + source.cited_for if source.cited_for else ''}"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "measures.md": measures_page,
    "acts.md": acts_page,
    "events.md": events_page,
    "formats.md": formats_page,
    "sources.md": sources_page,
}


def page(name: str) -> str:
    """The text of one page."""
    return NOTE + "\n" + "\n".join(PAGES[name]()).rstrip() + "\n"


def main(write: bool) -> int:
    """Write every page, or say which differ from what the members say."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    old = [name for name in PAGES if not _current(name)]
    for name in old:
        if write:
            (FOLDER / name).write_text(page(name), encoding="utf-8")
        else:
            print(f"docs/reference/{name} is not current: run `make docs`", file=sys.stderr)
    return int(bool(old) and not write)


def _current(name: str) -> bool:
    file = FOLDER / name
    return file.exists() and file.read_text("utf-8") == page(name)


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv))

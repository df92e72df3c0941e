"""What `explain` and `list` say: every member told from its own file."""

from __future__ import annotations

from collections.abc import Iterator

from openrapport.coding import Act, load_codebook
from openrapport.flow import all_events
from openrapport.formats import all_formats
from openrapport.measures import Example, Measure, all_measures
from openrapport.measures.definition import IN_PROBABILITIES
from openrapport.render.wrapping import paragraph
from openrapport.sources import all_sources, cite


def one_liners(kind: str) -> Iterator[tuple[str, str]]:
    """Name and meaning of every "measures", "acts", "events" or "formats"."""
    if kind == "measures":
        yield from ((name, measure.question) for name, measure in all_measures().items())
    elif kind == "acts":
        yield from ((name, f"({act.who}) {act.plain}") for name, act in load_codebook().acts.items())
    elif kind == "events":
        yield from ((name, event.definition.split(".")[0] + ".") for name, event in all_events().items())
    else:
        yield from (
            (name, format.title + (", also written" if format.write else ""))
            for name, format in all_formats().items()
        )


def explanations(name: str) -> Iterator[tuple[str, str]]:
    """(kind, text) of everything that is called `name`."""
    if name in all_measures():
        yield "measure", _measure(all_measures()[name])
    if name in load_codebook().acts:
        yield "act", _act(name, load_codebook().acts[name])
    if name in all_events():
        yield "event", "\n".join([f"event:{name}", *paragraph(all_events()[name].definition, 2)])
    if name in all_formats():
        yield "format", f"format:{name}\n  {all_formats()[name].title}"
    if name in all_sources():
        yield "source", "\n".join([f"source:{name}", *paragraph(str(cite(name)), 2)])


def _measure(one: Measure) -> str:
    parts = {
        "How it is counted": one.definition,
        "In symbols": one.formula,
        "Unit": one.unit,
        "Needs of the file": ", ".join(need.value.replace("_", " ") for need in one.needs) or "nothing special",
        "Stands on the acts": ", ".join(one.acts) or "none: it is counted without the coder",
        "Source": str(cite(one.source)),
        "Not for": one.not_for,
    }
    lines = [f"measure:{one.name} ({one.family.replace('_', ' ')})", *paragraph(one.question, 2)]
    if one.acts:
        parts["In probabilities"] = IN_PROBABILITIES
    for title, text in parts.items():
        lines += ["", *paragraph(f"{title}: {text}", 2, 2)]
    for example in one.examples:
        lines += ["", *_worked(example)]
    return "\n".join(lines)


def _worked(example: Example) -> Iterator[str]:
    yield f"  Worked example: {'nothing to say' if example.value is None else f'{example.value:g}'}"
    if example.why:
        yield from paragraph(example.why, 4)
    for line in example.talk.strip().splitlines():
        yield from paragraph(line.strip(), 4, 4)


def _act(name: str, act: Act) -> str:
    lines = [f"act:{name}: the {act.who} {act.plain}"]
    parts = {"What it is": act.definition, "Counts": act.counts, "Does not count": act.does_not_count}
    for title, text in parts.items():
        lines += paragraph(f"{title}: {text}", 2, 2)
    lines += [line for example in act.examples[:5] for line in paragraph(f"“{example.text}”", 4, 1)]
    lines += [line for key in act.sources for line in paragraph(f"Source: {cite(key)}", 2, 2)]
    return "\n".join(lines)

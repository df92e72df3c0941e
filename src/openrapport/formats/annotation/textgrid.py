"""Praat TextGrid: a tier is a speaker, an interval with words in it is a turn; also one file a speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openrapport.encounter import Encounter, Timing, Turn
from openrapport.errors import CannotWrite
from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found
from openrapport.formats.marks import put_marks
from openrapport.formats.praat import Tier, is_textgrid, parse_textgrid
from openrapport.formats.rows import Row, found, label
from openrapport.formats.tiers import left_out, split

Lane = list[tuple[float, float, str]]
BLINK = 0.001  # seconds given to a turn that ends where it starts: Praat refuses an interval of no length


def recognise(document: Document) -> float:
    return 1.0 if is_textgrid(document) else 0.0


def read(document: Document) -> Found:
    grid = parse_textgrid(document)
    points = [tier for tier in grid.tiers if tier.points]
    intervals = [tier for tier in grid.tiers if not tier.points]
    keep, problems = split([tier.name for tier in intervals])
    talk = [tier for tier, kept in zip(intervals, keep, strict=True) if kept]
    problems += [left_out(tier.name, "holds points, not stretches of talk") for tier in points]
    speakers = {label(tier.name) for tier in talk if any(one.text.strip() for one in tier.intervals)}
    rows = (row for tier in talk for row in _rows(tier))
    timing = Timing.INDEPENDENT if len(speakers) > 1 else None
    return found(rows, (*grid.problems, *problems), by_start=True, timing=timing)


def _rows(tier: Tier) -> Iterator[Row]:
    for number, one in enumerate(tier.intervals, 1):
        if one.text.strip():
            yield Row(f"tier '{tier.name}', interval {number}", label(tier.name), one.text, one.start, one.end)


def write(encounter: Encounter) -> str:
    """A tier for each speaker; turns of one speaker that overlap go to a further tier of the same name."""
    lanes = [(speaker, lane) for speaker in encounter.speakers for lane in _lanes(_of(encounter, speaker))]
    times = [time for _, lane in lanes for start, end, _ in lane for time in (start, end)]
    first, last = min((*times, 0.0)), max(times, default=BLINK)
    lines = ['File type = "ooTextFile"', 'Object class = "TextGrid"', "", *_span(first, last, "")]
    lines += ["tiers? <exists>", f"size = {len(lanes)}", "item []:"]
    for number, (speaker, lane) in enumerate(lanes, 1):
        lines += [f"    item [{number}]:", '        class = "IntervalTier"', f"        name = {_quoted(speaker)}"]
        lines += [*_span(first, last, " " * 8), *_interval_lines(list(_filled(lane, first, last)))]
    return "\n".join((*lines, ""))


def _of(encounter: Encounter, speaker: str) -> Lane:
    return sorted(
        (_timed(index, turn) for index, turn in enumerate(encounter.turns) if turn.speaker == speaker),
        key=lambda one: one[0],
    )


def _timed(index: int, turn: Turn) -> tuple[float, float, str]:
    if turn.start is None or turn.end is None:
        raise CannotWrite(
            f"A TextGrid needs a start and an end for every turn, and turn {index} has none. "
            "Write JSON, CSV or another format without times instead."
        )
    return turn.start, max(turn.end, turn.start + BLINK), put_marks(turn.text, turn.marks)


def _lanes(turns: Lane) -> list[Lane]:
    lanes: list[Lane] = []
    for turn in turns:
        free = next((lane for lane in lanes if lane[-1][1] <= turn[0]), None)
        if free is None:
            lanes.append([turn])
        else:
            free.append(turn)
    return lanes


def _filled(lane: Lane, first: float, last: float) -> Iterator[tuple[float, float, str]]:
    """The lane with empty intervals between, as Praat wants every moment of a tier covered."""
    at = first
    for start, end, text in lane:
        if start > at:
            yield at, start, ""
        yield start, end, text
        at = end
    if at < last:
        yield at, last, ""


def _interval_lines(intervals: Lane) -> Iterable[str]:
    yield f"        intervals: size = {len(intervals)}"
    for number, (start, end, text) in enumerate(intervals, 1):
        yield f"        intervals [{number}]:"
        yield from _span(start, end, " " * 12)
        yield f"            text = {_quoted(text)}"


def _span(start: float, end: float, indent: str) -> tuple[str, str]:
    return f"{indent}xmin = {start!r}", f"{indent}xmax = {end!r}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


FORMAT = Format(
    "Praat TextGrid (one tier a speaker, or one file a speaker given together)",
    (".textgrid",),
    recognise,
    read,
    write=write,
    several=True,
)

"""The visit as a score: a stave of lanes, one a role, read from left to right and on to the next row.

Bars are turns, as wide as they lasted (or, without times, as they have words). Threads run from a feeling
to the response; where it was passed over, the thread is dashed and ends open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from openrapport.coding import CodedEncounter
from openrapport.encounter import Role, Turn, words
from openrapport.flow import Chain
from openrapport.render.kinds import kinds_of
from openrapport.render.plain import clock, role_words
from openrapport.render.svg import element, text

WIDTH, LEFT, RIGHT = 700.0, 94.0, 8.0
BAR, MARKS, GAP, FOOT, BETWEEN = 20.0, 16.0, 34.0, 20.0, 16.0  # heights, in the drawing's own units
A_ROW, MOST_ROWS = 75, 8  # turns on a row, rows in all: what an eye can still follow (our judgement)
THIN = 1.6  # no bar is thinner: a short turn must stay visible
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a turn on one row: where it begins and ends, in the drawing's units."""

    turn: int
    row: int
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Where a thread takes hold of it."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Timeline:
    """The drawing of one encounter, and the sheet of links that lies over it."""

    coded: CodedEncounter
    chains: tuple[Chain, ...] = ()

    @property
    def _turns(self) -> tuple[Turn, ...]:
        return self.coded.encounter.turns

    @cached_property
    def by_time(self) -> bool:
        """Whether its breadth is time; words otherwise."""
        return bool(self._turns) and all(turn.seconds is not None for turn in self._turns)

    @cached_property
    def _ranges(self) -> Sequence[tuple[float, float]]:
        if self.by_time:
            first = min(turn.start or 0.0 for turn in self._turns)
            return [((turn.start or 0.0) - first, (turn.end or 0.0) - first) for turn in self._turns]
        ranges, at = [], 0.0
        for turn in self._turns:
            size = max(1, len(words(turn.text)))
            ranges.append((at, at + size))
            at += size
        return ranges

    @cached_property
    def _total(self) -> float:
        return max((end for _, end in self._ranges), default=0.0) or 1.0

    @cached_property
    def rows(self) -> int:
        """How many rows it takes."""
        return max(1, min(MOST_ROWS, -(-len(self._turns) // A_ROW)))

    @cached_property
    def lanes(self) -> tuple[Role | None, ...]:
        """The roles that speak: clinician and patient first, then whoever else is there."""
        present = {turn.role for turn in self._turns}
        return tuple(role for role in (*Role, None) if role in present)

    @cached_property
    def _lane_tops(self) -> dict[Role | None, float]:
        """Where each lane's bar begins under the top of its row. Between the first two there is room to thread."""
        tops: dict[Role | None, float] = {}
        at = MARKS
        for number, lane in enumerate(self.lanes):
            tops[lane] = at
            at += BAR + (GAP if number == 0 and len(self.lanes) > 1 else MARKS + 2)
        return tops

    @cached_property
    def _row_height(self) -> float:
        lowest = max(self._lane_tops.values(), default=0.0)
        return lowest + BAR + MARKS + FOOT

    @cached_property
    def height(self) -> float:
        """Of the whole drawing."""
        return self.rows * self._row_height + (self.rows - 1) * BETWEEN

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Every turn's pieces; a turn that runs on to the next row has two."""
        return tuple(span for turn in range(len(self._turns)) for span in self._pieces(turn))

    def _pieces(self, turn: int) -> Iterator[Span]:
        start, end = self._ranges[turn]
        share = self._total / self.rows
        first = min(int(start / share), self.rows - 1)
        last = min(max(first, int((end - 1e-9) / share)), self.rows - 1)
        scale = (WIDTH - LEFT - RIGHT) / share
        for row in range(first, last + 1):
            left = LEFT + (max(start, row * share) - row * share) * scale
            right = LEFT + (min(end, (row + 1) * share) - row * share) * scale
            yield Span(turn, row, left, max(right, left + THIN))

    @cached_property
    def _first_span(self) -> dict[int, Span]:
        firsts: dict[int, Span] = {}
        for span in self.spans:
            firsts.setdefault(span.turn, span)
        return firsts

    def _top(self, row: int) -> float:
        return row * (self._row_height + BETWEEN)

    def _y(self, span: Span) -> float:
        return self._top(span.row) + self._lane_tops[self._turns[span.turn].role]

    # what is drawn

    def picture(self) -> Markup:
        """Lanes, marks, threads and ticks: the part with the text alternative."""
        inside = (*self._staves(), *self._bars(), *self._threads(), *self._marks(), *self._ticks())
        title = element("title", text(self.title), id="score-title")
        told = element("desc", text(self.description), id="score-desc")
        return Markup(
            element(
                "svg",
                title,
                told,
                *inside,
                viewBox=f"0 0 {WIDTH:.0f} {self.height:.0f}",
                role="img",
                aria_labelledby="score-title",
                aria_describedby="score-desc",
                klass="score",
            )
        )

    def links(self) -> Markup:
        """A see-through sheet of links over the picture, one a turn, for pointers; the table serves everyone."""
        sheet = (
            element(
                "a",
                element("rect", x=span.left, y=self._y(span) - 3, width=span.right - span.left, height=BAR + 6),
                href=f"#t{span.turn}",
                tabindex="-1",
                data_t=span.turn,
            )
            for span in self.spans
        )
        return Markup(
            element(
                "svg",
                *sheet,
                viewBox=f"0 0 {WIDTH:.0f} {self.height:.0f}",
                aria_hidden="true",
                klass="score sheet",
            )
        )

    @property
    def title(self) -> str:
        """What the picture is."""
        return "The visit from beginning to end: who spoke, when, and where feeling, questions and choices came up"

    @property
    def description(self) -> str:
        """What it shows, in a few sentences."""
        people = ", ".join(
            f"{role_words(lane)} {sum(turn.role is lane for turn in self._turns)} turns" for lane in self.lanes
        )
        likely = [chain for chain in self.chains if chain.p >= LIKELY]
        met = sum(chain.answered >= LIKELY for chain in likely)
        threads = f"{met} of {len(likely)} openings of feeling were taken up." if likely else ""
        by = "time" if self.by_time else "words spoken"
        return f"From left to right by {by}. {people}. {threads} The table below has the same.".replace("  ", " ")

    def _staves(self) -> Iterator[str]:
        for row in range(self.rows):
            for lane, top in self._lane_tops.items():
                y = self._top(row) + top
                yield element("rect", klass="stave", x=LEFT, y=y, width=WIDTH - LEFT - RIGHT, height=BAR, rx=2)
                yield element("text", text(role_words(lane)), x=LEFT - 10, y=y + BAR / 2 + 5, text_anchor="end")

    def _bars(self) -> Iterator[str]:
        for span in self.spans:
            role = self._turns[span.turn].role
            yield element(
                "rect",
                klass=f"b {role.value if role else 'unknown'}",
                x=span.left,
                y=self._y(span),
                width=max(THIN, span.right - span.left - 0.8),
                height=BAR,
                data_t=span.turn,
            )

    def _marks(self) -> Iterator[str]:
        for turn, span in self._first_span.items():
            above = self._turns[turn].role is (self.lanes[0] if self.lanes else None)
            y = self._y(span) + (-MARKS / 2 if above else BAR + MARKS / 2)
            for number, kind in enumerate(kinds_of(self.coded.coded(turn))):
                yield mark(kind, span.left + 4 + 10 * number, y)

    def _threads(self) -> Iterator[str]:
        for chain in self.chains:
            if chain.p >= LIKELY:
                yield from self._thread(chain)

    def _thread(self, chain: Chain) -> Iterator[str]:
        start = self._first_span[chain.turn]
        taken_up = chain.answered >= LIKELY
        best = max(chain.responses, key=lambda one: one.answered, default=None)
        end = self._first_span[best.turn] if best else None
        y0 = self._y(start)
        if end is None or end.row != start.row:  # the response lies on the next row: run out to the right
            x1, y1 = min(start.middle + 40, WIDTH - RIGHT), y0 - GAP + 8
        else:
            x1, y1 = end.middle, self._y(end) + BAR + (0 if taken_up else 9)
        bend = (y0 + y1) / 2
        yield element(
            "path",
            klass="thread" if taken_up else "thread open",
            d=f"M{start.middle:.1f} {y0:.1f}C{start.middle:.1f} {bend:.1f} {x1:.1f} {bend:.1f} {x1:.1f} {y1:.1f}",
            data_t=chain.turn,
        )
        yield element("circle", klass="end" if taken_up else "end open", cx=x1, cy=y1, r=3)

    def _ticks(self) -> Iterator[str]:
        share = self._total / self.rows
        step = _step(share)
        scale = (WIDTH - LEFT - RIGHT) / share
        at = 0.0
        while at < self._total:
            row = min(int(at / share + 1e-9), self.rows - 1)
            x = LEFT + (at - row * share) * scale
            y = self._top(row) + self._row_height - 4
            if x < WIDTH - 40:
                yield element("text", text(self._tick(at)), klass="tick", x=x, y=y)
            at += step

    def _tick(self, at: float) -> str:
        if self.by_time:
            return clock(at)
        return f"{at:,.0f} words" if at == 0 else f"{at:,.0f}"


def mark(kind: str, x: float, y: float) -> str:
    """The sign for a kind: a disc for feeling, a ring for asking, a diamond for sharing."""
    if kind == "feeling":
        return element("circle", klass="m feeling", cx=x, cy=y, r=4)
    if kind == "asking":
        return element("circle", klass="m asking", cx=x, cy=y, r=3.4)
    d = f"M{x:.1f} {y - 4.8:.1f}L{x + 4.8:.1f} {y:.1f}L{x:.1f} {y + 4.8:.1f}L{x - 4.8:.1f} {y:.1f}Z"
    return element("path", klass="m sharing", d=d)


def _step(share: float) -> float:
    """A round distance between ticks: four to eight of them a row."""
    for step in (5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600):
        if share / step <= 8:
            return float(step)
    return share / 6

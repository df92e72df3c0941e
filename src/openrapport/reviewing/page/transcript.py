"""The transcript as the page shows it: each turn with its words, its marks as they stood, and what it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from openrapport.coding import CodedEncounter, load_codebook
from openrapport.encounter import Turn
from openrapport.flow import Chain, Flow
from openrapport.render import plain
from openrapport.render.kinds import MEANING
from openrapport.render.svg import picture
from openrapport.render.timeline import LIKELY, mark
from openrapport.reviewing.naming import Names


@dataclass(frozen=True, slots=True)
class Chip:
    """One act of a turn: in words, with how sure a machine is of it; a person's codes are as they are."""

    words: str
    sure: str
    p: str


@dataclass(frozen=True, slots=True)
class Line:
    """One turn. `classes` carries its role and the filters that it answers to."""

    number: int
    speaker: str
    time: str
    classes: str
    side: str
    words: Markup
    chips: tuple[Chip, ...]
    note: str


@dataclass(frozen=True)
class Filter:
    """One act that can be filtered for."""

    number: int
    words: str
    who: str
    count: int


@dataclass(frozen=True)
class Thread:
    """One opening of feeling and what followed, in words."""

    turn: int
    kind: str
    answer: str
    by: int | None
    went_on: str


def _present(coded: CodedEncounter) -> list[str]:
    """The acts that occur, in the order of the filters."""
    counts = _counts(coded)
    book = load_codebook().acts
    return sorted(counts, key=lambda act: (act not in book or book[act].who, -counts[act], act))


def _counts(coded: CodedEncounter) -> Counter[str]:
    return Counter(act for turn in range(len(coded.encounter.turns)) for act in coded.coded(turn))


def filters(coded: CodedEncounter) -> tuple[Filter, ...]:
    """What the transcript can be filtered by."""
    book, counts = load_codebook().acts, _counts(coded)
    return tuple(
        Filter(number, plain.act_words(act), book[act].who if act in book else "clinician", counts[act])
        for number, act in enumerate(_present(coded))
    )


def turns(coded: CodedEncounter, names: Names) -> tuple[Line, ...]:
    """Every turn, in order."""
    return tuple(_lines(coded, names))


def _lines(coded: CodedEncounter, names: Names) -> Iterator[Line]:
    numbers = {act: number for number, act in enumerate(_present(coded))}
    for number, turn in enumerate(coded.encounter.turns):
        acts = coded.coded(number)
        role = turn.role.value if turn.role else "unknown"
        yield Line(
            number,
            names.speaker(number),
            plain.clock(turn.start) if turn.start is not None else "",
            " ".join([role, *(f"a{numbers[act]}" for act in acts)]),
            role,
            Markup("") if names.hidden else _words(turn),
            tuple(_chip(act, float(coded.p(act)[number]), coded.card.by_people) for act in acts),
            coded.not_coded.get(number, ""),
        )


def _chip(act: str, p: float, by_people: bool) -> Chip:
    if by_people:
        return Chip(plain.act_words(act), "", "")
    return Chip(plain.act_words(act), plain.sureness(p), f"{min(p, 0.99):.2f}")


def _words(turn: Turn) -> Markup:
    """A turn's words with the transcriber's marks where they stood."""
    pieces, at = [], 0
    for one in sorted(turn.marks, key=lambda mark: (mark.at, mark.to)):
        start = max(at, one.at)
        pieces.append(escape(turn.text[at:start]))
        if one.to > start:
            pieces.append(Markup('<u title="{}">{}</u>').format(one.kind, turn.text[start : one.to]))
            at = one.to
        else:
            pieces.append(Markup(" <i>{}</i> ").format(one.raw or f"[{plain.spaced(one.kind)}]"))
            at = start
    return Markup("").join([*pieces, escape(turn.text[at:])])


def threads(flow: Flow) -> tuple[Thread, ...]:
    """The openings of feeling that are drawn, in words: the table behind the picture."""
    return tuple(_thread(chain) for chain in flow.chains if chain.p >= LIKELY)


def _thread(chain: Chain) -> Thread:
    best = max(chain.responses, key=lambda one: one.answered, default=None)
    if best is None or chain.answered < LIKELY:
        answer, by = "not taken up", None
    else:
        kind = max(plain.RESPONSES, key=lambda name: float(getattr(best, name)))
        answer, by = plain.RESPONSES[kind], best.turn
    return Thread(chain.turn, plain.act_words(chain.kind), answer, by, _went_on(chain.went_on))


def _went_on(p: float | None) -> str:
    if p is None:
        return "did not speak again"
    return "yes" if p >= LIKELY else "no"


def legend() -> tuple[tuple[Markup, str], ...]:
    """The signs of the picture and what they mean."""
    return tuple(
        (picture(12, 12, kind, [mark(kind, 6, 6)], klass="sign"), meaning) for kind, meaning in MEANING.items()
    )

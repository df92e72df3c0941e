"""The report in a terminal: 80 columns, plain lines, in the order in which a colleague would tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openrapport.coding import CodedEncounter
from openrapport.encounter import Encounter, Role
from openrapport.measures import Measurement, Measurements
from openrapport.render.figures import figure, nothing_to_count, number, of_how_many
from openrapport.render.plain import FAMILIES, act_words, role_words
from openrapport.render.wrapping import WIDTH, heading, paragraph, shorten
from openrapport.reviewing.about import about
from openrapport.reviewing.moment import Moment
from openrapport.reviewing.review import Review

CLOSING = "A reading is evidence for a conversation between colleagues, not a score of a person."
SURE = 0.8  # a moment less sure than this is told with "perhaps" (our judgement)
ANSWER_COLUMN = 54  # where figures begin that are short enough to stand beside the question


def report_lines(review: Review, without_words: bool = False) -> Iterator[str]:
    """The whole report. `without_words` leaves out quotes and names."""
    yield from about_lines(review.coded, without_words)
    yield from _moments("What went well", review.well, review.coded, without_words)
    yield from _moments("Worth another look", review.look, review.coded, without_words)
    yield from _changes(review)
    yield from family_lines(review.measurements)
    yield from _cannot_tell(review)
    yield from _to_carry(review, without_words)
    yield ""
    yield from paragraph(CLOSING)


def about_lines(coded: CodedEncounter, without_words: bool = False) -> Iterator[str]:
    """What this file is, and how sure we are who spoke."""
    for sentence in about(coded, without_words):
        yield from paragraph(sentence, hang=2)


def _moments(title: str, moments: Iterable[Moment], coded: CodedEncounter, without_words: bool) -> Iterator[str]:
    yield from heading(title)
    moments = list(moments)
    if not moments:
        yield "Nothing stood out."
    for place, moment in enumerate(moments, 1):
        yield from paragraph(f"{place}. {moment.headline}{_how_likely(moment)}", hang=3)
        yield from _quotes(moment, coded.encounter, without_words)
        yield from paragraph(moment.why, indent=3)
        yield from paragraph(f"Idea: {moment.idea}", indent=3, hang=6)
        yield ""


def _how_likely(moment: Moment) -> str:
    if moment.untested:
        return " (perhaps; this coder is not tested on enough real cases of it)"
    return "" if moment.p >= SURE else " (perhaps)"


def _quotes(moment: Moment, encounter: Encounter, without_words: bool) -> Iterator[str]:
    if without_words:
        yield f"   turns {', '.join(map(str, moment.turns))}"
        return
    for index in moment.turns:
        turn = encounter.turns[index]
        yield from paragraph(f"{index:>4}  {turn.speaker}: “{shorten(turn.text)}”", indent=3, hang=6)


def _changes(review: Review) -> Iterator[str]:
    """The figures that now read otherwise; where only the digits behind the shown ones moved, nothing did."""
    told = []
    for change in review.changes:
        measure = review.measurements[change.measure].measure
        before, after = (_plain(measure.unit, value) for value in (change.before, change.after))
        if before != after:
            told.append(f"{measure.question} {before} → {after}")
    if told:
        yield from heading("What your corrections changed")
    for line in told:
        yield from paragraph(line, hang=2)


def _plain(unit: str, value: float | None) -> str:
    return "nothing to count" if value is None else number(unit, value)


def family_lines(measurements: Measurements) -> Iterator[str]:
    """The measures by family: the question, and what this file answers. What it cannot tell is left out."""
    for family, title in FAMILIES.items():
        told = [one for one in measurements.of_family(family) if one.value is not None or nothing_to_count(one)]
        if told:
            yield from heading(title)
        for one in told:
            yield from _answer(one.measure.question, _with_occasions(one))


def _with_occasions(one: Measurement) -> str:
    of = of_how_many(one)
    return f"{figure(one)}, {of}" if of else figure(one)


def _answer(question: str, answer: str) -> Iterator[str]:
    if ANSWER_COLUMN + len(answer) > WIDTH:
        yield from paragraph(question, hang=2)
        yield from paragraph(answer, indent=4, hang=2)
        return
    *lines, last = paragraph(question, hang=2, width=ANSWER_COLUMN - 2)
    yield from lines
    yield f"{last:<{ANSWER_COLUMN}}{answer}"


def _cannot_tell(review: Review) -> Iterator[str]:
    reasons = {
        reason: names
        for reason, names in review.cannot_tell.items()
        if not all(nothing_to_count(review.measurements[name]) for name in names)
    }
    if not reasons:
        return
    yield from heading("What this file cannot tell")
    for reason, names in reasons.items():
        questions = " ".join(review.measurements[name].measure.question for name in names)
        yield from paragraph(f"Because {reason}: {questions}", hang=2)


def _to_carry(review: Review, without_words: bool) -> Iterator[str]:
    many = len(review.proposals.promises) + len(review.proposals.facts)
    if many and not without_words:
        yield from heading("To carry to the next visit")
        for promise in review.proposals.promises:
            yield from paragraph(f"{promise.turn:>4}  promised: “{shorten(promise.quote)}”", hang=6)
        for fact in review.proposals.facts:
            yield from paragraph(f"{fact.turn:>4}  told you: “{shorten(fact.quote)}”", hang=6)
        yield from paragraph(
            "Nothing of this is kept unless you confirm it: --carry-out carry.toml writes the list."
        )


def coded_lines(coded: CodedEncounter) -> Iterator[str]:
    """The transcript with what each turn does, in plain words, for people to read."""
    for index, turn in enumerate(coded.encounter.turns):
        acts = ", ".join(act_words(act) for act in coded.coded(index))
        who = turn.speaker or role_words(turn.role or Role.OTHER)
        yield from paragraph(f"{index:>4}  {who}: {turn.text}", hang=6)
        if acts:
            yield from paragraph(f"→ {acts}", indent=6, hang=2)

"""Of every measure: its file is whole, its examples come out, and what should not matter does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pytest

from openrapport.coding import CodedEncounter
from openrapport.encounter import Encounter, Role, Timing, Turn
from openrapport.flow import Flow
from openrapport.measures import Example, Measure, Measurement, all_measures, measure, measure_one
from openrapport.measures.examples import talk
from openrapport.sources import cite

MEASURES = tuple(all_measures().values())
EXAMPLES = [
    pytest.param(one, example, id=f"{one.name}-{number}")
    for one in MEASURES
    for number, example in enumerate(one.examples, 1)
]
WITH_A_VALUE = [case for case in EXAMPLES if case.values[1].value is not None]
every_measure = pytest.mark.parametrize("one", MEASURES, ids=lambda one: one.name)
every_example = pytest.mark.parametrize(("one", "example"), EXAMPLES)
every_value = pytest.mark.parametrize(("one", "example"), WITH_A_VALUE)


def about(value: float | None) -> object:
    return None if value is None else pytest.approx(value, rel=1e-6, abs=1e-9)


def of(one: Measure, coded: CodedEncounter) -> Measurement:
    return measure_one(one, Flow(coded))


# What a measure's file holds


def test_there_are_at_least_thirty_in_seven_families() -> None:
    assert len(MEASURES) >= 30
    assert len({one.family for one in MEASURES}) == 7


@every_measure
def test_its_words_are_whole(one: Measure) -> None:
    assert one.question.endswith("?")
    assert one.question[0].isupper()
    for text in (one.definition, one.not_for):
        assert text.strip().endswith((".", ".”"))
        assert len(text) > 30
    assert one.formula
    assert not one.empty.endswith(".")
    assert one.empty[0].islower() or one.empty[0] == "“"


@every_measure
def test_its_source_is_in_the_bibliography(one: Measure) -> None:
    assert cite(one.source).title


@every_measure
def test_it_lives_in_the_folder_of_its_family(one: Measure) -> None:
    assert one.compute.__module__ == f"openrapport.measures.{one.family}.{one.name}"


@every_measure
def test_the_acts_it_names_are_in_the_codebook(one: Measure) -> None:
    known = talk("C: x").acts
    assert set(one.acts) <= set(known)


@every_measure
def test_it_has_two_examples_of_which_one_has_a_value(one: Measure) -> None:
    assert len(one.examples) >= 2
    assert any(example.value is not None for example in one.examples)


# Its examples


@every_example
def test_the_example_comes_out(one: Measure, example: Example) -> None:
    assert of(one, talk(example.talk)).value == about(example.value)


@every_example
def test_the_example_has_five_turns_and_says_why(one: Measure, example: Example) -> None:
    assert len(talk(example.talk).encounter.turns) >= 5
    assert example.why.endswith((".", ".”"))


@every_example
def test_what_is_not_there_comes_with_a_reason(one: Measure, example: Example) -> None:
    figure = of(one, talk(example.talk))
    assert bool(figure.missing) == (figure.value is None)
    assert not figure.missing.endswith(".")


@every_value
def test_it_returns_its_shape_with_turns_in_order_and_an_interval_round_the_value(
    one: Measure, example: Example
) -> None:
    coded = talk(example.talk)
    figure = of(one, coded)
    assert type(figure.shape) is one.shape
    assert list(figure.turns) == sorted(set(figure.turns))
    assert all(0 <= turn < len(coded.encounter.turns) for turn in figure.turns)
    assert figure.value is not None
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low - 1e-9 <= figure.value <= figure.high + 1e-9
    if one.unit == "share":
        assert figure.low >= 0
        assert figure.high <= 1


# What should not matter


def with_turns(coded: CodedEncounter, turns: tuple[Turn, ...], table: np.ndarray) -> CodedEncounter:
    encounter: Encounter = replace(coded.encounter, turns=turns)
    return CodedEncounter(encounter, coded.acts, table, coded.card)


def renamed(coded: CodedEncounter) -> CodedEncounter:
    """Other labels, the same roles: the patient is now called C."""
    names = {"C": "P", "P": "C", "K": "I", "I": "K"}
    turns = tuple(replace(turn, speaker=names[turn.speaker]) for turn in coded.encounter.turns)
    return with_turns(coded, turns, np.array(coded.probabilities))


def end_of(coded: CodedEncounter) -> float | None:
    ends = [turn.end for turn in coded.encounter.turns]
    return None if None in ends else max(end for end in ends if end is not None)


def with_a_silent_turn(coded: CodedEncounter) -> CodedEncounter:
    """Somebody else is noted at the end, without a word."""
    end = end_of(coded)
    silent = Turn("N", "", Role.OTHER, end, end)
    table = np.vstack([coded.probabilities, np.zeros(len(coded.acts))])
    return with_turns(coded, (*coded.encounter.turns, silent), table)


def doubled(coded: CodedEncounter) -> CodedEncounter:
    """The talk, somebody else who puts in a word, and the same talk again, later by as long as it lasted."""
    end = end_of(coded)
    starts = [turn.start for turn in coded.encounter.turns if turn.start is not None]
    shift = (end or 0.0) - min(starts, default=0.0)
    again = tuple(_later(turn, shift) for turn in coded.encounter.turns)
    between = Turn("N", "The phone.", Role.OTHER, end, end)
    table = np.vstack([coded.probabilities, np.zeros(len(coded.acts)), coded.probabilities])
    return with_turns(coded, (*coded.encounter.turns, between, *again), table)


def _later(turn: Turn, shift: float) -> Turn:
    if turn.start is None or turn.end is None:
        return turn
    return replace(turn, start=turn.start + shift, end=turn.end + shift)


@every_example
def test_other_labels_change_nothing(one: Measure, example: Example) -> None:
    coded = talk(example.talk)
    before, after = of(one, coded), of(one, renamed(coded))
    assert (after.value, after.low, after.high, after.missing) == (
        before.value,
        before.low,
        before.high,
        before.missing,
    )


@every_example
def test_a_silent_turn_at_the_end_changes_nothing(one: Measure, example: Example) -> None:
    coded = talk(example.talk)
    before, after = of(one, coded), of(one, with_a_silent_turn(coded))
    assert after.value == about(before.value)
    assert after.turns == before.turns


# A talk said twice is no more and no less of anything that is a share, a rate or a median; counts double. Where
# that does not hold, here is why.
TWICE_IS_NOT_DOUBLE = {
    "longest_stretch": "the longest is no longer",
    "opening_statement_words": "a talk opens once",
    "unexplained_jargon": "a term counts once",
    "confidentiality_before_sensitive": "what was said in the first half holds for the second",
    "coordination_clinician": "kinds of words heard too seldom once are heard often enough twice",
    "coordination_patient": "kinds of words heard too seldom once are heard often enough twice",
    "patient_spoken_to": "somebody speaks after what was the clinician's last turn",
    "returned_after_self_disclosure": "the last hold of the first half is followed by a hold now",
    "leave_before_touch": "the last touch of the first half and the first of the second become one",
    "turns_per_10_minutes": "who puts in a word between takes the floor once more",
}


@pytest.mark.parametrize(
    ("one", "example"), [case for case in WITH_A_VALUE if case.values[0].name not in TWICE_IS_NOT_DOUBLE]
)
def test_a_talk_said_twice(one: Measure, example: Example) -> None:
    coded = talk(example.talk)
    before, after = of(one, coded), of(one, doubled(coded))
    assert before.value is not None
    assert after.value == pytest.approx(before.value * (2 if one.unit == "count" else 1), abs=1e-3)


# What a file cannot tell


@dataclass(frozen=True)
class Lacking:
    """A file that lacks something, and how the reason has to begin where a measure needs it."""

    why: str
    change: Callable[[CodedEncounter], CodedEncounter]


def four_turns(coded: CodedEncounter) -> CodedEncounter:
    return with_turns(coded, coded.encounter.turns[:4], np.array(coded.probabilities[:4]))


def one_speaker(coded: CodedEncounter) -> CodedEncounter:
    turns = tuple(replace(turn, speaker="A", role=Role.CLINICIAN) for turn in coded.encounter.turns)
    return with_turns(coded, turns, np.array(coded.probabilities))


def no_times(coded: CodedEncounter) -> CodedEncounter:
    turns = tuple(replace(turn, start=None, end=None) for turn in coded.encounter.turns)
    bare = with_turns(coded, turns, np.array(coded.probabilities))
    origin = replace(coded.encounter.origin, timing=Timing.NONE)
    return replace(bare, encounter=replace(bare.encounter, origin=origin))


def captions(coded: CodedEncounter) -> CodedEncounter:
    origin = replace(coded.encounter.origin, timing=Timing.SEQUENTIAL)
    return replace(coded, encounter=replace(coded.encounter, origin=origin))


def need_names(one: Measure) -> set[str]:
    return {need.value for need in one.needs}


@every_measure
def test_four_turns_are_too_few(one: Measure) -> None:
    figure = of(one, four_turns(talk(one.examples[0].talk)))
    assert figure.value is None
    assert figure.missing == "it has only 4 turns"


@every_measure
def test_one_speaker_cannot_be_two(one: Measure) -> None:
    figure = of(one, one_speaker(talk(one.examples[0].talk)))
    if "patient" in need_names(one):
        assert figure.missing == "the file names only one speaker"


@pytest.mark.parametrize(
    "one", [one for one in MEASURES if need_names(one) & {"times", "overlap"}], ids=lambda one: one.name
)
def test_without_times_there_are_no_seconds(one: Measure) -> None:
    figure = of(one, no_times(talk(one.examples[0].talk)))
    assert figure.missing == "it gives no times"


@pytest.mark.parametrize(
    "one", [one for one in MEASURES if need_names(one) & {"overlap"}], ids=lambda one: one.name
)
def test_captions_show_neither_overlap_nor_gaps(one: Measure) -> None:
    figure = of(one, captions(talk(one.examples[0].talk)))
    assert figure.missing.startswith("its cues follow each other by construction")


def test_every_exception_is_a_measure() -> None:
    assert set(TWICE_IS_NOT_DOUBLE) <= set(all_measures())


def test_measuring_is_the_same_every_time() -> None:
    coded = talk(MEASURES[0].examples[0].talk)
    assert list(measure(coded)) == list(measure(coded))

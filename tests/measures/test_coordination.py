"""Coordination against a slow, obvious way of counting it, and its markers word by word."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.measures.coordination import coordination, coordination_of_pairs, rotated_coordination
from openrapport.measures.markers import Markers, function_words

Rows = list[tuple[int, list[bool], list[bool]]]  # pair of speakers; markers of the turn; markers of the reply
MARKERS = 3

rows = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.lists(st.booleans(), min_size=MARKERS, max_size=MARKERS),
        st.lists(st.booleans(), min_size=MARKERS, max_size=MARKERS),
    ),
    min_size=1,
    max_size=30,
)


def slowly(table: Rows, pair: int, marker: int, fewest: int) -> float:
    """One pair, one marker, counted one by one."""
    replies = [(heard[marker], said[marker]) for whose, heard, said in table if whose == pair]
    after = [said for heard, said in replies if heard]
    if len(after) < max(fewest, 1):
        return math.nan
    return sum(after) / len(after) - sum(said for _, said in replies) / len(replies)


def arrays(table: Rows) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    pair, heard, said = zip(*table, strict=True)
    return np.array(pair), np.array(heard), np.array(said)


@given(rows, st.integers(0, 4))
def test_all_pairs_at_once_equal_one_by_one(table: Rows, fewest: int) -> None:
    pair, heard, said = arrays(table)
    fast = coordination_of_pairs(heard, said, pair, 3, fewest)
    slow = [[slowly(table, whose, marker, fewest) for marker in range(MARKERS)] for whose in range(3)]
    np.testing.assert_allclose(fast, slow, atol=1e-12)


@given(rows)
def test_rotations_equal_replies_moved_round_by_hand(table: Rows) -> None:
    _, heard, said = arrays([(0, heard, said) for _, heard, said in table])
    rotated = rotated_coordination(heard, said, fewest=1)
    if not heard.any():
        assert len(rotated) == 0
        return
    by_hand = [coordination(heard, np.roll(said, step, axis=0), fewest=1) for step in range(len(heard))]
    np.testing.assert_allclose(rotated, by_hand, atol=1e-9)
    assert rotated[0] == pytest.approx(coordination(heard, said, fewest=1), abs=1e-12)


@given(rows)
def test_over_all_rotations_chance_is_nought(table: Rows) -> None:
    _, heard, said = arrays(table)
    rotated = rotated_coordination(heard, said, fewest=1)
    assert abs(rotated.mean() if len(rotated) else 0.0) < 1e-9


def test_nothing_heard_often_enough_is_not_a_number() -> None:
    assert math.isnan(coordination(np.zeros((4, 2), bool), np.ones((4, 2), bool)))


LISTS = {"she": ["she", "she's"], "be": ["she's", "it's"], "thing": ["thing*"], "the": ["the"]}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("She went", {"she"}),
        ("she's here", {"she", "be"}),
        ("sheep", set()),
        ("things", {"thing"}),
        ("nothing", set()),
        ("the-thing", {"the", "thing"}),
        ("o'the", {"the"}),
        ("it'the", set()),
        ("the'the", {"the"}),
        ("the'x'she", {"the", "she"}),
        ("'the'", {"the"}),
        ("the_", set()),
        ("", set()),
    ],
    ids=lambda given: given if isinstance(given, str) else len(given),
)
def test_words_that_mark(text: str, kinds: set[str]) -> None:
    """After an apostrophe a word counts only where what stands before it leads nowhere ("it'" begins "it's")."""
    markers = Markers(LISTS)
    row = markers.in_texts([text])[0]
    assert {kind for kind, there in zip(markers.kinds, row, strict=True) if there} == kinds


def test_words_told_apart_mark_as_the_text_does() -> None:
    text = "she's not the thing"
    markers = Markers(LISTS)
    assert (markers.in_words([text.split()]) == markers.in_texts([text])).all()
    assert markers.counts(["the", "the", "she's"]).tolist() == [1, 1, 0, 2]


def test_our_lists_have_nine_kinds_in_lower_case() -> None:
    words = function_words()
    assert len(words.kinds) == 9
    assert words.kinds[8] == "negations"
    assert dict(zip(words.kinds, words.counts(["don't"]), strict=True))["negations"] == 1

"""Readers see plain words, never ids."""

from __future__ import annotations

import pytest

from openrapport.coding import Card, load_codebook
from openrapport.encounter import Join, Role
from openrapport.render import plain


def test_every_act_has_words_without_underscores() -> None:
    assert all("_" not in plain.act_words(name) for name in load_codebook().acts)
    assert plain.act_words("not_an_act") == "not an act"


@pytest.mark.parametrize(("p", "word"), [(0.95, "sure"), (0.9, "sure"), (0.75, "likely"), (0.51, "perhaps")])
def test_probabilities_have_words(p: float, word: str) -> None:
    assert plain.sureness(p) == word


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (724.4, "12:04"), (3765, "1:02:45")])
def test_times_are_clock_times(seconds: float, said: str) -> None:
    assert plain.clock(seconds) == said


def test_roles_and_how_they_are_known() -> None:
    assert plain.role_words(Role.OTHER) == "someone else"
    assert plain.role_words(None) == "speaker not known"
    assert plain.known_by("words", 0.8) == "worked out from the words, 80 % sure"
    assert plain.known_by("file", 0.8) == "the file says so"


def test_joined_rows_are_told_with_the_reason() -> None:
    assert plain.joined(Join.NONE, 0) == ""
    assert plain.joined(Join.SENTENCE, 1) == "1 row was joined to the one before, because a sentence ran on"
    assert plain.joined(Join.SPEAKER, 12).startswith("12 rows were joined")


def test_ids_inside_texts_become_words() -> None:
    assert plain.without_ids("p(question_open) per turn") == "p(“asked openly”) per turn"
    assert plain.without_ids("sum of n_words") == "sum of n words"
    assert plain.without_ids("the act `backchannel`") == "the act “showed that they were listening”"
    assert (
        plain.without_ids("(the act signpost), in fact words") == "(the act “said what comes next”), in fact words"
    )


def test_the_coder_says_whether_it_is_a_machine() -> None:
    machine = Card("n_grams", "1", "1", {}, "recorded demonstrations.")
    assert "by a machine (n grams, version 1" in plain.coder(machine)
    assert "not by a machine" in plain.coder(Card("a person", "1", "1", {}, "", by_people=True))


def test_lists_and_plurals_read_like_speech() -> None:
    assert plain.listed(["a"]) == "a"
    assert plain.listed(["a", "b", "c"]) == "a, b and c"
    assert plain.plural(1, "turn") == "1 turn"
    assert plain.plural(2000, "turn") == "2,000 turns"

"""The syllable counter is right for nearly all of a list of everyday and clinical words, counted by hand."""

from __future__ import annotations

import pytest

from openrapport.measures.syllables import syllables

BY_HAND = {
    1: """the pain breathe heart lungs stopped walked breathed makes times blood cough don't can't won't it's
    you're through thought weight cheek eye eyes knees school friend leave changed please weeks asked bones side
    health strength worse nurse dose tired ache aches stayed your they've""",
    2: """doctor tablet wanted needed nurses muscle muscles table trouble little swollen people being going
    doing trying dying saying didn't isn't doesn't couldn't rhythm able asthma headache stomach kidney sinus
    diet quiet science client houses dizzy worried breathing moment hopeful lonely careful special surgeon
    really very mother painful careless fluid something sometimes maybe someone it'll""",
    3: """medicine hospital example usual idea area reaction injection infection chemistry radio period serious
    various medium calcium remember yesterday tomorrow uncertain physical depression history family beautiful
    quality initial created virtual everything exercise nausea appetite""",
    4: """anxiety society variety diabetes operation medication psychology dermatitis emergency bacteria
    intestinal obesity insomnia temperature diarrhea""",
    5: "cardiology examination immediately electricity university abnormality hypertensively",
}
COUNTED = [(word, count) for count, line in BY_HAND.items() for word in line.split()]


def test_it_is_right_for_nineteen_words_in_twenty() -> None:
    wrong = [word for word, count in COUNTED if syllables(word) != count]
    assert len(wrong) <= len(COUNTED) / 20, wrong


@pytest.mark.parametrize(
    ("word", "count"),
    [("follow-up", 3), ("x-ray", 2), ("mm", 1), ("40", 1), ("she's", 1), ("-", 1)],
)
def test_parts_marks_and_figures(word: str, count: int) -> None:
    assert syllables(word) == count

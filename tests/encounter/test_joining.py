"""Joining caption cues: what is joined, what is not, and where it came from."""

from hypothesis import given
from hypothesis import strategies as st

from openrapport.encounter import Encounter, Join, Mark, Turn, join


def cues(*lines: str) -> Encounter:
    """'A 0-2: words' → an encounter of one cue a line."""
    turns = []
    for line in lines:
        head, _, text = line.partition(": ")
        speaker, _, times = head.partition(" ")
        start, end = map(float, times.split("-")) if times else (None, None)
        turns.append(Turn(speaker, text, start=start, end=end))
    return Encounter(tuple(turns))


def joined(how: Join, *lines: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(turn.text, turn.rows) for turn in join(cues(*lines), how).turns]


def test_a_sentence_over_three_cues_is_one_turn() -> None:
    assert joined(
        Join.SENTENCE, "A 0-2: So I went", "A 2-4: to the shop", "A 4-6: and back.", "A 6-8: Then home."
    ) == [
        ("So I went to the shop and back.", (0, 1, 2)),
        ("Then home.", (3,)),
    ]


def test_another_speaker_ends_a_sentence() -> None:
    assert joined(Join.SENTENCE, "A: So I", "B: Mm.", "A: went.") == [
        ("So I", (0,)),
        ("Mm.", (1,)),
        ("went.", (2,)),
    ]


def test_a_long_silence_ends_a_sentence() -> None:
    assert len(joined(Join.SENTENCE, "A 0-1: I was", "A 3.5-4: never mind")) == 2


def test_by_speaker_all_rows_until_another_speaks() -> None:
    assert joined(Join.SPEAKER, "A: One.", "A: Two.", "B: Three.") == [("One. Two.", (0, 1)), ("Three.", (2,))]


def test_none_leaves_the_rows_alone() -> None:
    encounter = cues("A: So I", "A: went.")
    assert join(encounter, Join.NONE) is encounter


def test_marks_move_with_their_words() -> None:
    first = Turn("A", "I was", start=0, end=1)
    second = Turn("A", "so tired", start=1, end=2, marks=(Mark("sighs", 0, 0, "[sighs]"),))
    turn = join(Encounter((first, second)), Join.SENTENCE).turns[0]
    assert turn.marks == (Mark("sighs", 6, 6, "[sighs]"),)
    assert (turn.start, turn.end) == (0, 2)


turns = st.lists(
    st.builds(Turn, st.sampled_from("AB"), st.sampled_from(["Yes.", "so I", "and then", "", "Why?"])), max_size=12
)


@given(turns, st.sampled_from(list(Join)))
def test_nothing_is_lost_whatever_the_join(rows: list[Turn], how: Join) -> None:
    encounter = Encounter(tuple(rows))
    after = join(encounter, how)
    assert " ".join(t.text for t in after.turns).split() == " ".join(t.text for t in rows).split()
    assert after.joined == len(rows) - len(after.turns)
    if how is not Join.NONE:
        assert [row for turn in after.turns for row in turn.rows] == list(range(len(rows)))
        assert join(after, how) is after

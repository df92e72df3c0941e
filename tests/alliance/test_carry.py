"""carry.toml: what is written is read again, and what does not belong is refused without quoting the patient."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.alliance import Carry, Promise, SharedFact, carry_to_toml, read_carry
from openrapport.catalogue import document
from openrapport.errors import BadDocument, MissingFile, NoPermission, NotAFile

RING = Promise("I'll ring the wheelchair service by Friday.", 104, "Asha")
FOOTBALL = SharedFact("I play powerchair football.", 51, "Naren", confirmed=True)
VISIT = Carry((RING,), (FOOTBALL,), "first visit", datetime.date(2026, 3, 2))


def test_people_find_each_proposal_with_its_place_and_a_switch() -> None:
    assert carry_to_toml(VISIT).splitlines()[4:] == [
        "carry = 1",
        'visit = "first visit"',
        "date = 2026-03-02",
        "",
        "[[promises]]",
        'quote = "I\'ll ring the wheelchair service by Friday."',
        "turn = 104",
        'speaker = "Asha"',
        "confirmed = false",
        "",
        "[[facts]]",
        'quote = "I play powerchair football."',
        "turn = 51",
        'speaker = "Naren"',
        "confirmed = true",
    ]


def test_only_what_was_confirmed_is_kept() -> None:
    assert VISIT.confirmed == Carry((), (FOOTBALL,), "first visit", datetime.date(2026, 3, 2))


def test_the_clinicians_wording_goes_before_the_quote() -> None:
    assert RING.words == RING.quote
    assert (
        Promise(RING.quote, 104, "Asha", in_short="rings about the footplate").words == "rings about the footplate"
    )
    assert FOOTBALL.words == FOOTBALL.quote


def test_a_carry_goes_through_a_file(tmp_path: Path) -> None:
    path = tmp_path / "carry.toml"
    path.write_text(carry_to_toml(VISIT), encoding="utf-8")
    assert read_carry(path) == VISIT


any_text = st.text() | st.sampled_from(['"', "\\", "\\u0041", '"""', "\x7f", "\x85", "\r\n", "\u2028", "# x"])
promises = st.builds(Promise, any_text, st.integers(0, 10**6), any_text, st.booleans(), any_text)
facts = st.builds(SharedFact, any_text, st.integers(0, 10**6), any_text, st.booleans(), any_text)
carries = st.builds(
    Carry,
    st.lists(promises, max_size=3).map(tuple),
    st.lists(facts, max_size=3).map(tuple),
    any_text,
    st.none() | st.dates(),
)


@given(carries)
def test_whatever_was_said_can_be_written_and_read(carry: Carry) -> None:
    assert document(carry_to_toml(carry), Carry, "carry.toml") == carry


@given(st.text(st.characters(categories=["Cs"]), min_size=1))
def test_half_a_character_is_written_as_the_sign_for_one_that_is_missing(half: str) -> None:
    text = carry_to_toml(Carry((Promise(half, 0, "A"),)))
    assert document(text, Carry, "carry.toml").promises[0].quote == "\ufffd" * len(half)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[[promises]]\nqoute = "my secret"\nturn = 1\nspeaker = "A"', "promises.0.quote"),
        ('[[facts]]\nquote = "my secret"\nturn = "my secret"\nspeaker = "A"', "facts.0.turn"),
        ('[[facts]]\nquote = "q"\nturn = 1\nspeaker = "A"\nmood = "my secret"', "facts.0.mood"),
        ('wishes = "my secret"', "wishes"),
        ("carry = 2", "carry"),
        ('visit = = "my secret"', "line 1"),
    ],
)
def test_what_does_not_belong_is_refused_by_file_and_key_without_its_words(
    text: str, key: str, tmp_path: Path
) -> None:
    path = tmp_path / "carry.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadDocument) as refused:
        read_carry(path)
    assert "carry.toml" in str(refused.value)
    assert key in str(refused.value)
    assert "secret" not in str(refused.value)


def test_files_that_cannot_be_read_say_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MissingFile):
        read_carry(tmp_path / "none.toml")
    with pytest.raises(NotAFile):
        read_carry(tmp_path)
    latin = tmp_path / "latin.toml"
    latin.write_bytes('visit = "café"'.encode("latin-1"))
    with pytest.raises(BadDocument, match="UTF-8"):
        read_carry(latin)

    def refuse(*_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(NoPermission):
        read_carry(latin)

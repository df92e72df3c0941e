"""Marks are taken out of the words, keep their places, and can be put back."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openrapport.encounter import Mark
from openrapport.formats.marks import kind_of, put_marks, take_marks

PIECES = [
    *"a b I'm foo. no, yes? - -- — [ ] ( ) < > * … ? ' \" ,".split(),
    *("<UNSURE>", "</UNSURE>", "<unclear>", "<UNIN/>", "[inaudible]", "[laughs]", "(laughing)", "[word?]", "[?]"),
    *("(??)", "xxx", "yyy", "*sighs*", "[inaudible 00:12:03]", "[…]", "(0.8)", "(the left one)", " ", "  ", "\n"),
]
raws = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.sampled_from(["".join(pieces), " ".join(pieces)])
)


@pytest.mark.parametrize(
    "raw, text, kinds",
    [
        ("I was [laughs] fine.", "I was fine.", [("laughs", 6, 6)]),
        ("It [inaudible 00:12:03] hurts", "It hurts", [("inaudible", 3, 3)]),
        ("<UNIN/> yes <INAUDIBLE_SPEECH/>", "yes", [("inaudible", 0, 0), ("inaudible", 3, 3)]),
        ("my <UNSURE>left knee</UNSURE>, mostly", "my left knee, mostly", [("unsure", 3, 12)]),
        ("a [word?] here", "a word here", [("unsure", 2, 6)]),
        ("well (laughing softly), no", "well, no", [("laughs", 4, 4)]),
        ("in (the left one) here", "in (the left one) here", []),
        ("I take (a) pill", "I take (a) pill", []),
        ("*sighs* No. (0.8) No.", "No. No.", [("sighs", 0, 0), ("pause", 4, 4)]),
        ("it's xxx and yyy.", "it's and.", [("inaudible", 5, 5), ("inaudible", 8, 8)]),
        ("xxx-ray and foo.xxx", "xxx-ray and foo.xxx", []),
        ("the [?] thing (??)", "the thing", [("unsure", 4, 4), ("inaudible", 9, 9)]),
        ("I was going to --", "I was going to", [("cut_off", 14, 14)]),
        ("I wa-", "I wa", [("cut_off", 4, 4)]),
        ("I wa— [crosstalk]", "I wa", [("cut_off", 4, 4), ("crosstalk", 4, 4)]),
        ("end.[pause]And", "end. And", [("pause", 5, 5)]),
        ("[she looks away] yes", "yes", [("note", 0, 0)]),
        ("BP <120 and >80, 3 * 4 * 5", "BP <120 and >80, 3 * 4 * 5", []),
        ("(", "(", []),
        ("   ", "", []),
        ("a <UNSURE>b", "a b", [("unsure", 2, 3)]),
        ("a</UNSURE> b", "a b", [("note", 2, 2)]),
    ],
)
def test_words_and_marks_part(raw: str, text: str, kinds: list[tuple[str, int, int]]) -> None:
    words, marks = take_marks(raw)
    assert words == text
    assert [(mark.kind, mark.at, mark.to) for mark in marks] == kinds


@given(raws)
@example("un<UNSURE>[laughs]happy</UNSURE>-")
@example("foo xxx --[laughs]-")
@example("foo <UNSURE>--</UNSURE>")
def test_what_was_taken_is_put_back(raw: str) -> None:
    taken = take_marks(raw)
    assert take_marks(put_marks(*taken)) == taken


@given(st.text(max_size=40))
def test_any_text_at_all(raw: str) -> None:
    taken = take_marks(raw)
    assert take_marks(put_marks(*taken)) == taken


@given(st.lists(st.sampled_from(["yes", "no,", "it's", "fine."]), min_size=1, max_size=8), st.data())
def test_marks_of_other_formats_keep_their_kind(listed: list[str], data: st.DataObject) -> None:
    text = " ".join(listed)
    at = data.draw(st.integers(0, len(text)))
    kind = data.draw(st.sampled_from(["laughs", "pause", "inaudible", "sighs"]))
    words, marks = take_marks(put_marks(text, (Mark(kind, at, at, "&=" + kind),)))
    assert words == text
    assert [mark.kind for mark in marks] == [kind]


def test_kinds() -> None:
    assert kind_of("Patient laughs") == "laughs"
    assert kind_of("the door opens") == "note"
    assert kind_of("the door opens", known_only=True) == ""
    assert kind_of("long pause", known_only=True) == "pause"


@pytest.mark.parametrize("unit", ["[", "(", "<u", "* ", "a [", "xxx ", "--", "<UNSURE>", "<UNSURE></UNSURE>"])
def test_no_line_takes_long(unit: str) -> None:
    start = time.process_time()
    put_marks(*take_marks(unit * (300_000 // len(unit))))
    assert time.process_time() - start < 5

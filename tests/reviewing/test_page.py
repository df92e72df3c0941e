"""The page as text: everything escaped, nothing from outside, lean, and silent about words where asked."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import numpy as np
import pytest
from visits import CANARIES, VISIT, a_review, acts_with_underscores, named, with_canaries

import openrapport
from openrapport.coding import CodedEncounter
from openrapport.coding.records import from_jsonl
from openrapport.coding.stage import ready_to_code
from openrapport.encounter import Encounter, Join, Origin, Timing
from openrapport.flow import Flow
from openrapport.measures.examples import human_card, talk
from openrapport.render.colours import DARK, LIGHT, contrast
from openrapport.render.timeline import Timeline
from openrapport.reviewing import Change, Review, review
from openrapport.reviewing.page import html

EXAMPLE = Path(__file__).parents[2] / "examples" / "naren_first_visit.vtt"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&</script>"


def visible(page: str) -> str:
    """What a reader sees: no head, no script, no tags."""
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", page.partition("<body>")[2], flags=re.S)
    return unescape(re.sub(r"<[^>]*>", " ", body))


def long_review(turns: int) -> Review:
    """A visit of so many turns, made from the small one again and again."""
    small = talk(VISIT)
    times = -(-turns // len(small.encounter.turns))
    said = (small.encounter.turns * times)[:turns]
    said = tuple(replace(turn, start=4.0 * number, end=4.0 * number + 3) for number, turn in enumerate(said))
    table = np.tile(small.probabilities, (times, 1))[:turns]
    origin = Origin("long.vtt", "webvtt", "sha256:1", Timing.INDEPENDENT)
    return review(CodedEncounter(Encounter(said, origin), small.acts, table, small.card))


def test_words_and_labels_are_escaped_everywhere() -> None:
    made = named(EVIL, f"{EVIL}2", f"My daughter's moving to {EVIL}", consent=EVIL)
    page = html(made)
    assert page.count("<script") == 2 and "<img" not in page and "onerror=alert" in unescape(page)
    assert EVIL in visible(page)


def test_it_asks_for_nothing_from_outside() -> None:
    page = html(a_review(), questions=True)
    assert not re.search(r"""(?:src|href)=["'](?!#|data:)""", page)
    assert "default-src 'none'" in page and "unsafe" not in page.partition("<body>")[0]
    assert not re.search(r"@import|url\(", page)
    assert " style=" not in page and not re.search(r"\son[a-z]+=", page)


def test_no_act_is_called_by_its_id() -> None:
    seen = visible(html(a_review(), questions=True))
    assert not [act for act in acts_with_underscores() if act in seen]
    assert "asked openly" in seen


def test_without_words_no_word_name_or_note_is_left() -> None:
    made = with_canaries()
    whole, bare = html(made), html(made, without_words=True)
    assert all(canary in whole for canary in CANARIES)
    assert not [canary for canary in CANARIES if canary in bare]
    for turn in made.encounter.turns:
        if len(turn.text.split()) > 3:
            assert turn.text not in unescape(bare)
    assert "sha256:ab12" not in bare
    assert 'id="t17"' in bare and "asked openly" in bare


def test_the_head_says_what_is_known_and_how() -> None:
    seen = " ".join(visible(html(a_review())).split())
    for said in (
        "knee_visit.vtt, read as WebVTT",
        "18 turns",
        "3 rows were joined to the one before, because a sentence ran on",
        "P is the patient: worked out from the words, 93 % sure.",
        "Agreed with the patient about this recording Not stated.",
        "Not stated in the file.",
        "coded by a machine (ngrams, version 1; codebook 1)",
        "line 12: the end lies before the start; left as it stands.",
        "A reading is evidence for a conversation between colleagues, not a score of a person.",
    ):
        assert said in seen


def test_consent_is_told_where_it_is_stated() -> None:
    assert "may be used for teaching" in visible(html(a_review(consent="may be used for teaching")))


def test_nothing_stood_out_is_an_answer() -> None:
    made = a_review()
    assert "Nothing stood out" in visible(html(replace(made, well=())))
    assert visible(html(replace(made, well=(), look=()))).count("Nothing stood out") == 2


def test_every_figure_says_how_it_was_computed() -> None:
    made = a_review()
    page = html(made)
    told = [one for one in made.measurements if not one.missing or one.missing == one.measure.empty]
    assert page.count("How was this computed?") == len(told) > 10
    for one in told:
        assert f'id="m-{one.name.replace("_", "-")}"' in page
        assert all(f'<a href="#t{turn}">{turn}</a>' in page for turn in one.turns)


def test_what_the_file_cannot_tell_is_grouped_by_reason() -> None:
    untimed = review(talk(re.sub(r"^[\d.]+-[\d.]+ ", "", VISIT, flags=re.M)))
    seen = " ".join(visible(html(untimed)).split())
    assert seen.count("Because it gives no times") == 1
    assert "Each bar is a turn, as long as it has words" in seen


def test_corrections_say_what_changed() -> None:
    made = replace(a_review(), changes=(Change("open_question_share", 0.5, 0.25), Change("choices", None, 1.0)))
    seen = " ".join(visible(html(made)).split())
    assert "What your corrections changed" in seen
    assert "50 % 25 %" in seen and "nothing to count 100 %" in seen


def test_a_person_s_codes_are_told_as_such() -> None:
    made = review(replace(talk(VISIT), card=human_card("Dr Zanzibarella")))
    assert "coded by Dr Zanzibarella, not by a machine" in visible(html(made))
    assert "Zanzibarella" not in html(made, without_words=True)


def test_turns_that_were_not_coded_say_why() -> None:
    made = a_review()
    coded = replace(made.coded, not_coded={4: "spoken in Spanish"})
    seen = visible(html(replace(made, coded=coded)))
    assert "Not coded: spoken in Spanish." in seen and "1 turn was not coded (spoken in Spanish)" in seen


def test_a_recogniser_s_file_is_known_as_one() -> None:
    origin = Origin("heard.json", "whisper", "sha256:1", Timing.SEQUENTIAL, recogniser=True)
    assert "A machine heard the words" in visible(html(a_review(origin=origin, join=Join.NONE, joined=0)))


def test_nobody_and_nothing_make_a_page_too() -> None:
    nothing = CodedEncounter(Encounter(()), (), np.zeros((0, 0)), human_card("a person"))
    assert "What this file cannot tell" in visible(html(review(nothing)))


def test_marks_stand_where_they_stood() -> None:
    made = named("Ana", "Mrs Hall", "That is kind of you.")
    assert "That is kind of you. <i>[laughs]</i>" in html(made)


def test_a_hundred_turns_stay_light_and_two_thousand_open() -> None:
    assert len(html(long_review(100)).encode()) < 400_000
    made = long_review(2000)
    began = time.perf_counter()
    page = html(made)
    assert time.perf_counter() - began < 5
    assert len(page.encode()) < 4_000_000 and page.count('<li id="t') == 2000


@pytest.mark.parametrize("turns", [1, 18, 100, 700])
def test_the_timeline_holds_every_turn_within_its_edges(turns: int) -> None:
    coded = long_review(turns).coded
    drawn = Timeline(coded, Flow(coded).chains)
    assert {span.turn for span in drawn.spans} == set(range(turns))
    assert all(80 < span.left < span.right < 702 and 0 <= span.row < drawn.rows for span in drawn.spans)
    assert str(drawn.picture()).count("<rect") >= turns


def test_passed_over_feelings_are_dashed_and_met_ones_are_not() -> None:
    met = talk("P: I'm scared. {concern}\nC: That must be hard. {empathy}\nP: It is, every single night.")
    missed = talk("P: I'm scared. {concern}\nC: Do you smoke? {question_closed}\nP: No.")
    for coded, dashed in ((met, 0), (missed, 1)):
        assert str(Timeline(coded, Flow(coded).chains).picture()).count('class="thread open"') == dashed


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_paper_and_panel(palette: dict[str, str]) -> None:
    for words in ("ink", "soft", "link", *(name for name in palette if name.endswith("-words"))):
        assert all(contrast(palette[words], palette[ground]) >= 4.5 for ground in ("paper", "panel", "marker"))
    for shape in ("edge", "clinician", "patient", "companion", "other"):
        assert contrast(palette[shape], palette["paper"]) >= 3


def test_the_page_of_the_example(golden: Callable[[str, str], None]) -> None:
    encounter = ready_to_code(openrapport.read(EXAMPLE))
    by_hand = EXAMPLE.with_suffix(".codes.jsonl").read_text("utf-8")
    seen = visible(html(review(from_jsonl(by_hand, encounter))))
    golden("naren_first_visit.page.txt", re.sub(r"\s*\n\s*", "\n", re.sub(r"[ \t]+", " ", seen)))

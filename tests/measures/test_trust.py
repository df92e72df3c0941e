"""Apologies by their parts, and whom the clinician speaks to."""

from __future__ import annotations

import pytest

from openrapport.flow import Flow
from openrapport.measures import measure_named, measure_one
from openrapport.measures.examples import talk
from openrapport.measures.trust.apology_parts import parts_of_apology


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("I'm sorry.", {"remorse"}),
        ("I’m sorry I kept you waiting.", {"remorse", "acknowledged"}),
        ("I apologise, the clinic ran late because of an emergency.", {"remorse", "explained"}),
        ("I should have told you. I'll make sure it doesn't happen again.", {"acknowledged", "repair"}),
        ("I'm sorry if you felt rushed.", set()),
        ("I'm sorry, but we are busy.", set()),
        ("I'm sorry you feel that way.", set()),
        ("That was my mistake.", {"acknowledged"}),
        ("I was asking your wife about you. That was rude of me.", {"acknowledged"}),
        ("I'm sorry. Can we start again?", {"remorse", "repair"}),
    ],
)
def test_the_parts_of_an_apology(text: str, parts: set[str]) -> None:
    assert {part for part, there in parts_of_apology(text).items() if there} == parts


def test_an_apology_with_three_parts_of_four() -> None:
    text = """
    P: I waited an hour. {complaint}
    C: I'm sorry I kept you waiting. {apology}
    P: All right.
    C: I will ring ahead from now on.
    P: Thanks. {warmth}
    """
    figure = measure_one(measure_named("apology_parts"), Flow(talk(text)))
    assert figure.value == 3 / 4
    assert figure.turns == (1,)


@pytest.mark.parametrize(
    ("text", "p"),
    [
        ("P: Hello there.\nC: Does she eat?\nK: A little.", [0.9]),
        ("P: Hello there.\nC: Does your mum eat?\nK: A little.", [0.9]),
        ("K: Not much.\nC: So she eats little.\nP: I do eat.", [0.6]),
        ("K: Not much.\nC: Do you eat?\nP: I do eat.", []),
        ("P: My son lives far.\nC: Does he visit?\nP: At times.\nK: He does.", []),
        ("P: Hello there.\nC: He sees. {backchannel}\nK: A little.", []),
        ("P: Hello there.\nC: The rest is here.\nK: A little.", []),
    ],
)
def test_speaking_to_the_companion_about_the_patient(text: str, p: list[float]) -> None:
    found = Flow(talk(text)).happenings("addressed_companion")
    assert [one.p for one in found if one.p > 0] == p


def test_privacy_counts_for_what_comes_after_it() -> None:
    text = """
    C: Nobody else will read this. {confidentiality 0.8}
    P: I drink at night. {disclosure}
    C: Since when? {question_closed}
    P: Since June.
    C: Thank you for saying so. {affirmation}
    """
    figure = measure_one(measure_named("confidentiality_before_sensitive"), Flow(talk(text)))
    assert figure.value == pytest.approx(0.8)

"""The words: a second, slow style matching, and the lists and patterns case by case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openrapport.encounter import Role, words
from openrapport.flow import Flow
from openrapport.flow.floor import find_exchanges
from openrapport.measures import measure_named, measure_one
from openrapport.measures.examples import talk
from openrapport.measures.markers import lexicon, patterns
from openrapport.measures.we import kinds_of_we


def missing_of(name: str, text: str, language: str) -> str:
    coded = talk(text)
    origin = replace(coded.encounter.origin, language=language)
    flow = Flow(replace(coded, encounter=replace(coded.encounter, origin=origin)))
    return measure_one(measure_named(name), flow).missing


def value_of(name: str, text: str) -> float | None:
    return measure_one(measure_named(name), Flow(talk(text))).value


# Style matching, the slow way: straight from the word lists

LISTS = {kind: set(str(entries).split()) for kind, entries in lexicon("function_words").items()}


def is_of(word: str, kind: str) -> bool:
    """A word is of a kind if the list has it, or has what stands before its apostrophe."""
    return word in LISTS[kind] or word.split("'")[0] in LISTS[kind]


def per_cent(spoken: list[str], kind: str) -> float:
    return 100 * sum(is_of(word, kind) for word in spoken) / len(spoken)


def match(one: list[str], other: list[str]) -> float:
    matches = []
    for kind in LISTS:
        a, b = per_cent(one, kind), per_cent(other, kind)
        if a or b:
            matches.append(1 - abs(a - b) / (a + b + 0.0001))
    return sum(matches) / len(matches)


@pytest.mark.parametrize("number", [0, 1])
def test_style_matching_equals_counting_by_hand(number: int) -> None:
    example = measure_named("style_matching").examples[number]
    turns = talk(example.talk).encounter.turns
    spoken = {role: [w for t in turns if t.role is role for w in words(t.text)] for role in Role}
    assert match(spoken[Role.CLINICIAN], spoken[Role.PATIENT]) == pytest.approx(example.value, abs=1e-6)


def test_style_matching_by_turn_equals_every_pairing_by_hand() -> None:
    example = measure_named("style_matching_by_turn").examples[0]
    flow = Flow(talk(example.talk))
    pairs = find_exchanges(flow, Role.PATIENT, Role.CLINICIAN)
    said = [
        ([w for t in a.turns for w in flow.words[t]], [w for t in b.turns for w in flow.words[t]])
        for a, b in pairs
    ]
    in_place = sum(match(a, b) for a, b in said) / len(said)
    every = sum(match(a, b) for a, _ in said for _, b in said) / len(said) ** 2
    assert in_place - every == pytest.approx(example.value, abs=1e-6)


# Jargon

TAIL = "\nC: Right.\nP: Right.\nC: Right."


@pytest.mark.parametrize(
    ("text", "unexplained"),
    [
        ("C: You have hypertension.\nP: Oh.", 1),
        ("C: You have hypertension, high blood pressure.\nP: Oh.", 0),
        ("C: You have hypertension, which means that it is too high.\nP: Oh.", 0),
        ("C: Your blood pressure is raised blood pressure now.\nP: Oh.\nC: Hypertension.", 0),
        ("P: I have hypertension.\nC: Hypertension, then.", 0),
        ("C: Hypertension.\nP: High blood pressure?", 1),
        ("C: Hypertension and more hypertension.\nP: Oh.", 1),
        ("C: A transient ischaemic attack.\nP: Oh.", 2),
        ("C: It is benign.\nP: Oh.", 1),
        ("C: It is kind.\nP: Oh.", 0),
    ],
)
def test_terms_and_their_explanations(text: str, unexplained: int) -> None:
    assert value_of("unexplained_jargon", text + TAIL) == unexplained


def test_every_term_has_plain_words_that_are_not_terms_themselves() -> None:
    forms = {form for name in lexicon("jargon") for form in name.split(" / ")}
    plain = {gloss for glosses in lexicon("jargon").values() for gloss in str(glosses).split(", ")}
    assert len(lexicon("jargon")) >= 250
    assert not forms & plain
    assert all(words(gloss) == gloss.split() for gloss in plain)
    assert all(tuple(words(form)) == tuple(form.split()) for form in forms)


# We


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How are we feeling today?", "patronising"),
        ("Have we taken our tablets?", "patronising"),
        ("Did we sleep well?", "patronising"),
        ("We need to be brave now.", "patronising"),
        ("Shall we look at it?", "together"),
        ("Let's see.", "together"),
        ("We could try that for a week.", "together"),
        ("Last time we agreed to wait.", "together"),
        ("We will get through this together.", "together"),
        ("That stays between us.", "together"),
        ("We usually start with tablets.", "team"),
        ("We’ll send you a letter.", "team"),
        ("Our nurse will call you.", "team"),
        ("Why don't we wait a week?", "together"),
        ("We, um, need to see you again.", "team"),
        ("We're gonna need to bring you in.", "team"),
        ("We are one of many.", ""),
    ],
)
def test_what_we_means(text: str, kind: str) -> None:
    assert set(kinds_of_we(text)) == {kind}


@pytest.mark.parametrize("name", ["we", "apology"])
def test_patterns_are_lower_case_and_match_no_empty_text(name: str) -> None:
    for kind, found in patterns(name).items():
        assert not found.search(""), kind
        assert not any(char.isupper() for char in found.pattern.replace("\\W", "")), kind


# Languages


@pytest.mark.parametrize("name", ["unexplained_jargon", "we_together", "we_patronising", "readability"])
def test_another_language_than_english_is_not_measured(name: str) -> None:
    text = "C: Wie geht es Ihnen denn heute so?\nP: Gut, danke.\nC: Schön.\nP: Ja.\nC: Also dann."
    assert missing_of(name, text, "de") == "its language is not English, and the word lists are"
    assert missing_of(name, text, "en-GB") != "its language is not English, and the word lists are"

"""The first coder: what it hears, what it declines, and what its card and weights hold."""

from __future__ import annotations

import math
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from importlib import resources
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openrapport.coding import load_codebook, ngrams
from openrapport.coding import ngram_features as features
from openrapport.coding.language import other_languages
from openrapport.coding.ngram_lists import NAMES, lists_in
from openrapport.coding.ngrams import Weights, load_coder, pack, unpack
from openrapport.encounter import Encounter, Role, Turn

C, P = Role.CLINICIAN, Role.PATIENT
SPANISH = (
    "Me duele mucho la cabeza desde hace tres días y no puedo dormir.",
    "También tengo mucho miedo de que sea algo grave.",
    "Sí, gracias.",
)
texts = st.text(alphabet="ab cd'e?É ’-\n", max_size=60)


def talk(*said: tuple[Role | None, str]) -> Encounter:
    return Encounter(tuple(Turn(role.value if role else "?", text, role) for role, text in said))


def slowly(context: features.Context) -> dict[int, float]:
    """What is heard of one turn, the obvious way: block by block, n-gram by n-gram, in plain Python."""
    words, letters = features.WORDS, features.CHARS
    heard = {words: _runs(context.turn.text, 3), letters: _letter_runs(context.turn.text)}
    if context.before:
        heard[features.BEFORE] = _runs(context.before.text, 2)
    if context.own:
        heard[features.OWN] = _runs(context.own.text, 1)
    found: dict[int, float] = {}
    for block, hashes in heard.items():
        start = sum(1 << bits for bits in features.BITS[:block])
        counts = Counter(start + (value >> (32 - features.BITS[block])) for value in hashes)
        length = math.sqrt(sum((1 + math.log(count)) ** 2 for count in counts.values()))
        found |= {column: features.SCALE[block] * (1 + math.log(n)) / length for column, n in counts.items()}
    return found


def _runs(text: str, longest: int) -> list[int]:
    said = ["<", *features.tokens(text), ">"]
    return [
        _mixed(said[start : start + length])
        for length in range(1, longest + 1)
        for start in range(len(said) - length + 1)
    ]


def _mixed(run: list[str]) -> int:
    value = 0
    for word in run:
        value = (value + crc32(word.encode())) * 0x9E3779B1 % 2**32
    return value


def _letter_runs(text: str) -> list[int]:
    return [
        crc32(f" {token} "[start : start + length].encode()) * 0x9E3779B1 % 2**32
        for token in features.tokens(text)
        for length in (3, 4, 5)
        for start in range(len(token) + 3 - length)
    ]


@given(st.lists(st.tuples(st.sampled_from([C, P]), texts), min_size=1, max_size=6))
def test_what_is_heard_is_what_the_obvious_way_hears(said: list[tuple[Role, str]]) -> None:
    batch = list(features.contexts(talk(*said)))
    heard = features.hear(batch)
    hashed = heard.column < features.SIZE - len(features._SHAPES)
    for index, context in enumerate(batch):
        own = hashed & (heard.row == index)
        fast = dict(zip(heard.column[own].tolist(), heard.value[own].tolist(), strict=True))
        assert fast == pytest.approx(slowly(context), rel=1e-5)


@pytest.mark.parametrize(
    ("said", "shapes"),
    [
        (
            [(C, "Is it sore?")],
            {"turn length 3", "turn asks", "turn ends asking", "turn has pain", "before missing"},
        ),
        ([(P, "It hurts at night."), (C, "At night it hurts?")], {"gives back 4", "before has pain"}),
        ([(P, "I sleep badly."), (C, "Okay.")], {"gives back 0", "turn length 1", "own missing"}),
        ([(C, "Hello."), (C, "Please sit.")], {"goes on", "before missing", "own length 1", "before is None"}),
    ],
)
def test_the_shape_of_a_turn(said: list[tuple[Role, str]], shapes: set[str]) -> None:
    *_, last = features.contexts(talk(*said))
    found = {features._SHAPES[column - features._OFFSET[-1]] for column in features._shapes(last)}
    assert shapes <= found


def test_turns_without_words_are_no_context() -> None:
    *_, last = features.contexts(talk((P, "My knee is sore."), (P, ""), (C, "Since when?")))
    assert last.before is not None
    assert last.before.text == "My knee is sore."


def test_of_a_very_long_turn_start_and_end_are_heard() -> None:
    heard = features.tokens("first " + "word " * 10_000 + "last?")
    assert len(heard) == 400
    assert (heard[0], heard[-2:]) == ("first", ["last", "?"])


def test_lists_find_phrases_as_well_as_words() -> None:
    assert "sorry for" in lists_in("so sorry to hear that".split())
    assert "bad feeling" in lists_in(["frightened"])
    assert lists_in(["xylophone"]) == set()
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize(
    ("before", "role", "text", "act"),
    [
        ("I'm not great.", C, "What has that been like for you?", "question_open"),
        ("It burns when I swallow.", C, "And how many times a day does that happen?", "question_closed"),
        ("", C, "Would it be all right if I had a look at your shoulder?", "permission"),
        ("I keep thinking it is cancer.", C, "That must be really frightening for you.", "empathy"),
        ("I stopped again last week.", C, "Mm-hmm.", "backchannel"),
        ("How are things?", P, "I'm terrified that it will come back.", "concern"),
        ("Where is it?", P, "There's a stabbing pain all down my leg.", "pain"),
        ("", P, "Thank you so much, doctor, that helps.", "warmth"),
    ],
)
def test_clear_cases_are_heard(before: str, role: Role, text: str, act: str) -> None:
    other = P if role is C else C
    coded = load_coder().code(talk(*([(other, before)] if before else []), (role, text)))
    assert act in coded.coded(len(coded.encounter.turns) - 1)


def test_coding_is_the_same_every_time_and_in_any_batch() -> None:
    said = [(C, f"How is day {i}?") if i % 2 else (P, f"It hurts {i} times.") for i in range(600)]
    whole = load_coder().code(talk(*said))
    again = load_coder().code(talk(*said))
    assert np.array_equal(whole.probabilities, again.probabilities)
    part = load_coder().code(talk(*said[300:]))
    assert whole.probabilities[320:] == pytest.approx(part.probabilities[20:], abs=1e-12)


@given(st.lists(st.tuples(st.sampled_from([*Role, None]), texts), max_size=8))
@settings(max_examples=30, deadline=None)
def test_each_role_has_its_own_acts_and_silence_has_none(said: list[tuple[Role | None, str]]) -> None:
    encounter = talk(*said)
    coded = load_coder().code(encounter)
    for index, turn in enumerate(encounter.turns):
        row = coded.probabilities[index]
        may = set(load_codebook().of(turn.role)) if turn.text.strip() and index not in coded.not_coded else set()
        assert {act for act, p in zip(coded.acts, row, strict=True) if p > 0} == may
        assert ((row >= 0) & (row <= 1)).all()


@given(st.lists(st.sampled_from("okay right mm-hmm good thank you why ? take sorry hurts".split()), max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_backchannel_never_stands_with_another_act(said: list[str]) -> None:
    coded = load_coder().code(talk((P, "It hurts."), (C, " ".join(said)))).coded(1)
    assert "backchannel" not in coded or coded == ("backchannel",)


def test_where_both_are_likely_the_likelier_stands_alone() -> None:
    coder = load_coder()
    acts = coder.sides["clinician"].acts
    p = np.zeros((2, len(acts)))
    mine, other = acts.index("backchannel"), acts.index("question_open")
    p[0, [mine, other]] = 0.9, 0.8
    p[1, [mine, other]] = 0.8, 0.9
    least = [coder.card.reliability(acts[i]).threshold for i in (mine, other)]
    kept = coder._alone(p, acts)
    assert [list(row >= least) for row in kept[:, [mine, other]]] == [[True, False], [False, True]]


def test_another_language_is_declined_and_the_clinician_still_coded() -> None:
    said = [(P, text) for text in SPANISH]
    coded = load_coder().code(talk((C, "How long have you had this headache?"), *said))
    assert dict(coded.not_coded) == dict.fromkeys((1, 2, 3), "spoken in Spanish")
    assert coded.probabilities[0].max() > 0.5
    assert not coded.probabilities[1:].any()


def test_one_foreign_turn_among_english_ones_is_declined_alone() -> None:
    english = [(P, "It has been like this for a week and I am not sure what to do."), (P, "Okay.")]
    assert dict(other_languages(talk(*english, (P, SPANISH[0])))) == {2: "spoken in Spanish"}


@pytest.mark.parametrize(
    "text", ["Paracetamol, ibuprofen, omeprazole, aspirin.", "Yeah.", "Mm-hmm, mm-hmm, mm-hmm."]
)
def test_lists_and_short_answers_are_english(text: str) -> None:
    assert not other_languages(talk((P, text), (P, "I take them when it hurts, but not every day.")))


def test_through_an_interpreter_only_the_clinician_is_coded() -> None:
    said = [(C, "Where is the pain?"), (Role.INTERPRETER, "She says it is her knee."), (P, "Knee."), (C, "I see.")]
    coded = load_coder().code(talk(*said))
    assert dict(coded.not_coded) == {1: ngrams.INTERPRETED, 2: ngrams.INTERPRETED}
    assert coded.probabilities[[0, 3]].any(axis=1).all()


def test_an_empty_encounter_is_coded_as_such() -> None:
    assert load_coder().code(Encounter(())).probabilities.shape == (0, len(load_codebook().acts))


def test_the_card_speaks_of_every_act() -> None:
    card = load_coder().card
    assert set(card.acts) == set(load_codebook().acts)
    for act in card.acts.values():
        assert 0 < act.threshold < 1
        assert act.dispersion >= 1
        assert act.f1 is not None
        assert 0 <= act.f1 <= 1
    assert card.acts["question_closed"].tested
    assert not card.acts["apology"].tested
    assert not card.by_people


def test_weights_of_another_codebook_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(load_codebook(), version="0")
    monkeypatch.setattr(ngrams, "load_codebook", lambda: other)
    with pytest.raises(RuntimeError, match="make train"):
        load_coder.__wrapped__()


def test_the_weights_hold_numbers_and_names_of_acts_alone() -> None:
    shipped = resources.files("openrapport.coding.weights").joinpath("ngrams.npz")
    with shipped.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        held = [arrays[name] for name in arrays]
    assert {str(word) for one in held if one.dtype.kind == "U" for word in one} == set(load_codebook().acts)
    assert {one.dtype.kind for one in held} == {"U", "i", "f"}


def test_packed_weights_come_back_to_within_half_a_step() -> None:
    random = np.random.default_rng(0)
    weights = random.normal(size=(features.SIZE, 3)).astype(np.float32)
    before = Weights(("a", "b", "c"), weights, np.array([1, 2, 3], np.float32))
    packed = pack("clinician", before)
    after = unpack(packed, "clinician")
    assert (after.acts, after.constant.tolist()) == (before.acts, [1, 2, 3])
    assert np.abs(after.weights - weights).max() <= packed["clinician_steps"].max() / 2 + 1e-6
    assert np.array_equal(unpack(pack("clinician", after), "clinician").weights, after.weights)


def test_coding_needs_neither_scikit_learn_nor_scipy_nor_for_english_a_language_guesser() -> None:
    program = (
        "import sys\n"
        "from openrapport.coding.ngrams import load_coder\n"
        "from openrapport.encounter import Encounter, Role, Turn\n"
        "said = (Turn('D', 'How are you?', Role.CLINICIAN), Turn('P', 'Sore.', Role.PATIENT))\n"
        "load_coder().code(Encounter(said))\n"
        "print([name for name in ('sklearn', 'scipy', 'py3langid') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_most_of_the_codebooks_own_examples_are_told_apart() -> None:
    """They were learnt from, so this only holds the shipped weights to what docs/model_card.md says of them."""
    heard = passed = examples = near = 0
    for name, act in load_codebook().acts.items():
        mine, other = (C, P) if act.who == "clinician" else (P, C)
        for one, there in [*((e, True) for e in act.examples), *((e, False) for e in act.near)]:
            coded = load_coder().code(talk(*([(other, one.before)] if one.before else []), (mine, one.text)))
            right = (name in coded.coded(len(coded.encounter.turns) - 1)) == there
            heard, passed = heard + (right and there), passed + (right and not there)
            examples, near = examples + there, near + (not there)
    assert heard >= 0.88 * examples  # 0.91 when it was trained; thresholds of at least 0.3 cost the rest
    assert passed >= 0.93 * near


@pytest.mark.slow
def test_two_hundred_thousand_turns_take_little_memory() -> None:
    program = (
        "import resource\n"
        "from openrapport.coding.ngrams import load_coder\n"
        "from openrapport.encounter import Encounter, Role, Turn\n"
        "roles = (Role.PATIENT, Role.CLINICIAN)\n"
        "said = tuple(Turn(roles[i % 2], f'How is number {i} today?', roles[i % 2]) for i in range(200_000))\n"
        "print(len(load_coder().code(Encounter(said)).probabilities))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    turns, kilobytes = map(int, done.stdout.split())
    assert turns == 200_000
    assert kilobytes < 700_000

"""How the coder is trained and measured: small cases by hand, and the promised figures on the shared data."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from training import data, evaluation, fitting
from training.data import Context, Row

from openrapport.encounter import Role, Turn

needs_data = pytest.mark.skipif(not data.available(), reason=f"the training data is not in {data.DATA}")


def row(group: str, source: str = "annomi", where: str = "", **known: bool) -> Row:
    turn = Turn("D", "How are you? And you?", Role.CLINICIAN)
    return Row(Context(turn, Turn("P", "Why?", Role.PATIENT)), group, (where or group, 0), source, known)


def test_most_annotators_win_and_of_equals_the_first_in_the_alphabet() -> None:
    codes = [{"x": value} for value in ("open", "closed", "open")]
    assert data._majority(codes, "x") == "open"
    assert data._majority(codes[:2], "x") == "closed"


def test_annomi_speaks_only_of_the_acts_that_it_codes() -> None:
    code = {"question_subtype": "open", "reflection_subtype": "n/a", "therapist_input_subtype": "negotiation"}
    known = data._known([{**code, "client_talk_type": "n/a"}], clinician=True)
    assert {act for act, there in known.items() if there} == {"question_open", "choice"}
    assert {"advice", "question_closed"} <= set(known)
    assert not {"empathy", "change_talk"} & set(known)


def test_without_question_marks_the_turn_before_has_none_either() -> None:
    heard = row("a").unmarked().context
    assert heard.before is not None
    assert "?" not in heard.turn.text + heard.before.text


def test_written_turns_say_only_what_their_writers_wrote_for() -> None:
    rows = list(data.written_rows("writer_*.jsonl"))
    assert len(rows) > 1000
    assert all(row.where[0].split()[-1] in row.known for row in rows)
    assert not {"question_open", "information"} & {act for row in rows for act in row.known}


def test_turns_kept_for_testing_are_never_learnt_from() -> None:
    learnt = {row.context.turn.text for row in data.written_rows("writer_*.jsonl") if row.context.turn.text}
    kept = [row.context.turn.text for row in data.written_rows("test_*.jsonl")]
    assert sum(text in learnt and len(text.split()) > 3 for text in kept) == 0


def test_folds_keep_groups_whole_and_always_learn_the_codebook() -> None:
    rows = [row(f"video {i % 17}", where=str(i)) for i in range(100)]
    rows += [row(f"video {i}", "acts", str(i)) for i in range(10)] + [row("codebook a", "codebook")]
    fold = fitting.folds(rows)
    assert fold[-1] == -1
    of_group = {
        one.group: {int(f) for r, f in zip(rows, fold, strict=True) if r.group == one.group} for one in rows
    }
    assert all(len(found) == 1 for found in of_group.values())
    assert {int(f) for one, f in zip(rows, fold, strict=True) if one.source == "acts"} == set(range(fitting.FOLDS))


def test_where_our_acts_are_coded_annomis_code_of_the_turn_steps_back() -> None:
    rows = [
        row("v", "annomi", "t1", advice=True),
        row("v", "annomi", "t2", advice=True),
        row("v", "acts", "t1", advice=False),
        row("codebook advice", "codebook", advice=True),
    ]
    material = fitting.Material.of(rows)
    advice, choice = material.acts.index("advice"), material.acts.index("choice")
    assert material.there[:, advice].tolist() == [-1, 1, 0, 1]
    assert material.known[:, advice].tolist() == [False, True, True, False]
    assert material.elsewhere[:, choice].tolist() == [False, False, False, True]


def test_calibration_finds_the_slope_and_shift_that_made_the_cases() -> None:
    random = np.random.default_rng(0)
    score = random.normal(size=20_000)
    there = (random.random(20_000) < 1 / (1 + np.exp(-(2 * score - 1)))).astype(np.int8)
    assert fitting._platt(score, there, np.ones(20_000), (1.0, 0.0), 1.0) == pytest.approx((2, -1), abs=0.1)
    assert fitting._platt(score[:0], there[:0], score[:0], (1.5, 0.5), 1.0) == pytest.approx((1.5, 0.5))


@pytest.mark.parametrize(
    ("said", "there", "expected"),
    [([1, 1, 0, 0], [1, 0, 1, 0], 0.5), ([1, 0], [1, 0], 1.0), ([0, 0], [1, 0], 0.0), ([0], [0], 0.0)],
)
def test_f1(said: list[int], there: list[int], expected: float) -> None:
    assert fitting.f1(np.array(said, bool), np.array(there, bool)) == expected


def test_calibration_error_is_the_mean_gap() -> None:
    there = np.array([True, False, False, False])
    assert evaluation.calibration_error(np.full(4, 0.25), there) == pytest.approx(0)
    assert evaluation.calibration_error(np.array([0.9, 0.1, 0.1, 0.5]), there) == pytest.approx(0.2)
    assert evaluation.calibration_error(np.array([1.0]), np.array([True])) == 0


def test_surprise_is_one_where_counts_vary_as_independent_turns_would() -> None:
    random = np.random.default_rng(1)
    p = random.random((2000, 30))
    counts = (random.random(p.shape) < p).sum(axis=1)
    found = [evaluation.Counted(float(n), row).surprise for n, row in zip(counts, p, strict=True)]
    assert np.mean([one for one in found if one is not None]) == pytest.approx(1, abs=0.1)
    assert evaluation.Counted(0.0, np.zeros(3)).surprise is None


def test_a_dispersion_is_raised_until_the_intervals_hold() -> None:
    own = [evaluation.Counted(float(n), np.full(20, 0.5)) for n in [10] * 30 + [16] * 10]
    assert not own[-1].held(1.0)
    raised = evaluation._raised(own, 1.0)
    assert raised > 1
    assert np.mean([one.held(raised) for one in own]) >= 0.95
    assert evaluation._raised(own[:30], 1.3) == 1.3


def test_thresholds_of_rare_acts_are_drawn_to_the_one_of_all() -> None:
    rows = [row(f"v{i}", "acts", str(i), advice=i < 100, choice=i < 1) for i in range(200)]
    material = fitting.Material.of(rows)
    p = np.full(material.there.shape, 0.01)
    advice, choice = material.acts.index("advice"), material.acts.index("choice")
    p[:100, advice], p[100:, advice] = 0.6, 0.2
    found = fitting.thresholds(material, p, np.ones(200, bool))
    assert 0.4 < found[advice] <= 0.5
    assert found[choice] < found[advice]
    assert found[choice] >= fitting.LEAST


def test_scores_are_weights_times_what_is_heard_plus_a_constant() -> None:
    model = fitting.Model(np.array([[1.0, 2.0], [3.0, 4.0]], np.float32), np.array([0.5, -0.5]))
    assert model.score(csr_matrix([[1.0, 1.0]])).tolist() == [[4.5, 5.5]]
    assert fitting.Calibration(np.array([2.0]), np.array([0.0]))(np.array([[0.0]])) == pytest.approx(0.5)


@needs_data
def test_nothing_of_a_scored_conversation_is_learnt_from() -> None:
    rows = [one for one in data.all_rows() if one.source != "codebook"]
    fold = fitting.folds(rows)
    places: dict[str, set[int]] = {}
    for one, k in zip(rows, fold, strict=True):
        places.setdefault(one.where[0], set()).add(int(k))
    assert all(len(found) == 1 for found in places.values())
    assert sum(one.source == "acts" for one in rows) == 1148


@needs_data
@pytest.mark.slow
@pytest.mark.parametrize(("clinician", "promised"), [(True, 0.72), (False, 0.49)])
def test_annomis_classes_are_told_apart_as_well_as_promised(clinician: bool, promised: float) -> None:
    found = evaluation.annomi_classes(data.all_rows(), clinician)
    assert found.macro_f1 >= promised
    assert len(found.by_fold) == fitting.FOLDS
    assert not math.isnan(min(found.by_fold))

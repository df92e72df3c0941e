"""The words of a recogniser under the labels that people gave: what label error is counted on."""

from __future__ import annotations

from pathlib import Path

import pytest

from openrapport.encounter import Role

pytest.importorskip("sklearn", reason="training needs scikit-learn")


@pytest.fixture(autouse=True)
def _training(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))


def test_words_keep_their_tag_and_their_punctuation():
    from training.label_error import tagged

    assert tagged("[doctor] does it hurt ? [patient] yes , a lot .") == [
        ("does", "doctor"),
        ("it", "doctor"),
        ("hurt?", "doctor"),
        ("yes,", "patient"),
        ("a", "patient"),
        ("lot.", "patient"),
    ]


def test_words_heard_take_the_labels_of_the_words_written():
    from training.label_error import by_people, relabelled, tagged, wrong

    heard = tagged("[doctor] um where does it hurt hear in my knee [patient] i see")
    written = tagged("[doctor] where does it hurt ? [patient] here , in my knee . [doctor] i see .")
    right = relabelled(heard, written)
    assert [label[0] for _, label in right] == list("dddddppppdd")
    people = by_people("visit", right)
    assert [turn.text for turn in people.turns] == ["um where does it hurt", "hear in my knee", "i see"]
    assert wrong(by_people("visit", heard), people) == pytest.approx(6 / 11)


def test_a_guest_who_speaks_alone_stands_for_the_patient():
    from training.label_error import by_people, tagged

    alone = by_people("visit", tagged("[doctor] how is he ? [patient_guest] he coughs ."))
    both = by_people("visit", tagged("[doctor] hi [patient] hello [patient_guest] he coughs ."))
    assert [turn.role for turn in alone.turns] == [Role.CLINICIAN, Role.PATIENT]
    assert [turn.role for turn in both.turns] == [Role.CLINICIAN, Role.PATIENT, Role.COMPANION]

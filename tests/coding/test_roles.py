"""Who is who: by a person's word, by the file's, by the words spoken; asked where none of them tells."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.coding.interpreting import interpreters
from openrapport.coding.roles import ASKS_BELOW, cast
from openrapport.coding.who import beliefs
from openrapport.encounter import Encounter, Origin, Role, Turn
from openrapport.errors import UnknownName, WhoSpoke

C, P, K, OTHER = Role.CLINICIAN, Role.PATIENT, Role.COMPANION, Role.OTHER

VISIT = """
A: Good morning, come in. What brings you here today?
B: I've had this ache in my knee for a couple of weeks, and I can't sleep because of it.
A: I see. Did you have a fall, or did it start by itself?
B: No, I just woke up with it. It hurts when I climb the stairs.
A: Is there any swelling? Have you taken anything for it?
B: A bit, yes. I took some tablets that my wife had, but I didn't notice much.
A: Okay. Do you have any allergies, or any other medical conditions?
B: No, nothing. I'm worried I won't be able to go back to my job.
A: That must be hard for you. I'd like to take a look at it, if that's all right?
B: Yeah, sure.
A: It sounds like the tendon. We can try some exercises first, and if you need it, a scan.
B: Okay. I think I could do that.
"""
THREE = """
A: Hello both. How can I help you today?
B: I've been falling, I don't know why. I feel dizzy when I get up.
C: He fell twice last week, and he didn't tell anyone. My dad never says a thing.
A: I see. When did you first notice it? Is there any pain when you get up?
B: No. I just feel my legs go. I was in my kitchen and I had to hold on.
C: He's not eating much either, and his tablets are all over the place.
A: Are you taking any other medications? Do you ever feel sick?
B: I take my water tablet. I don't feel sick, but I'm tired and I can't get on with my garden.
C: She gave him a new one in March, he says it makes him worse.
A: I'd like to check your blood pressure, lying and standing. Is that okay with you?
B: Yes, I suppose. I was hoping I could keep my tablets.
A: It sounds like the water tablet may be too strong for you. We can try half of it.
"""


def encounter(talk: str, **labels: str) -> Encounter:
    """The talk as turns; labels A, B, C may be given other names."""
    lines = [line.partition(": ") for line in talk.strip().splitlines()]
    turns = tuple(Turn(labels.get(who, who), text) for who, _, text in lines)
    return Encounter(turns, Origin("visit.txt", "plain_text"))


def roles(found: Encounter) -> dict[str, Role]:
    return {part.speaker: part.role for part in found.cast}


def stated(found: Encounter, **by: Role) -> Encounter:
    return replace(found, turns=tuple(replace(turn, role=by.get(turn.speaker)) for turn in found.turns))


def bare(found: Encounter) -> Encounter:
    plain = str.maketrans("", "", "?.,!")
    turns = tuple(replace(turn, text=turn.text.lower().translate(plain)) for turn in found.turns)
    return replace(found, turns=turns)


def relabelled(found: Encounter, speaker: str, new: str, which: Sequence[int]) -> Encounter:
    """The talk with the turns `which` of `speaker` under another label."""
    turns = [
        replace(t, speaker=new) if t.speaker == speaker and i in which else t for i, t in enumerate(found.turns)
    ]
    return replace(found, turns=tuple(turns))


@pytest.mark.parametrize("first, second", [("Speaker 1", "Speaker 2"), ("Speaker 2", "Speaker 1")])
@pytest.mark.parametrize("change", [lambda e: e, bare], ids=["punctuated", "bare words"])
def test_words_tell_whatever_the_labels(first, second, change):
    found = cast(change(encounter(VISIT, A=first, B=second)))
    assert roles(found) == {first: C, second: P}
    assert [turn.role for turn in found.turns[:2]] == [C, P]
    assert all(part.known_by == "words" and ASKS_BELOW <= part.confidence < 1 for part in found.cast)


def test_whoever_speaks_first():
    visit = encounter(VISIT)
    late = replace(visit, turns=visit.turns[1:])
    assert roles(cast(late)) == {"B": P, "A": C}


def test_three_way_talk():
    found = cast(encounter(THREE))
    assert roles(found) == {"A": C, "B": P, "C": K}


def test_a_colleague_is_a_clinician_too():
    visit = encounter(VISIT)
    twice = replace(visit, turns=visit.turns * 2)
    found = cast(relabelled(twice, "A", "N", range(12)))
    assert roles(found) == {"A": C, "B": P, "N": C}


def test_a_voice_that_hardly_speaks_is_left_open():
    visit = encounter(VISIT)
    found = cast(replace(visit, turns=(*visit.turns, Turn("Unknown", "Right."))))
    assert roles(found) == {"A": C, "B": P, "Unknown": OTHER}


def test_an_interpreter_speaks_both_languages():
    spanish = [
        "Me duele mucho la rodilla desde hace dos semanas.",
        "No puedo dormir por la noche con este dolor.",
        "Tomé unas pastillas pero no me ayudaron nada.",
    ]
    english = [
        "I've had a bad knee for two weeks.",
        "I can't sleep at night for it.",
        "I took some tablets, no use.",
    ]
    asked = ["What brings you here today?", "Does it keep you awake at night?", "Have you taken anything for it?"]
    pregunta = [
        "¿Qué le trae por aquí hoy, señora?",
        "¿Le quita el sueño por la noche?",
        "¿Ha tomado usted algo para eso?",
    ]
    turns = [
        Turn(who, text)
        for row in zip(asked, pregunta, spanish, english, strict=True)
        for who, text in zip(("Speaker 0", "Speaker 1", "Speaker 2", "Speaker 1"), row, strict=True)
    ]
    found = cast(Encounter(tuple(turns), Origin("visit.txt")), clinician=["speaker 0"])
    assert roles(found) == {"Speaker 0": C, "Speaker 1": Role.INTERPRETER, "Speaker 2": P}


def test_reported_speech_makes_an_interpreter_only_among_three():
    said = {"A": ["How are you?"] * 3, "B": ["She says it hurts."] * 3}
    assert interpreters(said) == ()
    assert interpreters({**said, "C": ["Sí."] * 3}) == ("B",)


def test_what_the_file_states_stands():
    found = cast(stated(encounter(VISIT), A=C, B=P))
    assert [(part.role, part.known_by, part.confidence) for part in found.cast] == [(C, "file", 1), (P, "file", 1)]
    assert not found.problems


def test_swapped_labels_are_kept_and_told():
    found = cast(stated(encounter(VISIT), A=P, B=C))
    assert roles(found) == {"A": P, "B": C}
    (problem,) = found.problems
    assert "may be swapped" in problem.found and '--clinician "A"' in problem.done


def test_a_short_file_that_leans_the_other_way_is_not_called_swapped():
    visit = encounter(VISIT)
    found = cast(stated(replace(visit, turns=visit.turns[9:11]), A=P, B=C))
    assert not found.problems


def test_the_rest_follows_from_what_is_stated():
    found = cast(stated(encounter(VISIT), A=C))
    assert roles(found) == {"A": C, "B": P}
    assert [part.known_by for part in found.cast] == ["file", "words"]


def test_flags_come_first():
    found = cast(
        stated(encounter(VISIT, A="Dr. Lee", B="Ann"), **{"Dr. Lee": P, "Ann": C}),
        clinician=["dr"],
        patient=["ANN"],
    )
    assert roles(found) == {"Dr. Lee": C, "Ann": P}
    assert {part.known_by for part in found.cast} == {"flag"}


@pytest.mark.parametrize("flags", [{"clinician": ["B"]}, {"patient": ["A"]}])
def test_one_flag_settles_two_speakers(flags):
    assert roles(cast(encounter(VISIT), **flags)) == {"A": P, "B": C}


def test_flags_settle_three_speakers():
    found = cast(encounter(THREE), clinician=["C"], companion=["A"])
    assert roles(found) == {"A": K, "B": P, "C": C}


@pytest.mark.parametrize("label", ["Bob", "Speaker", ""])
def test_a_label_that_is_not_there_or_not_one(label):
    with pytest.raises(UnknownName, match="'Speaker 1', 'Speaker 2'"):
        cast(encounter(VISIT, A="Speaker 1", B="Speaker 2"), clinician=[label])


def test_two_roles_for_one_label():
    with pytest.raises(WhoSpoke, match="one role"):
        cast(encounter(VISIT), clinician=["A"], patient=["A"])


def test_it_asks_where_the_words_do_not_tell():
    talk = encounter("A: Hello.\nB: Hello.\nA: Yes.\nB: Fine.", A="Speaker 1", B="Speaker 2")
    with pytest.raises(WhoSpoke) as asked:
        cast(talk)
    message = str(asked.value)
    assert "'Speaker 1' (2 turns), 'Speaker 2' (2 turns)" in message
    assert '--clinician "Speaker' in message and "\n" not in message
    assert "Hello" not in message


def test_it_asks_for_the_patient_among_two():
    with pytest.raises(WhoSpoke, match='--patient "'):
        cast(relabelled(encounter(VISIT), "B", "Z", (1, 5, 9)))


@pytest.mark.parametrize("label", ["", "Speaker 1"])
def test_one_label_or_none_is_left_open(label):
    found = cast(encounter(VISIT, A=label, B=label))
    assert found.cast == () and {turn.role for turn in found.turns} == {None}


def test_a_narrator_does_not_make_a_lone_voice_a_clinician():
    found = cast(stated(encounter(VISIT), A=OTHER))
    assert roles(found) == {"A": OTHER}


def test_turns_without_a_label_are_told_and_counted_for_nobody():
    visit = encounter(VISIT)
    found = cast(replace(visit, turns=(*visit.turns, Turn("", "Somebody coughs out loud."))))
    assert found.turns[-1].role is None
    assert [problem.found for problem in found.problems] == ["1 of 13 turns do not say who speaks"]


def test_a_label_with_two_roles_keeps_both():
    visit = encounter("X: Where does it hurt?\nX: Here.\nY: I am her son.")
    mixed = replace(
        visit, turns=tuple(replace(t, role=role) for t, role in zip(visit.turns, (C, P, K), strict=True))
    )
    found = cast(mixed)
    assert [turn.role for turn in found.turns] == [C, P, K]
    assert roles(found) == {"Y": K} and len(found.problems) == 1


def test_casting_twice_changes_nothing():
    visit = encounter(VISIT)
    once = cast(replace(visit, turns=(*visit.turns, Turn("", "Cough."))))
    assert cast(once) == once


@given(st.permutations(range(12)), st.integers(0, 3))
def test_order_and_blank_turns_do_not_change_a_belief(order, blanks):
    turns = encounter(VISIT).turns
    said = {who: [turns[i].text for i in order if turns[i].speaker == who] for who in "AB"}
    plain = {who: [turn.text for turn in turns if turn.speaker == who] for who in "AB"}
    assert beliefs(said)[0].clinician == pytest.approx(beliefs(plain)[0].clinician)


@given(
    st.dictionaries(
        st.sampled_from("ABCDEFGHIJ"), st.lists(st.text(max_size=30), min_size=1, max_size=4), min_size=2
    )
)
def test_beliefs_are_shares(said):
    found = beliefs(said)
    assert [one.speaker for one in found] == list(said)
    assert all(0 < one.clinician < 1 and 0 <= one.patient < 1 for one in found)
    assert sum(one.patient for one in found) <= 1 + 1e-9


def _data() -> Path:
    return Path(os.environ.get("OPENRAPPORT_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.mark.slow
@pytest.mark.skipif(not (_data() / "osce").is_dir(), reason="the OSCE interviews are not on this machine")
def test_no_interview_is_told_wrongly():
    for path in sorted((_data() / "osce").glob("*.txt"))[:40]:
        lines = [line.partition(":") for line in path.read_text("utf-8", errors="replace").splitlines()]
        turns = tuple(Turn(f"Speaker {tag}", text) for tag, _, text in lines if tag in ("D", "P"))
        assert roles(cast(Encounter(turns, Origin(path.name)))) == {"Speaker D": C, "Speaker P": P}

"""Reviews for the tests of the reports: a small visit with names, marks, times and a coder's card."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from openrapport.coding import Card, Reliability, load_codebook
from openrapport.encounter import Join, Mark, Origin, Part, Problem, Role, Timing
from openrapport.measures.examples import talk
from openrapport.reviewing import Review, review

VISIT = """
0-4.2 C: Good morning, come in, have a seat. {small_talk 0.93}
4.4-8 P: It did for once, thank you. {warmth 0.7}
8.2-14 C: First I'd like to hear from you, then look at the knee, then we plan together. {signpost 0.97}
17-20.4 C: So what brings you here today? {question_open 0.99}
20.8-34 P: It's this knee. It hurts on the stairs, and since the winter it's been a bit much. {pain 0.97, cue 0.74}
34.1-37 C: How long have you had it? {question_closed 0.98}
37.4-41 P: About four months. My husband used to do the stairs for me. {disclosure 0.66, cue 0.61}
41-44 C: And does it swell? {question_closed 0.99}
44.2-45 P: No.
50.4-58 C: You said it has been a bit much since the winter. What was that like? {question_open 0.96, empathy 0.86}
58.5-76 P: He died in January. I'm frightened I'll fall and nobody would know. {concern 0.99, disclosure 0.95}
76.8-84 C: I'm so sorry. Living alone with that fear, every time. {empathy 0.98, reflection_complex 0.88}
84.9-96 P: Every time. I sit at the top and wait until I'm brave enough. {concern 0.9, disclosure 0.93}
96.6-101 C: Would it be all right if I had a look? You can stop me. {permission 0.99, autonomy 0.94}
101.4-112 P: Yes. My daughter's moving to Leeds next month. {disclosure 0.86}
112.3-117 C: I will write to the group today and call you on Friday. {partnership 0.6, information 0.8}
117.5-119 P: That's kind of you. {warmth 0.95}
119.3-126 C: Is there something else you wanted to talk about today? {question_closed 0.9}
"""
CANARIES = ("Zanzibarella", "Quixotrix", "kanarienvogel", "consentcanary", "notecanary", "filecanary")


def a_review(**of_encounter: object) -> Review:
    """The review of the visit, coded by a machine."""
    coded = talk(VISIT)
    acts = {act: Reliability(0.4, 0.6, 200 if number % 3 else 5, 1.4) for number, act in enumerate(coded.acts)}
    card = Card("ngrams", "1", "1", MappingProxyType(acts), "recorded demonstrations in English")
    encounter = replace(
        coded.encounter,
        **{  # type: ignore[arg-type] # the fields are named by the test
            "origin": Origin("knee_visit.vtt", "webvtt", "sha256:ab12", Timing.INDEPENDENT, captions=True),
            "cast": (Part("C", Role.CLINICIAN, "file"), Part("P", Role.PATIENT, "words", 0.93)),
            "problems": (Problem("line 12", "the end lies before the start", "left as it stands"),),
            "join": Join.SENTENCE,
            "joined": 3,
            **of_encounter,
        },
    )
    return review(replace(coded, encounter=encounter, card=card))


def named(clinician: str, patient: str, last: str = "", **of_encounter: object) -> Review:
    """The same visit with these speaker labels, and `last` as the patient's last words."""
    labels = {Role.CLINICIAN: clinician, Role.PATIENT: patient}
    turns = [replace(turn, speaker=labels[turn.role]) for turn in talk(VISIT).encounter.turns if turn.role]
    if last:
        turns[16] = replace(turns[16], text=last, marks=(Mark("laughs", len(last), len(last), "[laughs]"),))
    cast = (Part(clinician, Role.CLINICIAN, "file"), Part(patient, Role.PATIENT, "words", 0.93))
    return a_review(turns=tuple(turns), cast=cast, **of_encounter)


def with_canaries() -> Review:
    """The visit with a canary wherever people's words or names can stand."""
    said, note, name = (
        "I met kanarienvogel, he died; my daughter's moving to kanarienvogel.",
        "notecanary",
        "filecanary",
    )
    return named(
        "Zanzibarella",
        "Quixotrix",
        said,
        origin=Origin(f"{name}.vtt", "webvtt", "sha256:ab12", Timing.INDEPENDENT, captions=True),
        problems=(Problem(f"{name}.vtt, line 3", f"the label {note}", "kept"),),
        consent="consentcanary",
    )


def acts_with_underscores() -> list[str]:
    """The ids that readers must never see."""
    return [act for act in load_codebook().acts if "_" in act]

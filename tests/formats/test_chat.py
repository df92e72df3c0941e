"""CHAT: roles, times, continued lines, and codes that are not words."""

import pylangacq
import pytest
from structured_samples import CHAT

from openrapport.encounter import Role
from openrapport.formats import Document, all_formats
from openrapport.formats.chat_codes import plain
from openrapport.formats.marks import take_marks

FORMAT = all_formats()["chat"]


def found(text):
    return FORMAT.read(Document("visit.cha", text.encode()))


def test_main_lines_are_turns():
    got = found(CHAT)
    assert [(t.speaker, t.role, t.start, t.end, t.text) for t in got.turns] == [
        ("INV", Role.CLINICIAN, 0.0, 1.5, "so uh how are how are you today?"),
        ("PAR", Role.PATIENT, 1.5, 3.0, "my dog was because gonna go"),
        ("MOT", Role.COMPANION, None, None, "she means the left one, no."),
        ("PAR", Role.PATIENT, None, None, ""),
    ]
    assert [[mark.kind for mark in t.marks] for t in got.turns] == [
        ["pause"],
        ["inaudible", "laughs", "cut_off"],
        ["unsure"],
        ["note"],
    ]
    assert got.language == "eng"
    assert [(p.where, p.done) for p in got.problems] == [("line 7", "left out")]


@pytest.mark.parametrize(
    "line, words",
    [
        ("I &-um want &+fr fruit .", "I um want fruit."),
        ("<I want> [//] I need it .", "I want I need it."),
        ("he goed [* m:=ed] [: went] home .", "he goed home."),
        ("no::: (.) yes (1.5) .", "no yes."),
        ("going to New_York +...", "going to New York"),
        ("what +..?", "what?"),
        ("well +//.", "well"),
        ('he said +"/.', "he said."),
        ('+" come here .', "come here."),
        ("0is he here ?", "he here?"),
        ("that's &*INV:mhm fine .", "that's fine."),
        ("kitty@c and bonjour@s:fra .", "kitty and bonjour."),
        ("„ yes ‡ no .", ", yes, no."),
        ("[- spa] hola .", "hola."),
        ("ice+cream [+ gram] .", "ice cream."),
        ("www .", "."),
        ("&~oh it's <very <very good>> [=! laughing softly] .", "it's very very good."),
        ("thanks [?] .", "thanks."),
    ],
)
def test_codes_are_not_words(line, words):
    assert take_marks(plain(line))[0] == words


@pytest.mark.parametrize(
    "line, kinds",
    [
        ("xxx .", ["inaudible"]),
        ("www .", ["inaudible"]),
        ("yes &=laughs:loudly .", ["laughs"]),
        ("yes [=! crying] .", ["cries"]),
        ("but I +/.", ["cut_off"]),
        ("did you +/?", ["cut_off"]),
        ("(.) yes (..) no (2.3) .", ["pause", "pause", "pause"]),
        ("<the left> [?] one .", ["unsure"]),
    ],
)
def test_marks(line, kinds):
    assert [mark.kind for mark in take_marks(plain(line))[1]] == kinds


@pytest.mark.parametrize(
    "line",
    [
        "so &-uh <how are> [/] how are you today ?",
        "well I (.) I think so .",
        "he said [//] told me that .",
        "my dog@f was there .",
        "yes , and then &=laughs we left .",
    ],
)
def test_words_that_pylangacq_hears_too(line):
    text = f"@UTF8\n@Begin\n@Participants:\tPAR Participant\n*PAR:\t{line}\n@End\n"
    audible = pylangacq.CHAT.from_strs([text]).utterances()[0].audible
    theirs = [word for word in audible.split() if word.isalpha()]
    ours = list(take_marks(plain(line))[0].replace("?", "").replace(".", "").replace(",", "").split())
    assert ours == theirs


@pytest.mark.parametrize(
    "participants, roles",
    [
        ("DOC Doctor, PAT Patient", {"DOC": "clinician", "PAT": "patient"}),
        ("THE Anna Therapist, CLI Client", {"THE": "clinician", "CLI": "patient"}),
        ("CHI Target_Child, MOT Mother", {}),
        (
            "INV Investigator, CHI Target_Child, MOT Mother",
            {"INV": "clinician", "CHI": "patient", "MOT": "companion"},
        ),
        (
            "INV Investigator, PAR Participant, FAT Father",
            {"INV": "clinician", "PAR": "patient", "FAT": "companion"},
        ),
    ],
)
def test_roles(participants, roles):
    codes = [one.split()[0] for one in participants.split(", ")]
    text = f"@Begin\n@Participants:\t{participants}\n" + "".join(f"*{code}:\thello .\n" for code in codes)
    got = {t.speaker: t.role.value for t in found(text).turns if t.role}
    assert got == roles


@pytest.mark.parametrize(
    "bullet",
    [
        "\x151200_3400\x15",
        "•1200_3400•",
        '\x15%snd:"visit"_1200_3400\x15',
        "1200_3400",
        "\x151200_2000\x15 . \x152000_3400\x15",
    ],
)
def test_bullets(bullet):
    turn = found(f"@Begin\n*PAR:\tI see . {bullet}\n").turns[0]
    assert (turn.start, turn.end, turn.text.replace("..", ".")) == (1.2, 3.4, "I see.")


def test_a_line_that_is_none_of_chat():
    got = found("@Begin\nsome notes\n*PAR:\thello .\n")
    assert [(p.where, p.done) for p in got.problems] == [("line 2", "left out")]

"""ConvoKit's utterances: one conversation is an encounter, several are asked for one."""

import json

import pytest
from structured_samples import CONVOKIT, lines, utterance

from openrapport.encounter import Role
from openrapport.errors import BrokenFile, UnknownFormat
from openrapport.formats import Document, all_formats
from openrapport.formats.corpora.convokit import conversations
from openrapport.formats.reading import read_documents

FORMAT = all_formats()["convokit"]


def found(data):
    return FORMAT.read(Document("utterances.jsonl", data))


def test_one_conversation():
    got = found(CONVOKIT)
    assert [(t.speaker, t.role, t.text, t.start) for t in got.turns] == [
        ("doctor", Role.CLINICIAN, "How are you sleeping?", None),
        ("patient", Role.PATIENT, "Not much.", None),
    ]


def test_the_older_names_and_a_list():
    old = {"id": "u1", "root": "u1", "user": "ann", "text": "Hello.", "reply_to": None, "timestamp": None}
    assert [t.speaker for t in found(lines(old)).turns] == ["ann"]
    assert [t.speaker for t in found(json.dumps([old]).encode()).turns] == ["ann"]
    assert FORMAT.recognise(Document("x", json.dumps([old]).encode())) == 1.0


def test_several_conversations_are_refused_in_a_line():
    data = CONVOKIT + lines(utterance(3, "doctor", "Next.", conversation_id="c2"))
    with pytest.raises(UnknownFormat, match=r"utterances\.jsonl' holds 2 conversations"):
        read_documents([Document("utterances.jsonl", data)])
    by_id = conversations(Document("utterances.jsonl", data))
    assert {name: [t.text for t in turns] for name, turns in by_id.items()} == {
        "c1": ["How are you sleeping?", "Not much."],
        "c2": ["Next."],
    }


def test_order_by_time_stamp_is_said():
    got = found(lines(utterance(2, "b", "Second."), utterance(1, "a", "First.")))
    assert [t.text for t in got.turns] == ["First.", "Second."]
    assert [p.where for p in got.problems] == ["timestamp"]


def test_a_broken_line():
    with pytest.raises(BrokenFile, match="line 3"):
        found(CONVOKIT + b'{"id": "u3", "text": ')


def test_an_utterance_without_words():
    got = found(CONVOKIT + lines(utterance(3, "doctor", None)))
    assert (len(got.turns), [p.where for p in got.problems]) == (2, ["utterance 3"])

"""Recognisers' JSON: the shapes that each writes, with our own words."""

import copy

import pytest
import structured_samples as samples

from openrapport.encounter import Role
from openrapport.formats import Document, all_formats
from openrapport.formats.reading import read_documents

C, P = Role.CLINICIAN, Role.PATIENT


def found(name, value):
    return all_formats()[name].read(Document("visit.json", samples.dumped(value)))


def rows(name, value):
    return [(t.speaker, t.start, t.end, t.text) for t in found(name, value).turns]


WHERE, BACK = "Where does it hurt?", "In the back."


@pytest.mark.parametrize(
    "name, value, expected",
    [
        ("whisper", samples.WHISPER, [("", 0.0, 2.4, WHERE), ("", 2.9, 4.0, BACK)]),
        ("whisper", samples.WHISPER["segments"], [("", 0.0, 2.4, WHERE), ("", 2.9, 4.0, BACK)]),
        (
            "whisper",
            samples.WHISPERX,
            [("SPEAKER_00", 0.1, 2.0, WHERE), ("SPEAKER_01", 2.1, 3.0, "In the back. Mhm.")],
        ),
        ("whisper", samples.WHISPER_CPP, [("0", 0.0, 2.5, WHERE), ("1", 62.5, 64.0, BACK)]),
        ("deepgram", samples.DEEPGRAM, [("0", 0.5, 0.9, "Sleeping?"), ("1", 1.0, 1.4, "Badly.")]),
        (
            "deepgram",
            samples.DEEPGRAM_WORDS,
            [("0", 0.5, 0.9, "Sleeping."), ("1", 1.0, 1.4, "Badly."), ("0", 2.0, 2.4, "Why.")],
        ),
        (
            "deepgram",
            samples.DEEPGRAM_PARAGRAPHS,
            [("0", 0.5, 1.2, "Sleeping? Since when?"), ("1", 1.3, 1.6, "Badly.")],
        ),
        (
            "aws_transcribe",
            samples.AWS_TRANSCRIBE,
            [("spk_0", 0.0, 0.8, "Any pain?"), ("spk_1", 0.9, 1.6, "Yes, here")],
        ),
        (
            "aws_transcribe",
            samples.AWS_CHANNELS,
            [
                ("ch_0", 0.1, 0.7, "Any pain?"),
                ("ch_1", 1.0, 1.2, "Yes."),
                ("ch_0", 1.5, 1.9, "Where?"),
                ("ch_1", 2.5, 2.9, "Here"),
            ],
        ),
        ("aws_transcribe", samples.AWS_AUDIO_SEGMENTS, [("", 0.1, 0.7, "Any pain?"), ("", 1.0, 1.5, "Yes, here")]),
        (
            "aws_healthscribe",
            samples.HEALTHSCRIBE,
            [
                ("CLINICIAN_0", 0.4, 2.0, "How is the breathing?"),
                ("PATIENT", 2.1, 3.5, "Worse on the stairs."),
                ("CLINICIAN_1", 3.6, 4.0, "Since when?"),
            ],
        ),
        ("assemblyai", samples.ASSEMBLYAI, [("A", 0.1, 1.25, "Any allergies?"), ("B", 1.4, 2.0, "Only cats.")]),
        ("assemblyai", samples.ASSEMBLYAI_WORDS, [("", 0.1, 1.25, "Any allergies?")]),
        ("azure_speech", samples.AZURE, [("1", 0.5, 2.0, "Did you fall?"), ("2", 2.25, 3.25, "Twice.")]),
        ("azure_speech", samples.AZURE_FAST, [("1", 0.5, 2.0, "Did you fall?"), ("2", 2.25, 3.25, "Twice.")]),
    ],
)
def test_rows(name, value, expected):
    assert rows(name, value) == expected
    got = found(name, value)
    assert got.recogniser
    assert all_formats()[name].captions


@pytest.mark.parametrize(
    "name, value, language",
    [
        ("whisper", samples.WHISPER, "en"),
        ("whisper", samples.WHISPER_CPP, "en"),
        ("deepgram", samples.DEEPGRAM, "en"),
        ("aws_transcribe", samples.AWS_TRANSCRIBE, "en-GB"),
        ("aws_healthscribe", samples.HEALTHSCRIBE, "en-US"),
        ("assemblyai", samples.ASSEMBLYAI, "en_us"),
        ("azure_speech", samples.AZURE_FAST, "en-US"),
        ("azure_speech", samples.AZURE, ""),
    ],
)
def test_language(name, value, language):
    assert found(name, value).language == language


def test_roles_only_where_the_file_states_them():
    assert [t.role for t in found("aws_healthscribe", samples.HEALTHSCRIBE).turns] == [C, P, C]
    letters = copy.deepcopy(samples.ASSEMBLYAI)
    letters["utterances"][0]["speaker"], letters["utterances"][1]["speaker"] = "D", "P"
    assert [t.role for t in found("assemblyai", letters).turns] == [None, None]


def test_whisperx_says_where_a_segment_holds_two_speakers():
    problems = found("whisper", samples.WHISPERX).problems
    assert [(p.where, p.found) for p in problems] == [("segment 2", "holds words of more than one speaker")]


def test_words_of_the_api_without_segments():
    value = {
        "text": "Yes. No.",
        "words": [{"word": "Yes.", "start": 0, "end": 1}, {"word": "No.", "start": 1, "end": 2}],
    }
    assert rows("whisper", value) == [("", 0.0, 2.0, "Yes. No.")]
    assert all_formats()["whisper"].recognise(Document("x", samples.dumped(value))) == 0.9


def test_several_channels_of_deepgram():
    value = copy.deepcopy(samples.DEEPGRAM)
    value["results"]["channels"].append({"alternatives": []})
    value["results"]["utterances"][0] |= {"channel": 1, "start": 3.0, "end": 4.0}
    assert [speaker for speaker, *_ in rows("deepgram", value)] == ["channel 0 speaker 1", "channel 1 speaker 0"]
    del value["results"]["utterances"]
    assert rows("deepgram", value)[0][0] == "channel 0 speaker 0"


def test_deepgram_with_neither_words_nor_speakers():
    value = {"results": {"channels": [{"alternatives": [{"transcript": "It hurts."}]}]}}
    assert rows("deepgram", value) == [("", None, None, "It hurts.")]


def test_several_channels_of_azure():
    value = copy.deepcopy(samples.AZURE_FAST)
    for channel, phrase in enumerate(value["phrases"]):
        phrase["channel"] = 1 - channel
        del phrase["speaker"]
    assert [speaker for speaker, *_ in rows("azure_speech", value)] == ["channel 1", "channel 0"]


def test_azure_without_ticks_and_with_capitals():
    phrase = {
        "RecognitionStatus": "Success",
        "Offset": "PT1M2.5S",
        "Duration": "PT1.5S",
        "NBest": [{"Display": "Yes."}],
    }
    assert rows("azure_speech", {"RecognizedPhrases": [phrase]}) == [("", 62.5, 64.0, "Yes.")]


def test_azure_says_what_was_not_recognised():
    assert [p.found for p in found("azure_speech", samples.AZURE).problems] == ["1 were not recognised as words"]


def test_aws_words_outside_all_segments_are_said():
    value = copy.deepcopy(samples.AWS_TRANSCRIBE)
    del value["results"]["speaker_labels"]["segments"][1]
    got = found("aws_transcribe", value)
    assert [t.text for t in got.turns] == ["Any pain?"]
    assert got.problems[0].found == "3 words belong to no speaker's segment"


def test_aws_without_segments_goes_by_run_of_speaker():
    value = copy.deepcopy(samples.AWS_TRANSCRIBE)
    del value["results"]["speaker_labels"]
    assert rows("aws_transcribe", value) == [("spk_0", 0.1, 0.7, "Any pain?"), ("spk_1", 1.0, 1.5, "Yes, here")]
    value["results"]["items"] = []
    assert rows("aws_transcribe", value) == [("", None, None, "Any pain? Yes, here")]


@pytest.mark.parametrize(
    "change, turns, found_problem",
    [
        ({"text": None}, 1, "holds no words"),
        ({"text": "  "}, 1, "holds no words"),
        ({"end": 1.0}, 2, "ends before it starts"),
        ({"text": "Half \ud83d."}, 2, "holds half a character (a lone surrogate)"),
        ({"start": "2.9", "end": "4.0"}, 2, None),
        ({"start": float("nan"), "end": float("inf")}, 2, None),
        ({"start": True, "end": 10**400}, 2, None),
        ({"speaker": {"name": "x"}}, 2, None),
    ],
)
def test_odd_rows(change, turns, found_problem):
    value = copy.deepcopy(samples.WHISPER)
    value["segments"][1] |= change
    got = read_documents([Document("visit.json", samples.dumped(value))])
    assert len(got.turns) == turns
    assert [p.found for p in got.problems] == ([found_problem] if found_problem else [])
    "".join(t.text for t in got.turns).encode()


def test_many_odd_rows_are_said_once():
    value = copy.deepcopy(samples.WHISPER)
    value["segments"] += [{"text": ""}, 7, None]
    assert [p.where for p in found("whisper", value).problems] == ["segment 3 and 2 more"]

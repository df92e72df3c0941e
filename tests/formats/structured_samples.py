"""A small sample of each structured format, with other tools' shapes and our own words: name → bytes."""

from __future__ import annotations

import io
import json
from typing import Any

import docx

TEXTGRID = """File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 9
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "Doctor"
        xmin = 0
        xmax = 9
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 2.5
            text = "What brings you in?"
        intervals [2]:
            xmin = 2.5
            xmax = 6
            text = ""
        intervals [3]:
            xmin = 6
            xmax = 9
            text = "You said ""every night""?"
    item [2]:
        class = "IntervalTier"
        name = "Patient"
        xmin = 0
        xmax = 9
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 2.25
            text = "  "
        intervals [2]:
            xmin = 2.25
            xmax = 6.5
            text = "My knee, <UNIN/> every night."
"""

SHORT_TEXTGRID = """File type = "ooTextFile"
"TextGrid"

0
4
<exists>
2
"IntervalTier"
"Doctor"
0
4
2
0
1.5
"Does it ""click""?"
1.5
4
""
"TextTier"
"clicks"
0
4
1
2.5
"click"
"""

ELAN = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2024-05-01T10:00:00+00:00" FORMAT="3.0" VERSION="3.0">
    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>
    <TIME_ORDER>
        <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/>
        <TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="1500"/>
        <TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="1200"/>
        <TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="4000"/>
        <TIME_SLOT TIME_SLOT_ID="ts5"/>
        <TIME_SLOT TIME_SLOT_ID="ts6" TIME_VALUE="5000"/>
    </TIME_ORDER>
    <TIER LINGUISTIC_TYPE_REF="talk" TIER_ID="P-utterance" PARTICIPANT="Patient" LANG_REF="eng">
        <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4">
            <ANNOTATION_VALUE>Not since the fall.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
        <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="ts5" TIME_SLOT_REF2="ts6">
            <ANNOTATION_VALUE>It gives way.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    </TIER>
    <TIER LINGUISTIC_TYPE_REF="talk" TIER_ID="Therapist">
        <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
            <ANNOTATION_VALUE>Can you bend it?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    </TIER>
    <TIER LINGUISTIC_TYPE_REF="tr" PARENT_REF="P-utterance" TIER_ID="P-translation" PARTICIPANT="Patient">
        <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a4" ANNOTATION_REF="a2">
            <ANNOTATION_VALUE>Nicht seit dem Sturz.</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
    </TIER>
</ANNOTATION_DOCUMENT>
"""

CHAT = """@UTF8
@Begin
@Languages:\teng
@Participants:\tPAR Ann Participant, INV Investigator, MOT Mother
@ID:\teng|ours|PAR|64;|female|||Participant|||
*INV:\tso &-uh <how are> [/] how are you (.) today ? \x150_1500\x15
%com:\tlooks at PAR
*PAR:\txxx my dog@f was (be)cause &=laughs gonna [: going to] go +/. \x151500_3000\x15
*MOT:\tshe means
\tthe <left one> [?] , no:: .
*PAR:\t0 .
@End
"""

WHISPER: Any = {
    "text": " Where does it hurt? In the back.",
    "language": "en",
    "segments": [
        {
            "id": 0,
            "seek": 0,
            "start": 0.0,
            "end": 2.4,
            "text": " Where does it hurt?",
            "tokens": [1],
            "temperature": 0.0,
        },
        {"id": 1, "seek": 0, "start": 2.9, "end": 4.0, "text": " In the back.", "tokens": [2], "temperature": 0.0},
    ],
}

WHISPERX: Any = {
    "segments": [
        {
            "start": 0.1,
            "end": 2.0,
            "text": " Where does it hurt?",
            "words": [{"word": "Where", "start": 0.1, "end": 0.4, "score": 0.9, "speaker": "SPEAKER_00"}],
            "speaker": "SPEAKER_00",
        },
        {
            "start": 2.1,
            "end": 3.0,
            "text": " In the back. Mhm.",
            "words": [
                {"word": "In", "start": 2.1, "end": 2.2, "speaker": "SPEAKER_01"},
                {"word": "back.", "start": 2.3, "end": 2.5, "speaker": "SPEAKER_01"},
                {"word": "Mhm.", "speaker": "SPEAKER_00"},
            ],
        },
    ],
    "word_segments": [{"word": "Where", "start": 0.1, "end": 0.4}],
    "language": "en",
}

WHISPER_CPP: Any = {
    "systeminfo": "AVX = 1",
    "model": {"type": "base"},
    "params": {"model": "base.bin", "language": "en", "translate": False},
    "result": {"language": "en"},
    "transcription": [
        {
            "timestamps": {"from": "00:00:00,000", "to": "00:00:02,500"},
            "offsets": {"from": 0, "to": 2500},
            "text": " Where does it hurt?",
            "speaker": "0",
        },
        {"timestamps": {"from": "00:01:02,500", "to": "00:01:04,000"}, "text": " In the back.", "speaker": "1"},
    ],
}


def _deepgram_word(word: str, start: float, speaker: int) -> dict[str, Any]:
    shown = word.capitalize() + "."
    return {
        "word": word,
        "start": start,
        "end": start + 0.4,
        "confidence": 0.9,
        "punctuated_word": shown,
        "speaker": speaker,
    }


_DEEPGRAM_WORDS = [
    _deepgram_word("sleeping", 0.5, 0),
    _deepgram_word("badly", 1.0, 1),
    _deepgram_word("why", 2.0, 0),
]

DEEPGRAM_WORDS: Any = {
    "metadata": {"request_id": "r", "channels": 1},
    "results": {"channels": [{"alternatives": [{"transcript": "sleeping badly why", "words": _DEEPGRAM_WORDS}]}]},
}

DEEPGRAM: Any = {
    "metadata": {"request_id": "r", "channels": 1},
    "results": {
        "channels": [
            {
                "alternatives": [{"transcript": "sleeping badly", "words": _DEEPGRAM_WORDS}],
                "detected_language": "en",
            }
        ],
        "utterances": [
            {
                "start": 0.5,
                "end": 0.9,
                "channel": 0,
                "transcript": "Sleeping?",
                "speaker": 0,
                "id": "u1",
                "words": [],
            },
            {
                "start": 1.0,
                "end": 1.4,
                "channel": 0,
                "transcript": "Badly.",
                "speaker": 1,
                "id": "u2",
                "words": [],
            },
        ],
    },
}

DEEPGRAM_PARAGRAPHS: Any = {
    "results": {
        "channels": [
            {
                "alternatives": [
                    {
                        "transcript": "Sleeping? Since when? Badly.",
                        "paragraphs": {
                            "transcript": "Speaker 0: Sleeping? …",
                            "paragraphs": [
                                {
                                    "sentences": [
                                        {"text": "Sleeping?", "start": 0.5, "end": 0.9},
                                        {"text": "Since when?", "start": 0.9, "end": 1.2},
                                    ],
                                    "speaker": 0,
                                    "start": 0.5,
                                    "end": 1.2,
                                },
                                {"sentences": [{"text": "Badly."}], "speaker": 1, "start": 1.3, "end": 1.6},
                            ],
                        },
                        "words": _DEEPGRAM_WORDS,
                    }
                ]
            }
        ]
    },
}


def _item(content: str, start: str = "", end: str = "", **more: Any) -> dict[str, Any]:
    kind = {"type": "pronunciation", "start_time": start, "end_time": end} if start else {"type": "punctuation"}
    return {"alternatives": [{"confidence": "0.99", "content": content}], **kind, **more}


_AWS_ITEMS = [
    _item("Any", "0.10", "0.30", speaker_label="spk_0"),
    _item("pain", "0.30", "0.70", speaker_label="spk_0"),
    _item("?", speaker_label="spk_0"),
    _item("Yes", "1.00", "1.20", speaker_label="spk_1"),
    _item(",", speaker_label="spk_1"),
    _item("here", "1.20", "1.50", speaker_label="spk_1"),
]
_AWS_HEAD = {"jobName": "visit", "accountId": "1", "status": "COMPLETED"}

AWS_TRANSCRIBE: Any = {
    **_AWS_HEAD,
    "results": {
        "transcripts": [{"transcript": "Any pain? Yes, here"}],
        "language_code": "en-GB",
        "speaker_labels": {
            "channel_label": "ch_0",
            "speakers": 2,
            "segments": [
                {
                    "start_time": "0.0",
                    "end_time": "0.8",
                    "speaker_label": "spk_0",
                    "items": [
                        {"start_time": "0.10", "end_time": "0.30", "speaker_label": "spk_0"},
                        {"start_time": "0.30", "end_time": "0.70", "speaker_label": "spk_0"},
                    ],
                },
                {
                    "start_time": "0.9",
                    "end_time": "1.6",
                    "speaker_label": "spk_1",
                    "items": [
                        {"start_time": "1.00", "end_time": "1.20", "speaker_label": "spk_1"},
                        {"start_time": "1.20", "end_time": "1.50", "speaker_label": "spk_1"},
                    ],
                },
            ],
        },
        "items": _AWS_ITEMS,
    },
}

AWS_CHANNELS: Any = {
    **_AWS_HEAD,
    "results": {
        "transcripts": [{"transcript": "Any pain? Yes, here"}],
        "channel_labels": {
            "channels": [
                {
                    "channel_label": "ch_0",
                    "items": [_item("Any", "0.1", "0.3"), _item("pain", "0.3", "0.7"), _item("?")],
                },
                {
                    "channel_label": "ch_1",
                    "items": [_item("Yes", "1.0", "1.2"), _item("."), _item("Here", "2.5", "2.9")],
                },
                {"channel_label": "ch_0", "items": [_item("Where", "1.5", "1.9"), _item("?")]},
            ],
            "number_of_channels": 2,
        },
        "items": _AWS_ITEMS,
    },
}

AWS_AUDIO_SEGMENTS: Any = {
    **_AWS_HEAD,
    "results": {
        "transcripts": [{"transcript": "Any pain? Yes, here"}],
        "items": _AWS_ITEMS,
        "audio_segments": [
            {"id": 0, "transcript": "Any pain?", "start_time": "0.1", "end_time": "0.7", "items": [0, 1, 2]},
            {"id": 1, "transcript": "Yes, here", "start_time": "1.0", "end_time": "1.5", "items": [3, 4, 5]},
        ],
    },
}


def _scribe(number: int, role: str, begin: float, end: float, content: str) -> dict[str, Any]:
    return {
        "SegmentId": f"s{number}",
        "ParticipantDetails": {"ParticipantRole": role},
        "SectionDetails": {"SectionName": "SUBJECTIVE"},
        "BeginAudioTime": begin,
        "EndAudioTime": end,
        "Content": content,
        "Words": [],
    }


HEALTHSCRIBE: Any = {
    "Conversation": {
        "ConversationId": "c",
        "JobName": "visit",
        "LanguageCode": "en-US",
        "ClinicalInsights": [],
        "TranscriptItems": [],
        "TranscriptSegments": [
            _scribe(1, "CLINICIAN_0", 0.4, 2.0, "How is the breathing?"),
            _scribe(2, "PATIENT", 2.1, 3.5, "Worse on the stairs."),
            _scribe(3, "CLINICIAN_1", 3.6, 4.0, "Since when?"),
        ],
    }
}

ASSEMBLYAI: Any = {
    "id": "t1",
    "status": "completed",
    "language_code": "en_us",
    "audio_duration": 4,
    "text": "Any allergies? Only cats.",
    "words": [{"text": "Any", "start": 100, "end": 300, "confidence": 0.9, "speaker": "A"}],
    "utterances": [
        {"speaker": "A", "text": "Any allergies?", "start": 100, "end": 1250, "confidence": 0.9, "words": []},
        {"speaker": "B", "text": "Only cats.", "start": 1400, "end": 2000, "confidence": 0.9, "words": []},
    ],
}

ASSEMBLYAI_WORDS: Any = {
    "id": "t2",
    "status": "completed",
    "language_code": "en_us",
    "text": "Any allergies?",
    "utterances": None,
    "words": [
        {"text": "Any", "start": 100, "end": 300, "confidence": 0.9, "speaker": None},
        {"text": "allergies?", "start": 300, "end": 1250, "confidence": 0.9, "speaker": None},
    ],
}


def _phrase(start: float, length: float, display: str, **more: Any) -> dict[str, Any]:
    return {
        "recognitionStatus": "Success",
        "channel": 0,
        "offset": f"PT{start}S",
        "duration": f"PT{length}S",
        "offsetInTicks": start * 1e7,
        "durationInTicks": length * 1e7,
        "nBest": [{"confidence": 0.9, "lexical": display.lower(), "display": display, "words": []}],
        **more,
    }


AZURE: Any = {
    "source": "visit.wav",
    "timestamp": "2024-05-01T10:00:00Z",
    "durationInTicks": 41200000,
    "duration": "PT4.12S",
    "combinedRecognizedPhrases": [{"channel": 0, "display": "Did you fall? Twice."}],
    "recognizedPhrases": [
        _phrase(0.5, 1.5, "Did you fall?", speaker=1),
        {"recognitionStatus": "Failure", "channel": 0, "offsetInTicks": 2.1e7},
        _phrase(2.25, 1.0, "Twice.", speaker=2),
    ],
}

AZURE_FAST: Any = {
    "durationMilliseconds": 4120,
    "combinedPhrases": [{"text": "Did you fall? Twice."}],
    "phrases": [
        {
            "speaker": 1,
            "offsetMilliseconds": 500,
            "durationMilliseconds": 1500,
            "text": "Did you fall?",
            "words": [],
            "locale": "en-US",
            "confidence": 0.9,
        },
        {
            "speaker": 2,
            "offsetMilliseconds": 2250,
            "durationMilliseconds": 1000,
            "text": "Twice.",
            "locale": "en-US",
        },
    ],
}


def utterance(number: int, speaker: str, text: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"u{number}",
        "conversation_id": "c1",
        "text": text,
        "speaker": speaker,
        "meta": {},
        "reply-to": None,
        "timestamp": number,
        "vectors": [],
        **more,
    }


def lines(*values: Any) -> bytes:
    return "".join(json.dumps(value) + "\n" for value in values).encode()


CONVOKIT = lines(utterance(1, "doctor", "How are you sleeping?"), utterance(2, "patient", "Not much."))


def dumped(value: Any) -> bytes:
    return json.dumps(value, indent=1).encode()


def saved(document: Any) -> bytes:
    """A python-docx document as bytes."""
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def word(*paragraphs: str) -> Any:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return document


def word_table(*rows: tuple[str, ...]) -> Any:
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return document


SAMPLES: dict[str, tuple[str, bytes]] = {
    "textgrid long": ("textgrid", TEXTGRID.encode()),
    "textgrid short": ("textgrid", SHORT_TEXTGRID.encode()),
    "textgrid utf-16": ("textgrid", TEXTGRID.encode("utf-16")),
    "elan": ("elan", ELAN.encode()),
    "chat": ("chat", CHAT.encode()),
    "whisper": ("whisper", dumped(WHISPER)),
    "whisper segments alone": ("whisper", dumped(WHISPER["segments"])),
    "whisperx": ("whisper", dumped(WHISPERX)),
    "whisper.cpp": ("whisper", dumped(WHISPER_CPP)),
    "deepgram": ("deepgram", dumped(DEEPGRAM)),
    "deepgram words": ("deepgram", dumped(DEEPGRAM_WORDS)),
    "deepgram paragraphs": ("deepgram", dumped(DEEPGRAM_PARAGRAPHS)),
    "aws transcribe": ("aws_transcribe", dumped(AWS_TRANSCRIBE)),
    "aws channels": ("aws_transcribe", dumped(AWS_CHANNELS)),
    "aws audio segments": ("aws_transcribe", dumped(AWS_AUDIO_SEGMENTS)),
    "healthscribe": ("aws_healthscribe", dumped(HEALTHSCRIBE)),
    "assemblyai": ("assemblyai", dumped(ASSEMBLYAI)),
    "assemblyai words": ("assemblyai", dumped(ASSEMBLYAI_WORDS)),
    "azure batch": ("azure_speech", dumped(AZURE)),
    "azure fast": ("azure_speech", dumped(AZURE_FAST)),
    "convokit": ("convokit", CONVOKIT),
    "word": ("word", saved(word("Doctor: Any pain?", "Patient: In my hip.", "Doctor: Since when?"))),
}

"""Files that were damaged, built to harm, or are another format: read rightly or refused in one clear line."""

import copy
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structured_samples import CHAT, ELAN, SAMPLES, TEXTGRID, WHISPER, dumped

from openrapport.errors import BrokenFile, HostileFile, OpenRapportError, UnknownFormat
from openrapport.formats import Document, all_formats
from openrapport.formats.reading import read_documents, recognise

OTHERS = {
    "tagged": b"Doctor: How is the hip?\nPatient: Sore.\nDoctor: All day?\nPatient: At night.\n",
    "table": b"speaker,text\ndoctor,How is the hip?\npatient,Sore.\n",
    "webvtt": b"WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ann>How is it?\n\n00:02.000 --> 00:03.000\n<v Ben>Sore.\n",
    "srt": b"1\n00:00:00,000 --> 00:00:02,000\nAnn: How is it?\n\n2\n00:00:02,000 --> 00:00:03,000\nBen: Sore.\n",
}
ALL = SAMPLES | {name: (name, data) for name, data in OTHERS.items()}


@pytest.mark.parametrize("ending", [".txt", ".json", ".vtt", ".docx", ""])
@pytest.mark.parametrize("sample", ALL)
def test_each_is_known_by_its_content_whatever_its_name(sample, ending):
    name, data = ALL[sample]
    assert recognise(Document("visit" + ending, data))[0] == name


@pytest.mark.parametrize("sample", SAMPLES)
def test_only_one_format_is_sure_of_each(sample):
    name, data = SAMPLES[sample]
    document = Document("visit", data)
    sure = [other for other, format in all_formats().items() if format.recognise(document) >= 0.9]
    assert sure == [name]


@pytest.mark.parametrize("sample", SAMPLES)
def test_each_reads_through_the_front_door(sample):
    name, data = SAMPLES[sample]
    got = read_documents([Document("visit", data)])
    assert got.turns
    assert got.origin.format == name


BROKEN_JSON = [
    ('{"segments": [{"start": 0, "end": 1, "text": "Doctor: hello"},', BrokenFile, "line 1, column"),
    ('{\n "speaker": "Doctor",\n "text": "hello\n}', BrokenFile, "line 3, column"),
    ('[{"speaker": "Doctor"', BrokenFile, "line 1, column"),
    ('{"a": ' + "9" * 5000 + "}", BrokenFile, "number too long"),
    ('{"a":' * 100_000, HostileFile, "nested"),
    ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", HostileFile, "nested"),
    ('{"speaker": "Doctor", "said": "hello"}', UnknownFormat, "JSON, but not"),
    ('[{"who": "Doctor: a"}, {"who": "Patient: b"}]', UnknownFormat, "JSON, but not"),
    ("{}", UnknownFormat, "JSON, but not"),
    ('{"speaker","text"}\n{"Doctor","hello"}\n{"Patient","hello"}\n', BrokenFile, "line 1, column 11"),
    ("[[]]", UnknownFormat, "JSON, but not"),
    ('{"results": {"channels": 3}}', UnknownFormat, "JSON, but not"),
    ('{"segments": {"start": 0}}', UnknownFormat, "JSON, but not"),
]


@pytest.mark.parametrize("text, kind, message", BROKEN_JSON, ids=range(len(BROKEN_JSON)))
def test_json_that_cannot_be_read(text, kind, message):
    with pytest.raises(kind, match=message) as refused:
        read_documents([Document("visit.json", text.encode())])
    assert type(refused.value) is kind
    assert "\n" not in str(refused.value)
    assert "hello" not in str(refused.value)


@pytest.mark.parametrize("text", ["[doctor] Hello. [patient] Hi.", "[00:12] Doctor: Hello.\n[00:14] Patient: Hi."])
def test_brackets_of_people_are_not_json(text):
    document = Document("visit.txt", text.encode())
    marks = {name: format.recognise(document) for name, format in all_formats().items() if name in SAMPLE_FORMATS}
    assert not any(marks.values())


SAMPLE_FORMATS = {name for name, _ in SAMPLES.values()}


def pieces(data: bytes):
    """Ways to damage a file: cut it, drop, double or swap a stretch, write something else in."""
    places = st.integers(0, len(data))
    junk = st.sampled_from(
        [b"", b"\0", b'"', b"{", b"]", b"<", b"&", b"\xff\xfe", b"null", b"-1e999", b"\xed\xa0\x80"]
    )
    return st.lists(st.tuples(places, places, junk), min_size=1, max_size=4)


def damaged(data: bytes, cuts) -> bytes:
    for start, end, junk in cuts:
        low, high = sorted((start, end))
        data = data[:low] + junk + data[min(high, low + 40) :]
    return data


@pytest.mark.parametrize("sample", SAMPLES)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(sample, data):
    """Through the front door and straight into the format's own reader."""
    name, whole = SAMPLES[sample]
    document = Document("visit", damaged(whole, data.draw(pieces(whole))))
    for format in all_formats().values():
        assert 0 <= format.recognise(document) <= 1
    for reader in (lambda: read_documents([document]), lambda: all_formats()[name].read(document)):
        try:
            reader()
        except OpenRapportError as refused:
            assert "\n" not in str(refused)


def leaves(value, path=()):
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield (*path, key)
            yield from leaves(value[key], (*path, key))


JSONS = sorted(name for name, (_, data) in SAMPLES.items() if data[:1] in b"{[" and name != "convokit")
ODD = st.sampled_from([None, True, 7, -1.5, "", "x", [], {}, [[]], [None], {"a": 1}, 10**30, float("nan")])


@pytest.mark.parametrize("sample", JSONS)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_json_with_odd_values_is_read_or_refused(sample, data):
    name, whole = SAMPLES[sample]
    value = json.loads(whole)
    for path in data.draw(st.lists(st.sampled_from(list(leaves(value))), min_size=1, max_size=3)):
        put(value, path, copy.deepcopy(data.draw(ODD)))
    document = Document("visit", dumped(value))
    for reader in (lambda: read_documents([document]), lambda: all_formats()[name].read(document)):
        try:
            reader()
        except OpenRapportError as refused:
            assert "\n" not in str(refused)


def put(value, path, new):
    for key in path[:-1]:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(value, dict | list):
        try:
            value[path[-1]] = new
        except (IndexError, TypeError):
            return


# Size ---------------------------------------------------------------------------------------------------


def long_textgrid(count):
    head = 'File type = "ooTextFile"\n"TextGrid"\n\n0\n9\n<exists>\n1\n"IntervalTier"\n"Doctor"\n0\n9\n'
    return head + f"{count}\n" + "".join(f'{i}\n{i + 1}\n"Yes ""{i}""."\n' for i in range(count))


def long_elan(count):
    one = (
        '<ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="a" TIME_SLOT_REF2="a"><ANNOTATION_VALUE>Yes.'
        "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
    )
    return f'<ANNOTATION_DOCUMENT><TIER TIER_ID="D">{one * count}</TIER></ANNOTATION_DOCUMENT>'


LONG = {
    "textgrid": long_textgrid,
    "elan": long_elan,
    "chat": lambda count: "@Begin\n" + "*PAR:\tI think so . \x151_2\x15\n" * count,
    "whisper": lambda count: json.dumps({"segments": WHISPER["segments"] * (count // 2)}),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_two_hundred_thousand_turns(name):
    started = time.monotonic()
    got = read_documents([Document("visit", LONG[name](200_000).encode())])
    assert (len(got.turns), got.origin.format) == (200_000, name)
    assert time.monotonic() - started < 60


@pytest.mark.parametrize(
    "text",
    [
        TEXTGRID.replace("What brings you in?", "so " * 1_700_000),
        CHAT.replace("she means", "so " * 1_700_000),
        ELAN.replace("It gives way.", "so " * 1_700_000),
        json.dumps({"segments": [{"start": 0, "end": 1, "text": "so " * 1_700_000}]}),
        'File type = "ooTextFile"\nObject class = "TextGrid"\n' + '"' * 1_000_000,
        "@Begin\n*PAR:\t" + "[<(" * 30_000 + " .",
        "@Begin\n*PAR:\t" + "< " * 30_000 + "[?] .",
    ],
    ids=["textgrid", "chat", "elan", "whisper", "quotes", "brackets", "doubts"],
)
def test_one_endless_line_is_quick(text):
    started = time.monotonic()
    try:
        read_documents([Document("visit", text.encode())])
    except OpenRapportError as refused:
        assert "\n" not in str(refused)
    assert time.monotonic() - started < 30  # what is quadratic takes minutes

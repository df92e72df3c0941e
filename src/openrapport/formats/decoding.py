"""Bytes to text, whatever wrote them: any encoding in use, any line end, and a clear refusal of what is no text.

UTF-8 is tried first and strictly, since hardly anything else passes for it. What is left over is told apart
by its own signs (kana) and by statistics, and the guess is listed as a problem, so that a reader who sees odd
letters knows why.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

from openrapport.encounter import Problem
from openrapport.errors import NotText
from openrapport.formats.document import Document
from openrapport.formats.latin import is_latin, which_latin
from openrapport.formats.signatures import what_it_is

LOOK = 65_536  # bytes looked at to tell text from binary and one encoding from another (our judgement)
CONTROLS = 0.05  # share of control characters above which bytes are no text (our judgement; random bytes: 0.10)
KANA = 0.15  # share of hiragana above which a text is Japanese (our judgement; real text is near half)
NULS = 0.4  # share of NULs below which UTF-8 is UTF-8 with NULs; plain text in UTF-16 has half (our judgement)
STRAY = 0.1  # share of damaged among non-ASCII characters up to which a file is UTF-8 with a few bad bytes

UNPAIRED = 0.3  # share of odd runs of non-ASCII bytes above which they are no pairs; half in Cyrillic (ours)

_WHOLE = "the whole file"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x15\x1a\x1b")) + b"\x7f"  # \x15 stands round CHAT's times
_SURROGATE = re.compile("[\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_COLOUR = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)")
_RUN = re.compile(rb"[\x80-\xff]+")
_RARE = ("utf_7", "johab", "hz", "euc_jis_2004", "euc_jisx0213", "shift_jis_2004", "shift_jisx0213")
_PAIRS = ("cp949", "gb18030", "gbk", "gb2312", "euc_kr")
_HIRAGANA = re.compile("[\u3041-\u3096]")
_NOT_ASCII = re.compile("[^\0-\x7f]")
_LATIN = re.compile(
    r"cp(125[02478]|775|85[028])|iso8859_([1-4]|9|1[03456])|latin_1|mac_(roman|latin2|iceland|turkish)|hp.*"
)


class _Decoded(NamedTuple):
    text: str
    problems: tuple[Problem, ...] = ()


def decode(document: Document) -> str:
    """The document's text: newlines as line ends, no BOM, no NUL, no half characters, no terminal's colours.

    What was mended is added to the document's problems. Raises NotText, naming what the file is, where it
    holds none.
    """
    decoded = _decoded(document)
    text, problems = decoded.text, [*decoded.problems]
    for mend in (_without_nuls, _without_surrogates, _without_colours):
        mended = mend(text)
        text = mended.text
        problems += mended.problems
    document.problems.extend(problems)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def without_surrogates(text: str) -> str:
    """The text with halves of characters joined where both are there, � where one is missing.

    JSON's escapes can bring them (``\\ud83d`` alone), and no encoding can write them.
    """
    if not _SURROGATE.search(text):
        return text
    joined = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return _SURROGATE.sub("\ufffd", joined)


def _decoded(document: Document) -> _Decoded:
    data = document.data
    if named := what_it_is(data):
        what, advice = named
        raise NotText(f"'{document.name}' is {what}, not a transcript. {advice}")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding) or _loosely(data[len(bom) :], encoding)
    for attempt in _ATTEMPTS:
        if decoded := attempt(data):
            return decoded
    if _is_binary(data):
        raise NotText(
            f"'{document.name}' holds no text that can be read. Name a transcript: "
            "text, CSV, captions, Word, or what `openrapport list formats` shows."
        )
    return _by_statistics(data)


def _strictly(data: bytes, encoding: str) -> _Decoded | None:
    """The text where every byte fits, but for half a character at the very end, which is dropped."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        text = decoder.decode(data)
        left = decoder.getstate()[0]
    except UnicodeError:  # not only UnicodeDecodeError: UTF-16 complains so of a missing mark
        return None
    if not left:
        return _Decoded(text)
    half = Problem(
        "the end of the file", "half a character, as if the file were cut off", "dropped it, read the rest"
    )
    return _Decoded(text, (half,))


def _loosely(data: bytes, encoding: str) -> _Decoded:
    text = data.decode(encoding, "replace")
    bad = text.count("\ufffd")
    return _Decoded(text, (Problem(_WHOLE, f"{bad} damaged characters", "put � in their place"),))


def _utf8(data: bytes) -> _Decoded | None:
    if _is_binary(data):
        return None
    return _strictly(data, "utf-8") or _wtf8(data) or _mostly_utf8(data)


def _wtf8(data: bytes) -> _Decoded | None:
    """UTF-8 with halves of characters written as if they were whole ones; `decode` mends those."""
    try:
        return _Decoded(data.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:
        return None


def _mostly_utf8(data: bytes) -> _Decoded | None:
    """UTF-8 into which a few bytes of an old Windows encoding were pasted."""
    text = data.decode("utf-8", "surrogateescape")
    stray, good = 0, 0
    for character in _NOT_ASCII.finditer(text):
        if "\udc80" <= character[0] <= "\udcff":
            stray += 1
        else:
            good += 1
    if stray > STRAY * (good + stray):
        return None
    mended = _SURROGATE.sub(lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    found = f"{stray} bytes that do not belong in UTF-8"
    return _Decoded(mended, (Problem(_WHOLE, found, "read them as Windows letters (cp1252)"),))


def _wide(data: bytes) -> _Decoded | None:
    """UTF-16 and UTF-32 without a mark at their start: their zeros give them away."""
    look = data[:LOOK]
    if b"\0" not in look or _is_utf8_with_nuls(look):
        return None
    low, high = look[::2].count(0), look[1::2].count(0)
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-be" if low > high else "utf-16-le"):
        decoded = _strictly(data, encoding)
        if decoded and decoded.text.strip("\0") and decoded.text.count("\0") < 0.1 * len(decoded.text):
            return decoded
    return None


def _is_utf8_with_nuls(look: bytes) -> bool:
    return look.count(0) < NULS * len(look) and _strictly(look.replace(b"\0", b""), "utf-8") is not None


def _japanese(data: bytes) -> _Decoded | None:
    """Shift-JIS and EUC-JP, which statistics take for Korean where the text is short."""
    for encoding in ("cp932", "euc_jp"):
        decoded = _strictly(data, encoding)
        if decoded and len(_HIRAGANA.findall(decoded.text)) > KANA * len(_NOT_ASCII.findall(decoded.text)):
            return _guessed(decoded, encoding)
    return None


_ATTEMPTS: tuple[Callable[[bytes], _Decoded | None], ...] = (_wide, _utf8, _japanese)


def _by_statistics(data: bytes) -> _Decoded:
    from charset_normalizer import from_bytes

    sample = _sample(data)
    best = None if is_latin(sample) else from_bytes(sample, cp_exclusion=_unlikely(sample)).best()
    encoding = best.encoding if best and not _LATIN.fullmatch(best.encoding) else which_latin(sample)
    for attempt in (encoding, "cp1252", "latin-1"):
        if decoded := _strictly(data, attempt):
            return _guessed(decoded, attempt)
    return _loosely(data, "cp1252")


def _unlikely(sample: bytes) -> list[str]:
    """Encodings that hardly anyone uses, and those of byte pairs where the bytes do not come in pairs."""
    runs = [len(run) for run in _RUN.findall(sample)]
    odd = sum(length % 2 for length in runs)
    return [*_RARE, *(_PAIRS if odd > UNPAIRED * len(runs) else ())]


def _sample(data: bytes) -> bytes:
    """Whole lines round the first letter that is not ASCII: the rest tells nothing apart."""
    first = re.search(rb"[\x80-\xff]", data)
    start = data.rfind(b"\n", 0, first.start() if first else 0) + 1
    start = max(start, (first.start() if first else 0) - LOOK // 2)
    end = data.find(b"\n", start + LOOK)
    return data[start : end if 0 <= end < start + 2 * LOOK else start + LOOK]


def _guessed(decoded: _Decoded, encoding: str) -> _Decoded:
    guess = Problem(
        _WHOLE,
        "its letters are not in UTF-8, and it does not say in what",
        f"read it as {encoding}; save it as UTF-8 where letters look wrong",
    )
    return _Decoded(decoded.text, (guess, *decoded.problems))


def _is_binary(data: bytes) -> bool:
    look = data[:LOOK]
    if b"\0" in look and _is_utf8_with_nuls(look):
        look = look.replace(b"\0", b"")
    return len(look) - len(look.translate(None, _CONTROLS)) > CONTROLS * len(look)


def _without_nuls(text: str) -> _Decoded:
    nuls = text.count("\0")
    text = text.rstrip("\x1a") if text.endswith("\x1a") else text
    if not nuls:
        return _Decoded(text)
    line = text.count("\n", 0, text.find("\0")) + 1
    found = f"{nuls} NUL characters, which are no text" if nuls > 1 else "a NUL character, which is no text"
    return _Decoded(text.replace("\0", ""), (Problem(f"line {line}", found, "left out"),))


def _without_surrogates(text: str) -> _Decoded:
    mended = without_surrogates(text)
    if mended is text:
        return _Decoded(text)
    first = _SURROGATE.search(text)
    line = text.count("\n", 0, first.start() if first else 0) + 1
    problem = Problem(f"line {line}", "half a character (a lone surrogate)", "mended, or � put in its place")
    return _Decoded(mended, (problem,))


def _without_colours(text: str) -> _Decoded:
    """The text as a terminal would show it: what was copied from one can hold its signs for colours."""
    first = _COLOUR.search(text) if "\x1b" in text else None
    if not first:
        return _Decoded(text)
    line = text.count("\n", 0, first.start()) + 1
    return _Decoded(_COLOUR.sub("", text), (Problem(f"line {line}", "signs that colour a terminal", "left out"),))

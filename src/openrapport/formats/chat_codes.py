"""CHAT's codes taken out of a line: what was said stays, what CHAT notes about it becomes a mark or goes.

The CHAT manual of TalkBank (MacWhinney) names the codes. Words that were said and taken back ("<the> [//]")
were said, so they stay; fragments of words, omitted words and the code of the other's "mhm" inside a turn are
not this speaker's words, so they go. pylangacq's `audible` is the tests' second opinion.
"""

from __future__ import annotations

import re

_GROUP_IN_DOUBT = re.compile(r"<([^<>]*)>\s*\[\?\]")
_WORD_IN_DOUBT = re.compile(r"(?<!\S)(\S+)\s*\[\?\]")
_MANNER = re.compile(r"\[=!\s*([^\[\]]*)\]")
_CODE = re.compile(r"\[(?!\?\])[^\[\]]*\]")
_UNSURE, _SURE = "\ue000", "\ue001"  # stand for <UNSURE> tags while other angle brackets are taken out

_PAUSE = re.compile(r"\((?:\.{1,3}|\d+(?:[.:]\d*)*)\)")
_ENDING = re.compile(r"\+(?P<what>\S*?)(?P<sign>[.?!]?)")
_OMITTED = re.compile(r"0(?:[^\W\d_].*)?")
_NOTATION = re.compile(r"[\^ˈˌ↑↓↗↘→⌈⌉⌊⌋≈≋∆∇°▔☺♋∬§∙⁎⁇⁑∾↫ʔ]")
_BEFORE_PUNCTUATION = re.compile(r" (?=[.,?!;])")
_LENGTHENED = re.compile(r"(?<=[^\W\d_]):+")
_PUNCTUATION = {"„": ",", "‡": ",", ".": ".", ",": ",", "?": "?", "!": "!", ";": ";", ":": ""}
_BLANK = frozenset({"xxx", "xx", "yyy", "yy", "www"})


def plain(line: str) -> str:
    """A main line's words and punctuation, with marks as `take_marks` knows them.

    >>> plain("&-uh <the dog> [/] the dog (be)cause xxx &=laughs gonna [: going to] go +/.")
    'uh the dog the dog because xxx [laughs] gonna go —'
    """
    line = _MANNER.sub(_as_event, line)
    line = _CODE.sub(" ", line)
    line = _GROUP_IN_DOUBT.sub(rf" {_UNSURE} \1 {_SURE} ", line)
    line = _WORD_IN_DOUBT.sub(rf" {_UNSURE} \1 {_SURE} ", line)
    line = line.replace("<", " ").replace(">", " ")
    said = " ".join(filter(None, map(_said, line.split())))
    said = _BEFORE_PUNCTUATION.sub("", said)
    said = said.replace(f"{_UNSURE} ", "<UNSURE>").replace(f" {_SURE}", "</UNSURE>")
    return said.replace(_UNSURE, "").replace(_SURE, "")


def _as_event(manner: re.Match[str]) -> str:
    return " &=" + "_".join(manner[1].split()) + " "


def _said(token: str) -> str:
    if token in (_UNSURE, _SURE):
        return token
    if token in _PUNCTUATION:
        return _PUNCTUATION[token]
    if _PAUSE.fullmatch(token):
        return "(.)"
    if token.startswith("&"):
        return _spoken_code(token)
    if token.startswith("+"):
        return _ending(token)
    if _OMITTED.fullmatch(token):
        return ""
    return _word(token)


def _spoken_code(token: str) -> str:
    if token.startswith("&="):
        return "[" + re.sub(r"[:_]+", " ", token[2:]).strip() + "]"
    if token.startswith("&-"):
        return _word(token[2:])
    return "" if token[1:2] in ("+", "~", "*", "{", "}", "") else _word(token[1:])


def _ending(token: str) -> str:
    """ "+/." was cut off by the other, "+..." trails off, "+<" and its like only link lines."""
    match = _ENDING.fullmatch(token)
    if not match:
        return _word(token[1:])
    question = "?" if match["sign"] == "?" else ""
    if match["what"] in ("/", "//") and token not in ("+//.", "+//?"):
        return f"{question} —".strip()
    return question or (match["sign"] if match["what"].startswith('"') else "")


def _word(token: str) -> str:
    token = token.partition("@")[0]
    if token.rstrip(".,?!").lower() in _BLANK:
        return "xxx"
    token = _NOTATION.sub("", token.replace("(", "").replace(")", ""))
    return _LENGTHENED.sub("", token).replace("_", " ").replace("+", " ").strip()

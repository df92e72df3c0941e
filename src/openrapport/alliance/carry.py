"""``carry.toml``: what one visit hands to the next. People edit it by hand, so it says how in its first lines."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from openrapport.alliance.fact import SharedFact
from openrapport.alliance.promise import Promise
from openrapport.catalogue import document
from openrapport.errors import BadDocument, MissingFile, NoPermission, NotAFile, OpenRapportError

_HOW_TO = """\
# What this visit hands to the next. Nothing of it is kept unless you say so:
# write confirmed = true where it is right and the patient would not mind, give it your
# own words with in_short = "…" if you like, and delete the rest.
"""
_UNPRINTABLE = re.compile("[\x7f-\x9f\ud800-\udfff\u2028\u2029]")


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Carry:
    """The promises and facts of one visit.

    visit  what people call it: by default the transcript's file name
    date   of the visit, where known
    """

    promises: tuple[Promise, ...] = ()
    facts: tuple[SharedFact, ...] = ()
    visit: str = ""
    date: datetime.date | None = None
    carry: Literal[1] = 1

    @property
    def confirmed(self) -> Carry:
        """The same with only what the clinician confirmed."""
        return replace(
            self,
            promises=tuple(promise for promise in self.promises if promise.confirmed),
            facts=tuple(fact for fact in self.facts if fact.confirmed),
        )


def read_carry(path: str | Path) -> Carry:
    """The carry in a file. Raises MissingFile, NotAFile, NoPermission, or BadDocument naming file and key."""
    name = Path(path).name
    try:
        text = Path(path).read_text("utf-8-sig")
    except OSError as refused:
        raise _refusal(str(path), refused) from None
    except UnicodeDecodeError:
        raise BadDocument(f"{name} is not text in UTF-8. Save it as UTF-8 and try again.") from None
    return document(text, Carry, name, private=True)


def _refusal(path: str, refused: OSError) -> OpenRapportError:
    if isinstance(refused, FileNotFoundError):
        return MissingFile(f"There is no file '{path}'. `openrapport review FILE --carry-out {path}` makes one.")
    if isinstance(refused, PermissionError):
        return NoPermission(f"You may not read '{path}'. Ask its owner, or copy it to a folder of your own.")
    return NotAFile(f"'{path}' cannot be read: {refused.strerror}. Name a carry.toml.")


def carry_to_toml(carry: Carry) -> str:
    """The carry as TOML, for a person to go through; `read_carry` of it gives it back."""
    return "\n".join([_HOW_TO, *_lines(carry)]) + "\n"


def _lines(carry: Carry) -> Iterator[str]:
    yield f"carry = {carry.carry}"
    yield f"visit = {_quoted(carry.visit)}"
    if carry.date:
        yield f"date = {carry.date.isoformat()}"
    for promise in carry.promises:
        yield from _table("promises", promise)
    for fact in carry.facts:
        yield from _table("facts", fact)


def _table(name: str, one: Promise | SharedFact) -> Iterator[str]:
    yield f"\n[[{name}]]"
    yield f"quote = {_quoted(one.quote)}"
    yield f"turn = {one.turn}"
    yield f"speaker = {_quoted(one.speaker)}"
    yield f"confirmed = {'true' if one.confirmed else 'false'}"
    if one.in_short:
        yield f"in_short = {_quoted(one.in_short)}"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, and what JSON leaves raw and TOML minds is escaped."""
    return _UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\\uFFFD" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04X}"

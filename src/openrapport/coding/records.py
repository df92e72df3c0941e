"""Coded files: one JSON line a turn, as `openrapport code --format jsonl` writes and `--codes` reads.

The same lines carry a person's codes back: with `coded` alone an act is there or not; with `acts` it has a
probability. Every line says which file it was made on and how its rows were joined, so that codes of one file
are refused on another.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType

import numpy as np

from openrapport.coding.act import load_codebook
from openrapport.coding.coded import Card, CodedEncounter, Reliability, human_card
from openrapport.encounter import Encounter, Turn
from openrapport.errors import BadDocument, OtherSource

PLACES = 4
KEYS = frozenset("turn speaker role start end text acts coded source join rows marks not_coded coder".split())


def to_jsonl(coded: CodedEncounter, without_words: bool = False) -> Iterator[str]:
    """One line of JSON a turn, in order; `without_words` leaves out words, marks and speaker labels."""
    for index in range(len(coded.encounter.turns)):
        yield json.dumps(_record(coded, index, without_words), ensure_ascii=False, allow_nan=False)


def _record(coded: CodedEncounter, index: int, without_words: bool) -> dict[str, object]:
    turn, origin = coded.encounter.turns[index], coded.encounter.origin
    acts = load_codebook().of(turn.role) if index not in coded.not_coded else ()
    record: dict[str, object] = {
        "turn": index,
        "speaker": turn.speaker,
        "role": turn.role.value if turn.role else None,
        "start": turn.start,
        "end": turn.end,
        "text": turn.text,
        "acts": {act: round(float(coded.p(act)[index]), PLACES) for act in acts if act in coded.acts},
        "coded": list(coded.coded(index)),
        "source": origin.digest,
        "join": coded.encounter.join.value,
        "coder": coded.card.name,
    }
    if turn.rows:
        record["rows"] = list(turn.rows)
    if turn.marks:
        record["marks"] = [asdict(mark) for mark in turn.marks]
    if index in coded.not_coded:
        record["not_coded"] = coded.not_coded[index]
    left_out = {"speaker", "text", "marks"} if without_words else set()
    return {key: value for key, value in record.items() if key not in left_out}


@dataclass(frozen=True)
class _Line:
    """One line of a coded file: what it says of its turn, and where it stands."""

    number: int
    said: Mapping[str, object]

    def wrong(self, what: str) -> BadDocument:
        """The refusal of this line."""
        return BadDocument(f"Line {self.number} of the codes: {what}")


def from_jsonl(text: str, encounter: Encounter) -> CodedEncounter:
    """The codes in `text`, one JSON line a turn, on `encounter`, whose roles are known.

    A first line without a turn may say of all what every line may say: {"coder": …, "source": …, "join": …}.
    Where every act is there or not, the card is a person's; where there are probabilities, it is that of a
    coder of that name, each act's threshold as its lines show it, reliability not known. Raises OtherSource
    where the codes were made on another file, on another join, or have another number of turns; BadDocument
    naming the line for anything else that does not fit.
    """
    lines = [_parsed(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    for line in lines:
        _refuse_other_source(line, encounter)
    turns = lines[1:] if lines and not {"turn", "acts", "coded", "not_coded"} & set(lines[0].said) else lines
    _refuse_other_turns(turns, encounter)
    acts = tuple(load_codebook().acts)
    rows = [_probabilities(line, turn) for line, turn in zip(turns, encounter.turns, strict=True)]
    table = np.array([[row.get(act, 0.0) for act in acts] for row in rows]).reshape(len(rows), len(acts))
    not_coded = {i: str(line.said["not_coded"]) for i, line in enumerate(turns) if line.said.get("not_coded")}
    name = next((str(line.said["coder"]) for line in lines if line.said.get("coder")), "a person")
    card = _card(name, turns, rows)
    return CodedEncounter(encounter, acts, table, card, MappingProxyType(not_coded))


def _parsed(number: int, line: str) -> _Line:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        raise BadDocument(f"Line {number} of the codes is not JSON. Write one object a turn.") from None
    if not isinstance(said, dict):
        raise BadDocument(f"Line {number} of the codes is not an object. Write one object a turn.")
    unknown = sorted(set(said) - KEYS)
    if unknown:
        raise BadDocument(f"Line {number} of the codes: '{unknown[0][:40]}' is not a key. Known: {sorted(KEYS)}.")
    return _Line(number, said)


def _refuse_other_source(line: _Line, encounter: Encounter) -> None:
    source, join, name = line.said.get("source"), line.said.get("join"), encounter.origin.name
    if source and source != encounter.origin.digest:
        raise OtherSource(f"These codes were made on another file than '{name}' (its hash differs).")
    if join and join != encounter.join.value:
        raise OtherSource(
            f"These codes were made on '{name}' joined by '{join}', this is '{encounter.join}'. "
            f"Give --join {join}."
        )


def _refuse_other_turns(lines: Sequence[_Line], encounter: Encounter) -> None:
    if len(lines) != len(encounter.turns):
        raise OtherSource(
            f"These codes have {len(lines)} turns, '{encounter.origin.name}' has {len(encounter.turns)}. "
            "Code the same file, with the same --join."
        )
    for index, (line, turn) in enumerate(zip(lines, encounter.turns, strict=True)):
        if line.said.get("turn", index) != index:
            raise line.wrong(f"turn {index} should stand here. Write every turn once, in order, from 0.")
        if line.said.get("text") not in (None, turn.text):
            raise OtherSource(
                f"Turn {index} of these codes has other words than '{encounter.origin.name}' has there."
            )


def _probabilities(line: _Line, turn: Turn) -> dict[str, float]:
    """The acts of one line with their probabilities; those of `acts` where it is there, else `coded` with 1."""
    coded = line.said.get("coded") or []
    if not isinstance(coded, list) or not all(isinstance(act, str) for act in coded):
        raise line.wrong('\'coded\' is not a list of acts. Write "coded": ["empathy"].')
    given = line.said.get("acts") or dict.fromkeys(coded, 1.0)
    if not isinstance(given, dict):
        raise line.wrong('\'acts\' are not acts with probabilities. Write "acts": {"empathy": 0.9}.')
    for act in [*given, *coded]:
        _refuse_act(line, act, turn)
    return {act: _share(line, act, p) for act, p in given.items()}


def _refuse_act(line: _Line, act: str, turn: Turn) -> None:
    book = load_codebook()
    if act not in book.acts:
        raise line.wrong(f"no act is called '{act[:40]}'; `openrapport list acts` names them.")
    if act not in book.of(turn.role):
        who = f"a {turn.role}'s" if turn.role else "of a speaker whose role is not known"
        raise line.wrong(f"'{act}' is a {book.acts[act].who}'s act, and the turn is {who}.")


def _share(line: _Line, act: str, p: object) -> float:
    if isinstance(p, bool) or not isinstance(p, int | float) or not math.isfinite(p) or not 0 <= p <= 1:
        raise line.wrong(f"the probability of '{act}' is not a number from 0 to 1.")
    return float(p)


def _card(name: str, lines: Sequence[_Line], rows: Sequence[Mapping[str, float]]) -> Card:
    acts = {act: Reliability(_threshold(act, lines, rows)) for act in load_codebook().acts}
    if all(p in (0.0, 1.0) for row in rows for p in row.values()):
        return human_card(name)
    return Card(name, "", load_codebook().version, MappingProxyType(acts), "not stated in the file of codes.")


def _threshold(act: str, lines: Sequence[_Line], rows: Sequence[Mapping[str, float]]) -> float:
    """The least probability with which the lines call `act` coded. Raises BadDocument where that is no threshold.

    It is none where another line gives the act a higher probability and does not call it coded: then somebody
    changed `coded` and left `acts`, and it is not for us to say which was meant.
    """
    called = [
        (row.get(act, 0.0), act in line.said["coded"], line)  # type: ignore[operator] # seen to be a list
        for line, row in zip(lines, rows, strict=True)
        if line.said.get("acts") and "coded" in line.said and (act in row or act in line.said["coded"])  # type: ignore[operator]
    ]
    least = min((p for p, is_coded, _ in called if is_coded), default=None)
    highest = max((p for p, is_coded, _ in called if not is_coded), default=0.0)
    if least is None:
        return min(1.0, highest + 10.0**-PLACES) if called else 0.5
    if highest > least or least == 0.0:
        line = next(line for p, is_coded, line in called if is_coded and p == least)
        raise line.wrong(f"'coded' and 'acts' differ about '{act}'. Take 'acts' out of the lines you changed.")
    return least

"""Conversations whose speakers are known, and the same ones made harder: cut, unpunctuated, with a third voice."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from training.data import DATA


@dataclass(frozen=True)
class Talk:
    """One conversation, labels known: (who, words) turn by turn, who being C, P or K (beside the patient)."""

    corpus: str
    group: str
    turns: tuple[tuple[str, str], ...]

    def cut(self, turns: int | None) -> Talk:
        """Its first turns alone."""
        return replace(self, turns=self.turns[:turns])

    def unmarked(self) -> Talk:
        """As a recogniser without punctuation would write it."""
        return replace(self, turns=tuple((who, re.sub(r"[.?!,]", "", t).lower()) for who, t in self.turns))

    @property
    def said(self) -> dict[str, list[str]]:
        """What each speaker says."""
        found: dict[str, list[str]] = {}
        for who, text in self.turns:
            found.setdefault(who, []).append(text)
        return found


def primock() -> Iterator[Talk]:
    """PriMock57: one TextGrid a speaker."""
    for path in sorted((DATA / "primock57").glob("*_doctor.TextGrid")):
        rows = _intervals(path, "C") + _intervals(path.with_name(path.name.replace("doctor", "patient")), "P")
        turns = tuple((who, text) for _, who, text in sorted(rows, key=lambda row: (row[0], row[1])))
        yield Talk("primock57", path.name, turns)


def _intervals(path: Path, who: str) -> list[tuple[float, str, str]]:
    found = re.findall(r'xmin = ([\d.]+)\s+xmax = [\d.]+\s+text = "((?:[^"]|"")*)"', path.read_text("utf-8"))
    cleaned = [(float(start), re.sub(r"<[^>]*>", "", text).strip()) for start, text in found]
    return [(start, who, text) for start, text in cleaned if text]


def osce() -> Iterator[Talk]:
    """Simulated OSCE interviews: tagged lines."""
    for path in sorted((DATA / "osce").glob("*.txt")):
        pieces = re.split(r"^\s*([DP])\s*:", path.read_bytes().decode("utf-8", "replace"), flags=re.M | re.I)
        pairs = zip(pieces[1::2], pieces[2::2], strict=True)
        turns = tuple(("C" if tag.upper() == "D" else "P", " ".join(text.split())) for tag, text in pairs)
        yield Talk("osce", path.name, turns)


def annomi() -> Iterator[Talk]:
    """AnnoMI: one row an utterance and annotator; the first annotator's rows are enough for who spoke."""
    rows: dict[str, dict[int, tuple[str, str]]] = defaultdict(dict)
    group: dict[str, str] = {}
    with (DATA / "annomi.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            who = "C" if row["interlocutor"] == "therapist" else "P"
            rows[row["transcript_id"]].setdefault(int(row["utterance_id"]), (who, row["utterance_text"]))
            group[row["transcript_id"]] = row["video_url"]
    for talk, turns in rows.items():
        yield Talk("annomi", group[talk], tuple(turns[index] for index in sorted(turns)))


def aci() -> Iterator[Talk]:
    """ACI-Bench, people's transcripts: `[doctor]`, `[patient]` and `[patient_guest]` inside one cell."""
    for path in sorted((DATA / "aci_pairs").glob("*_humantrans.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield Talk("aci", row["id"], tuple(aci_turns(row["dialogue"])))


def aci_turns(dialogue: str) -> Iterator[tuple[str, str]]:
    """(who, words) for every tag of a cell; the tokens' spaces before punctuation and n't taken out."""
    who = {"doctor": "C", "patient": "P", "patient_guest": "K"}
    pieces = re.split(r"\[(doctor|patient_guest|patient)\]", dialogue)
    for tag, text in zip(pieces[1::2], pieces[2::2], strict=True):
        joined = re.sub(r"\s+(n't\b|[.,?!;:])", r"\1", " ".join(text.split()))
        if joined:
            yield who[tag], joined


TURNED = 0.6  # share of a companion's turns that speak of the patient (our judgement)
_TURNED = dict(
    pair.split("=")
    for pair in """i=he i'm=he's i've=he's i'd=he'd i'll=he'll my=his me=him mine=his myself=himself am=is
    have=has""".split()
)


def with_companion(talk: Talk, seed: int) -> Talk:
    """The same talk where stretches of the patient's answers come from someone speaking for them.

    A stand-in for real three-way talk: most turns of a stretch go into the third person, word by word; the
    others stay, as companions speak of themselves too.
    """
    random = np.random.default_rng(seed)
    share, speaks, turns = random.uniform(0.15, 0.7), False, []
    for who, text in talk.turns:
        if who == "C":
            speaks = bool(random.random() < share)
        elif speaks and random.random() < TURNED:
            text = " ".join(_TURNED.get(word.lower(), word) for word in text.split())
        turns.append(("K" if who == "P" and speaks else who, text))
    return replace(talk, turns=tuple(turns))


def with_colleague(talk: Talk, seed: int) -> Talk:
    """The same talk with the clinician's part shared between two, who hand over once or twice."""
    random = np.random.default_rng(seed)
    first, last = sorted(random.uniform(0.2, 0.8, 2))
    length = len(talk.turns)
    return replace(
        talk,
        turns=tuple(
            ("D" if who == "C" and first < index / length < max(last, first + 0.2) else who, text)
            for index, (who, text) in enumerate(talk.turns)
        ),
    )

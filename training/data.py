"""The talk that the coder learns from, read from the data folder (OPENRAPPORT_DATA, or ../shared/data).

Four sources: AnnoMI (people's codes, the experts' majority), the acts of our codebook for 14 conversations
(two passes of language models), the codebook's own examples and near misses, and turns written for rare acts
(``acts/``, our own words). For every turn and act it is
known that the act is there, known that it is not, or not known; what is not known is never learnt from.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from openrapport.coding import Codebook, load_codebook
from openrapport.coding.ngram_features import Context, contexts
from openrapport.encounter import Encounter, Role, Turn
from openrapport.formats.marks import take_marks

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("OPENRAPPORT_DATA", ROOT.parent / "shared" / "data"))

ANNOMI_ACTS = {
    ("question_subtype", "open"): "question_open",
    ("question_subtype", "closed"): "question_closed",
    ("reflection_subtype", "simple"): "reflection_simple",
    ("reflection_subtype", "complex"): "reflection_complex",
    ("therapist_input_subtype", "information"): "information",
    ("therapist_input_subtype", "advice"): "advice",
    ("therapist_input_subtype", "options"): "choice",
    ("therapist_input_subtype", "negotiation"): "choice",
    ("client_talk_type", "change"): "change_talk",
    ("client_talk_type", "sustain"): "sustain_talk",
}
WRITTEN = ROOT / "training" / "acts"
OWN_WORDS = ("codebook", "written")  # always learnt from, never scored or calibrated on
BEHAVIOURS = ("question", "reflection", "therapist_input", "other")
CLIENT_TALK = ("change", "neutral", "sustain")


@dataclass(frozen=True)
class Row:
    """One turn to learn from or be scored on.

    group     what is never split between training and test: a video, a consultation, or an act's examples
    where     the conversation, and the turn's index in it
    source    "annomi", "acts", "codebook" or "written"
    known     for each act whether it is there; acts left out are not known
    classes   AnnoMI's own class of the turn ("question", "change" …), "" elsewhere
    """

    context: Context
    group: str
    where: tuple[str, int]
    source: str
    known: Mapping[str, bool] = field(default_factory=dict)
    classes: str = ""

    @property
    def clinician(self) -> bool:
        """Whose turn it is."""
        return self.context.turn.role is Role.CLINICIAN

    def unmarked(self) -> Row:
        """The same without question marks, as many recognisers write it."""
        heard = self.context
        turns = [turn and replace(turn, text=turn.text.replace("?", " ")) for turn in (heard.before, heard.own)]
        turn = replace(heard.turn, text=heard.turn.text.replace("?", " "))
        return replace(self, context=Context(turn, *turns, heard.goes_on))


def available() -> bool:
    """Whether the data folder is there."""
    return (DATA / "annomi.csv").is_file() and (DATA / "acts_dev.tsv").is_file()


@cache
def all_rows() -> tuple[Row, ...]:
    """Everything there is to learn from."""
    return (*annomi_rows(), *acts_rows(), *codebook_rows(load_codebook()), *written_rows("writer_*.jsonl"))


def annomi_rows() -> Iterator[Row]:
    """AnnoMI, one row a turn, the majority of its annotators."""
    for transcript, said in _annomi().items():
        heard = contexts(_encounter((_role_in_annomi(one[0]), one[0]["utterance_text"]) for one in said))
        for index, (context, codes) in enumerate(zip(heard, said, strict=True)):
            clinician = context.turn.role is Role.CLINICIAN
            own = _majority(codes, "main_therapist_behaviour" if clinician else "client_talk_type")
            where = (f"annomi-{transcript}", index)
            yield Row(context, codes[0]["video_url"], where, "annomi", _known(codes, clinician), own)


def _known(codes: list[dict[str, str]], clinician: bool) -> dict[str, bool]:
    columns = {column for column, _ in ANNOMI_ACTS if (column == "client_talk_type") != clinician}
    there = {ANNOMI_ACTS.get((column, _majority(codes, column))) for column in columns}
    return {act: act in there for (column, _), act in ANNOMI_ACTS.items() if column in columns}


def _majority(codes: list[dict[str, str]], column: str) -> str:
    """What most annotators say; of equals, the first in the alphabet."""
    counts = Counter(code[column] for code in codes)
    return min(counts, key=lambda value: (-counts[value], value))


@cache
def _annomi() -> Mapping[int, list[list[dict[str, str]]]]:
    turns: dict[int, dict[int, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    with (DATA / "annomi.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            turns[int(row["transcript_id"])][int(row["utterance_id"])].append(row)
    return {transcript: [said[i] for i in sorted(said)] for transcript, said in sorted(turns.items())}


def _role_in_annomi(row: Mapping[str, str]) -> Role:
    return Role.CLINICIAN if row["interlocutor"] == "therapist" else Role.PATIENT


def acts_rows() -> Iterator[Row]:
    """The turns of ``acts_dev.tsv``; what only one of its two passes found is not known."""
    with (DATA / "acts_dev.tsv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file, delimiter="\t"))
    for row in listed:
        conversation, _, number = row["turn"].partition(":")
        group, turns = _conversation(conversation)
        context = turns[int(number)]
        there, unsure = _split(row["both"]), _split(row["either_only"])
        acts = load_codebook().of(context.turn.role)
        known = {act: act in there for act in acts if act not in unsure}
        yield Row(context, group, (conversation, int(number)), "acts", known)


def _split(cell: str) -> set[str]:
    return set(cell.split(",")) - {"-", ""}


@cache
def _conversation(name: str) -> tuple[str, dict[int, Context]]:
    """Its group, and its turns with their context, by the number that the file of acts gives them."""
    corpus, _, rest = name.partition("-")
    if corpus == "primock":
        return name, dict(enumerate(contexts(_encounter(primock_turns(rest)))))
    said = _annomi()[int(rest)]
    heard = contexts(_encounter((_role_in_annomi(one[0]), one[0]["utterance_text"]) for one in said))
    return said[0][0]["video_url"], {int(one[0]["utterance_id"]): c for one, c in zip(said, heard, strict=True)}


def primock_turns(consultation: str) -> list[tuple[Role, str]]:
    """A consultation's non-empty intervals in order of start, the doctor first at a tie."""
    found = []
    for role, speaker in ((Role.CLINICIAN, "doctor"), (Role.PATIENT, "patient")):
        text = (DATA / "primock57" / f"{consultation}_{speaker}.TextGrid").read_text("utf-8")
        intervals = re.findall(r'xmin = ([\d.]+)\s+xmax = [\d.]+\s+text = "((?:[^"]|"")*)"', text)
        found += [(float(start), role, said.replace('""', '"')) for start, said in intervals if said.strip()]
    return [(role, said) for _, role, said in sorted(found, key=lambda one: one[0])]


def codebook_rows(codebook: Codebook) -> Iterator[Row]:
    """The examples and near misses of every act; each says something of that act alone."""
    for name, act in codebook.acts.items():
        mine, other = Role.CLINICIAN, Role.PATIENT
        if act.who == "patient":
            mine, other = other, mine
        for there, examples in ((True, act.examples), (False, act.near)):
            for number, example in enumerate(examples):
                said = [(other, example.before)] if example.before else []
                *_, context = contexts(_encounter([*said, (mine, example.text)]))
                where = (f"{name} {'example' if there else 'near miss'}", number)
                yield Row(context, f"codebook {name}", where, "codebook", {name: there})


def written_rows(files: str) -> Iterator[Row]:
    """Turns written for rare acts: of each it is known which of the acts that its writer wrote for it carries.

    Other acts are left unknown: writers were not asked to agree on them.
    """
    for file in sorted(WRITTEN.glob(files)):
        lines = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
        targets = {line["target"] for line in lines}
        for number, line in enumerate(lines):
            role = Role(line["role"])
            said = [(Role(one["role"]), one["text"]) for one in line["before"]]
            *_, context = contexts(_encounter([*said, (role, line["text"])]))
            known = {act: act in line["acts"] for act in load_codebook().of(role) if act in targets}
            yield Row(context, f"written {file.stem}", (f"{file.stem} {line['target']}", number), "written", known)


def _encounter(said: Iterable[tuple[Role, str]]) -> Encounter:
    return Encounter(tuple(Turn(role.value, take_marks(text)[0], role) for role, text in said))

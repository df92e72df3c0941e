"""What a recogniser's wrong speaker labels do to each measure: `python -m training.label_error`.

28 visits of ACI-Bench exist as a recogniser heard them and as people wrote them down. The recogniser's words
are aligned with the people's and given the people's labels; both versions, the same words under two sets of
labels, are then coded and measured, and what a measure changes by is its label error. Who is who among the
recogniser's labels is told as in a review: by the words, and by a person where they do not tell. Writes
``src/openrapport/measures/label_error.toml``; prints how many words stand under a wrong role.
"""

from __future__ import annotations

import csv
import math
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby

from openrapport.coding.coder import Coder
from openrapport.coding.roles import cast
from openrapport.encounter import Encounter, Origin, Role, Turn
from openrapport.errors import WhoSpoke
from openrapport.measures import Measure, Measurements, measure
from openrapport.measures.label_error import ON_THE_SCALE
from training.data import DATA, ROOT

TARGET = ROOT / "src" / "openrapport" / "measures" / "label_error.toml"
FEWEST_VISITS = 8  # visits below which a measure takes the median of the others (our judgement)
ROLES = {"doctor": Role.CLINICIAN, "patient": Role.PATIENT, "patient_guest": Role.COMPANION}
HEAD = """# What a recogniser's wrong speaker labels change, as a root mean square over visits: of the value for
# shares and likeness, of its logarithm for all else (visits where either value is 0 are then left out).
# Made on {day} by `python -m training.label_error` from {n} visits of ACI-Bench (Yim et al. 2023, CC BY 4.0)
# that were written down both by people and by a recogniser: the recogniser's words under its own labels and
# under the people's. {error}
# After each figure: the visits it stands on. Measures with fewer than {fewest} take "other", the median.
"""

Label = str
Word = tuple[str, Label]  # a word with the punctuation that follows it, and who said it


def visits() -> dict[str, tuple[list[Word], list[Word]]]:
    """Per visit the recogniser's and the people's words with their labels."""
    heard, written = _cells("*_asr.csv"), _cells("*_humantrans.csv")
    return {name: (tagged(heard[name]), tagged(written[name])) for name in sorted(heard.keys() & written.keys())}


def _cells(files: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((DATA / "aci_pairs").glob(files)):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {row["id"]: row["dialogue"] for row in csv.DictReader(file)}
    return found


def tagged(dialogue: str) -> list[Word]:
    """The words of a cell, each with the tag before it; lone punctuation joins the word before."""
    pieces = re.split(rf"\[({'|'.join(ROLES)})\]", dialogue)
    found: list[Word] = []
    for label, text in zip(pieces[1::2], pieces[2::2], strict=True):
        for token in text.split():
            if found and not any(letter.isalnum() for letter in token) and found[-1][1] == label:
                found[-1] = (found[-1][0] + token, label)
            else:
                found.append((token, label))
    return found


def relabelled(heard: Sequence[Word], written: Sequence[Word]) -> list[Word]:
    """The recogniser's words under the people's labels.

    A stretch that the two have differently takes the labels in proportion; words that only the recogniser has
    take the label of the word before.
    """
    labels: list[Label] = []
    matcher = SequenceMatcher(None, [_plain(w) for w, _ in heard], [_plain(w) for w, _ in written], autojunk=False)
    for _, start, end, theirs, until in matcher.get_opcodes():
        for place in range(end - start):
            if until > theirs:
                labels.append(written[theirs + place * (until - theirs) // (end - start)][1])
            else:
                labels.append(labels[-1] if labels else written[0][1])
    return [(word, label) for (word, _), label in zip(heard, labels, strict=True)]


def _plain(word: str) -> str:
    return "".join(letter for letter in word.lower() if letter.isalnum())


def by_people(name: str, spoken: Sequence[Word]) -> Encounter:
    """Words under the people's labels, which are roles; a guest who speaks alone stands for the patient."""
    alone = {label for _, label in spoken}.isdisjoint({"patient"})
    roles = {**ROLES, "patient_guest": Role.PATIENT} if alone else ROLES
    found = _turns(name, spoken)
    return replace(found, turns=tuple(replace(turn, role=roles[turn.speaker]) for turn in found.turns))


def by_machine(name: str, spoken: Sequence[Word], right: Encounter) -> tuple[Encounter, bool]:
    """Words under the recogniser's labels, and whether a person had to be asked who is who.

    Where the words do not tell, that person says rightly whose label most of the clinician's words have.
    """
    found = _turns(name, spoken)
    try:
        return cast(found), False
    except WhoSpoke:
        mostly = Counter(
            label for (_, label), role in zip(spoken, roles_by_word(right), strict=True) if role is Role.CLINICIAN
        )
        return cast(found, clinician=[mostly.most_common(1)[0][0]]), True


def _turns(name: str, spoken: Iterable[Word]) -> Encounter:
    """Words cut into turns where the label changes."""
    turns = tuple(
        Turn(label, " ".join(word for word, _ in group))
        for label, group in groupby(spoken, key=lambda word: word[1])
    )
    return Encounter(turns, Origin(name))


def roles_by_word(found: Encounter) -> list[Role | None]:
    """The role of every word."""
    return [turn.role for turn in found.turns for _ in turn.text.split()]


def wrong(machine: Encounter, people: Encounter) -> float:
    """The share of words under a wrong role."""
    pairs = zip(roles_by_word(machine), roles_by_word(people), strict=True)
    return statistics.fmean(mine is not theirs for mine, theirs in pairs)


def versions() -> tuple[list[tuple[Encounter, Encounter]], int]:
    """(the recogniser's, the people's) version of every visit, and how often a person had to be asked.

    Visits whose words the recogniser put under one label are left out: nothing in them is measurable.
    """
    pairs, asked = [], 0
    for name, (heard, written) in visits().items():
        people = by_people(name, relabelled(heard, written))
        machine, was_asked = by_machine(name, heard, people)
        if machine.cast:
            pairs.append((machine, people))
            asked += was_asked
    return pairs, asked


def changes(before: Measurements, after: Measurements) -> Iterator[tuple[Measure, float]]:
    """By how much each measure that hangs on who spoke differs, where both have a value."""
    for one, other in zip(before, after, strict=True):
        if one.measure.speakers and one.value is not None and other.value is not None:
            if one.measure.unit in ON_THE_SCALE:
                yield one.measure, one.value - other.value
            elif one.value > 0 and other.value > 0:
                yield one.measure, math.log(one.value / other.value)


def label_errors(coder: Coder, pairs: Iterable[tuple[Encounter, Encounter]]) -> dict[str, list[float]]:
    """Per measure the changes over visits, from (the recogniser's, the people's) versions."""
    found: dict[str, list[float]] = defaultdict(list)
    for machine, people in pairs:
        for one, change in changes(measure(coder.code(machine)), measure(coder.code(people))):
            found[one.name].append(change)
    return found


def toml(found: Mapping[str, Sequence[float]], error: str, visits: int, day: date) -> str:
    """label_error.toml."""
    enough = {name: sizes for name, sizes in sorted(found.items()) if len(sizes) >= FEWEST_VISITS}
    size = {name: math.sqrt(statistics.fmean(one * one for one in sizes)) for name, sizes in enough.items()}
    head = HEAD.format(day=day.isoformat(), n=visits, error=error, fewest=FEWEST_VISITS)
    lines = [f"{name} = {size[name]:.3f}  # {len(sizes)}" for name, sizes in enough.items()]
    return "\n".join([f"{head}[change]", f"other = {statistics.median(size.values()):.3f}", *lines]) + "\n"


def main() -> None:
    """Measure both versions of every visit, write the file, say how many words stand under a wrong role."""
    from openrapport.coding.ngrams import load_coder

    pairs, asked = versions()
    shares = [wrong(machine, people) for machine, people in pairs]
    error = (
        f"Words under a wrong role:\n# median {statistics.median(shares):.1%} a visit, from {min(shares):.1%} "
        f"to {max(shares):.1%}; a person had to say who is who in {asked} visits."
    )
    TARGET.write_text(toml(label_errors(load_coder(), pairs), error, len(pairs), date.today()), encoding="utf-8")
    print(TARGET.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

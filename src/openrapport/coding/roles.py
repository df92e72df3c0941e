"""Who is who, before any act is coded: what a person says, then what the file states, then what the words show.

From the words alone a clinician is whoever asks, examines and explains, a patient whoever tells of their own
body and days (`who` weighs this; docs/roles.md has how often it is right). Where the words do not make it
clear enough, a person is asked: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NoReturn

from openrapport.coding.interpreting import SURE, interpreters
from openrapport.coding.who import Belief, beliefs, role_model, voices
from openrapport.encounter import Encounter, Part, Problem, Role, words
from openrapport.errors import UnknownName, WhoSpoke

ASKS_BELOW = 0.9  # a role less sure than this is asked for (our judgement; docs/roles.md: what it costs)
LOOKS_SWAPPED = 0.98  # from here on words gainsay the roles that a file states (our judgement)
HARDLY_SPEAKS = 0.03  # share of the words below which a third speaker is not taken for the patient (our judgement)
MATTERS = 0.1  # share of the words from which it must be clear whether a speaker is a clinician (our judgement)
BESIDE = 0.9  # that someone beside the patient who talks about them is their companion (our judgement)
SHOWN = 8  # speakers named in a question
_OF_ANOTHER = ("of_another", "of_a_relative")


def cast(
    encounter: Encounter,
    clinician: Sequence[str] = (),
    patient: Sequence[str] = (),
    companion: Sequence[str] = (),
    interpreter: Sequence[str] = (),
) -> Encounter:
    """The encounter with every speaker's role, how it is known and how sure that is.

    The arguments are speaker labels, in any case, or beginnings that only one label has. Where `clinician` is
    given, nobody else is one. A file with one label or none keeps its turns as they are; turns without a
    label among labelled ones have no role. Raises UnknownName for a label that is not in the file, WhoSpoke
    where neither file nor words tell who is who with a confidence of at least ASKS_BELOW.
    """
    said = voices(encounter.turns)
    flags = zip(
        (Role.CLINICIAN, Role.PATIENT, Role.COMPANION, Role.INTERPRETER),
        (clinician, patient, companion, interpreter),
        strict=True,
    )
    flagged = _flagged(flags, tuple(said), encounter.origin.name)
    stated, mixed = _stated(encounter, flagged)
    known = {**stated, **flagged}
    unknown = [label for label in said if label not in known and label not in mixed]
    guess = _Guess(encounter, {label: said[label] for label in said if label not in mixed}, known, bool(clinician))
    parts = {**known, **(guess.parts(unknown) if unknown else {})}
    problems = [*_nameless(encounter), *_mixed(mixed), *_swapped(said, stated)]
    new = tuple(problem for problem in problems if problem not in encounter.problems)
    ready = replace(encounter, problems=encounter.problems + new)
    return ready.with_cast(tuple(parts[label] for label in said if label in parts))


def _flagged(flags: Iterable[tuple[Role, Sequence[str]]], labels: Sequence[str], name: str) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for role, given in flags:
        for asked in given:
            label = _label(asked, labels, name)
            if label in found and found[label].role is not role:
                raise WhoSpoke(f"'{label}' was given as {found[label].role} and as {role}. Give it one role.")
            found[label] = Part(label, role, "flag")
    return found


def _label(asked: str, labels: Sequence[str], name: str) -> str:
    wanted = asked.casefold().strip()
    for fits in (str.__eq__, str.startswith):
        found = [label for label in labels if wanted and fits(label.casefold().strip(), wanted)]
        if len(found) == 1:
            return found[0]
    there = ", ".join(f"'{label[:40]}'" for label in labels[:SHOWN]) or "none at all"
    raise UnknownName(f"No one speaker of '{name}' is labelled '{asked}'. Its labels are: {there}.")


def _stated(encounter: Encounter, flagged: Mapping[str, Part]) -> tuple[dict[str, Part], list[str]]:
    """Who the file says each label is, and the labels of which it says several things."""
    before = {part.speaker: part for part in encounter.cast}
    roles: dict[str, set[Role]] = {}
    for turn in encounter.turns:
        if turn.role and turn.speaker and turn.speaker not in flagged:
            roles.setdefault(turn.speaker, set()).add(turn.role)
    one = {label: next(iter(found)) for label, found in roles.items() if len(found) == 1}
    stated = {label: before.get(label, Part(label, role, "file")) for label, role in one.items()}
    return stated, [label for label, found in roles.items() if len(found) > 1]


def _nameless(encounter: Encounter) -> Iterable[Problem]:
    without = sum(not turn.speaker and bool(turn.text) and turn.role is None for turn in encounter.turns)
    if without and without < len(encounter.turns) and any(encounter.speakers):
        found = f"{without} of {len(encounter.turns)} turns do not say who speaks"
        yield Problem("speakers", found, "they are shown, and counted for nobody")


def _mixed(labels: Iterable[str]) -> Iterable[Problem]:
    for label in labels:
        yield Problem("speakers", f"'{label}' stands with more than one role", "each turn kept its own")


def _swapped(said: Mapping[str, Sequence[str]], stated: Mapping[str, Part]) -> Iterable[Problem]:
    """Two speakers whose words say the opposite of what the file states."""
    by_file = {label: said[label] for label, part in stated.items() if part.known_by == "file"}
    if {stated[label].role for label in by_file} != {Role.CLINICIAN, Role.PATIENT} or len(by_file) != 2:
        return
    likely = next(one for one in beliefs(by_file) if stated[one.speaker].role is Role.PATIENT)
    if likely.clinician >= LOOKS_SWAPPED:
        found = f"the labels may be swapped: by the words '{likely.speaker}' is the clinician"
        yield Problem(
            "speakers",
            f"{found} ({likely.clinician:.0%} sure)",
            f'the file\'s roles were kept; if they are wrong, give --clinician "{likely.speaker}"',
        )


@dataclass(frozen=True)
class _Guess:
    """What the words say of the speakers whose roles are not known."""

    encounter: Encounter
    said: Mapping[str, Sequence[str]]
    known: Mapping[str, Part]
    clinicians_known: bool

    def parts(self, unknown: Sequence[str]) -> dict[str, Part]:
        """A part for each of `unknown` of whom something can be said. Raises WhoSpoke."""
        between = set(interpreters(self.said)) & set(unknown)
        weighed = {label: said for label, said in self.said.items() if not self._is_outside(label, between)}
        parts = {label: Part(label, Role.INTERPRETER, "words", SURE) for label in between}
        if len(weighed) < 2:
            return parts
        believed = {
            one.speaker: one for one in beliefs(weighed, self._sides(weighed), self._not_patients(weighed))
        }
        asked = [one for label, one in believed.items() if label in unknown]
        clinicians = self._clinicians(asked)
        rest = [one for one in asked if one.speaker not in clinicians]
        patient = self._patient(rest)
        parts |= {one.speaker: self._beside(one) for one in rest if one.speaker != patient}
        parts |= {label: Part(label, Role.CLINICIAN, "words", believed[label].clinician) for label in clinicians}
        if patient:
            parts[patient] = Part(patient, Role.PATIENT, "words", believed[patient].patient)
        return parts

    def _is_outside(self, label: str, between: set[str]) -> bool:
        aside = (Role.OTHER, Role.INTERPRETER)
        return label in between or (label in self.known and self.known[label].role in aside)

    def _not_patients(self, weighed: Iterable[str]) -> set[str]:
        companions = {label for label, part in self.known.items() if part.role is Role.COMPANION}
        quiet = {label for label in weighed if self._share(label) < HARDLY_SPEAKS}
        return companions | (quiet if len(set(weighed) - quiet) >= 2 else set())

    def _share(self, label: str) -> float:
        return self._sizes[label] / (sum(self._sizes.values()) or 1)

    @cached_property
    def _sizes(self) -> dict[str, int]:
        return {label: sum(len(words(text)) for text in texts) for label, texts in self.said.items()}

    def _sides(self, weighed: Iterable[str]) -> dict[str, bool]:
        sides = {label: part.role is Role.CLINICIAN for label, part in self.known.items()}
        closed = dict.fromkeys(weighed, False) if self.clinicians_known else {}
        return {label: side for label, side in (closed | sides).items() if label in weighed}

    def _has(self, role: Role) -> bool:
        return any(part.role is role for part in self.known.values())

    def _clinicians(self, asked: Sequence[Belief]) -> set[str]:
        """Those who are clinicians for sure; whoever says much must surely be one, or surely not."""
        found = {one.speaker for one in asked if one.clinician >= ASKS_BELOW}
        unclear = [one for one in asked if 1.0 - ASKS_BELOW < one.clinician < ASKS_BELOW]
        if not (found or self._has(Role.CLINICIAN)) or any(self._share(one.speaker) >= MATTERS for one in unclear):
            self._ask(Role.CLINICIAN, max(asked, key=lambda one: one.clinician))
        return found

    def _patient(self, rest: Sequence[Belief]) -> str | None:
        if not rest or self._has(Role.PATIENT):
            return None
        likeliest = max(rest, key=lambda one: one.patient)
        if likeliest.patient < ASKS_BELOW:
            self._ask(Role.PATIENT, likeliest)
        return likeliest.speaker

    def _beside(self, one: Belief) -> Part:
        """Someone who is neither: a companion where they talk about the patient, else we cannot say who."""
        neither = 1.0 - one.clinician - (0.0 if self._has(Role.PATIENT) else one.patient)
        spoken = [" ".join(words(text)) for text in self.said[one.speaker]]
        habits = [role_model().habits[name].pattern for name in _OF_ANOTHER]
        about = sum(len(habit.findall(text)) for habit in habits for text in spoken)
        if about >= 2:
            return Part(one.speaker, Role.COMPANION, "words", BESIDE * neither)
        return Part(one.speaker, Role.OTHER, "words", neither)

    def _ask(self, role: Role, likeliest: Belief) -> NoReturn:
        counts = {
            label: f"'{label[:40]}' ({len(texts)} turn{'s' * (len(texts) != 1)})"
            for label, texts in self.said.items()
        }
        named = ", ".join(list(counts.values())[:SHOWN])
        more = f" and {len(counts) - SHOWN} more" if len(counts) > SHOWN else ""
        raise WhoSpoke(
            f"It is not clear from '{self.encounter.origin.name}' who the {role} is: {named}{more}. "
            f'Say who, for example --{role} "{likeliest.speaker[:40]}"'
            + (", once for each clinician." if role is Role.CLINICIAN and len(counts) > 2 else ".")
        )

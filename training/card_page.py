"""docs/model_card.md: what the coder was made from, how well it does, for whom, and for whom not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from openrapport.coding import Card
from openrapport.coding.coded import ENOUGH_CASES
from training.evaluation import Classes, Figures, Report
from training.examples import Share
from training.kept import Kept


@dataclass(frozen=True)
class Measured:
    """Everything that the training measured, and when."""

    on: date
    behaviours: Classes
    talk: Classes
    acts: Report
    examples: Mapping[str, Share]
    kept: Mapping[str, Kept]
    adversarial: Mapping[str, Kept]
    sizes: Mapping[str, tuple[int, int]]
    bytes: int
    written_by: int


def page(card: Card, m: Measured) -> str:
    """The model card."""
    return _PAGE.format(
        name=card.name,
        version=card.version,
        codebook=card.codebook,
        on=m.on.isoformat(),
        megabytes=f"{m.bytes / 1e6:.1f}",
        annomi="{:,} turns of {} conversations".format(*m.sizes["annomi"]),
        ours="{:,} turns of {} conversations".format(*m.sizes["acts"]),
        examples_of=f"{m.sizes['codebook'][0]:,}",
        written="{:,} turns by {} writers".format(m.sizes["written"][0], m.written_by),
        kept="\n".join(_kept(act, one) for act, one in m.kept.items()),
        adversarial=_adversarial(m.adversarial),
        enough=ENOUGH_CASES,
        classes="\n".join((_classes("therapist behaviour", m.behaviours), _classes("client talk", m.talk))),
        overall="\n".join(_overall(m.acts)),
        acts="\n".join(_act(act, card, one) for act, one in m.acts.acts.items()),
        examples=_examples(m.examples),
    )


def _classes(name: str, one: Classes) -> str:
    folds = ", ".join(f"{value:.3f}" for value in one.by_fold)
    classes = ", ".join(f"{label} {value:.2f}" for label, value in one.by_class.items())
    return f"| {name} | {one.turns:,} | {one.macro_f1:.3f} | {folds} | {classes} |"


def _overall(r: Report) -> list[str]:
    enough = sum(one.cases >= ENOUGH_CASES for one in r.acts.values())
    return [
        f"- micro-F1 {r.micro['all']:.3f} (AnnoMI's conversations {r.micro['annomi']:.3f}, PriMock57's "
        f"{r.micro['primock']:.3f}); with all question marks taken away {r.micro['without question marks']:.3f}",
        f"- macro-F1 over the {enough} acts with at least {ENOUGH_CASES} true cases: {r.macro_enough:.3f}",
        f"- expected calibration error: {r.calibration_error:.3f} over all turns and acts of `acts_dev.tsv` (most",
        f"  probabilities are near 0), {r.calibration_error_annomi:.3f} over AnnoMI's nine",
        f"- intervals held: {r.held:.2f} on `acts_dev.tsv`, {r.held_annomi:.2f} on AnnoMI",
    ]


def _act(act: str, card: Card, one: Figures) -> str:
    own = card.reliability(act)
    tested = f"{one.f1:.2f}" if own.tested else f"untested ({one.f1:.2f})"
    corpora = " | ".join(f"{f1:.2f} ({n})" for f1, n in one.by_corpus.values())
    annomi = "" if one.held_annomi is None else f"{one.held_annomi:.2f} of {one.annomi_conversations}"
    return (
        f"| `{act}` | {own.threshold:.2f} | {tested} | {one.cases} | {corpora} | {own.dispersion:.1f} "
        f"| {one.held:.2f} of {one.conversations} | {annomi} |"
    )


def _kept(act: str, one: Kept) -> str:
    hits, near = one.heard + one.missed, one.fooled + one.passed
    return f"| `{act}` | {one.f1:.2f} | {one.heard} of {hits} | {one.fooled} of {near} |"


def _adversarial(found: Mapping[str, Kept]) -> str:
    right, every = sum(one.right for one in found.values()), sum(one.all for one in found.values())
    return f"{right} of {every} judged rightly ({right / max(1, every):.2f})"


def _examples(found: Mapping[str, Share]) -> str:
    heard, examples = sum(s.heard for s in found.values()), sum(s.examples for s in found.values())
    passed, near = sum(s.passed for s in found.values()), sum(s.near for s in found.values())
    low = sorted(found, key=lambda act: found[act].heard / found[act].examples)[:5]
    worst = ", ".join(f"`{act}` {found[act].heard} of {found[act].examples}" for act in low)
    shares = f"{heard} of {examples} examples heard, {passed} of {near} near misses passed over."
    return f"{shares}\nFewest heard: {worst}."


_PAGE = """\
# Model card: the coder `{name}`, version {version}

Written by `make train` (`python -m training.train`) on {on}; every figure is as that run measured it.

For every turn of a clinician, patient or companion it gives the probability of each act of the codebook
(version {codebook}). What it hears, hashed into numbered buckets: runs of one to three words and of three to five
letters, words of the turn before and of the speaker's own last turn; length, question marks, how much of the
turn before is given back, and short lists of words of our own (`coding/ngram_lists.py`). One logistic regression
an act; each learns only from turns for which that act is known. It runs on numpy alone; the weights are
{megabytes} MB.

## From what

- **AnnoMI**: {annomi}, the majority of its expert annotators. Its codes serve nine
  of our acts (open and closed questions, simple and complex reflections, information, advice, choice, change and
  sustain talk), each turn at a quarter of the weight of the next source. Where both code a turn, the next counts.
- **`acts_dev.tsv`**: {ours}, all acts, as far as two passes of
  language models over the codebook agree. They are not clinicians' codes. A cell that only one pass found is left
  out of training and scoring.
- **The codebook's examples and near misses**: {examples_of} turns of our own wording.
- **Turns written for rare acts** (`training/acts/`): {written}, half of them near misses.
- Every turn is also learnt from without its question marks, at three tenths of the weight, because many
  recognisers write none.

## For whom, and for whom not

For a first reading of English talk between a clinician and a patient, by someone who was there or has the
transcript beside them. It was tested on demonstrations of motivational interviewing and on simulated British
primary-care video consultations, and on nothing else: not on real visits, emergency or hospital care,
physiotherapy, talk with children, or talk of three or more. Nobody has checked how it does for different accents,
dialects, ages or groups of patients.

Not for judging or ranking clinicians, not for any claim about a patient's state, and not for talk in other
languages or through an interpreter: such turns are declined (`not_coded`). Talk with aphasia cannot be told from
a file: do not use it there. No act is certain; reports show intervals and the words themselves. An act with fewer
than {enough} true cases in the test is untested, whatever figure stands beside it.

## How well: AnnoMI's own classes

Macro-F1 of models of their own (softmax, not shipped) on the same features; five folds grouped by video, penalty
and class weights chosen inside each fold. One expert against the majority of the others reaches 0.85 and 0.72.
What is heard of a turn was worked out while looking at such folds: expect a little less elsewhere.

| | turns | macro-F1 | fold by fold | by class |
|---|---|---|---|---|
{classes}

## How well: the acts

On `acts_dev.tsv`, five folds grouped by video or consultation. Nothing of a scored conversation, from whatever
source, is in training; calibration, thresholds and dispersion are chosen inside the other folds. What is heard,
the penalty, the weights of the sources and the least threshold were settled by hand while looking at such folds:
about forty variants were compared, nearly all of them between 0.59 and 0.62 in micro-F1. Expect a little less on
talk that nobody has looked at.

{overall}

An F1 of 0 means that no case was found: these acts are rare in this talk. "0 found" does not mean "none there".

| act | threshold | F1 | true cases | AnnoMI: F1 (cases) | PriMock57: F1 (cases) | dispersion \
| held, `acts_dev` | held, AnnoMI |
|---|---|---|---|---|---|---|---|---|
{acts}

*Held*: of so many held-out conversations, the share in which the true count of the act lay in the interval that
a report would draw (ends rounded to whole acts), with a dispersion from the other folds. The claim is 0.95. Of 14
conversations one miss is 0.93, so those figures show gross errors only, and rare acts hold mainly because their
count is mostly 0. The dispersions shipped are set on all held-out conversations together.

## How well: written turns, kept for testing

Turns written for rare acts by a writer of their own, as many near misses as hits, harder than average; never
learnt from. They show what real talk has too few of; they are not real talk. The writers are language models.

| act | F1 | hits heard | near misses taken for it |
|---|---|---|---|
{kept}

Turns written to fool by key words (negation, quotation, irony, an act without its usual words): {adversarial}.

## The codebook's own examples

Learnt from, so this shows only whether clear cases are told apart, not how it does on new talk:
{examples}

## Provenance

AnnoMI (Wu et al. 2022, 2023; github uccollab/AnnoMI) carried the line "License: Public Domain" in its README at
commit 126d985; later versions of the README no longer have it. Its text is not redistributed here: this project
trains on it and ships weights with that provenance. PriMock57 (Papadopoulos Korfiatis et al. 2022; github
babylonhealth/primock57) is CC BY 4.0. `acts_dev.tsv` was made for this project, CC0.

No text is in the weights: the file lists numbered buckets, no words. Who already has a word in mind can look up
what weighs in its bucket, which it shares with others; nobody can read the talk out of it.
"""

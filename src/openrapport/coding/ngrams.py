"""The first coder: n-grams of words and letters with the turn before, logistic regression, nothing but numpy.

Its weights and its card are made by ``make train`` (training/train.py) and lie in ``weights/``; docs/model_card.md
says from what (AnnoMI above all: wu2022, wu2023), how well, and for whom not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from openrapport.coding.act import Codebook, load_codebook
from openrapport.coding.coded import Card, CodedEncounter, Probabilities, Reliability
from openrapport.coding.language import other_languages
from openrapport.coding.ngram_features import BITS, SIZE, Context, Floats, contexts, hear
from openrapport.encounter import Encounter, Role

NAME = "ngrams"
INTERPRETED = "spoken through an interpreter"
SIDES = MappingProxyType({"clinician": Role.CLINICIAN, "patient": Role.PATIENT})
_BATCH = 256  # turns coded at once: more is hardly faster and takes more memory
_HASHED = sum(1 << bits for bits in BITS)
_BLOCKS = tuple(int(edge) for edge in np.cumsum([0, *(1 << bits for bits in BITS)]))


@dataclass(frozen=True)
class Weights:
    """One side's model: probabilities are the sigmoid of what is heard times `weights` plus `constant`.

    weights   everything that can be heard × acts
    constant  one an act
    """

    acts: tuple[str, ...]
    weights: Floats
    constant: Floats

    def probabilities(self, batch: Sequence[Context]) -> Probabilities:
        """Turns × acts."""
        heard = hear(batch)
        parts = self.weights[heard.column] * heard.value[:, None]
        starts = np.searchsorted(heard.row, np.arange(heard.rows))
        scores = np.add.reduceat(parts, starts, axis=0, dtype=np.float64) + self.constant
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30.0, 30.0))))


@dataclass(frozen=True)
class NgramCoder:
    """Codes English talk, one turn at a time, each with the turns before it."""

    card: Card
    sides: Mapping[str, Weights]

    def code(self, encounter: Encounter) -> CodedEncounter:
        """Every turn whose role can carry acts; those in another language or interpreted are left alone, at 0."""
        codebook = load_codebook()
        acts = tuple(codebook.acts)
        not_coded = declined(encounter)
        found = np.zeros((len(encounter.turns), len(acts)))
        for side, batch in _batches(encounter, not_coded, codebook):
            weights = self.sides[side]
            p = weights.probabilities([context for _, context in batch])
            if "backchannel" in weights.acts:
                p = self._alone(p, weights.acts)
            rows = [index for index, _ in batch]
            found[np.ix_(rows, [acts.index(act) for act in weights.acts])] = p
        return CodedEncounter(encounter, acts, found, self.card, MappingProxyType(dict(not_coded)))

    def _alone(self, p: Probabilities, acts: Sequence[str]) -> Probabilities:
        """A backchannel never stands with another act: of the two the likelier is kept, the other put just out."""
        least = np.array([self.card.reliability(act).threshold for act in acts])
        mine = acts.index("backchannel")
        others = np.arange(len(acts)) != mine
        best = p[:, others].max(axis=1)
        clash = (p[:, mine] >= least[mine]) & (p[:, others] >= least[others]).any(axis=1)
        kept = p.copy()
        out = 0.99 * least
        kept[clash & (p[:, mine] < best), mine] = out[mine]
        rows = clash & (p[:, mine] >= best)
        kept[np.ix_(rows, others)] = np.minimum(p[np.ix_(rows, others)], out[others])
        return kept


def _batches(
    encounter: Encounter, not_coded: Mapping[int, str], codebook: Codebook
) -> Iterator[tuple[str, list[tuple[int, Context]]]]:
    """Turns to be coded, by whose acts they can carry, a few hundred at a time."""
    waiting: dict[str, list[tuple[int, Context]]] = {side: [] for side in SIDES}
    for index, context in enumerate(contexts(encounter)):
        if not context.turn.text.strip() or index in not_coded or not codebook.of(context.turn.role):
            continue
        side = "clinician" if context.turn.role is Role.CLINICIAN else "patient"
        waiting[side].append((index, context))
        if len(waiting[side]) == _BATCH:
            yield side, waiting[side]
            waiting[side] = []
    yield from ((side, batch) for side, batch in waiting.items() if batch)


def declined(encounter: Encounter) -> Mapping[int, str]:
    """The turns that this coder cannot hear, each with the reason in words."""
    interpreted = {Role.PATIENT, Role.INTERPRETER}
    if not any(turn.role is Role.INTERPRETER for turn in encounter.turns):
        interpreted = set()
    through = {i: INTERPRETED for i, turn in enumerate(encounter.turns) if turn.role in interpreted}
    return dict(sorted({**other_languages(encounter), **through}.items()))


@cache
def load_coder() -> NgramCoder:
    """The coder that is shipped. Raises RuntimeError where its weights were made for another codebook."""
    shipped = resources.files("openrapport.coding.weights")
    card = card_from(json.loads(shipped.joinpath("ngrams.json").read_text("utf-8")))
    if card.codebook != load_codebook().version:
        raise RuntimeError(f"weights for codebook {card.codebook}, not {load_codebook().version}: run make train")
    with shipped.joinpath("ngrams.npz").open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return NgramCoder(card, {side: unpack(arrays, side) for side in SIDES})


def card_from(data: Mapping[str, object]) -> Card:
    """A card as `ngrams.json` holds it."""
    plain = dict(data)
    acts: Mapping[str, Mapping[str, float]] = plain.pop("acts")  # type: ignore[assignment]
    return Card(acts={act: Reliability(**one) for act, one in acts.items()}, **plain)  # type: ignore[arg-type]


def pack(side: str, weights: Weights) -> dict[str, NDArray[np.generic]]:
    """One side's arrays as they are shipped: hashed blocks in 255 steps an act, the rest as it is."""
    steps = np.stack([np.abs(block).max(axis=0) / 127 for block in _blocks(weights.weights)])
    steps = np.where(steps > 0, steps, 1).astype(np.float32)
    hashed = np.concatenate(
        [np.rint(block / step) for block, step in zip(_blocks(weights.weights), steps, strict=True)]
    )
    return {
        f"{side}_acts": np.array(weights.acts),
        f"{side}_hashed": hashed.astype(np.int8),
        f"{side}_steps": steps,
        f"{side}_shapes": weights.weights[_HASHED:].astype(np.float32),
        f"{side}_constant": weights.constant.astype(np.float32),
    }


def _blocks(weights: Floats) -> list[Floats]:
    return [weights[start:end] for start, end in pairwise(_BLOCKS)]


def unpack(arrays: Mapping[str, NDArray[np.generic]], side: str) -> Weights:
    """The inverse of `pack`, to within half a step."""
    hashed, steps = arrays[f"{side}_hashed"], arrays[f"{side}_steps"]
    weights = np.empty((SIZE, hashed.shape[1]), np.float32)
    for (start, end), step in zip(pairwise(_BLOCKS), steps, strict=True):
        np.multiply(hashed[start:end], step, out=weights[start:end])
    weights[_HASHED:] = arrays[f"{side}_shapes"]
    return Weights(
        tuple(str(act) for act in arrays[f"{side}_acts"]), weights, arrays[f"{side}_constant"].astype(np.float32)
    )

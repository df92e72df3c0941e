"""Trains the first coder, measures it, and writes its weights, its card and docs/model_card.md: `make train`.

About ten minutes on two cores. Reads the data folder (OPENRAPPORT_DATA, or ../shared/data), writes no word of it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from openrapport.coding import Card, Reliability, load_codebook
from openrapport.coding.ngrams import NAME, SIDES, Weights, pack, unpack
from training import data
from training.card_page import Measured, page
from training.evaluation import HeldOut, annomi_classes, dispersions, hold_out, report
from training.examples import shares
from training.fitting import Material, Model, calibrate, fit, thresholds
from training.kept import kept

VERSION = "1"
WEIGHTS = data.ROOT / "src" / "openrapport" / "coding" / "weights"
PAGE = data.ROOT / "docs" / "model_card.md"
VALIDATED_ON = (
    "English talk only: demonstrations of motivational interviewing (AnnoMI) and simulated British primary-care "
    "video consultations (PriMock57), not real visits. The acts it was tested against come from two passes over "
    "the codebook by language models, not from clinicians."
)


def main() -> int:
    """Measure by folds, fit on everything, write the files; 1 where the data is not there."""
    if not data.available():
        print(f"There is no training data in {data.DATA}. Set OPENRAPPORT_DATA to the folder with annomi.csv.")
        return 1
    rows = data.all_rows()
    print("AnnoMI's own classes, five folds …")
    behaviours, talk = annomi_classes(rows, clinician=True), annomi_classes(rows, clinician=False)
    print(f"  therapist {behaviours.macro_f1:.3f}, client {talk.macro_f1:.3f} (macro-F1)")
    print("The codebook's acts, five folds, all choices inside …")
    material = Material.of(rows)
    held = hold_out(material)
    figures = report(material, held)
    print(f"  micro-F1 {figures.micro['all']:.3f}, macro over tested acts {figures.macro_enough:.3f}")
    card, sides = ship(material, held, {act: (one.f1, one.cases) for act, one in figures.acts.items()})
    write(card, sides, WEIGHTS)
    measured = Measured(
        date.today(),
        behaviours,
        talk,
        figures,
        shares(card, sides),
        kept(card, sides, "test_*.jsonl"),
        kept(card, sides, "adversarial_*.jsonl"),
        sizes(material),
        size_of(WEIGHTS),
        len({row.group for row in rows if row.source == "written"}),
    )
    PAGE.write_text(page(card, measured), encoding="utf-8")
    print(f"Wrote {WEIGHTS / 'ngrams.npz'} and {PAGE}.")
    return 0


def ship(
    material: Material, held: HeldOut, tested: dict[str, tuple[float, int]]
) -> tuple[Card, dict[str, Weights]]:
    """The card and each side's weights, calibration folded in, learnt from everything there is."""
    seen = material.fold >= 0
    calibration = calibrate(material, held.scores, seen)
    p = calibration(held.scores)
    least, wide = thresholds(material, p, seen), dispersions(material, held.p, seen)
    acts = {
        act: Reliability(
            round(float(least[i]), 3), round(tested[act][0], 3), tested[act][1], round(float(wide[i]), 2)
        )
        for i, act in enumerate(material.acts)
    }
    model = fit(material, np.ones(len(material.rows), dtype=bool))
    calibrated = Model(
        (model.weights * calibration.slope).astype(np.float32),
        model.constant * calibration.slope + calibration.shift,
    )
    card = Card(NAME, VERSION, load_codebook().version, acts, VALIDATED_ON)
    return card, {side: _side(material, calibrated, side) for side in SIDES}


def _side(material: Material, model: Model, side: str) -> Weights:
    acts = load_codebook().of(SIDES[side])
    columns = [material.acts.index(act) for act in acts]
    exact = Weights(acts, model.weights[:, columns], model.constant[columns].astype(np.float32))
    return unpack(pack(side, exact), side)


def write(card: Card, sides: dict[str, Weights], folder: Path) -> None:
    """``ngrams.npz`` and ``ngrams.json``."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for side, weights in sides.items():
        arrays |= pack(side, weights)
    np.savez_compressed(folder / "ngrams.npz", allow_pickle=False, **arrays)
    kept = {**asdict(card), "acts": {act: asdict(one) for act, one in card.acts.items()}}
    (folder / "ngrams.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def sizes(material: Material) -> dict[str, tuple[int, int]]:
    """For each source its turns and its groups (videos, conversations, acts)."""
    found = {}
    for source in ("annomi", "acts", "codebook", "written"):
        rows = [row for row in material.rows if row.source == source]
        found[source] = len(rows), len({row.where[0] for row in rows})
    return found


def size_of(folder: Path) -> int:
    """Bytes of the weights."""
    return (folder / "ngrams.npz").stat().st_size


if __name__ == "__main__":
    sys.exit(main())

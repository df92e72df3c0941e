"""Coordination beside ConvoKit's, on the same turns, with its own marker list: same numbers, time, memory."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import DATA
from benchmarks.row import Row

UTTERANCES = 737_000  # as many as the corpus of supreme court arguments that ConvoKit was timed on
SAME = 1e-9
TENTH = 0.1
OTHERS = Path(__file__).parents[1] / ".venv-bench" / "bin" / "python"
HERE = Path(__file__).parent


def run() -> Iterator[Row]:
    """One process each, on turns made of OSCE lines."""
    if not (OTHERS.exists() and DATA.is_dir()):
        yield Row(
            "coordination beside ConvoKit's", "not run", f"needs {OTHERS.parents[1].name} and the shared data"
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        theirs = timed(OTHERS, "coordination_theirs.py", folder)
        ours = timed(Path(sys.executable), "coordination_ours.py", folder)
    worst = differences(theirs["scores"], ours["scores"])
    ratio = ours["seconds"] / theirs["seconds"]
    yield Row(
        f"coordination of {UTTERANCES:,} utterances",
        f"{ours['seconds']:.1f} s, {ours['megabytes']:.0f} MB",
        f"ConvoKit {theirs['seconds']:.1f} s, {theirs['megabytes']:.0f} MB: {ratio:.3f} of its time",
        ratio > TENTH,
    )
    many = sum(map(len, theirs["scores"].values()))
    yield Row(f"{many:,} numbers beside ConvoKit's", f"largest difference {worst:.1e}", "aim 1e-9", worst > SAME)


def timed(python: Path, script: str, folder: str) -> dict:
    """What one of the two scripts found, and what it took."""
    out = Path(folder) / f"{script}.json"
    command = [str(python), str(HERE / script), str(DATA), str(UTTERANCES), folder, str(out)]
    subprocess.run(command, check=True)
    return json.loads(out.read_text())


def differences(theirs: dict, ours: dict) -> float:
    """The largest difference of any number; infinite where one has a number and the other has none."""
    if {pair: set(scores) for pair, scores in theirs.items()} != {
        pair: set(scores) for pair, scores in ours.items()
    }:
        return math.inf
    return max(abs(theirs[pair][kind] - ours[pair][kind]) for pair in theirs for kind in theirs[pair])

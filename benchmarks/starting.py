"""Cold starts: `--help`, and the review of a file of 100 turns, beside a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.row import Row

PROGRAM = Path(sys.executable).with_name("openrapport")
EXAMPLE = Path(__file__).parents[1] / "examples" / "naren_first_visit.vtt"


def run() -> Iterator[Row]:
    """Best of five, each in a process of its own."""
    nothing = best([sys.executable, "-c", "pass"])
    help_ = best([str(PROGRAM), "--help"])
    yield Row("`openrapport --help`, cold", f"{help_:.2f} s", f"{help_ / nothing:.0f} × bare Python", help_ > 0.4)
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "report.html")
        took = best([str(PROGRAM), "review", str(EXAMPLE), "--html", out, "--quiet"])
    yield Row(
        "review of the example with HTML, cold", f"{took:.2f} s", f"{took / nothing:.0f} × bare Python", took > 3
    )


def best(command: list[str]) -> float:
    """The shortest of five runs, in seconds."""
    return min(once(command) for _ in range(5))


def once(command: list[str]) -> float:
    """One run, in seconds."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun

"""Many files: all of PriMock57 and OSCE, and 10,000 conversations made of them, in flat memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.row import Row, in_a_process_of_its_own

DATA = Path(os.environ.get("OPENRAPPORT_DATA", Path(__file__).parents[2] / "shared" / "data"))
FLAT = 1.25  # peak memory of ten times as many conversations, at most

READ = """
from pathlib import Path
import itertools
from openrapport import read, code, measure
data = Path({data!r})
def files():
    for doctor in sorted((data / "primock57").glob("*_doctor.TextGrid")):
        yield [doctor, Path(str(doctor).replace("_doctor", "_patient"))]
    yield from sorted((data / "osce").glob("*.txt"))
"""
ALL = READ + "\nfor file in files(): measure(code(read(file)))"
ONLY_READ = READ + "\nfor file in files(): read(file)"
MANY = READ + "\nfor file in itertools.islice(itertools.cycle(files()), {many}): measure(code(read(file)))"


def run() -> Iterator[Row]:
    """Reading beside measuring; a thousand conversations beside ten thousand."""
    if not DATA.is_dir():
        yield Row("PriMock57 and OSCE", "not run", f"no data at {DATA}")
        return
    reading, _ = in_a_process_of_its_own(ONLY_READ.format(data=str(DATA)))
    everything, peak = in_a_process_of_its_own(ALL.format(data=str(DATA)))
    files = len(list((DATA / "primock57").glob("*_doctor.TextGrid"))) + len(list((DATA / "osce").glob("*.txt")))
    ratio = f"{everything / reading:.1f} × reading alone"
    yield Row(f"{files} conversations read, coded, measured", f"{everything:.0f} s, {peak:.0f} MB", ratio)
    _, thousand = in_a_process_of_its_own(MANY.format(data=str(DATA), many=1000))
    took, ten = in_a_process_of_its_own(MANY.format(data=str(DATA), many=10_000))
    flat = f"{ten / thousand:.2f} × the memory of 1,000"
    yield Row("10,000 conversations made of them", f"{took:.0f} s, {ten:.0f} MB", flat, ten > FLAT * thousand)

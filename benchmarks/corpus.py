"""Many files: all of PriMock57 and OSCE, and 10,000 conversations made of them, in flat memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
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
    _, few = in_two_processes(500)
    took, many = in_two_processes(5000)
    flat = f"{many / few:.2f} × the memory of 1,000; two processes, the larger one's memory"
    yield Row("10,000 conversations made of them", f"{took:.0f} s, {many:.0f} MB", flat, many > FLAT * few)


def in_two_processes(each: int) -> tuple[float, float]:
    """Seconds and peak megabytes of the slower and the larger of two processes with `each` conversations."""
    body = MANY.format(data=str(DATA), many=each)
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(in_a_process_of_its_own, [body, body]))
    return max(seconds for seconds, _ in found), max(megabytes for _, megabytes in found)

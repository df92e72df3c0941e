"""One line of results."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was done, what it took, beside what, and the aim where there is one."""

    what: str
    took: str
    beside: str
    missed: bool = False

    def __str__(self) -> str:
        return f"{'MISSED ' if self.missed else ''}{self.what}: {self.took} ({self.beside})"


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | took | beside | |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.took} | {row.beside} | {'missed' if row.missed else ''} |" for row in rows]
    return "\n".join(lines)


MEASURED = """
import resource, sys, time
begun = time.perf_counter()
{body}
took = time.perf_counter() - begun
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def in_a_process_of_its_own(body: str) -> tuple[float, float]:
    """Seconds and peak megabytes of some Python code, run in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED.format(body=body)], capture_output=True, text=True, check=True
    )
    seconds, megabytes = done.stdout.split()[-2:]
    return float(seconds), float(megabytes)

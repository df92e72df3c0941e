"""Runs the benchmarks and writes `benchmarks/RESULTS.md`."""

from __future__ import annotations

import platform
import sys
from datetime import date
from pathlib import Path

from benchmarks import coordination, corpus, starting
from benchmarks.row import Row, table

RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> int:
    """Every benchmark, told as it comes; the exit code is 1 where an aim was missed."""
    rows: list[Row] = []
    for part in (starting, corpus, coordination):
        for row in part.run():
            print(row, flush=True)
            rows.append(row)
    machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}"
    text = f"# Benchmarks\n\n`make bench` on {date.today()}, {machine}.\n\n{table(rows)}\n"
    RESULTS.write_text(text, encoding="utf-8")
    return int(any(row.missed for row in rows))


if __name__ == "__main__":
    sys.exit(main())

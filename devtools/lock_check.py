"""The lock file names versions and hashes, and no address; everything the project asks for is in it."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
ADDRESS = re.compile(r"\w+://|--(extra-)?index-url|--find-links|--trusted-host")


def faults() -> list[str]:
    """What is wrong, a line each."""
    found = [f"{file.name} records an address" for file in _locks() if ADDRESS.search(file.read_text("utf-8"))]
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    for file in (ROOT / "requirements" / name for name in ("run.txt", "dev.txt")):
        pinned = set(re.findall(r"^([\w.-]+)==", file.read_text("utf-8"), re.M))
        names = {re.split(r"[>=<\[ ]", one)[0] for one in asked}
        found += [f"{file.name} lacks {name}: run `make lock`" for name in sorted(names - pinned)]
    return found


def _locks() -> list[Path]:
    return sorted((ROOT / "requirements").glob("*.txt"))


if __name__ == "__main__":
    for fault in faults():
        print(fault, file=sys.stderr)
    sys.exit(bool(faults()))

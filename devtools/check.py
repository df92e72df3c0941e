"""The whole check: lock file, style, types, layers, reference pages, tests. Stops at the first fault."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


def tool(name: str, *arguments: str) -> list[str]:
    """The command line of a tool of our own environment."""
    return [str(BIN / name), *arguments]


STEPS = {
    "lock file": [sys.executable, "-m", "devtools.lock_check"],
    "style": tool("ruff", "check", "--quiet", "."),
    "format": tool("ruff", "format", "--quiet", "--check", "."),
    "types": tool("mypy", "--no-error-summary"),
    "layers": tool("lint-imports", "--no-logo"),
    "reference": [sys.executable, "-m", "devtools.reference"],
    "tests": [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup", "--cov"],
}


def main() -> int:
    """Run every step; the exit code of the first that fails, or 0."""
    for name, command in STEPS.items():
        begun = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, "PYTHONHASHSEED": "0"})
        print(
            f"{'ok' if done.returncode == 0 else 'FAILED':7} {name} ({time.monotonic() - begun:.0f} s)", flush=True
        )
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())

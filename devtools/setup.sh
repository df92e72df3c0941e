#!/bin/sh
# Makes the virtual environment from the hash-pinned lock file. Says in one line what is missing.
set -eu
say() { echo "openrapport: $1" >&2; exit 1; }

command -v "$PYTHON" >/dev/null 2>&1 ||
    say "there is no '$PYTHON'. Install Python 3.11 or newer (Debian: apt-get install python3), or name one: make PYTHON=python3.12 …"
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    say "$("$PYTHON" --version) is too old. Install Python 3.11 or newer and name it: make PYTHON=python3.11 …"
"$PYTHON" -c 'import venv, ensurepip' 2>/dev/null ||
    say "Python's venv module is missing. Install it (Debian: apt-get install python3-venv) and try again."

echo "Setting up in $VENV (once) …" >&2
"$PYTHON" -m venv "$VENV" || say "the environment could not be made in $VENV. Look at the lines above."
"$VENV/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt ||
    say "the packages could not be installed. Is the package index reachable? Then try again."
"$VENV/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable . ||
    say "OpenRapport itself could not be installed. Look at the lines above."

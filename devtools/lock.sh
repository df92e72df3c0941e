#!/bin/sh
# Makes the lock files anew: every version and hash, and no address.
set -eu
lock() { uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header "$@"; }
lock pyproject.toml --output-file requirements/run.txt
lock pyproject.toml requirements/dev.in --constraints requirements/run.txt --output-file requirements/dev.txt
lock --no-deps requirements/bench.in --output-file requirements/bench.txt

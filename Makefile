# Two commands are enough: `make demo` and `make test`. Both set up what they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: demo test train label-error bench lock docs clean

demo: $(STAMP)
	@mkdir -p out
	@$(BIN)/openrapport review examples/naren_first_visit.vtt --html out/naren_first_visit.html

test: $(STAMP)
	@$(BIN)/python -m devtools.check

$(STAMP): requirements/dev.txt pyproject.toml devtools/setup.sh
	@PYTHON="$(PYTHON)" VENV="$(VENV)" sh devtools/setup.sh
	@touch $(STAMP)

train: $(STAMP)
	$(BIN)/python -m training.train

label-error: $(STAMP)
	$(BIN)/python -m training.label_error

bench: $(STAMP) .venv-bench/.ready
	$(BIN)/python -m benchmarks

# ConvoKit, to compare with: only what its coordination needs, in an environment of its own.
.venv-bench/.ready: requirements/bench.txt
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install -qq --disable-pip-version-check --require-hashes --no-deps -r requirements/bench.txt
	@touch $@

docs: $(STAMP)
	$(BIN)/python -m devtools.reference --write

lock: $(STAMP)
	sh devtools/lock.sh

clean:
	rm -rf $(VENV) out dist .coverage

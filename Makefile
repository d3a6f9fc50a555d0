# Needs python3 (3.11 to 3.13), make and a package index; says what to install when something is missing.
# Another Python: make PYTHON=python3.12 test

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
SUITABLE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
ifndef PYTHON
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c "$(SUITABLE)" 2>/dev/null && { echo $$p; exit; }; done; echo python3)
endif
# The stamps carry the version, so that naming another Python makes the environment anew.
VERSION := $(shell $(PYTHON) -c "import sys; print('%d.%d' % sys.version_info[:2])" 2>/dev/null)
PLAIN := $(VENV)/.plain-$(VERSION)
ROOM := $(VENV)/.classroom-$(VERSION)
DEV := $(VENV)/.dev-$(VERSION)
ORACLE := $(VENV)/.oracle-$(VERSION)
MADE_FROM := pyproject.toml constraints.txt .ci/environment.py
CODE := sim analysis scenarios tests benchmarks .ci/environment.py
PYTEST := $(BIN)/python -m pytest -p no:cacheprovider

.PHONY: demo classroom test check tests nightly dynamics mutants bench clean
.DEFAULT_GOAL := demo

demo: $(PLAIN)
	@$(BIN)/climbdown run us-china-2025
	@printf '\nAsk for the reasons:   %s\nTake a seat yourself:  %s\n' \
	  '$(BIN)/climbdown explain us-china-2025 --at 2025-04-18 --who us' \
	  '$(BIN)/climbdown play two-leaders --as verenia'

# Another lesson: make classroom ARGS="--lesson host"; after a pause or a fall: make classroom ARGS=--resume
classroom: $(ROOM)
	@$(BIN)/climbdown serve $(if $(ARGS),$(ARGS),--lesson waiting)

test: check tests

check: $(DEV)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(PYTEST) -q tests/architecture

tests: $(DEV)
	$(PYTEST) -q -n 2 --dist worksteal --ignore tests/architecture

nightly: $(ORACLE)
	$(PYTEST) -q -n 2 --dist worksteal -m "nightly or not nightly" --hypothesis-profile nightly

# docs/dynamics.md: does the world of the model go as it should? With ARGS="--quick": a compact table in a minute or two.
dynamics: $(DEV)
	$(BIN)/python -m analysis.evidence dynamics $(if $(ARGS),$(ARGS),docs)

# A night on two cores; goes on where it stopped. With ARGS="--sample 20 react": 20 mutants of each file of that name.
mutants: $(DEV)
	nice -n 19 $(BIN)/python -m tests.mutants.hunt --score $(ARGS)

bench: $(DEV)
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(DEV): EXTRAS := dev,all
$(ORACLE): EXTRAS := dev,all,oracle
$(ROOM): EXTRAS := classroom
$(PLAIN) $(ROOM) $(DEV) $(ORACLE): $(MADE_FROM)
	@command -v $(firstword $(PYTHON)) >/dev/null || { echo "$(PYTHON) was not found."; \
	  echo "Install Python 3.11 to 3.13 (Debian/Ubuntu: apt-get install python3 python3-venv)."; exit 2; }
	@$(PYTHON) .ci/environment.py $(VENV) "$(EXTRAS)"
	@touch $(PLAIN) $@

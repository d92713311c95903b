# Everything below sets itself up on a machine with Python 3.11+; stamps inside .venv keep repeats fast.
# `make demo` needs the three dependencies only; everything else installs the locked tools as well.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help demo test lint bench golden picture lock clean

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTHON ?=

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/.installed  ## audit the five reports in seeds/
	@$(BIN)/checker check seeds/ --fail-on never

test: lint  ## lint, types, then all tests (a built wheel among them)
	@$(BIN)/pytest

lint: $(VENV)/.equipped  ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/.equipped  ## speed, as ratios measured in one run
	@$(BIN)/python -m tests.bench.bench

golden: $(VENV)/.equipped  ## write the golden files anew; read the diff
	@REFRESH_GOLDEN=1 $(BIN)/pytest -k golden

picture: $(VENV)/.equipped  ## redraw the pictures of the READMEs
	@$(BIN)/python -m tests.project.picture

lock:  ## refresh requirements.lock from the bounds in pyproject.toml
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	$(BIN)/python -m venv "$$scratch" && "$$scratch/bin/pip" install --quiet --upgrade pip && \
	"$$scratch/bin/pip" install --quiet --group dev . && \
	{ echo '# What the tests run with; refreshed by `make lock`.'; \
	  "$$scratch/bin/pip" freeze --exclude report-checker; } > requirements.lock

clean:  ## remove everything that was built
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.installed: pyproject.toml requirements.lock | $(BIN)/python
	@echo 'Installing report-checker …' >&2
	@$(PIP) install --constraint requirements.lock 'hatchling>=1.25' >&2
	@$(PIP) install --constraint requirements.lock --no-build-isolation --editable . >&2
	@$(BIN)/python -m compileall -q checker
	@touch $@

$(VENV)/.equipped: requirements.lock $(VENV)/.installed
	@echo 'Installing the tools for the tests …' >&2
	@$(PIP) install --requirement requirements.lock >&2
	@touch $@

$(BIN)/python:
	@for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break || python=; \
	done; \
	if [ -z "$$python" ]; then \
	  echo 'Python 3.11 or newer is needed, and none was found; name one: make PYTHON=/path/to/python3.11' >&2; exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "$$python has no venv module; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; \
	fi; \
	"$$python" -m venv --clear $(VENV)

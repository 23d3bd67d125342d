# Everything a person types here. `make` alone lists it; each target sets up what it needs.

SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
SAYS_READY := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
# A name on the PATH may be a shim with nothing behind it, so each one is tried and not only looked up.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	"$$python" -c '$(SAYS_READY)' >/dev/null 2>&1 && { echo "$$python"; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help install run test check bench fix lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

install: $(READY) ## set up .venv with everything the lock names

run: $(READY) ## run the bot, or the chat in this terminal while no TELEGRAM_TOKEN is set
	@$(PY) -m bot run

test: $(READY) ## run the tests
	@$(PY) -m pytest -n auto --dist worksteal $(ARGS)

check: $(READY) ## prove format, lint, types, imports, rules and their examples
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports --no-logo
	@$(PY) -m bot rules check
	@$(PY) -m bot rules test

bench: $(READY) ## measure speed: figures to read, not a test (ARGS="start engine" for some parts)
	@$(PY) -m tests.bench $(ARGS)

fix: $(READY) ## format the code and repair what can be repaired
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

lock: $(READY) ## resolve the dependencies anew and rewrite requirements.lock
	@$(PY) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet uv
	@{ echo "# Every dependency with its hashes, for Python 3.11 to 3.13 on Linux and macOS. Written by: make lock"; \
	build/lock/bin/uv --quiet pip compile pyproject.toml --universal --python-version 3.11 --all-extras --group dev \
		--upgrade --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header; } > build/requirements.lock
	@mv build/requirements.lock requirements.lock

clean: ## remove what was set up and cached here; drafts and settings stay
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find bot tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Progress goes to standard error: what `make run` prints belongs to the bot.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Whyfollow needs Python 3.11, 3.12 or 3.13 with venv, and none was found on the PATH." >&2; \
		echo "Install one (Debian, Ubuntu: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version); this takes a minute, once ..." >&2
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) >&2
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock >&2
	@$(PY) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e . >&2
	@touch $(READY)

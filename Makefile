# The one task runner. `make site` and `make test` install whatever they need on a fresh Debian machine.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SYSTEM := .cache/system-ready
NODE := tests/node_modules/.package-lock.json
CMS := .cache/cms-ready

.PHONY: help site serve test check bench lighthouse accept schemas lock clean

help:  ## Show the tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(READY)  ## Build the demo municipality from data/ to site/
	@$(BIN)/socialmap build
	echo "The demo is in site/: open site/index.html, or see it with search by make serve."

serve: $(READY)  ## Show the site on this computer and follow every change
	$(BIN)/socialmap serve

test: $(READY) $(SYSTEM) $(NODE) $(CMS)  ## Run every test, in real Chromium too
	$(BIN)/python -m pytest

check: $(READY)  ## Lint, types, floors, schemas and the demo's own data
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/socialmap schemas --check
	$(BIN)/python -m socialmap.scaffold.architecture --check ARCHITECTURE.md
	$(BIN)/socialmap check
	$(BIN)/socialmap fmt --check

schemas: $(READY)  ## Write schemas/ and ARCHITECTURE.md anew from the code
	$(BIN)/socialmap schemas
	$(BIN)/python -m socialmap.scaffold.architecture ARCHITECTURE.md

accept: $(READY)  ## Accept what the golden cases give now
	$(BIN)/python -m pytest tests/golden --accept

bench: $(READY) $(SYSTEM)  ## Measure builds and search against their peers
	$(BIN)/python -m pip install --quiet --require-hashes -r tests/benchmarks/requirements.lock
	npm ci --prefix tests/benchmarks --no-audit --no-fund --silent
	PYTHONPATH=tests $(BIN)/python -m benchmarks.compare
	PYTHONPATH=tests $(BIN)/python -m benchmarks.serving
	PYTHONPATH=tests $(BIN)/python -m benchmarks.search_table
	PYTHONPATH=tests $(BIN)/python -m benchmarks.search_bytes

lighthouse: $(READY) $(SYSTEM)  ## Judge every type of page with Lighthouse, as a phone sees it
	npm ci --prefix tests/benchmarks --no-audit --no-fund --silent
	export PATH="$$(echo $(CURDIR)/$(VENV)/lib/*/site-packages/playwright/driver):$$PATH"
	PYTHONPATH=tests $(BIN)/python -m benchmarks.lighthouse

lock:  ## Pin the newest versions that pyproject.toml allows
	uv pip compile --universal --generate-hashes --group dev pyproject.toml --no-header --no-annotate --no-emit-index-url --python-version 3.11 --upgrade -o .ci/requirements.lock
	uv pip compile --universal --generate-hashes pyproject.toml --no-header --no-annotate --no-emit-index-url --python-version 3.11 -c .ci/requirements.lock -o generator/socialmap/scaffold/files/requirements.lock

clean:  ## Remove what was built and installed
	rm -rf $(VENV) .cache site tests/node_modules tests/benchmarks/node_modules

$(READY): .ci/requirements.lock pyproject.toml
	.ci/install-python "$(PYTHON)" "$(VENV)"
	touch $@

$(SYSTEM): .ci/install-system
	.ci/install-system
	mkdir -p $(@D)
	touch $@

$(NODE): tests/package-lock.json
	npm ci --prefix tests --no-audit --no-fund --silent
	touch $@

$(CMS): $(READY) generator/socialmap/cms/bundle.py
	$(BIN)/socialmap cms
	touch $@

# Every command of the project; `make help` lists them. Nothing else needs to be typed on a fresh machine.
# A step leaves a stamp and runs again only when what it reads has changed.

MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DEFAULT_GOAL := help

BIN := .venv/bin
UV := $(BIN)/uv
NPM := npm --prefix web
# `make test PYTEST_ARGS="-k board"`, `make run ARGS="--port 9000"`
ARGS ?=
PYTEST_ARGS ?=
PYTEST := $(BIN)/python -m pytest -n 2 --dist worksteal

# Where the system's Node is too old, make setup puts one there.
export PATH := $(CURDIR)/.tools/node/bin:$(PATH)
# No installer may fetch a browser, a toolchain or a word about updates on its own.
export PUPPETEER_SKIP_DOWNLOAD := 1
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
export UV_PYTHON_DOWNLOADS := never
export NPM_CONFIG_UPDATE_NOTIFIER := false
NPM_CI := ci --ignore-scripts --no-audit --no-fund --loglevel=error

VENV := .venv/.made
REQUIREMENTS := .venv/.requirements
PROJECT := .venv/.project
NODE_MODULES := web/node_modules/.made
PAGE := src/coditect/web/index.html
# Folders count as sources too: their time changes when a file is added or removed.
PAGE_SOURCES := $(wildcard web/*.json web/*.ts web/*.html) $(shell find web/src web/public web/texts 2>/dev/null)
# Node programs that only tests use have a lock of their own.
TEST_TOOLS := $(if $(wildcard tests/tools/package-lock.json),tests/tools/node_modules/.made)

.PHONY: help setup run test test-slow check-format check-types check-imports check-web check-api test-python \
        test-programs slow-programs api bench lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup: $(PROJECT) $(PAGE) ## prepare everything; then .venv/bin/coditect works

run: setup ## prepare everything, then serve and print the address (ARGS="--port 9000")
	$(BIN)/coditect serve $(ARGS)

test: check-format check-types check-imports check-web check-api test-python ## formats, types, imports, units, adapters and the browser story

test-slow: setup $(TEST_TOOLS) slow-programs ## crash tests and foreign tools
	$(PYTEST) -m slow $(PYTEST_ARGS)

api: $(PROJECT) $(NODE_MODULES) ## regenerate the web client from the server's own description
	scripts/api

bench: setup ## measure: start-up, memory, analysis time and score
	$(BIN)/python -m benchmarks.run $(ARGS)

lock: $(REQUIREMENTS) ## resolve both lock files anew from pyproject.toml and package.json (ARGS=--upgrade)
	scripts/lock $(ARGS)

clean: ## remove all that was built or installed; keep the data
	rm -rf .venv .tools build dist web/node_modules web/dist src/coditect/web tests/tools/node_modules \
	  .mypy_cache .ruff_cache .import_linter_cache .hypothesis test-output
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- what `make test` is made of

check-format: $(REQUIREMENTS)
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet

check-types: $(PROJECT)
	$(BIN)/mypy

check-imports: $(PROJECT)
	$(BIN)/lint-imports

check-web: $(PAGE)
	$(NPM) run --silent lint
	$(NPM) run --silent texts:check
	$(NPM) run --silent typecheck
	$(NPM) run --silent test
	$(NPM) run --silent budget

check-api: $(PROJECT) $(NODE_MODULES)
	scripts/api --check

test-python: setup $(TEST_TOOLS) test-programs
	$(PYTEST) -m "not slow" $(PYTEST_ARGS)

test-programs:
	@scripts/system-packages git postgresql redis dnsmasq chromium fonts bubblewrap ripgrep

slow-programs: test-programs
	@scripts/system-packages graphviz plantuml poppler libreoffice pgbouncer nginx

# ---- what `make setup` is made of

$(VENV): scripts/make-venv
	scripts/make-venv
	@touch $@

$(REQUIREMENTS): requirements-dev.lock $(VENV)
	$(UV) pip sync --quiet --require-hashes --python $(BIN)/python requirements-dev.lock
	@touch $@

$(PROJECT): pyproject.toml $(REQUIREMENTS)
	$(UV) pip install --quiet --no-deps --no-build-isolation --python $(BIN)/python --editable .
	@touch $@

%/node_modules/.made: %/package.json %/package-lock.json scripts/get-node scripts/node.lock | $(VENV)
	@scripts/get-node
	npm --prefix $* $(NPM_CI)
	@touch $@

$(PAGE): $(NODE_MODULES) $(PAGE_SOURCES)
	$(NPM) run --silent build
	@# Swapped in at once: a server that runs from here must not meet half of it.
	@rm -rf build/web build/web.old && mkdir -p build $(@D) && cp -R web/dist build/web
	@mv $(@D) build/web.old && mv build/web $(@D)
	@touch $@

# Every target does all of its own set-up; a second call finds it done and starts in seconds.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
UV := .lock-venv/bin/uv
LOCKS := requirements.lock requirements-dev.lock
PIP_AUDIT := .audit-venv/bin/pip-audit
TOUR_DIR ?= docs/pictures

# Programs that tests start find their modules compiled, also where the environment forbids to keep that.
unexport PYTHONDONTWRITEBYTECODE

# Qt runs without a screen in everything but `make run` on a desktop.
HEADLESS := QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES="qt.qpa.*=false"

.DEFAULT_GOAL := help
.PHONY: help run test test-fast test-core test-windows check format bench trace chaos tour lock translations audit licences wheel clean bench-peers system-run system-test

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: ## Start KooDesk on the sandbox (without a display: play the tour)
ifeq ($(strip $(DISPLAY)$(WAYLAND_DISPLAY)$(if $(filter Linux,$(shell uname -s)),,native)),)
	@echo "There is no display here, so KooDesk plays its tour without one; the pictures go to .tour."
	@$(MAKE) --silent --no-print-directory system-run $(VENV)/run.stamp
	@$(HEADLESS) $(BIN)/python main.py --tour .tour
else
	@$(MAKE) --silent --no-print-directory system-run $(VENV)/run.stamp
	@$(BIN)/python main.py --sandbox
endif

# Tests wait more than they work, so those of the pages run beside all others; each half takes about as long.
test: system-test $(VENV)/dev.stamp ## Run all tests, without a screen (ARGS: those of pytest)
ifeq ($(strip $(ARGS)),)
	@$(MAKE) --silent --no-print-directory --jobs=2 test-core test-windows
else
	@$(HEADLESS) $(BIN)/python -m pytest -q $(ARGS)
endif

test-fast: system-test $(VENV)/dev.stamp ## Run the tests that are not marked slow
	@$(MAKE) --silent --no-print-directory --jobs=2 test-core test-windows MARK="not slow"

test-core:
	@$(HEADLESS) $(BIN)/python -m pytest -q $(if $(MARK),-m "$(MARK)") tests/koodrive tests/system $(wildcard tests/test_*.py)

test-windows:
	@$(HEADLESS) $(BIN)/python -m pytest -q $(if $(MARK),-m "$(MARK)") tests/ui

check: $(VENV)/dev.stamp ## Format, lint, types and licences
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted: run 'make format'."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/python .ci/licences.py --check

format: $(VENV)/dev.stamp ## Format the code, apply the safe fixes, renew the documents in resources/
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .
	@cp CHANGELOG.md docs/licences.md resources/

bench: system-test $(VENV)/dev.stamp ## Measure what KooDesk promises, as ratios to a floor of the same run
	@$(HEADLESS) $(BIN)/python -m benchmarks $(ARGS)

bench-peers: $(VENV)/dev.stamp .peers/npm.stamp ## Create 1,000 rows beside newman and Bruno's bru (needs node and npm; ARGS="--rows 1000")
	@$(BIN)/python -m benchmarks.peers --modules .peers/node_modules $(ARGS)

trace: system-test $(VENV)/dev.stamp ## Count the files, functions and calls that one create passes
	@$(HEADLESS) $(BIN)/python -m benchmarks.trace

chaos: $(VENV)/dev.stamp ## Random faults and kills: is anything lost or doubled? (ARGS="--seed 7 --creates 2000")
	@$(BIN)/python -m benchmarks.chaos $(ARGS)

tour: system-test $(VENV)/run.stamp ## Walk through the main job and renew the pictures of the documents
	@$(HEADLESS) $(BIN)/python main.py --tour "$(TOUR_DIR)"

translations: $(VENV)/dev.stamp ## Renew resources/translations: the messages of the source, compiled
	@$(BIN)/python .ci/messages.py
	@$(BIN)/python .ci/catalogue.py

lock: $(UV) ## Renew the locked versions and hashes
	@$(UV) pip compile $(LOCK_OPTIONS) --upgrade pyproject.toml -o requirements.lock
	@$(UV) pip compile $(LOCK_OPTIONS) --extra team --extra test --extra tooling -c requirements.lock pyproject.toml \
	  -o requirements-dev.lock

audit: $(VENV)/dev.stamp $(if $(ADVISORIES),,$(PIP_AUDIT)) ## Known weaknesses of the locked versions (ADVISORIES=DIR: a copy of pypa/advisory-database)
ifdef ADVISORIES
	@$(BIN)/python .ci/advisories.py "$(ADVISORIES)" $(LOCKS)
else
	@$(PIP_AUDIT) --strict --disable-pip --progress-spinner off $(LOCKS:%=-r %) || { \
	  echo "A locked version has a known weakness, or could not be audited: see above. Where the registry has no"; \
	  echo "advisories, take a copy of github.com/pypa/advisory-database: make audit ADVISORIES=DIR"; exit 1; }
endif

licences: $(VENV)/dev.stamp ## Renew docs/licences.md and its copy in resources/
	@$(BIN)/python .ci/licences.py
	@cp docs/licences.md resources/

wheel: $(VENV)/dev.stamp ## Build the wheel into dist/
	@rm -rf build
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean: ## Remove what the other targets made
	@rm -rf $(VENV) .lock-venv .audit-venv .peers build dist .tour .pytest_cache .mypy_cache .ruff_cache .hypothesis benchmarks/.data *.egg-info

system-run:
	@.ci/system-packages run

system-test:
	@.ci/system-packages test

LOCK_OPTIONS := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

$(PIP_AUDIT):
	@$(PYTHON) -m venv .audit-venv
	@.audit-venv/bin/python -m pip --quiet install pip-audit

.peers/npm.stamp: benchmarks/peers/package.json
	@mkdir -p .peers
	@cp benchmarks/peers/package.json .peers/
	@npm install --prefix .peers --silent --no-audit --no-fund --ignore-scripts
	@touch $@

$(UV):
	@$(PYTHON) -m venv .lock-venv
	@.lock-venv/bin/python -m pip --quiet install uv

# A stamp, because an interrupted set-up leaves an interpreter behind that has no pip.
$(VENV)/venv.stamp: | system-run
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "KooDesk needs Python 3.11 or newer; $(PYTHON) is older. Name another: make PYTHON=python3.12 ..."; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/run.stamp: requirements.lock | $(VENV)/venv.stamp
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

# The development lock holds all of the runtime lock, so it serves for running too.
$(VENV)/dev.stamp: requirements-dev.lock | $(VENV)/venv.stamp
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/run.stamp

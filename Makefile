# `make demo` tries Alongside, `make test` checks it; both set up .venv by themselves.
# Works with GNU make 3.81 and later.

VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

# Looked for once, and only when .venv has to be made.
PYTHON = $(eval PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; \
	do "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
	command -v "$$name" && break; done))$(PYTHON)
INSTALL = $(if $(UV),"$(UV)" pip install --python $(BIN)/python,$(BIN)/python -m pip install \
	--disable-pip-version-check --no-input)
COMPILE = "$(or $(UV),$(BIN)/uv)" pip compile --quiet --universal --fork-strategy fewest --generate-hashes \
	--python-version 3.11 --no-annotate $(if $(UPGRADE),--upgrade) --custom-compile-command "make lock" \
	--group build pyproject.toml

.PHONY: help demo test lint suite prove year bench texts lock

help: ## Show this list
	@echo "Alongside: a Slack app that reads deal posts and asks one good question."
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1 | \2/p' Makefile | awk -F'|' '{printf "%-14s%s\n", $$1, $$2}'

demo: $(VENV)/.demo-ready ## Try it here: a local Slack, bot and worker (PORT=8100 picks the port, RESET=1 starts anew)
	@$(BIN)/alongside demo $(if $(PORT),--port "$(PORT)") $(if $(filter-out 0,$(RESET)),--reset)

test: lint suite ## Check everything: lint, types, floors, and each test on SQLite and PostgreSQL

lint: $(VENV)/.test-ready ## Only lint, format, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# What is run a hundred times a day is compiled once, also where the machine's habit is to keep nothing.
suite prove year bench: export PYTHONDONTWRITEBYTECODE =
suite: $(VENV)/.test-ready ## Only the tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

prove: $(VENV)/.test-ready ## All of it on both databases with coverage of branches, processes killed, properties at full size
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not hypothesis and not year" --cov --cov-report term
	$(BIN)/python -m pytest -n 2 --dist worksteal -m hypothesis --hypothesis-profile prove

year: $(VENV)/.test-ready ## A year of five sellers and 300 clients on both databases, every message held to the rules
	$(BIN)/python -m pytest -n 2 -m year tests/loop/test_a_year.py

bench: $(VENV)/.test-ready ## Measure beside a bare floor; writes benchmarks/results.json
	@$(BIN)/python -m benchmarks

texts: $(VENV)/.test-ready ## Put new texts into each language's catalogue, there to be translated
	@$(BIN)/pybabel --quiet extract --no-location --omit-header --output-file $(VENV)/texts.pot bot
	@$(BIN)/pybabel --quiet update --domain alongside --input-file $(VENV)/texts.pot --output-dir bot/locale \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 100
	@grep -c '^msgstr ""$$' bot/locale/*/LC_MESSAGES/alongside.po || true

lock: $(VENV)/.demo-ready ## Write exact versions and hashes after a change in pyproject.toml (UPGRADE=1: newest)
	@$(if $(UV),:,$(BIN)/python -m pip install --quiet uv)
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

$(BIN)/python:
	@test -n "$(UV)$(PYTHON)" || { echo "Alongside needs Python 3.11 or later; this machine has $$(python3 --version 2>/dev/null || echo none)." >&2; exit 1; }
	@test -n "$(UV)" || "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv is missing. On Debian or Ubuntu: sudo apt install python3-venv make" >&2; exit 1; }
	@echo "Setting up $(VENV) (once; about half a minute)"
	@$(if $(UV),"$(UV)" venv --quiet --clear --python "$(or $(PYTHON),>=3.11)" $(VENV),"$(PYTHON)" -m venv --clear $(VENV))

define install
	@$(if $(UV),:,$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip --default-pip)
	@$(INSTALL) --require-hashes -r $<
	@$(INSTALL) --quiet --no-deps --no-build-isolation --editable .
endef

$(VENV)/.demo-ready: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Alongside runs on"
	$(install)
	@touch $@

# The versions in both locks agree, so this one also makes the demo ready.
$(VENV)/.test-ready: requirements-dev.txt requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Alongside runs on and is tested with"
	$(install)
	@touch $(VENV)/.demo-ready $@

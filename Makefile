# The two commands a newcomer needs are `make run` and `make test`; each does its own set-up.
PYTHON ?= python3
BIN = .venv/bin
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
  --custom-compile-command "make lock"

.PHONY: run test check fix bench lock

run: .venv/run            # the Slack app; with no Slack tokens, the rehearsal on the sample drops
	@$(BIN)/copydesk run --or-rehearse

test: .venv/dev           # the whole suite
	@$(BIN)/python -m pytest -n 2

check: .venv/dev          # what must hold before tests matter: style, types, import contracts, manifest, README
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -p no:cacheprovider tests/test_papers.py

fix: .venv/dev            # mends style where a machine can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: .venv/peers        # every benchmark; each prints its figures as JSON
	@for name in quotes people match stories changes conflicts ingest scale; do $(BIN)/copydesk bench $$name; done

lock: .venv/dev           # pins every dependency with hashes, after pyproject.toml changed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(LOCK) --extra scale pyproject.toml requirements/build.in -o requirements/run.txt
	@$(LOCK) --extra scale --group pyproject.toml:dev -c requirements/run.txt pyproject.toml requirements/build.in -o requirements/dev.txt
	@$(LOCK) --group pyproject.toml:peers -c requirements/run.txt -c requirements/dev.txt -o requirements/peers.txt

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("copydesk needs Python 3.11 or later; set PYTHON=python3.x" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv

.venv/run: requirements/run.txt pyproject.toml | .venv/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements/dev.txt tests/lab/package-lock.json .venv/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m tests.lab.install
	@touch $@

.venv/peers: requirements/peers.txt .venv/dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/peers.txt
	@touch $@

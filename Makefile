# `make generate` and `make test` need Python 3.11 or later and a package index, nothing else.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
BIN := .venv/bin
MADE := .venv/.made
PEERS := tests/node_modules/.made
JUDGE := .venv/judge/.made
RIVALS := .venv/rivals/.made

.PHONY: generate test lint bench corpus clean

generate: $(MADE)
	@$(BIN)/python -m generator generate

test: $(MADE) $(PEERS) $(JUDGE)
	$(BIN)/python -m pytest

lint: $(MADE)
	$(BIN)/ruff check
	$(BIN)/black --check --quiet generator templates tests
	$(BIN)/mypy
	$(BIN)/pyright

bench: $(MADE) $(RIVALS)
	PYTHONPATH=tests:generated/intercom/python $(BIN)/python -m bench

# The documents of many vendors, where they lie: make corpus DIR=... ASK='--only "a*" --jobs 4'
DIR ?= ../shared/specs
ASK ?=

corpus: $(MADE) $(JUDGE)
	@test -d "$(DIR)" || { echo "no documents: $(DIR) isn't there (make corpus DIR=...)" >&2; exit 1; }
	$(BIN)/python -m generator corpus "$(DIR)" $(ASK) --json .cache/corpus/rows.json --html .cache/corpus/rows.html

clean:
	rm -rf .venv .cache tests/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(MADE): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --group dev --editable .
	@touch $@

# What judges requests can't be installed beside the generator's own dependencies.
$(JUDGE): pyproject.toml $(MADE)
	$(PYTHON) -m venv .venv/judge
	.venv/judge/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	.venv/judge/bin/python -m pip install --quiet --group judge
	@touch $@

# Other generators want versions of their own too.
$(RIVALS): pyproject.toml $(MADE)
	$(PYTHON) -m venv .venv/rivals
	.venv/rivals/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	.venv/rivals/bin/python -m pip install --quiet --group rivals
	@touch $@

# The tests say which peers they miss; only CI refuses to go without (SDKGEN_REQUIRE_PEERS).
$(PEERS): tests/package.json tests/package-lock.json
	@if command -v npm >/dev/null; then \
		npm ci --prefix tests --no-audit --no-fund --loglevel error && touch $@ \
		|| echo "npm can't install the peers; their tests will be skipped" >&2; \
	fi

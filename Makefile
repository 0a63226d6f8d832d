# `make generate` and `make test` need Python 3.11 or later and a package index, nothing else.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
BIN := .venv/bin

# The locks are requirements files: they name versions and hashes for every supported Python and
# platform, but no host, so they serve any index, and plain pip installs them as well.
LOCK := requirements.lock
LOCKS := tests/locks
# An environment is made anew when what it was made from says something else, whatever its date.
MADE := .venv/.made-$(shell cat pyproject.toml $(LOCK) | cksum | cut -d ' ' -f 1)
JUDGE := .venv/judge/.made-$(shell cksum < $(LOCKS)/judge.lock | cut -d ' ' -f 1)
RIVALS := .venv/rivals/.made-$(shell cksum < $(LOCKS)/rivals.lock | cut -d ' ' -f 1)
PEERS := tests/node_modules/.made-$(shell cat tests/package.json tests/package-lock.json | cksum | cut -d ' ' -f 1)

# uv doesn't read pip's settings; the index that pip would use serves uv, too.
INDEX = UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$($(PYTHON) -m pip config get \
	global.index-url 2>/dev/null)}}"
UV = $(INDEX) $(BIN)/uv --quiet pip
SYNC = $(UV) sync --require-hashes --only-binary :all: --compile-bytecode
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make update" $(UV) compile --upgrade --universal \
	--python-version 3.11 --generate-hashes --only-binary :all: --no-annotate
# What the tests need beside the generator's dependencies: their tools, and a package's.
NEEDED := pyproject.toml --group dev generated/intercom/python/pyproject.toml
# What to test and how: make test TESTS='tests/runtime -n 2'
TESTS ?=

.PHONY: generate quick format test faults soak fuzz coverage test-newest test-lowest test-pythons lint bench corpus dist update clean

generate: $(MADE)
	@$(BIN)/python -m generator generate

# Before each commit: the rules of the house, and each room of the generator by itself.
quick: $(MADE)
	$(BIN)/ruff check
	$(BIN)/black --check --quiet generator templates tests
	$(BIN)/mypy
	$(BIN)/python -m pytest -m "not slow" tests/test_house.py tests/test_cases.py tests/unit \
		--ignore=tests/unit/judge

format: $(MADE)
	$(BIN)/ruff check --fix
	$(BIN)/black --quiet generator templates tests

test: $(MADE) $(PEERS) $(JUDGE)
	$(BIN)/python -m pytest $(TESTS)

# Every behaviour of a failing server, of which `make test` tries twenty; it writes their page.
faults: $(MADE)
	$(BIN)/python -m pytest tests/faults --faults --update $(TESTS)

# The lines and branches of the generator that the tests reach, in their subprocesses too.
coverage: $(MADE) $(PEERS) $(JUDGE)
	$(BIN)/python -m pytest --cov --cov-report term:skip-covered $(TESTS)

# The newest and the lowest versions that the two pyproject.toml allow, whatever the lock says.
test-newest: $(MADE) $(PEERS) $(JUDGE)
	$(call test-resolved,newest,highest)

test-lowest: $(MADE) $(PEERS) $(JUDGE)
	$(call test-resolved,lowest,lowest-direct)

define test-resolved
	@echo "making .venv/$(1) from the $(1) versions"
	@$(PYTHON) -m venv --without-pip --clear .venv/$(1)
	@$(UV) install --python .venv/$(1)/bin/python --only-binary :all: --resolution $(2) \
		$(patsubst %.toml,-r %.toml,$(NEEDED))
	@$(UV) install --python .venv/$(1)/bin/python --no-deps --no-build-isolation --editable .
	@$(UV) freeze --python .venv/$(1)/bin/python --exclude-editable > .venv/$(1)/versions.txt
	.venv/$(1)/bin/python -m pytest $(TESTS)
endef

# Each of the Pythons that is installed, those of pyenv without choosing them; tox names the missing.
test-pythons: $(MADE) $(PEERS) $(JUDGE)
	@$(INDEX) PATH="$$PATH$$(printf ':%s' "$$(pyenv root 2>/dev/null)"/versions/3.1[1-4]*/bin)" \
		$(BIN)/tox run -- $(TESTS)

lint: $(MADE)
	$(BIN)/ruff check
	$(BIN)/black --check --quiet generator templates tests
	$(BIN)/mypy
	$(BIN)/pyright

# Threads and tasks against a server that fails at random; nothing may grow: make soak SECONDS=60
SECONDS ?= 600
soak: $(MADE)
	PYTHONPATH=tests:tests/runtime $(BIN)/python -m soak --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

# Damaged documents through the generator, damaged answers through clients:
# make fuzz COUNT=5000 DIR=../shared/specs; one of them again: make fuzz SEED=7 ONLY=123
COUNT ?= 1000
fuzz: $(MADE)
	PYTHONPATH=.:tests:tests/runtime $(BIN)/python -m fuzz --count $(COUNT) --dir "$(DIR)" \
		$(if $(SEED),--seed $(SEED)) $(if $(ONLY),--only $(ONLY))

bench: $(MADE) $(RIVALS)
	PYTHONPATH=tests:generated/intercom/python $(BIN)/python -m bench

# The CPU of everyday jobs, beside python-intercom; in README.md: make everyday UPDATE=--update
.PHONY: everyday
everyday: $(MADE)
	PYTHONPATH=.:tests:tests/sdk:tests/contract:generated/intercom/python $(BIN)/python -m everyday $(UPDATE)

# Ten thousand pages to a server that fails, by a mirror that is killed twenty times.
.PHONY: mirror
mirror: $(MADE) $(RIVALS)
	PYTHONPATH=tests:generated/intercom/python $(BIN)/python -m mirror

# The documents of many vendors, where they lie: make corpus DIR=... ASK='--only "a*" --jobs 4'
# With lists and extensions that they don't declare: make corpus ASK='--declare paging,extensions'
DIR ?= ../shared/specs
ASK ?=

corpus: $(MADE) $(JUDGE)
	@test -d "$(DIR)" || { echo "no documents: $(DIR) isn't there (make corpus DIR=...)" >&2; exit 1; }
	$(BIN)/python -m tests.judge "$(DIR)" $(ASK) --json .cache/corpus/rows.json --html .cache/corpus/rows.html

# What a release publishes.
dist: $(MADE)
	@rm -rf dist
	$(BIN)/python -m hatchling build -d dist

# The newest versions of today, for everything that is installed; the next `make` installs them.
update: $(MADE)
	@$(COMPILE) $(NEEDED) --output-file $(LOCK)
	@$(COMPILE) --group judge --output-file $(LOCKS)/judge.lock
	@$(COMPILE) --group rivals --output-file $(LOCKS)/rivals.lock
	@if command -v npm >/dev/null; then \
		npm update --prefix tests --package-lock-only --no-audit --no-fund --loglevel error; \
	else echo "npm isn't there; tests/package-lock.json stays as it is" >&2; fi

clean:
	rm -rf .venv .cache dist tests/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis

# pip brings uv, by its lines of the lock, and uv the rest in a fraction of pip's time.
$(MADE):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed" >&2; exit 1; }
	@echo "making .venv from $(LOCK)"
	@$(PYTHON) -m venv .venv
	@sed -n '/^uv==/,/[^\\]$$/p' $(LOCK) > .venv/uv.lock
	@$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r .venv/uv.lock
	@$(SYNC) --python $(BIN)/python $(LOCK)
	@$(UV) install --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@rm -f .venv/.made*
	@touch $@

# What judges requests can't be installed beside the generator's own dependencies.
$(JUDGE): | $(MADE)
	@echo "making .venv/judge from $(LOCKS)/judge.lock"
	@$(PYTHON) -m venv --without-pip .venv/judge
	@$(SYNC) --python .venv/judge/bin/python $(LOCKS)/judge.lock
	@rm -f .venv/judge/.made*
	@touch $@

# Other generators want versions of their own too.
$(RIVALS): | $(MADE)
	@echo "making .venv/rivals from $(LOCKS)/rivals.lock"
	@$(PYTHON) -m venv --without-pip .venv/rivals
	@$(SYNC) --python .venv/rivals/bin/python $(LOCKS)/rivals.lock
	@rm -f .venv/rivals/.made*
	@touch $@

# The tests say which peers they miss; only CI refuses to go without (SDKWRIGHT_REQUIRE_PEERS).
$(PEERS):
	@if command -v npm >/dev/null; then \
		npm ci --prefix tests --no-audit --no-fund --loglevel error && touch $@ \
		|| echo "npm can't install the peers; their tests will be skipped" >&2; \
	fi

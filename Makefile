# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup setup-tests run test torture check bench lock clean rehearsal

setup: .venv/.installed

.venv/.installed: requirements.lock requirements-build.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -r requirements-build.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --no-index -e .
	touch $@

.venv/.installed-tests: .venv/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# Debian's Chromium for the browser tests and the Latvian word list for the spelling check.
setup-tests: .venv/.installed-tests
	@sh docs/system-packages.sh

run: setup
	$(BIN)/python -m bot demo

test: setup-tests
	$(BIN)/python -m tests.halves

# Kills the product at every point where that could lose or repeat something; see docs/testing.md.
torture: setup-tests
	$(BIN)/python -m tests.torture

check: setup-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy bot scheduler desk store knowledge dialogs mentoring
	$(BIN)/lint-imports
	$(BIN)/python -m bot check programmes/skola-kopiena
	$(BIN)/python -m tests.spelling

bench: setup-tests
	$(BIN)/python -m benchmarks.desk
	$(BIN)/python -m benchmarks.start
	$(BIN)/python -m benchmarks.dialogs
	$(BIN)/python -m benchmarks.reminders --quick
	$(BIN)/python -m benchmarks.replan
	$(BIN)/python -m benchmarks.telegram
	$(BIN)/python -m benchmarks.broadcast

# The page that the README links to.
rehearsal: setup
	$(BIN)/python -m bot rehearse programmes/skola-kopiena --from 2026-01-05 --to 2026-06-30 --html docs/rehearsal/skola-kopiena-2026.html

lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements-dev.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements-dev.lock -o requirements.lock
	printf 'hatchling\neditables\n' | uv pip compile - --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements-dev.lock -o requirements-build.lock

# The demo only: `run` keeps its database and its key in var, too.
clean:
	rm -rf .venv
	rm -f var/demo.sqlite3*

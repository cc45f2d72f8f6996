.PHONY: help setup demo test check fix contoh gambar bench kunci

contoh bench: export DEBUG = True

help: ## List the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup: ## Make .venv for development (a second run does nothing)
	@skrip/setup.sh pengembangan

demo: ## Serve the application with the data of an example office (HOST, PORT, DATABASE_URL)
	@skrip/setup.sh produksi
	@exec .venv/bin/python manage.py demo

test: setup ## Run all tests, on SQLite and on a PostgreSQL of its own
	@skrip/test.sh

check: setup ## What must hold of the files themselves; changes none
	@skrip/check.sh

fix: setup ## Let ruff repair what check finds, where it can
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

contoh: setup ## Print the approved example document anew; read the diff before you commit it
	@.venv/bin/python manage.py contoh

gambar: setup ## Take the pictures of the user guide anew (skrip/gambar.py NAME … for some of them)
	@.venv/bin/python skrip/gambar.py

bench: setup ## Measure what the budgets name
	@.venv/bin/python skrip/bench.py

kunci: setup ## Compile the lock files from pyproject.toml (UV_ARGS=--upgrade for newer releases)
	@skrip/kunci.sh $(UV_ARGS)

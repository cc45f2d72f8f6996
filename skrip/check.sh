#!/usr/bin/env bash
# What must hold of the files themselves; changes none of them.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
export DEBUG=True

$bin/ruff format --check .
$bin/ruff check .
$bin/mypy
$bin/python manage.py check --fail-level WARNING
$bin/python manage.py makemigrations --check --dry-run
env DEBUG=False SECRET_KEY="$($bin/python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    ALLOWED_HOSTS=lkip.example.go.id \
    $bin/python manage.py check --deploy --fail-level WARNING
$bin/python -m pytest -q tests/test_vendor.py

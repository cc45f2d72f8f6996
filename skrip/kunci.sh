#!/usr/bin/env bash
# Compile requirements/*.txt from pyproject.toml. Arguments go to uv, such as --upgrade.
# Pins stay as they are unless told otherwise; the development lock includes the production one.
set -euo pipefail
cd "$(dirname "$0")/.."

export UV_CUSTOM_COMPILE_COMMAND="make kunci"
compile=(.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes)

"${compile[@]}" "$@" pyproject.toml -o requirements/produksi.txt
"${compile[@]}" "$@" --extra dev -c requirements/produksi.txt pyproject.toml -o requirements/pengembangan.txt

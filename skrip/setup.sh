#!/usr/bin/env bash
# Make .venv as one lock file says: setup.sh produksi|pengembangan.
# The stamp in .venv is that file's hash, so a second run does nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
source skrip/paket.sh

lock=requirements/$1.txt
stamps=(.venv/lkip-"$1".sha256 .venv/lkip-pengembangan.sha256)    # development includes production

find_python() {
    local name    # Debian's own build is optimised, which printing feels most
    for name in /usr/bin/python3.11 python3.11 python3 python3.12 python3.13; do
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        command -v "$name"
        return
    done
    echo "Python 3.11 or newer is missing." >&2
    exit 1
}

is_done() {
    [[ -x .venv/bin/python ]] || return 1
    local stamp
    for stamp in "${stamps[@]}"; do
        [[ ! -e $stamp ]] || ! grep -qF "$(sha256sum "$lock")" "$stamp" || return 0
    done
    return 1
}

ensure_packages poppler-utils    # pdftotext reads the reports of other years
ensure_packages libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0    # WeasyPrint draws text with them
if is_done; then
    exit
fi
if [[ ! -x .venv/bin/pip ]]; then
    python=$(find_python)
    "$python" -c 'import ensurepip' 2>/dev/null || ensure_packages python3-venv
    "$python" -m venv --clear .venv
fi
echo "Installing $lock in .venv"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
sha256sum requirements/produksi.txt "$lock" > "${stamps[0]}"

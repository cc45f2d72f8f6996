# shellcheck shell=bash
# Sourced by the other scripts: Debian packages and commands that must be there.

# ensure_packages NAME…: install those that are missing; without root say how, and exit 1.
ensure_packages() {
    if ! command -v dpkg-query >/dev/null; then
        echo "This is not Debian: see to it that these, or what they hold, are installed: $*" >&2
        return
    fi
    local name missing=()
    for name in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
    done
    ((${#missing[@]})) || return 0
    local install=(apt-get install -y --no-install-recommends "${missing[@]}")
    if ((EUID)); then
        echo "System packages are missing. Run this, then try again:" >&2
        echo "    sudo apt-get update && sudo ${install[*]}" >&2
        exit 1
    fi
    echo "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq -o DPkg::Lock::Timeout=120 update
    "${install[@]}" -qq -o DPkg::Lock::Timeout=120 >/dev/null
}

# ensure_commands COMMAND=PACKAGE…: install the package of each command that is missing.
ensure_commands() {
    local pair missing=()
    for pair in "$@"; do
        command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
    done
    ((${#missing[@]} == 0)) || ensure_packages "${missing[@]}"
}

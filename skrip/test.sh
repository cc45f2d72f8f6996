#!/usr/bin/env bash
# All tests on SQLite. Then those of the database, but for the browser's, on PostgreSQL: a server that
# lives as long as this script. Two processes share the test files; a file stays in one, with its fixtures.
# What measures time in the browser runs with nothing beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
source skrip/paket.sh
export LC_ALL=C.UTF-8
unset PYTHONDONTWRITEBYTECODE    # else every process compiles all modules, and rewrites all tests, anew

as_server() {    # PostgreSQL refuses to run as root
    if ((EUID)); then "$@"; else runuser -u postgres -- "$@"; fi
}

start_postgres() {    # on a socket in its own folder: no port to collide with, nothing to reach from outside
    server=$(mktemp -d /tmp/lkip-postgres.XXXXXX)
    ((EUID)) || chown postgres "$server"
    (
        cd "$server"
        as_server "$postgres_bin/initdb" -D data -U lkip -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
        as_server "$postgres_bin/pg_ctl" -D data -l log -w start \
            -o "-c listen_addresses='' -c unix_socket_directories=$server -c fsync=off -c full_page_writes=off" >/dev/null
    ) || { cat "$server/log" >&2; exit 1; }
}

stop_postgres() {
    [[ -n ${server:-} ]] || return 0
    (cd "$server" && as_server "$postgres_bin/pg_ctl" -D data -m immediate stop >/dev/null) || true
    rm -rf "$server"
}

skrip/vnu.sh
ensure_packages postgresql chromium poppler-utils libatomic1    # Playwright's own Node.js needs the last
postgres_bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)

run_tests() {
    .venv/bin/python -m pytest -q "$@"
}

run_side_by_side() {
    run_tests -n 2 --dist loadfile --no-loadscope-reorder "$@"
}

echo "== SQLite"
(unset DATABASE_URL; run_side_by_side -m "not waktu")

echo "== Times, measured alone"
(unset DATABASE_URL; run_tests -m waktu)

echo "== PostgreSQL"
trap stop_postgres EXIT
start_postgres
DATABASE_URL="postgres://lkip@${server//\//%2F}/postgres" run_side_by_side --migrations -m "django_db and not browser"

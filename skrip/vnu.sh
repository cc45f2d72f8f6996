#!/usr/bin/env bash
# Put the Nu HTML checker at var/alat/vnu.jar, where the tests look for it (a second run does nothing).
set -euo pipefail
cd "$(dirname "$0")/.."
source skrip/paket.sh

version=26.9.27
sha256=22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47
jar=var/alat/vnu.jar

is_right() {
    [[ -e $jar ]] && sha256sum --status -c <<<"$sha256  $jar"
}

ensure_commands java=default-jre-headless npm=npm
is_right && exit
mkdir -p "${jar%/*}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --ignore-scripts --no-save --no-audit --no-fund --prefix "$folder" "vnu-jar@$version" >/dev/null
mv "$folder/node_modules/vnu-jar/build/dist/vnu.jar" "$jar"
is_right || { echo "vnu-jar $version is not the file that skrip/vnu.sh names: $(sha256sum "$jar")" >&2; rm "$jar"; exit 1; }

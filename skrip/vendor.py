"""Copy files of other projects into the repository, and record them in static/vendor.json.

Run it after a change of a version below. Needs npm, and for the fonts Debian's apt-get and dpkg-deb.
"""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "static/vendor.json"
FONTS = "templates/lkip/dokumen/fonts"

ICONS = """house clipboard-check bar-chart cash-stack file-earmark-text three-dots person box-arrow-right
download eye exclamation-triangle check-circle x-circle info-circle arrow-up arrow-down arrow-right dash
calendar3 building question-circle search bell list""".split()


@dataclass(frozen=True)
class Package:
    """A release of another project; `name` is npm:… or debian:…."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True)
class Copy:
    """One file to write: where, from which package, its bytes, and how they differ from the package's."""

    file: str
    package: Package
    content: bytes
    note: str = ""


BOOTSTRAP = Package("npm:bootstrap", "5.3.9", "MIT")
BOOTSTRAP_ICONS = Package("npm:bootstrap-icons", "1.13.2", "MIT")
AXE_CORE = Package("npm:axe-core", "4.14.1", "MPL-2.0")
CROSCORE = Package("debian:fonts-croscore", "20201225-1", "OFL-1.1")


def unpack(package: Package, folder: Path) -> Path:
    """Download `package` into `folder` and return the root of its files."""
    registry, name = package.name.split(":")
    target = folder / name
    target.mkdir()
    if registry == "npm":
        run(["npm", "pack", "--silent", f"{name}@{package.version}"], target)
        run(["tar", "xzf", f"{name}-{package.version}.tgz"], target)
        return target / "package"
    run(["apt-get", "download", f"{name}={package.version}"], target)
    run(["dpkg-deb", "-x", next(target.glob("*.deb")), "."], target)
    return target


def run(command: list[str | Path], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def copy_bootstrap(source: Path) -> Iterator[Copy]:
    folder = f"static/vendor/bootstrap/{BOOTSTRAP.version}"
    css = (source / "dist/css/bootstrap.min.css").read_text()
    css = css.replace("/*# sourceMappingURL=bootstrap.min.css.map */", "")
    note = (
        "Without the sourceMappingURL comment: hashed static files refuse a map that is not there."
    )
    yield Copy(f"{folder}/bootstrap.min.css", BOOTSTRAP, css.encode(), note)
    yield Copy(f"{folder}/LICENSE", BOOTSTRAP, (source / "LICENSE").read_bytes())


def copy_icons(source: Path) -> Iterator[Copy]:
    folder = f"static/vendor/bootstrap-icons/{BOOTSTRAP_ICONS.version}"
    symbols = "\n".join(build_symbol(source / f"icons/{name}.svg") for name in ICONS)
    sprite = (
        f"<!-- Bootstrap Icons {BOOTSTRAP_ICONS.version}, MIT, The Bootstrap Authors;"
        f" licence: {folder}/LICENSE -->\n"
        f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'
    )
    note = f"{len(ICONS)} icons as symbols of one sprite."
    yield Copy("static/ikon.svg", BOOTSTRAP_ICONS, sprite.encode(), note)
    yield Copy(f"{folder}/LICENSE", BOOTSTRAP_ICONS, (source / "LICENSE").read_bytes())


def build_symbol(file: Path) -> str:
    shapes = re.fullmatch(r"<svg [^>]+>\s*(.+?)\s*</svg>\s*", file.read_text(), re.DOTALL)[1]
    shapes = re.sub(r"\n\s*", "", shapes)
    return f'<symbol id="{file.stem}" viewBox="0 0 16 16" fill="currentColor">{shapes}</symbol>'


def copy_axe(source: Path) -> Iterator[Copy]:
    folder = f"tests/browser/vendor/axe-core/{AXE_CORE.version}"
    for name in ("axe.min.js", "LICENSE"):
        yield Copy(f"{folder}/{name}", AXE_CORE, (source / name).read_bytes())


def copy_fonts(source: Path) -> Iterator[Copy]:
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        content = (source / f"usr/share/fonts/truetype/croscore/Arimo-{style}.ttf").read_bytes()
        yield Copy(f"{FONTS}/Arimo-{style}.ttf", CROSCORE, content)
    copyright_file = (source / "usr/share/doc/fonts-croscore/copyright").read_text()
    lines = re.search(r"^License: OFL-1.1\n((?: .*\n)+)", copyright_file, re.MULTILINE)[1]
    text = re.sub(r"^ \.?", "", lines, flags=re.MULTILINE)
    licence = f"Arimo. Copyright 2010 Google Inc.\n\nSIL Open Font License, Version 1.1\n\n{text}"
    yield Copy(f"{FONTS}/LICENSE", CROSCORE, licence.encode(), "From the package's copyright file.")


COPIERS = {
    BOOTSTRAP: copy_bootstrap,
    BOOTSTRAP_ICONS: copy_icons,
    AXE_CORE: copy_axe,
    CROSCORE: copy_fonts,
}


def build_entry(copy: Copy) -> dict[str, str]:
    entry = {
        "file": copy.file,
        "package": copy.package.name,
        "version": copy.package.version,
        "licence": copy.package.licence,
        "sha256": hashlib.sha256(copy.content).hexdigest(),
    }
    return entry | {"note": copy.note} if copy.note else entry


def main() -> None:
    entries = []
    for folder in ("static/vendor", "tests/browser/vendor", FONTS):
        shutil.rmtree(ROOT / folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        for package, copier in COPIERS.items():
            for copy in copier(unpack(package, Path(folder))):
                target = ROOT / copy.file
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(copy.content)
                entries.append(build_entry(copy))
    RECORD.write_text(json.dumps(entries, indent=2) + "\n")


if __name__ == "__main__":
    main()

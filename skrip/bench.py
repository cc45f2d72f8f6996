#!/usr/bin/env python
"""Measure what the budgets name, with the example office in a data folder of its own.

Debian's Chromium prints the same HTML in the same run: the ratio to it says more than seconds do on
a machine that is busy or slow. Exit status 1 when a budget is exceeded.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
KODE, TAHUN = "35.09.09", 2024
ULANGAN = 3
CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")

BATAS_RASIO = 2.5
BATAS_MEMORI = 300  # MiB
BATAS_PDF_SAMA = 50  # ms
BATAS_HALAMAN = 150  # ms


@contextmanager
def data_folder() -> Iterator[Path]:
    """A folder for the database and the prints, and the environment that points to it."""
    with tempfile.TemporaryDirectory(prefix="lkip-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DEBUG": "False", "HTTPS": "False"}
        os.environ |= {"SECRET_KEY": "bench", "ALLOWED_HOSTS": "testserver"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "lkip.settings"
        (Path(folder) / "static").mkdir()
        yield Path(folder)


def manage(*argumen: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *argumen], cwd=AKAR, check=True, stdout=subprocess.DEVNULL
    )


def time_of(kerja: Callable[[], object], ulangan: int = ULANGAN) -> float:
    """Median wall time in seconds."""
    lama = []
    for _ in range(ulangan):
        mulai = time.perf_counter()
        kerja()
        lama.append(time.perf_counter() - mulai)
    return statistics.median(lama)


def print_anew(folder: Path) -> None:
    """Print with `cetak` as if nobody had printed before."""
    shutil.rmtree(folder / "cetakan", ignore_errors=True)
    manage("cetak", "--instansi", KODE, "--tahun", str(TAHUN), "-o", str(folder / "lkip.pdf"))


def print_with_chromium(folder: Path) -> None:
    subprocess.run(
        [*CHROMIUM, f"--print-to-pdf={folder / 'chromium.pdf'}", (folder / "lkip.html").as_uri()],
        check=True,
        capture_output=True,
    )


def write_html(folder: Path) -> None:
    """The HTML that `cetak` prints, with the address of its folder for Chromium."""
    from instansi.models import Instansi
    from lkip.dokumen.html import render_html
    from lkip.laporan import build_laporan

    instansi = Instansi.objects.select_related("pemda").get(kode=KODE)
    dasar = f'<base href="{(AKAR / "templates" / "lkip" / "dokumen").as_uri()}/">'
    html = render_html(build_laporan(instansi, TAHUN)).replace("<head>", f"<head>{dasar}")
    (folder / "lkip.html").write_text(html)


def time_of_pages() -> dict[str, float]:
    """Median wall time in milliseconds of each page that GET answers, second visit onwards."""
    from django.test import Client
    from django.urls import reverse

    from instansi.models import Keanggotaan
    from lkip.dokumen.html import BAGIAN
    from lkip.urls_tahun import urlpatterns

    peramban = Client()
    peramban.force_login(Keanggotaan.objects.get(instansi__kode=KODE, peran="camat").pengguna)
    tempat = (KODE, TAHUN)
    polos = [satu.name for satu in urlpatterns if "<" not in str(satu.pattern)]
    alamat = {nama: reverse(nama, args=tempat) for nama in polos}
    alamat |= {slug: reverse("pratinjau_bab", args=(*tempat, slug)) for slug, _ in BAGIAN}
    for satu in alamat.values():
        b"".join(peramban.get(satu))
    return {
        nama: time_of(lambda satu=satu: b"".join(peramban.get(satu))) * 1000
        for nama, satu in alamat.items()
    }


def report(apa: str, nilai: float, batas: float, satuan: str) -> bool:
    """Print one line, and return whether the budget holds."""
    cukup = nilai <= batas
    print(f"{'ok  ' if cukup else 'OVER'} {apa:48} {nilai:8.2f} {satuan} (budget {batas:g})")
    return cukup


def main() -> int:
    with data_folder() as folder:
        manage("migrate", "-v0")
        manage("muat_contoh")
        manage("collectstatic", "--noinput", "-v0")
        import django

        django.setup()
        write_html(folder)
        chromium = time_of(lambda: print_with_chromium(folder))
        cetak = time_of(lambda: print_anew(folder))
        memori = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        halaman = time_of_pages()
        pdf = halaman.pop("unduh_pdf")
    print(f"cetak {cetak:.2f} s, Chromium {chromium:.2f} s (medians of {ULANGAN})")
    hasil = [
        report("cetak / Chromium", cetak / chromium, BATAS_RASIO, "×"),
        report("largest process (cetak, Chromium)", memori, BATAS_MEMORI, "MiB"),
        report("unchanged PDF from the server", pdf, BATAS_PDF_SAMA, "ms"),
        *(report(f"page {nama}", lama, BATAS_HALAMAN, "ms") for nama, lama in halaman.items()),
    ]
    return 0 if all(hasil) else 1


if __name__ == "__main__":
    sys.path.insert(0, str(AKAR))
    sys.exit(main())

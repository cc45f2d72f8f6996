"""Print in a process of its own, which can load WeasyPrint while this one still gathers the data."""

import atexit
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from types import TracebackType
from typing import Self

DETAK = 10  # seconds
AKAR = Path(__file__).resolve().parent.parent.parent


class GagalMencetak(Exception):
    """The printing process ended without a PDF; the message is its last line of output."""


class Pencetak:
    """A printing process: starts on creation, prints one job, and never outlives its block."""

    def __init__(self) -> None:
        self.proses = subprocess.Popen(
            [sys.executable, "-m", "lkip.dokumen.pdf"],
            cwd=AKAR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        jenis: type[BaseException] | None,
        galat: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:
        self.proses.kill()
        self.proses.communicate()

    def cetak(self, pekerjaan: bytes, detak: Callable[[], None] | None = None) -> bytes:
        """Return the PDF of a job in JSON (lkip.dokumen.pdf.Pekerjaan). Raises GagalMencetak.

        `detak` is called every ten seconds meanwhile; what it raises ends the printing.
        """
        # In a thread: communicate() with a timeout forgets what it had not yet sent.
        with ThreadPoolExecutor(1) as utas:
            jawaban = utas.submit(self.proses.communicate, pekerjaan)
            try:
                while detak and wait([jawaban], timeout=DETAK).not_done:
                    detak()
            except BaseException:
                self.proses.kill()
                raise
            pdf, keluhan = jawaban.result()
        if self.proses.returncode or not pdf:
            baris = keluhan.decode(errors="replace").strip().splitlines()
            raise GagalMencetak(baris[-1] if baris else "no message")
        return pdf


_siap: list[Pencetak] = []


def siapkan() -> None:
    """Start a printing process now, for the job that this process will have in a moment."""
    pencetak = Pencetak()
    _siap.append(pencetak)
    atexit.register(pencetak.proses.kill)


def ambil_pencetak() -> Pencetak:
    """The process that was prepared, or a new one."""
    return _siap.pop() if _siap else Pencetak()

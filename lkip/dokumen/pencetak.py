"""Print in a process of its own, which can load WeasyPrint while this one still gathers the data."""

import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

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

    def cetak(self, pekerjaan: bytes) -> bytes:
        """Return the PDF of a job in JSON (lkip.dokumen.pdf.Pekerjaan). Raises GagalMencetak."""
        pdf, keluhan = self.proses.communicate(pekerjaan)
        if self.proses.returncode or not pdf:
            baris = keluhan.decode(errors="replace").strip().splitlines()
            raise GagalMencetak(baris[-1] if baris else "no message")
        return pdf

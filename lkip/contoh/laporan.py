"""The LKIP of the example year: its texts, benchmarks and analysis."""

import re
from collections import Counter

from instansi.models import Instansi, Seksi
from lkip.contoh.data import Data, Isi
from lkip.contoh.rencana import Simpul
from lkip.contoh.simpan import create, create_all
from lkip.models import LKIP, ButirAnalisis, Narasi, Pembanding
from lkip.naskah import html_dari_teks
from renstra.models import Indikator, Tujuan


def load_lkip(
    data: Data,
    instansi: Instansi,
    seksi: dict[str, Seksi],
    simpul: Simpul,
    indikator: dict[str, Indikator],
) -> None:
    """Create the report in the state draf with everything that staff write."""
    isi = data.naskah
    lkip = create(LKIP, instansi=instansi, tahun=isi["tahun"], **data.kinerja["lkip"])
    create_all(
        Narasi,
        (
            {"lkip": lkip, "bagian": bagian, "isi": html_dari_teks(teks)}
            for bagian, teks in isi["naskah"].items()
        ),
    )
    create_all(
        Pembanding,
        (
            {**isian, "lkip": lkip, "indikator": indikator[isian["indikator"]]}
            for isian in data.kinerja["pembanding"]
        ),
    )
    create_all(ButirAnalisis, _iter_analisis(isi, lkip, simpul, seksi))


def _iter_analisis(isi: Isi, lkip: LKIP, simpul: Simpul, seksi: dict[str, Seksi]):
    urutan: Counter[tuple[str, str]] = Counter()
    for isian in (*_iter_ulasan(isi), *isi["analisis"]):
        kode, jenis = isian["simpul"], isian["jenis"]
        urutan[kode, jenis] += 1
        induk = "tujuan" if isinstance(simpul[kode], Tujuan) else "sasaran"
        yield {
            "lkip": lkip,
            induk: simpul[kode],
            "jenis": jenis,
            "urutan": urutan[kode, jenis],
            "uraian": isian["uraian"],
            "penanggung_jawab": _nama_seksi(isian, seksi),
            "tenggat": isian.get("tenggat"),
        }


def _iter_ulasan(isi: Isi):
    """The free text of each tujuan and sasaran, one row per paragraph."""
    for kode, teks in isi["simpul"].items():
        for alinea in re.split(r"\n\s*\n", teks.strip()):
            yield {"simpul": kode, "jenis": ButirAnalisis.Jenis.UMUM, "uraian": alinea}


def _nama_seksi(isian: Isi, seksi: dict[str, Seksi]) -> str:
    return seksi[isian["penanggung_jawab"]].nama if "penanggung_jawab" in isian else ""

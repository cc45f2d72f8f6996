"""The budget of the example year."""

from anggaran.models import (
    Kegiatan,
    Keluaran,
    Pagu,
    Program,
    ProgramSasaran,
    RealisasiAnggaran,
    SubKegiatan,
)
from instansi.models import Instansi, Seksi
from lkip.contoh.data import Data, Isi
from lkip.contoh.rencana import Simpul
from lkip.contoh.simpan import create_all
from lkip.isi.anggaran import JenisBelanja, Tahap

KELUARAN = ("indikator", "satuan", "target", "realisasi")


def load_anggaran(data: Data, instansi: Instansi, seksi: dict[str, Seksi], simpul: Simpul) -> None:
    """Create the tree of the budget, its money, its outputs, and which sasaran it supports."""
    isi = data.anggaran
    program = _load_program(isi, instansi)
    kegiatan = _load_kegiatan(isi, program)
    sub_kegiatan = _load_sub_kegiatan(isi, kegiatan, seksi)
    for nama, pohon in (
        ("program", program),
        ("kegiatan", kegiatan),
        ("sub_kegiatan", sub_kegiatan),
    ):
        create_all(
            Keluaran,
            (
                {nama: pohon[isian["kode"]]} | {kunci: isian[kunci] for kunci in KELUARAN}
                for isian in isi[nama]
            ),
        )
    _load_uang(isi, sub_kegiatan)
    create_all(
        ProgramSasaran,
        (
            isian | {"program": program[isian["program"]], "sasaran": simpul[isian["sasaran"]]}
            for isian in isi["program_sasaran"]
        ),
    )


def parent_kode(kode: str) -> str:
    """The code without its last segment: "7.01.01.2.02.0001" → "7.01.01.2.02"."""
    return kode.rpartition(".")[0]


def _load_program(isi: Isi, instansi: Instansi) -> dict[str, Program]:
    program = create_all(
        Program,
        (
            {
                "instansi": instansi,
                "tahun": isi["tahun"],
                "kode": isian["kode"],
                "nama": isian["nama"],
            }
            for isian in isi["program"]
        ),
    )
    return {satu.kode: satu for satu in program}


def _load_kegiatan(isi: Isi, program: dict[str, Program]) -> dict[str, Kegiatan]:
    kegiatan = create_all(
        Kegiatan,
        (
            {
                # a kegiatan has two segments more than its program
                "program": program[parent_kode(parent_kode(isian["kode"]))],
                "kode": isian["kode"],
                "nama": isian["nama"],
            }
            for isian in isi["kegiatan"]
        ),
    )
    return {satu.kode: satu for satu in kegiatan}


def _load_sub_kegiatan(
    isi: Isi, kegiatan: dict[str, Kegiatan], seksi: dict[str, Seksi]
) -> dict[str, SubKegiatan]:
    sub_kegiatan = create_all(
        SubKegiatan,
        (
            {
                "kegiatan": kegiatan[parent_kode(isian["kode"])],
                "kode": isian["kode"],
                "nama": isian["nama"],
                "seksi": seksi[isian["seksi"]],
                "catatan": isian["catatan"],
            }
            for isian in isi["sub_kegiatan"]
        ),
    )
    return {satu.kode: satu for satu in sub_kegiatan}


def _load_uang(isi: Isi, sub_kegiatan: dict[str, SubKegiatan]) -> None:
    create_all(
        Pagu,
        (
            {
                "sub_kegiatan": sub_kegiatan[isian["kode"]],
                "tahap": tahap.value,
                "jenis": jenis,
                "jumlah": jumlah,
            }
            for isian in isi["sub_kegiatan"]
            for tahap in Tahap
            for jenis, jumlah in isian[f"pagu_{tahap.value}"].items()
        ),
    )
    create_all(
        RealisasiAnggaran,
        (
            {
                "sub_kegiatan": sub_kegiatan[isian["kode"]],
                "triwulan": triwulan,
                "jenis": jenis.value,
                "jumlah": jumlah,
            }
            for isian in isi["sub_kegiatan"]
            for jenis in JenisBelanja
            for triwulan, jumlah in enumerate(isian.get(f"realisasi_{jenis.value}", ()), 1)
        ),
    )

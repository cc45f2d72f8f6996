"""Objects that break, or only just keep, the constraints of the app anggaran."""

from decimal import Decimal

from tests.factories import (
    make_kegiatan,
    make_keluaran,
    make_pagu,
    make_program,
    make_program_sasaran,
    make_realisasi_anggaran,
    make_sub_kegiatan,
)
from tests.violations import changed, copied

SEN = Decimal("0.01")


VIOLATIONS = {
    "program_kode_unik_per_tahun": [lambda: copied(make_program())],
    "program_kode_tiga_ruas": [
        lambda: changed(make_program(), kode="7.01"),
        lambda: changed(make_program(), kode="7.01.01."),
        lambda: changed(make_program(), kode="7.01.01\n"),
        lambda: changed(make_program(), kode="7.01.0\u0663"),
        lambda: changed(make_program(), kode="07.01.01"),
        lambda: changed(make_program(), kode="7.01.01.2.01"),
    ],
    "kegiatan_kode_unik_per_program": [lambda: copied(make_kegiatan())],
    "kegiatan_kode_lima_ruas": [
        lambda: changed(make_kegiatan(), kode="7.01.01.2.1"),
        lambda: changed(make_kegiatan(), kode="7.01.01.02.01"),
        lambda: changed(make_kegiatan(), kode="7.01.01.2.01.0001"),
    ],
    "subkegiatan_kode_unik_per_kegiatan": [lambda: copied(make_sub_kegiatan())],
    "subkegiatan_kode_enam_ruas": [
        lambda: changed(make_sub_kegiatan(), kode="7.01.01.2.01.01"),
        lambda: changed(make_sub_kegiatan(), kode="7.01.01.2.01.000A"),
    ],
    "keluaran_satu_induk": [
        lambda: changed(make_keluaran(), program=make_program()),
        lambda: changed(make_keluaran(), kegiatan=make_kegiatan()),
        lambda: changed(make_keluaran(), sub_kegiatan=None),
    ],
    "keluaran_tidak_negatif": [
        lambda: changed(make_keluaran(), target=Decimal(-1)),
        lambda: changed(make_keluaran(), realisasi=Decimal("-0.0001")),
    ],
    "programsasaran_unik": [lambda: copied(make_program_sasaran())],
    "programsasaran_porsi_wajar": [
        lambda: changed(make_program_sasaran(), porsi=Decimal(0)),
        lambda: changed(make_program_sasaran(), porsi=Decimal("100.0001")),
    ],
    "pagu_unik": [lambda: copied(make_pagu())],
    "pagu_tidak_negatif": [lambda: changed(make_pagu(), jumlah=-SEN)],
    "pagu_tahap_dan_jenis_dikenal": [
        lambda: changed(make_pagu(), tahap="pergeseran"),
        lambda: changed(make_pagu(), jenis="hibah"),
    ],
    "realisasianggaran_unik": [lambda: copied(make_realisasi_anggaran())],
    "realisasianggaran_triwulan_1_4": [
        lambda: changed(make_realisasi_anggaran(), triwulan=0),
        lambda: changed(make_realisasi_anggaran(), triwulan=5),
    ],
    "realisasianggaran_tidak_negatif": [
        lambda: changed(make_realisasi_anggaran(), jumlah=-SEN),
    ],
    "realisasianggaran_jenis_dikenal": [lambda: changed(make_realisasi_anggaran(), jenis="hibah")],
}

FIELD_FIRST = {
    "pagu_tahap_dan_jenis_dikenal": "tahap jenis",
    "realisasianggaran_jenis_dikenal": "jenis",
}

ALLOWED = {
    "the same program next year": lambda: copied(make_program(), tahun=2025),
    "a program of any urusan": lambda: make_program(kode="X.XX.01"),
    "an output of a program": lambda: make_keluaran(program=make_program()),
    "an output of a kegiatan": lambda: make_keluaran(kegiatan=make_kegiatan()),
    "an output of zero": lambda: make_keluaran(target=Decimal(0), realisasi=Decimal(0)),
    "an output not known": lambda: make_keluaran(target=None, realisasi=None),
    "a whole program": lambda: make_program_sasaran(porsi=Decimal(100)),
    "the smallest porsi": lambda: make_program_sasaran(porsi=Decimal("0.0001")),
    "no money": lambda: make_pagu(jumlah=Decimal(0)),
    "the other kind of belanja": lambda: copied(make_pagu(), jenis="modal"),
    "the most money of a column": lambda: make_pagu(jumlah=Decimal("9999999999999999.99")),
    "the first triwulan": lambda: make_realisasi_anggaran(triwulan=1, jumlah=Decimal(0)),
}

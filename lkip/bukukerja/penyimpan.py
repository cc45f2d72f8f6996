"""Which function stores the rows of a sheet, in the order in which rows refer to each other."""

from collections.abc import Callable

from lkip.bukukerja.kantor import Kantor
from lkip.bukukerja.simpan_anggaran import (
    simpan_anggaran,
    simpan_program_sasaran,
    simpan_realisasi_anggaran,
)
from lkip.bukukerja.simpan_kantor import (
    simpan_desa,
    simpan_isu_strategis,
    simpan_mata_pencaharian,
    simpan_pejabat,
    simpan_potensi,
    simpan_profil_wilayah,
    simpan_unit,
    simpan_unit_atasan,
    simpan_uraian_tugas,
)
from lkip.bukukerja.simpan_kinerja import (
    simpan_catatan_tahunan,
    simpan_pk,
    simpan_realisasi,
    simpan_target_pk,
    simpan_target_rkt,
    simpan_triwulan,
)
from lkip.bukukerja.simpan_laporan import (
    simpan_analisis,
    simpan_bukti,
    simpan_lampiran,
    simpan_narasi,
    simpan_pembanding,
)
from lkip.bukukerja.simpan_rencana import (
    simpan_indikator,
    simpan_penetapan_iku,
    simpan_sasaran,
    simpan_sasaran_rpjmd,
    simpan_target_renstra,
    simpan_tujuan,
)
from lkip.bukukerja.simpan_sdm import simpan_sarana, simpan_sdm
from lkip.bukukerja.ubah import Ubah

PENYIMPAN: tuple[tuple[str, Callable[[Kantor, Ubah], None]], ...] = (
    ("Unit Organisasi", simpan_unit),
    ("Unit Organisasi", simpan_unit_atasan),
    ("Pejabat", simpan_pejabat),
    ("Uraian Tugas", simpan_uraian_tugas),
    ("Profil Wilayah", simpan_profil_wilayah),
    ("Mata Pencaharian", simpan_mata_pencaharian),
    ("Desa", simpan_desa),
    ("Potensi", simpan_potensi),
    ("Isu Strategis", simpan_isu_strategis),
    ("Sasaran RPJMD", simpan_sasaran_rpjmd),
    ("Tujuan", simpan_tujuan),
    ("Sasaran", simpan_sasaran),
    ("Indikator", simpan_indikator),
    ("Target Renstra", simpan_target_renstra),
    ("Penetapan IKU", simpan_penetapan_iku),
    ("Realisasi", simpan_realisasi),
    ("Realisasi Triwulan", simpan_triwulan),
    ("Catatan Tahunan", simpan_catatan_tahunan),
    ("PK", simpan_pk),
    ("Target PK", simpan_target_pk),
    ("Target RKT", simpan_target_rkt),
    ("Anggaran", simpan_anggaran),
    ("Realisasi Anggaran", simpan_realisasi_anggaran),
    ("Program Sasaran", simpan_program_sasaran),
    ("SDM", simpan_sdm),
    ("Sarana", simpan_sarana),
    ("Pembanding", simpan_pembanding),
    ("Narasi", simpan_narasi),
    ("Analisis", simpan_analisis),
    ("Bukti", simpan_bukti),
    ("Lampiran", simpan_lampiran),
)

"""All grids by the name in their address."""

from collections.abc import Callable
from functools import partial

from lkip.isian.analisis import kisi_analisis
from lkip.isian.belanja import kisi_pagu, kisi_realisasi_anggaran
from lkip.isian.kantor import kisi_sarana, kisi_sdm, kisi_seksi, kisi_uraian_tugas
from lkip.isian.keluaran import kisi_catatan, kisi_keluaran
from lkip.isian.kisi import Kisi
from lkip.isian.pembanding import kisi_pembanding
from lkip.isian.perencanaan import (
    kisi_program_sasaran,
    kisi_sasaran_rpjmd,
    kisi_target_renstra,
)
from lkip.isian.perjanjian import (
    kisi_rencana_aksi,
    kisi_target_pk,
    kisi_target_pk_perubahan,
    kisi_target_rkt,
)
from lkip.isian.realisasi import kisi_realisasi, kisi_riwayat
from lkip.isian.ruang import Ruang
from lkip.isian.wilayah import (
    kisi_desa,
    kisi_isu_strategis,
    kisi_mata_pencaharian,
    kisi_potensi,
)
from lkip.models import Pembanding

KISI: dict[str, Callable[[Ruang], Kisi]] = {
    "target-renstra": kisi_target_renstra,
    "seksi": kisi_seksi,
    "uraian-tugas": kisi_uraian_tugas,
    "sdm": kisi_sdm,
    "sarana": kisi_sarana,
    "desa": kisi_desa,
    "mata-pencaharian": kisi_mata_pencaharian,
    "potensi": kisi_potensi,
    "isu-strategis": kisi_isu_strategis,
    **{f"realisasi-tw-{nomor}": partial(kisi_realisasi, nomor) for nomor in (1, 2, 3, 4)},
    "realisasi-tahun": partial(kisi_realisasi, 0),
    "realisasi-riwayat": kisi_riwayat,
    **{f"pembanding-{nama}": partial(kisi_pembanding, nama) for nama in Pembanding.Lingkup.values},
    "sasaran-rpjmd": kisi_sasaran_rpjmd,
    "program-sasaran": kisi_program_sasaran,
    "target-rkt": kisi_target_rkt,
    "target-pk": kisi_target_pk,
    "target-pk-perubahan": kisi_target_pk_perubahan,
    "rencana-aksi": kisi_rencana_aksi,
    "pagu": kisi_pagu,
    "realisasi-anggaran": kisi_realisasi_anggaran,
    "keluaran": kisi_keluaran,
    "catatan-anggaran": kisi_catatan,
}


def susun_kisi(nama: str, ruang: Ruang) -> Kisi | None:
    """The grid of this name for this workspace; None when there is none."""
    return KISI[nama](ruang) if nama in KISI else kisi_analisis(nama, ruang)

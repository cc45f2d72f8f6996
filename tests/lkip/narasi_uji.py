"""The generated sentences of the hand-made report, and indikator to try them on."""

import pytest

from lkip.isi.kinerja import Indikator
from lkip.narasi import NarasiLaporan, susun_narasi
from tests.lkip.bahan_contoh import buat_indikator, buat_profil
from tests.lkip.laporan_contoh import SKALA_PERMENDAGRI_86, laporan_contoh

PROFIL = buat_profil(SKALA_PERMENDAGRI_86)


def indikator_persen(target, realisasi, **lain: object) -> Indikator:
    return buat_indikator(
        "I1", "Persentase uji", profil=PROFIL, target=target, realisasi=realisasi, **lain
    )


@pytest.fixture(scope="module")
def narasi() -> NarasiLaporan:
    return susun_narasi(laporan_contoh())

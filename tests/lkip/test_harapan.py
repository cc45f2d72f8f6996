"""The example office must give exactly the values of contoh/bangsalsari/harapan.toml."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from instansi.models import Instansi
from lkip.capaian import StatusTarget
from lkip.contoh.data import FOLDER, read_toml
from lkip.isi.anggaran import JenisBelanja
from lkip.laporan import build_laporan
from tests.kantor_contoh import loaded_contoh

HARAPAN = read_toml(FOLDER / "harapan.toml")


@pytest.fixture(scope="module")
def hasil(django_db_setup, django_db_blocker):
    """The values of the report, by section and key of harapan.toml."""
    with loaded_contoh(django_db_blocker):
        laporan = build_laporan(Instansi.objects.get(kode="35.09.09"), 2024)
    return collect_results(laporan)


def collect_results(laporan):
    indikator = {satu.kode: satu for satu in laporan.indikator}
    simpul = {satu.kode: satu for satu in laporan.sasaran}
    uang, belanja = laporan.anggaran.uang, dict(laporan.anggaran.belanja)
    return {
        "capaian": {kode: satu.capaian for kode, satu in indikator.items()},
        "capaian_akhir_renstra": {kode: satu.capaian_akhir for kode, satu in indikator.items()},
        "rata_rata": collect_averages(laporan.rata_rata),
        "serapan": {kode: satu.serapan for kode, satu in simpul.items()}
        | {
            "total": uang.serapan,
            "operasi": belanja[JenisBelanja.OPERASI].serapan,
            "modal": belanja[JenisBelanja.MODAL].serapan,
        },
        "serapan_total_rupiah": {
            "pagu": uang.pagu,
            "realisasi": uang.realisasi,
            "sisa": uang.sisa,
        },
        "predikat": {kode: satu.predikat.nama for kode, satu in indikator.items()},
        "efisiensi": {kode: satu.efisiensi.kategori for kode, satu in simpul.items()},
        "tren": {kode: satu.tren.arah for kode, satu in indikator.items()},
        "jumlah": collect_counts(laporan),
        "alokasi": {kode: satu.porsi_anggaran for kode, satu in simpul.items()},
    }


def collect_averages(rata_rata):
    return {
        "tanpa_batas": rata_rata.capaian_tanpa_batas.nilai,
        "dibatasi_100": rata_rata.capaian.nilai,
        "akhir_renstra_tanpa_batas": rata_rata.akhir_renstra_tanpa_batas.nilai,
        "akhir_renstra_dibatasi_100": rata_rata.akhir_renstra.nilai,
    }


def collect_counts(laporan):
    status = laporan.rekap.status
    return {
        "di_atas_target": Decimal(status[StatusTarget.MELAMPAUI]),
        "sama_dengan_target": Decimal(status[StatusTarget.MENCAPAI]),
        "di_bawah_target": Decimal(status[StatusTarget.BELUM]),
        "program": Decimal(len(laporan.anggaran.program)),
        "kegiatan": Decimal(len(laporan.anggaran.kegiatan)),
        "sub_kegiatan": Decimal(len(laporan.anggaran.sub_kegiatan)),
    }


def as_printed(nilai, harapan):
    """Round half up to the decimals of the expected text; a whole number is not rounded at all."""
    if not isinstance(nilai, Decimal):
        return nilai
    if "." not in harapan:
        return f"{nilai.normalize():f}"
    return str(nilai.quantize(Decimal(harapan), rounding=ROUND_HALF_UP))


@pytest.mark.django_db  # without it, pytest-django makes no database for the fixture
@pytest.mark.parametrize(
    ("bagian", "kunci"),
    [(bagian, kunci) for bagian, nilai in HARAPAN.items() for kunci in nilai],
)
def test_expected_value(hasil, bagian, kunci):
    harapan = HARAPAN[bagian][kunci]

    assert as_printed(hasil[bagian][kunci], harapan) == harapan

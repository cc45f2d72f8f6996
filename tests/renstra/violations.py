"""Objects that break, or only just keep, the constraints of the app renstra."""

from decimal import Decimal

from tests.factories import (
    make_indikator,
    make_penetapan_iku,
    make_renstra,
    make_sasaran,
    make_sasaran_rpjmd,
    make_target_renstra,
    make_tujuan,
)
from tests.violations import changed, copied


def indikator_of_both():
    sasaran = make_sasaran()
    return changed(make_indikator(sasaran=sasaran), tujuan=sasaran.tujuan)


VIOLATIONS = {
    "renstra_unik_per_perubahan": [lambda: copied(make_renstra())],
    "renstra_periode_urut": [lambda: changed(make_renstra(), tahun_akhir=2020)],
    "sasaranrpjmd_urutan_unik": [lambda: copied(make_sasaran_rpjmd())],
    "tujuan_kode_unik_per_renstra": [lambda: copied(make_tujuan())],
    "sasaran_kode_unik_per_renstra": [lambda: copied(make_sasaran())],
    "indikator_kode_unik_per_renstra": [lambda: copied(make_indikator())],
    "indikator_satu_induk": [
        indikator_of_both,
        lambda: changed(make_indikator(), sasaran=None),
    ],
    "indikator_polaritas_dikenal": [lambda: changed(make_indikator(), polaritas="netral")],
    "indikator_akumulasi_dikenal": [lambda: changed(make_indikator(), akumulasi="median")],
    "indikator_rasio_dapat_dijumlah": [
        lambda: changed(make_indikator(), rasio=True, akumulasi="rata-rata"),
        lambda: changed(make_indikator(), rasio=True, akumulasi="maksimum"),
        lambda: changed(make_indikator(), rasio=True, skala_huruf="SAKIP"),
    ],
    "indikator_faktor_positif": [
        lambda: changed(make_indikator(), faktor=Decimal(0)),
        lambda: changed(make_indikator(), faktor=Decimal(-1)),
    ],
    "targetrenstra_unik_per_tahun": [lambda: copied(make_target_renstra())],
    "targetrenstra_satu_bentuk": [
        lambda: changed(make_target_renstra(), nilai=None),
        lambda: changed(make_target_renstra(), tidak_ditargetkan=True),
        lambda: changed(make_target_renstra(), nilai=None, tidak_ditargetkan=True, huruf="BB"),
    ],
    "penetapaniku_unik_per_tahun": [lambda: copied(make_penetapan_iku())],
}

FIELD_FIRST = {
    "indikator_polaritas_dikenal": "polaritas",
    "indikator_akumulasi_dikenal": "akumulasi",
}

ALLOWED = {
    "a plan of one year": lambda: make_renstra(tahun_awal=2024, tahun_akhir=2024),
    "a change of the plan": lambda: copied(make_renstra(), perubahan_ke=1),
    "the same kode in another plan": lambda: copied(make_tujuan(), renstra=make_renstra()),
    "an indikator of a tujuan": lambda: make_indikator(tujuan=make_tujuan()),
    "a ratio that is summed": lambda: make_indikator(rasio=True, akumulasi="jumlah"),
    "a ratio that keeps its last value": lambda: make_indikator(rasio=True, akumulasi="terakhir"),
    "a mean of plain values": lambda: make_indikator(akumulasi="rata-rata", skala_huruf="SAKIP"),
    "the smallest faktor": lambda: make_indikator(faktor=Decimal("0.01")),
    "a target of zero": lambda: make_target_renstra(nilai=Decimal(0)),
    "a number with its letter": lambda: make_target_renstra(nilai=Decimal(75), huruf="BB"),
    "a letter alone": lambda: make_target_renstra(nilai=None, huruf="WTP"),
    "no target this year": lambda: make_target_renstra(nilai=None, tidak_ditargetkan=True),
}

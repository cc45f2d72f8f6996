"""Targets of the Renstra, RKT and PK: what their cells accept, and where it goes."""

from decimal import Decimal

import pytest

from lkip.huruf import SKALA_HURUF
from lkip.isian.jenis import IsianSalah
from lkip.isian.target import Target
from perjanjian.models import TargetPK, TargetRKT
from renstra.models import TargetRenstra
from tests import factories as buat
from tests.lkip.alamat import alamat_kisi, kirim
from tests.lkip.isian_perencanaan import draf, indikator, masuk, sel

__all__ = ["draf", "indikator"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("teks", "nilai", "huruf", "kosong"),
    [
        ("75", 75, "", False),
        ("75,5", Decimal("75.5"), "", False),
        ("BB", None, "BB", False),
        ("bb (75)", 75, "BB", False),
        ("Tidak  Ditargetkan", None, "", True),
        ("", None, "", False),
        ("0", 0, "", False),
    ],
)
def test_target_reads_numbers_letters_and_no_target(teks, nilai, huruf, kosong):
    jenis = Target(satuan="Nilai", skala=SKALA_HURUF["SAKIP"])

    terbaca = jenis.baca(teks)

    assert (terbaca.nilai, terbaca.huruf, terbaca.tidak_ditargetkan) == (nilai, huruf, kosong)
    assert jenis.baca(jenis.cetak(terbaca)) == terbaca


@pytest.mark.parametrize("teks", ["Z", "BB (85)", "WTP"])
def test_target_refuses_letters_that_the_scale_contradicts(teks):
    with pytest.raises(IsianSalah):
        Target(skala=SKALA_HURUF["SAKIP"]).baca(teks)


def test_letters_are_for_indikator_with_a_scale(client, instansi, indikator):
    masuk(client, instansi)

    tolak = kirim(client, instansi, "target-renstra", indikator, **{"2024": ("90", "BB")})
    indikator.skala_huruf = "SAKIP"
    indikator.save()
    terima = kirim(client, instansi, "target-renstra", indikator, **{"2024": ("90", "BB")})

    assert (tolak.status_code, terima.status_code) == (422, 200)
    target = TargetRenstra.objects.get(indikator=indikator, tahun=2024)
    assert (target.nilai, target.huruf) == (None, "BB")


def test_not_targeted_replaces_the_number_and_back(client, instansi, indikator):
    masuk(client, instansi)

    kirim(client, instansi, "target-renstra", indikator, **{"2024": ("90", "tidak ditargetkan")})
    target = TargetRenstra.objects.get(indikator=indikator, tahun=2024)
    assert (target.nilai, target.tidak_ditargetkan) == (None, True)

    kirim(client, instansi, "target-renstra", indikator, **{"2024": ("tidak ditargetkan", "91")})
    target.refresh_from_db()
    assert (target.nilai, target.tidak_ditargetkan, target.versi) == (91, False, 3)


def test_satuan_of_the_row_may_follow_the_number(client, instansi, indikator):
    indikator.satuan = "Dokumen"
    indikator.save()
    masuk(client, instansi)

    assert kirim(
        client, instansi, "target-renstra", indikator, **{"2024": ("90", "4 Dokumen")}
    ).json()["baris"][str(indikator.pk)]["tersimpan"] == {"2024": "4"}


def test_rkt_stands_beside_the_renstra(client, instansi, indikator):
    masuk(client, instansi)
    TargetRenstra.objects.filter(indikator=indikator, tahun=2024).update(nilai=87)

    assert sel(client, instansi, "target-rkt")[str(indikator.pk), "renstra"] == "87"
    kirim(client, instansi, "target-rkt", indikator, target=("90", "88"))
    assert TargetRKT.objects.get(indikator=indikator).nilai == 88


def test_columns_of_other_documents_are_not_entered(client, instansi, indikator):
    masuk(client, instansi)

    assert kirim(client, instansi, "target-rkt", indikator, renstra=("90", "1")).status_code == 403
    assert not TargetRenstra.objects.filter(nilai=1).exists()


@pytest.mark.parametrize("nama", ["target-pk", "target-pk-perubahan"])
def test_signed_pk_keeps_its_targets(client, instansi, indikator, nama):
    masuk(client, instansi)
    sebelum = list(TargetPK.objects.order_by("pk").values())

    assert (
        "berstatus Disahkan, sehingga targetnya tetap"
        in client.get(alamat_kisi(instansi, nama)).content.decode()
    )
    assert kirim(client, instansi, nama, indikator, target=("90", "1")).status_code == 403
    assert list(TargetPK.objects.order_by("pk").values()) == sebelum


@pytest.mark.usefixtures("draf")
def test_draft_pk_takes_targets_in_the_order_of_the_plan(client, instansi, indikator):
    masuk(client, instansi)
    murni = instansi.perjanjian.get(jenis="murni")
    baru = buat.make_indikator(sasaran=instansi.renstra.get().sasaran.first(), urutan=9)

    kirim(client, instansi, "target-pk", indikator, target=("90", ""))
    kirim(client, instansi, "target-pk", baru, target=("", "70"))

    assert not murni.target.filter(indikator=indikator).exists()
    assert (murni.target.get(indikator=baru).nilai, murni.target.get(indikator=baru).urutan) == (
        70,
        9,
    )
    assert instansi.perjanjian.get(jenis="perubahan").target.filter(indikator=indikator).exists()


@pytest.mark.usefixtures("draf")
def test_perubahan_stands_beside_the_murni(client, instansi, indikator):
    masuk(client, instansi)

    isi = sel(client, instansi, "target-pk-perubahan")

    assert (isi[str(indikator.pk), "murni"], isi[str(indikator.pk), "target"]) == ("90", "92,5")

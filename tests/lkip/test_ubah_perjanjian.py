"""Entering the decree on IKU, the RKT and both PK."""

from datetime import date
from decimal import Decimal

import pytest

from perjanjian.models import PerjanjianKinerja, RencanaKinerja, TargetPK, TargetRKT
from renstra.models import PenetapanIKU
from tests import factories as buat
from tests.lkip.alamat import alamat
from tests.lkip.pekerjaan_uji import small_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def draf(instansi):
    """The PK murni is a draft again and there is no perubahan."""
    instansi.perjanjian.filter(jenis="perubahan").delete()
    buat.unsign(instansi.perjanjian)
    return instansi.perjanjian.get()


@pytest.fixture
def tanpa_pk(instansi):
    """A year that has a plan and no PK."""
    instansi.perjanjian.all().delete()


def target(naskah):
    return dict(naskah.target.values_list("indikator", "nilai"))


def test_decree_on_iku_is_entered_once_per_year(operator, instansi):
    PenetapanIKU.objects.all().delete()

    for nomor, versi in (("065/1", ""), ("065/2", "1")):
        isian = {"nomor": nomor, "tanggal": "4 Januari 2024", "versi": versi}
        assert operator.post(alamat(instansi, "penetapan-iku/"), isian).status_code == 302

    penetapan = PenetapanIKU.objects.get()
    assert (penetapan.nomor, penetapan.tanggal, penetapan.tahun) == (
        "065/2",
        date(2024, 1, 4),
        buat.TAHUN,
    )


def test_new_rkt_starts_with_the_targets_of_the_plan(operator, instansi):
    RencanaKinerja.objects.all().delete()
    indikator = instansi.renstra.get().indikator.first()
    indikator.target_renstra.filter(tahun=buat.TAHUN).update(nilai=None, tidak_ditargetkan=True)

    operator.post(alamat(instansi, "rkt/ubah/"), {"nomor": "050/9", "tanggal": "19/01/2024"})

    rencana = RencanaKinerja.objects.get()
    assert (rencana.nomor, rencana.tanggal) == ("050/9", date(2024, 1, 19))
    assert rencana.target.get(indikator=indikator).tidak_ditargetkan
    assert rencana.target.count() == instansi.renstra.get().indikator.count()


def test_taking_over_targets_keeps_what_was_entered(operator, instansi):
    rencana = RencanaKinerja.objects.get()
    hilang, ada = rencana.target.order_by("pk")[:2]
    TargetRKT.objects.filter(pk=ada.pk).update(nilai=12)
    hilang.delete()

    jawaban = operator.post(alamat(instansi, "rkt/ambil/"), follow=True)

    assert "1 target diambil dari Renstra." in jawaban.content.decode()
    assert target(rencana)[hilang.indikator_id] == 90
    assert target(rencana)[ada.indikator_id] == 12


@pytest.mark.usefixtures("tanpa_pk")
def test_year_without_pk_gets_one_from_the_rkt(operator, instansi):
    TargetRKT.objects.update(nilai=77)

    kosong = operator.get(alamat(instansi, "pk/ubah/"))
    operator.post(alamat(instansi, "pk/ubah/"), {"nomor": "", "tanggal": ""})

    assert kosong.context["judul"] == "Perjanjian Kinerja baru"
    pk = instansi.perjanjian.get()
    assert (pk.jenis, pk.tahap_anggaran, pk.status) == ("murni", "murni", "draf")
    assert set(target(pk).values()) == {77}
    urut = pk.target.order_by("urutan").values_list("indikator__urutan", flat=True)
    assert list(urut) == sorted(urut)
    assert operator.get(alamat(instansi, "pk/")).status_code == 200


@pytest.mark.usefixtures("tanpa_pk")
def test_pk_without_rkt_takes_the_targets_of_the_plan(operator, instansi):
    RencanaKinerja.objects.all().delete()

    operator.post(alamat(instansi, "pk/ubah/"), {"nomor": "050/1", "tanggal": "26/01/2024"})

    assert set(target(instansi.perjanjian.get()).values()) == {90}


def test_draft_takes_over_what_it_lacks(operator, instansi, draf):
    satu = draf.target.first()
    satu.delete()

    assert operator.post(alamat(instansi, "pk/ambil/"), {"sumber": "apa"}).status_code == 400
    assert satu.indikator_id not in target(draf)
    operator.post(alamat(instansi, "pk/ambil/"), {"sumber": "rkt"})
    assert target(draf)[satu.indikator_id] == 90


def test_perubahan_copies_the_murni_and_needs_a_reason(operator, instansi, draf):
    TargetPK.objects.update(nilai=81)
    isian = {"nomor": "050/2", "tanggal": "", "tahap_anggaran": "perubahan"}

    tanpa = operator.post(alamat(instansi, "pk/perubahan/ubah/"), isian | {"alasan": ""})
    assert "alasan" in tanpa.context["formulir"].errors
    assert instansi.perjanjian.count() == 1

    operator.post(alamat(instansi, "pk/perubahan/ubah/"), isian | {"alasan": "Perubahan APBD"})
    perubahan = instansi.perjanjian.get(jenis="perubahan")
    assert perubahan.alasan == "Perubahan APBD"
    assert target(perubahan) == target(draf)


def test_perubahan_builds_on_a_murni(operator, instansi, draf):
    draf.delete()

    jawaban = operator.get(alamat(instansi, "pk/perubahan/ubah/"))

    assert jawaban.url == alamat(instansi, "pk/ubah/")


def test_draft_of_a_perubahan_can_be_deleted(operator, instansi, draf):
    buat.make_perjanjian(renstra=draf.renstra, jenis="perubahan")

    operator.post(alamat(instansi, "pk/perubahan/hapus/"))

    assert list(instansi.perjanjian.all()) == [draf]


def test_signed_pk_is_shown_and_not_changed(operator, instansi):
    sebelum = list(PerjanjianKinerja.objects.order_by("pk").values())

    for ekor in ("pk/ubah/", "pk/perubahan/ubah/"):
        halaman = operator.get(alamat(instansi, ekor)).content.decode()
        assert "Disahkan" in halaman
        assert "Simpan</button>" not in halaman
        assert operator.post(alamat(instansi, ekor), {"nomor": "X"}).status_code == 403
    for ekor in ("pk/ambil/", "pk/perubahan/hapus/"):
        assert operator.post(alamat(instansi, ekor), {"sumber": "rkt"}).status_code == 403
    assert list(PerjanjianKinerja.objects.order_by("pk").values()) == sebelum


ALAMAT = ("penetapan-iku/", "rkt/ubah/", "pk/ubah/", "pk/perubahan/ubah/")
KIRIMAN = ("rkt/ambil/", "pk/ambil/", "pk/perubahan/hapus/")


@pytest.mark.parametrize("peran", ["seksi", "verifikator", "camat"])
def test_only_the_office_changes_them(client, instansi, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    for ekor in ALAMAT:
        assert client.get(alamat(instansi, ekor)).status_code == 403
    for ekor in (*ALAMAT, *KIRIMAN):
        assert client.post(alamat(instansi, ekor), {"nomor": "X"}).status_code == 403


def test_stranger_finds_nothing(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=buat.make_instansi()))

    for ekor in ALAMAT:
        assert client.get(alamat(instansi, ekor)).status_code == 404
    for ekor in (*ALAMAT, *KIRIMAN):
        assert client.post(alamat(instansi, ekor), {"nomor": "X"}).status_code == 404


@pytest.mark.usefixtures("draf")
def test_submitted_year_is_shown_and_not_changed(operator, instansi):
    instansi.lkip.get().delete()
    buat.make_lkip(instansi=instansi, status="diajukan")

    for ekor in ALAMAT[:3]:
        assert "hanya dapat dibaca" in operator.get(alamat(instansi, ekor)).content.decode()
    for ekor in (*ALAMAT, *KIRIMAN):
        assert operator.post(alamat(instansi, ekor), {"nomor": "X"}).status_code == 403
    assert not RencanaKinerja.objects.filter(nomor="X").exists()


@pytest.mark.parametrize("ekor", KIRIMAN)
def test_nothing_changes_by_reading(operator, instansi, ekor):
    assert operator.get(alamat(instansi, ekor)).status_code == 405


@pytest.fixture
def dicetak(monkeypatch, settings, tmp_path):
    """What was sent to the printer, as HTML; printing itself has its own tests."""
    settings.DATA_DIR = tmp_path
    html = []

    def cetak(laporan, render, **_):
        html.append(render())
        return small_pdf()

    monkeypatch.setattr("lkip.dokumen.cetakan.cetak", cetak)
    return html


@pytest.mark.parametrize(("ekor", "target"), [("murni", "90"), ("perubahan", "92,5")])
def test_pk_is_printed_alone_with_its_own_targets(operator, instansi, dicetak, ekor, target):
    unduhan = alamat(instansi, f"unduh/pk/{ekor}/")
    operator.post(unduhan)
    jawaban = operator.get(unduhan)

    assert b"".join(jawaban.streaming_content) == small_pdf()
    jawaban.close()
    assert "PK-" in jawaban.headers["Content-Disposition"]
    assert "pihak kedua" in dicetak[0]
    assert f'<td class="n">{target}</td>' in dicetak[0]
    assert "Kata Pengantar" not in dicetak[0]
    assert "belum disahkan" not in dicetak[0]


def test_draft_says_so_on_paper(operator, instansi, dicetak, draf):
    operator.post(alamat(instansi, "unduh/pk/murni/"))

    assert "(draf, belum disahkan)" in dicetak[0]


@pytest.fixture
def perubahan_tanpa_tanggal(instansi, draf):
    """A drafted PK Perubahan with a target of its own."""
    renstra = instansi.renstra.get()
    perjanjian = buat.make_perjanjian(renstra=renstra, jenis="perubahan", tanggal=None)
    for satu in renstra.indikator.all():
        buat.make_target_pk(perjanjian=perjanjian, indikator=satu, nilai=Decimal("77.5"))
    return perjanjian


@pytest.mark.usefixtures("perubahan_tanpa_tanggal")
def test_perubahan_without_date_is_read_and_printed_as_a_draft(operator, instansi, dicetak):
    isi = operator.get(alamat(instansi, "pk/perubahan/")).content.decode()
    operator.post(alamat(instansi, "unduh/pk/perubahan/"))

    assert "masih draf tanpa tanggal" in isi
    assert "77,5" in isi
    assert '<td class="n">77,5</td>' in dicetak[0]
    assert "(draf, belum disahkan)" in dicetak[0]


@pytest.mark.usefixtures("perubahan_tanpa_tanggal")
def test_perubahan_without_date_is_not_in_force_and_not_for_evaluators(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    assert "77,5" not in client.get(alamat(instansi, "capaian/")).content.decode()
    instansi.lkip.all().delete()
    buat.make_lkip(instansi=instansi, tahun=buat.TAHUN, status="disahkan")
    client.force_login(buat.make_pengguna(peran="evaluator", instansi=instansi))

    assert "77,5" not in client.get(alamat(instansi, "pk/perubahan/")).content.decode()
    assert client.get(alamat(instansi, "unduh/pk/perubahan/")).status_code == 404


TERBACA = {
    "renstra/": ("renstra/susunan/", "isi/target-renstra/"),
    "iku/": ("penetapan-iku/",),
    "rkt/": ("rkt/ubah/", "isi/target-rkt/"),
    "pk/": ("pk/ubah/",),
    "pk/perubahan/": ("pk/perubahan/ubah/",),
    "triwulan/": ("isi/rencana-aksi/",),
}


@pytest.mark.usefixtures("draf")
def test_pages_lead_who_may_to_where_their_facts_are_entered(client, instansi):
    indikator = instansi.renstra.get().indikator.first()
    terbaca = TERBACA | {f"iku/{indikator.kode}/": (f"renstra/indikator/{indikator.pk}/",)}

    for peran, boleh in (("operator", True), ("camat", False)):
        client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))
        for ekor, tujuan in terbaca.items():
            isi = client.get(alamat(instansi, ekor)).content.decode()
            for satu in tujuan:
                assert (f'href="{alamat(instansi, satu)}"' in isi) is boleh

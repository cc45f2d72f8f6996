"""The way of a document to signature in the pages: steps, review, remarks, return, reopening."""

import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from lkip.models import LKIP, Komentar, Langkah, Pengecualian
from tests import factories as buat
from tests.halaman import Halaman

pytestmark = pytest.mark.django_db
ALASAN = "Datanya menyusul dari dinas"
PERAN = ("operator", "verifikator", "camat", "seksi", "evaluator", "admin")


@pytest.fixture
def kantor():
    return buat.make_laporan_lengkap()


@pytest.fixture
def orang(kantor):
    seksi = {"seksi": kantor.seksi.first()}
    return {
        peran: buat.make_pengguna(peran=peran, instansi=kantor, seksi=seksi.get(peran))
        for peran in PERAN
    }


@pytest.fixture
def buka(client, kantor, orang):
    """Open or post a page of a document as somebody of the office."""

    def buka(peran, alamat="", data=None, dokumen="lkip"):
        client.force_login(orang[peran])
        tujuan = f"/{kantor.kode}/{buat.TAHUN}/alur/{dokumen}/{alamat}"
        if data is None:
            return client.get(tujuan)
        return client.post(tujuan, data, follow=True)

    return buka


def lkip():
    return LKIP.objects.get()


def isian(jawaban):
    """The fields of the form of submission, each reason filled in."""
    nama = re.findall(r'name="(alasan-[0-9a-f]+)"', jawaban.content.decode())
    return {satu: ALASAN for satu in nama} | {"versi": lkip().versi}


def ajukan(buka):
    return buka("operator", "ajukan/", isian(buka("operator", "ajukan/")))


def langkah(buka, peran, alamat, **isi):
    return buka(peran, alamat, {"versi": lkip().versi} | isi)


def test_submission_keeps_the_reason_for_each_thing_that_lacks(buka, orang):
    halaman = buka("operator", "ajukan/")
    jumlah = int(Halaman(halaman.content.decode()).dengan_id("jumlah-peringatan").teks)
    assert jumlah == len(isian(halaman)) - 1 > 0

    jawaban = ajukan(buka)

    assertContains(jawaban, f"sekarang pada Verifikator ({orang['verifikator']})")
    assert lkip().status == "diajukan"
    assert {satu.alasan for satu in Pengecualian.objects.all()} == {ALASAN}
    temuan = Langkah.objects.get(lkip__isnull=False).temuan
    assert len(temuan["peringatan"]) == Pengecualian.objects.count() == jumlah
    assertContains(buka("verifikator"), ALASAN)


def test_submission_without_a_reason_is_refused(buka):
    kosong = isian(buka("operator", "ajukan/"))
    satu = next(nama for nama in kosong if nama.startswith("alasan-"))

    jawaban = buka("operator", "ajukan/", kosong | {satu: "pendek"})

    assertContains(jawaban, "Tulis alasannya, paling sedikit 10 huruf.")
    assert lkip().status == "draf"
    assert not Pengecualian.objects.exists()


def test_report_without_a_day_is_not_submitted(buka):
    LKIP.objects.update(tanggal=None)
    halaman = buka("operator", "ajukan/")
    assertNotContains(halaman, ">Ajukan</button>")

    buka("operator", "ajukan/", isian(halaman))

    assert lkip().status == "draf"


@pytest.mark.parametrize("peran", ["verifikator", "camat"])
def test_return_without_reason_fails(buka, peran):
    ajukan(buka)

    jawaban = langkah(buka, peran, "kembalikan/", alasan="singkat")

    assertContains(jawaban, "paling sedikit 10 huruf")
    assert lkip().status == "diajukan"


def test_page_of_an_earlier_version_takes_no_step(buka):
    ajukan(buka)

    jawaban = buka("verifikator", "verifikasi/", {"versi": lkip().versi - 1})

    assertContains(jawaban, "sudah tidak sesuai keadaan sekarang")
    assert lkip().status == "diajukan"


def test_submitter_is_told_that_somebody_else_verifies(buka, kantor, orang):
    buat.make_keanggotaan(pengguna=orang["operator"], peran="verifikator", instansi=kantor)
    ajukan(buka)

    jawaban = langkah(buka, "operator", "verifikasi/")

    assertContains(jawaban, "Anda sendiri yang mengajukan", status_code=403)
    assert lkip().status == "diajukan"


@pytest.mark.parametrize("alamat", ["ajukan/", "verifikasi/", "kembalikan/", "buka-kembali/"])
def test_wrong_role_gets_a_plain_page(buka, alamat):
    jawaban = langkah(buka, "seksi", alamat)

    assertContains(jawaban, "Langkah ini diambil oleh", status_code=403)


def test_open_comment_that_must_be_answered_stops_approval(buka):
    ajukan(buka)
    buka("verifikator", "reviu/bab-3/komentar/", {"isi": "Periksa angka", "wajib": "on"})

    assertContains(langkah(buka, "verifikator", "verifikasi/"), "komentar wajib yang belum selesai")
    assert lkip().status == "diajukan"

    nomor = Komentar.objects.get().pk
    assert buka("operator", f"komentar/{nomor}/selesai/", {}).status_code == 403
    buka("camat", f"komentar/{nomor}/selesai/", {})
    langkah(buka, "verifikator", "verifikasi/")

    assert lkip().status == "diverifikasi"


def test_comment_stands_on_its_table(buka):
    ajukan(buka)

    isi = {"isi": "Satuan keliru", "jangkar": "tabel-capaian"}
    jawaban = buka("verifikator", "reviu/bab-3/komentar/", isi)

    assertContains(jawaban, 'href="#tabel-capaian"')
    assert Komentar.objects.get().jangkar == "tabel-capaian"
    assertContains(buka("operator", "reviu/bab-3/"), "1 komentar")


def test_resubmission_tags_only_chapters_that_changed(buka):
    ajukan(buka)
    langkah(buka, "verifikator", "kembalikan/", alasan="Lengkapi ikhtisarnya")
    narasi = lkip().narasi.create(bagian="ikhtisar", isi="<p>Ikhtisar yang baru.</p>")
    narasi.save()
    ajukan(buka)

    jawaban = buka("verifikator", "reviu/sampul/")

    berubah = {satu.slug for satu in jawaban.context["semua"] if satu.tanda}
    assert berubah == {"ikhtisar"}
    assertContains(buka("verifikator", "perubahan/"), "Ikhtisar")


def test_timeline_has_every_step_the_newest_first(buka):
    ajukan(buka)
    langkah(buka, "verifikator", "kembalikan/", alasan="Lengkapi ikhtisarnya")
    ajukan(buka)

    kalimat = [satu.kalimat.split(" oleh")[0] for satu in buka("camat").context["linimasa"]]

    assert kalimat == ["Diajukan", "Dikembalikan", "Diajukan"]
    assert buka("camat", "?saring=komentar").context["linimasa"] == []


def test_reopening_needs_a_reason_and_counts(buka):
    LKIP.objects.update(**buat.langkah("disahkan"), status="disahkan")
    assertContains(buka("camat", "buka-kembali/"), "draf perbaikan ke-1")

    langkah(buka, "camat", "buka-kembali/", alasan="pendek")
    assert lkip().status == "disahkan"
    langkah(buka, "camat", "buka-kembali/", alasan="Lampiran tertukar", diminta_oleh="Inspektorat")

    assert (lkip().status, lkip().perbaikan_ke) == ("draf", 1)
    assertContains(buka("operator"), "diminta oleh Inspektorat")


def test_evaluator_sees_neither_drafts_nor_the_review(buka):
    assert buka("evaluator").status_code == 404
    LKIP.objects.update(**buat.langkah("disahkan"), status="disahkan")

    assert buka("evaluator").status_code == 200
    assert buka("evaluator", "reviu/bab-3/").status_code == 403


def test_agreement_goes_the_same_way(buka, kantor):
    buat.unsign(kantor.perjanjian)
    pk = kantor.perjanjian.get(jenis="murni")

    buka("operator", "ajukan/", {"versi": pk.versi}, dokumen="pk-murni")
    assertContains(buka("verifikator", "reviu/naskah/", dokumen="pk-murni"), "pihak pertama")
    pk.refresh_from_db()
    buka("verifikator", "verifikasi/", {"versi": pk.versi}, dokumen="pk-murni")

    pk.refresh_from_db()
    assert pk.status == "diverifikasi"


def test_queries_of_review_do_not_grow_with_comments(
    buka, client, orang, kantor, django_assert_max_num_queries
):
    ajukan(buka)
    for _ in range(20):
        buat.make_komentar(lkip=lkip(), oleh=lkip().diajukan_oleh)
    client.force_login(orang["verifikator"])

    with django_assert_max_num_queries(45):
        client.get(f"/{kantor.kode}/{buat.TAHUN}/alur/lkip/reviu/bab-3/")

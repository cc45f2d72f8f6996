"""The documents of a year side by side: what differs, what signed documents say, and the page."""

from dataclasses import replace
from decimal import Decimal

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from lkip.banding import bandingkan_dokumen
from lkip.banding_baris import Rantai
from lkip.ekspor import susun_ekspor, susun_perjanjian
from lkip.isi.laporan import Dokumen
from lkip.isi.nilai import Keadaan, Nilai
from lkip.laporan import build_laporan
from lkip.models import Pengesahan
from perjanjian.models import TargetPK
from renstra.models import Indikator
from tests import factories as buat
from tests.lkip.bahan_contoh import buat_nilai
from tests.lkip.laporan_contoh import laporan_contoh
from tests.lkip.pemeriksaan_ubah import dengan_indikator, uang

SEMUA = {satu.value for satu in Rantai}


def baris(laporan, kode="I2", beku=()):
    hasil = bandingkan_dokumen(laporan, dict(beku))
    semua = [*(satu for simpul in hasil.simpul for satu in simpul.baris), *hasil.program]
    return next(satu for satu in semua if satu.kode == kode)


def beda(laporan, kode="I2"):
    """{document: document that it differs from}."""
    return {
        satu.dokumen.value: satu.beda_dari.value
        for satu in baris(laporan, kode).sel
        if satu.beda_dari
    }


def teks(laporan, kode="I2"):
    return {satu.dokumen.value: satu.teks for satu in baris(laporan, kode).sel}


def dengan_renstra(isian):
    """The report whose Renstra has this target of I2 for the year."""
    return dengan_indikator("I2", target_renstra=((2024, buat_nilai(isian, "%")),))


def tanpa_target_pk(laporan, kode):
    """The report whose PK Perubahan does not hold this indikator, so that the LKIP has none either."""
    murni, perubahan = laporan.perjanjian
    sisa = tuple(satu for satu in perubahan.target if satu.indikator.kode != kode)
    sasaran = tuple(
        replace(satu, indikator=tuple(butir for butir in satu.indikator if butir.kode != kode))
        for satu in laporan.sasaran
    )
    return replace(laporan, perjanjian=(murni, replace(perubahan, target=sisa)), sasaran=sasaran)


# numbers


def test_documents_that_agree_do_not_differ():
    laporan = laporan_contoh(ubah_pohon=lambda pohon: pohon[1:])

    hasil = bandingkan_dokumen(laporan, {})

    assert (hasil.jumlah, hasil.naskah) == (0, ())
    assert hasil.hanya_berbeda().simpul == hasil.hanya_berbeda().program == ()
    assert teks(laporan) == {
        "renstra": "100%",
        "iku": "IKU",
        "rkt": "100%",
        "pk": "100%",
        "pk_perubahan": "100%",
        "lkip": "100%",
    }


def test_trailing_zeros_of_the_database_are_no_difference():
    assert beda(dengan_renstra("100.0000")) == {}


def test_a_difference_is_told_once_and_names_the_document_before():
    assert beda(dengan_renstra("95")) == {"rkt": "renstra"}
    assert beda(dengan_indikator("I2", target=buat_nilai("92.5", "%"))) == {"pk_perubahan": "pk"}


def test_values_that_print_alike_show_all_their_digits():
    laporan = dengan_renstra("99.9951")

    assert beda(laporan) == {"rkt": "renstra"}
    assert teks(laporan)["renstra"] == "99,99% (tepat 99,9951)"


def test_zero_blank_and_missing_are_three_things():
    nol = {"target_rkt": buat_nilai("0", "%")}
    kosong = {"target_rkt": buat_nilai(None, "%")}
    tanpa = {"target_rkt": buat_nilai(Keadaan.TIDAK_DITARGETKAN, "%")}

    assert [teks(dengan_indikator("I2", **isi))["rkt"] for isi in (nol, kosong, tanpa)] == [
        "0%",
        "belum diisi",
        "tidak ditargetkan",
    ]
    for isi in (nol, kosong, tanpa):
        assert beda(dengan_indikator("I2", **isi)) == {"rkt": "renstra", "pk": "rkt"}


def test_indikator_that_a_perubahan_dropped_is_missing_there_and_counted_once():
    laporan = tanpa_target_pk(laporan_contoh(), "I4")

    assert beda(laporan, "I4") == {"pk_perubahan": "pk"}
    assert teks(laporan, "I4")["pk_perubahan"] == "tidak ada di PK Perubahan"
    assert teks(laporan, "I4")["lkip"] == "tidak ada di LKIP"


def test_letters_are_compared_as_they_are():
    huruf = Nilai(keadaan=Keadaan.ADA, huruf="BB")

    laporan = dengan_indikator("I5", target_rkt=huruf, target_murni=replace(huruf, huruf="A"))

    assert beda(laporan, "I5") == {"rkt": "renstra", "pk": "rkt", "pk_perubahan": "pk"}


def test_a_document_that_is_not_there_is_passed_over():
    dasar = laporan_contoh(perubahan=False)
    kosong = buat_nilai(None)
    tanpa = dengan_indikator("I2", target_rkt=kosong)
    renstra = replace(
        dasar.renstra,
        tujuan=tuple(
            replace(
                tujuan,
                indikator=tuple(replace(satu, target_rkt=kosong) for satu in tujuan.indikator),
                sasaran=tuple(
                    replace(
                        sasaran,
                        indikator=tuple(
                            replace(satu, target_rkt=kosong) for satu in sasaran.indikator
                        ),
                    )
                    for sasaran in tujuan.sasaran
                ),
            )
            for tujuan in tanpa.renstra.tujuan
        ),
    )
    laporan = replace(dasar, renstra=renstra, rkt=Dokumen(), penetapan_iku=Dokumen())

    assert beda(laporan) == {}
    assert teks(laporan)["rkt"] == teks(laporan)["pk_perubahan"] == "tidak ada dokumen"
    assert teks(laporan)["iku"] == "belum ditetapkan"


def test_an_indikator_that_is_no_iku_is_no_difference():
    laporan = dengan_indikator("I2", iku=False)

    assert teks(laporan)["iku"] == "bukan IKU"
    assert beda(laporan) == {}


def test_pagu_of_both_pk_and_the_report():
    laporan = laporan_contoh()

    assert beda(laporan, "7.01.01") == {"pk_perubahan": "pk"}
    assert teks(laporan, "7.01.01") == {
        "pk": "980.000.000",
        "pk_perubahan": "1.000.000.000",
        "lkip": "1.000.000.000",
    }
    assert bandingkan_dokumen(laporan, {}).jumlah_pagu == 1


# signed documents


def signed(laporan):
    """The frozen data of all three documents of a report."""
    murni, perubahan = laporan.perjanjian
    return {
        Rantai.PK: susun_perjanjian(laporan, murni),
        Rantai.PK_PERUBAHAN: susun_perjanjian(laporan, perubahan),
        Rantai.LKIP: susun_ekspor(laporan),
    }


def test_what_was_signed_and_did_not_change_is_no_difference():
    laporan = laporan_contoh()

    assert bandingkan_dokumen(laporan, signed(laporan)).naskah == ()


@pytest.mark.parametrize(
    ("isi", "unsur", "tertulis", "kini"),
    [
        ({"nama": "Persentase kegiatan yang tercapai"}, "Nama indikator", "program", "kegiatan"),
        ({"satuan": "Persen"}, "Satuan", "%", "Persen"),
    ],
)
def test_wording_that_changed_after_signing_is_shown_with_both_texts(isi, unsur, tertulis, kini):
    naskah = baris(dengan_indikator("I2", **isi), beku=signed(laporan_contoh())).naskah

    assert [(satu.dokumen, satu.unsur) for satu in naskah] == [
        ("PK", unsur),
        ("PK Perubahan", unsur),
        ("LKIP", unsur),
    ]
    assert tertulis in naskah[0].tertulis
    assert kini in naskah[0].kini
    assert {satu.jenis: satu.teks.strip() for satu in naskah[0].ruas if satu.jenis != "sama"} == {
        "hapus": tertulis,
        "tambah": kini,
    }


def test_line_breaks_are_no_wording():
    laporan = dengan_indikator("I2", nama="Persentase  program\nyang tercapai")

    assert bandingkan_dokumen(laporan, signed(laporan_contoh())).naskah == ()


def test_wording_of_a_sasaran_is_told_once_for_each_document():
    laporan = laporan_contoh(
        ubah_sasaran=lambda semua: tuple(
            replace(satu, uraian="Meningkatnya layanan") if satu.kode == "S2" else satu
            for satu in semua
        )
    )

    hasil = bandingkan_dokumen(laporan, signed(laporan_contoh()))

    assert [(satu.hal, satu.dokumen, satu.tertulis, satu.kini) for satu in hasil.naskah] == [
        ("Sasaran 2", dokumen, "Meningkatnya mutu pelayanan", "Meningkatnya layanan")
        for dokumen in ("PK", "PK Perubahan", "LKIP")
    ]


def test_number_that_changed_after_signing_is_shown():
    laporan = dengan_indikator("I2", target_murni=buat_nilai("90", "%"))

    naskah = baris(laporan, beku=signed(laporan_contoh())).naskah

    assert [(satu.dokumen, satu.unsur, satu.tertulis, satu.kini) for satu in naskah] == [
        ("PK", "Target", "100%", "90%")
    ]


def test_pagu_that_changed_after_signing_is_shown():
    laporan = uang("7.01.02.2.01.0001", pagu_murni=310_000_000)

    naskah = baris(laporan, "7.01.02", signed(laporan_contoh())).naskah

    assert [(satu.dokumen, satu.unsur, satu.tertulis, satu.kini) for satu in naskah] == [
        ("PK", "Pagu", "Rp300.000.000", "Rp310.000.000")
    ]


def test_what_stands_on_one_side_only_is_told():
    dasar = laporan_contoh()
    beku = signed(dasar)
    semula = beku[Rantai.PK]["target"]
    beku[Rantai.PK] = beku[Rantai.PK] | {
        "target": [
            isi | {"indikator": "I9", "nama": "Indikator lama"} if isi["indikator"] == "I2" else isi
            for isi in semula
        ]
    }

    naskah = bandingkan_dokumen(dasar, beku).naskah

    assert [(satu.dokumen, satu.tertulis, satu.kini) for satu in naskah] == [
        ("PK", "", "Persentase program yang tercapai"),
        ("PK", "Indikator lama", ""),
    ]


def test_program_without_pagu_is_not_missed_in_a_signed_document():
    dasar = laporan_contoh()
    beku = signed(dasar)
    beku[Rantai.PK] = beku[Rantai.PK] | {"program": beku[Rantai.PK]["program"][:2]}

    naskah = bandingkan_dokumen(dasar, beku).naskah

    assert [(satu.hal, satu.unsur) for satu in naskah] == [
        ("Program Pemberdayaan Masyarakat", "Program")
    ]


# the page


@pytest.fixture
def kantor(db):
    """An office whose PK Perubahan has other targets and pagu than its PK, which has those of the RKT."""
    return buat.make_laporan_lengkap()


@pytest.fixture
def buka(client, kantor):
    def halaman(peran="operator", **isian):
        client.force_login(buat.make_pengguna(peran=peran, instansi=kantor))
        return client.get(f"/{kantor.kode}/{buat.TAHUN}/pemeriksaan/perbandingan/", isian)

    return halaman


def sign_pk(kantor):
    """Freeze the PK murni as it is now."""
    laporan = build_laporan(kantor, buat.TAHUN)
    return buat.make_pengesahan(
        perjanjian=kantor.perjanjian.get(jenis="murni"),
        data=susun_perjanjian(laporan, laporan.perjanjian[0]),
    )


def test_page_counts_and_marks_what_differs(buka):
    halaman = buka()

    hasil = halaman.context["hasil"]
    assert (hasil.jumlah_target, hasil.jumlah_pagu) == (3, 1)
    assertContains(halaman, "<b>4 perbedaan</b>", html=True)
    assertContains(halaman, "berbeda dari PK</span>", count=4)


def test_page_says_that_all_is_equal(buka, kantor):
    kantor.perjanjian.get(jenis="perubahan").target.all().delete()
    kantor.perjanjian.filter(jenis="perubahan").delete()

    assertContains(buka(), "Semua dokumen sama.")


def test_filter_shows_only_rows_that_differ(buka, kantor):
    sama = kantor.renstra.get().indikator.first()
    TargetPK.objects.filter(indikator=sama).update(nilai=Decimal(90))

    assertContains(buka(), sama.nama)
    saring = buka(hanya="berbeda")
    assertNotContains(saring, sama.nama)
    assertContains(saring, "berbeda dari PK</span>")
    assertContains(saring, "Tampilkan semua")


def test_page_shows_the_wording_of_a_signed_pk(buka, kantor):
    sign_pk(kantor)
    indikator = kantor.renstra.get().indikator.first()
    semula = indikator.nama
    Indikator.objects.filter(pk=indikator.pk).update(nama=f"{semula} <baru>")

    halaman = buka(hanya="berbeda")

    assertContains(halaman, "Naskah yang ditandatangani dan data sekarang")
    assertContains(halaman, "<mark>&lt;baru&gt;</mark>", html=True)
    assert [(satu.tertulis, satu.kini) for satu in halaman.context["hasil"].naskah] == [
        (semula, f"{semula} <baru>")
    ]


@pytest.mark.parametrize("peran", ["operator", "seksi", "verifikator", "camat", "admin"])
def test_every_link_of_the_page_opens(client, buka, kantor, peran):
    halaman = buka(peran)

    tujuan = {
        alamat
        for kelompok in (
            halaman.context["program"],
            *(isi for _, isi in halaman.context["simpul"]),
        )
        for _, sel in kelompok
        for _, alamat in sel
    }
    assert {alamat: client.get(alamat).status_code for alamat in tujuan} == dict.fromkeys(
        tujuan, 200
    )
    assert any("isi/" in alamat for alamat in tujuan) == (peran in ("operator", "admin"))


def test_targets_of_a_signed_pk_are_read_and_not_entered(buka):
    halaman = buka()

    [_, sel] = halaman.context["simpul"][0][1][0]
    alamat = {satu.dokumen.value: tujuan for satu, tujuan in sel}
    assert alamat.keys() == SEMUA
    assert alamat["pk"].endswith("/pk/")
    assert "target-rkt" in alamat["rkt"]


def test_evaluator_is_refused(buka, kantor):
    kantor.lkip.update(status="disahkan", **buat.langkah("disahkan"))

    assert buka("evaluator").status_code == 403


def test_page_is_led_to_from_the_check(client, kantor, buka):
    buka()
    alamat = f"/{kantor.kode}/{buat.TAHUN}/pemeriksaan/"

    assertContains(client.get(alamat), f'href="{alamat}perbandingan/"')


def test_queries_do_not_grow_with_rows(client, db, django_assert_max_num_queries):
    banyak = []
    for jumlah in (1, 3):
        kantor = buat.make_laporan_lengkap(jumlah)
        sign_pk(kantor)
        client.force_login(buat.make_pengguna(peran="operator", instansi=kantor))
        with django_assert_max_num_queries(50) as catatan:
            client.get(f"/{kantor.kode}/{buat.TAHUN}/pemeriksaan/perbandingan/")
        banyak.append(len(catatan))

    assert banyak[0] == banyak[1]
    assert Pengesahan.objects.count() == 2

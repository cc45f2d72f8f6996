"""The pages of import: who may use them, the preview, and that it is applied once or not at all."""

import os
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anggaran.models import Kegiatan
from instansi.models import Keanggotaan
from lkip.bukukerja.arsip import MAKS_UNGGAH
from lkip.bukukerja.impor import impor_buku
from lkip.bukukerja.titipan import MASA
from perjanjian.models import Realisasi
from tests.factories import (
    make_instansi,
    make_lkip,
    make_pengguna,
    make_sarana,
    make_sub_kegiatan,
)
from tests.halaman import Halaman
from tests.lkip.buku_uji import KECIL, baca_sel, buat_buku, buku_kecil, ekspor, ubah_sel
from tests.lkip.sipd_uji import NIP, SUB_GAJI, document, documents, lra


@pytest.fixture
def instansi(db):
    return impor_buku(buku_kecil(), simpan=True).instansi


@pytest.fixture(autouse=True)
def no_leftovers():
    for berkas in kept():
        berkas.unlink()


def kept():
    folder = Path(settings.DATA_DIR) / "impor"
    return list(folder.iterdir()) if folder.exists() else []


@pytest.fixture
def operator(client, instansi):
    client.force_login(make_pengguna(peran="operator", instansi=instansi))
    return client


def address(instansi, halaman=""):
    return f"/{instansi.kode}/2024/impor/{halaman}"


def upload(client, instansi, isi, halaman=""):
    berkas = SimpleUploadedFile("buku.xlsx", isi)
    return client.post(address(instansi, halaman), {"berkas": berkas})


def changed(instansi, nilai=90):
    return ubah_sel(ekspor(instansi), ("Realisasi", "I1", "2024", nilai))


def realisasi():
    return Realisasi.objects.get(tahun=2024, indikator__kode="I1").nilai


def fingerprint(response):
    halaman = Halaman(response.content.decode())
    return next(
        satu.atribut["value"]
        for satu in halaman.semua("input")
        if satu.atribut.get("name") == "sidik"
    )


def table(response):
    """The cells of the last table of a page, row by row."""
    baris = response.content.decode().rpartition("<tbody")[2].split("<tr")[1:]
    return [
        [satu.teks for satu in Halaman(f"<tr{isi}").elemen if satu.nama in ("th", "td")]
        for isi in baris
    ]


@pytest.mark.parametrize(
    "halaman", ["", "templat/", "buku/", "sipd/", f"{'x' * 43}/", f"sipd/{'x' * 43}/"]
)
@pytest.mark.parametrize("peran", [peran.value for peran in Keanggotaan.Peran])
def test_import_is_for_operator_and_admin(client, instansi, peran, halaman):
    client.force_login(make_pengguna(peran=peran, instansi=instansi))
    boleh = 302 if "x" in halaman.replace("sipd", "") and len(halaman) > 40 else 200
    sendiri = {"operator": boleh, "admin": boleh, "evaluator": 404}.get(peran, 403)

    assert client.get(address(instansi, halaman)).status_code == sendiri
    assert client.get(address(make_instansi(), halaman)).status_code == 404


@pytest.mark.parametrize("status", ["diajukan", "diverifikasi", "disahkan"])
def test_nothing_is_taken_while_the_year_is_locked(operator, instansi, status):
    make_lkip(instansi=instansi, status=status)

    assert "Unggah dan periksa" not in operator.get(address(instansi)).content.decode()
    assert upload(operator, instansi, changed(instansi)).status_code == 403
    assert upload(operator, instansi, lra(), "sipd/").status_code == 403
    assert kept() == []


def test_downloads_are_workbooks(operator, instansi):
    buku = operator.get(address(instansi, "buku/"))
    templat = operator.get(address(instansi, "templat/"))

    assert (
        buku.headers["Content-Disposition"]
        == 'attachment; filename="Buku-kerja-35.10.01-2024.xlsx"'
    )
    assert baca_sel(buku.content) == baca_sel(ekspor(instansi))
    assert baca_sel(templat.content)["Target Renstra"][0] == [
        "Kode Indikator", *[str(tahun) for tahun in range(2021, 2027)]
    ]  # fmt: skip


def test_three_changed_cells_are_previewed_then_applied_once(operator, instansi):
    buku = ubah_sel(
        changed(instansi),
        ("Realisasi", "I2", "2024", None),
        ("Tujuan", "T1", "Uraian", "Meningkatnya layanan"),
    )
    pratinjau = upload(operator, instansi, buku).url

    response = operator.get(pratinjau)

    assert table(response) == [
        ["Tujuan, baris 2T1", "Uraian", "Meningkatnya pelayanan", "Meningkatnya layanan"],
        ["Realisasi, baris 2I1", "2024", "84,02", "90"],
        ["Realisasi, baris 3I2", "2024", "75", "–"],
    ]
    assert realisasi() == Decimal("84.02")

    kirim = {"aksi": "terapkan", "sidik": fingerprint(response)}
    selesai = operator.post(pratinjau, kirim, follow=True)

    assert "3 isian tersimpan dari buku kerja." in selesai.content.decode()
    assert realisasi() == 90
    assert Realisasi.history.filter(nilai=90).get().history_user.username
    assert kept() == []
    assert "Unggah sekali lagi" in operator.post(pratinjau, kirim, follow=True).content.decode()


def test_batal_changes_nothing_and_forgets_the_file(operator, instansi):
    pratinjau = upload(operator, instansi, changed(instansi)).url

    response = operator.post(pratinjau, {"aksi": "batal"}, follow=True)

    assert "tidak ada yang diubah" in response.content.decode()
    assert realisasi() == Decimal("84.02")
    assert kept() == []


def test_facts_that_changed_meanwhile_are_shown_again(operator, instansi):
    pratinjau = upload(operator, instansi, changed(instansi)).url
    sidik = fingerprint(operator.get(pratinjau))
    Realisasi.objects.filter(tahun=2024, indikator__kode="I1").update(nilai=88)

    response = operator.post(pratinjau, {"aksi": "terapkan", "sidik": sidik})

    assert response.status_code == 409
    assert table(response) == [["Realisasi, baris 2I1", "2024", "88", "90"]]
    assert realisasi() == 88
    operator.post(pratinjau, {"aksi": "terapkan", "sidik": fingerprint(response)})
    assert realisasi() == 90


def test_faults_are_shown_by_place_and_nothing_is_kept(operator, instansi):
    response = upload(operator, instansi, changed(instansi, "96..000"))

    assert response.status_code == 422
    assert table(response)[0][:2] == ["Lembar Realisasi, baris 2, kolom 2024", "96..000"]
    assert kept() == []


@pytest.mark.parametrize("halaman", ["", "sipd/"])
def test_files_that_are_no_workbook_are_refused_with_a_reason(operator, instansi, halaman):
    salah = upload(operator, instansi, b"bukan", halaman)
    kosong = operator.post(address(instansi, halaman))
    besar = upload(operator, instansi, b"\0" * (MAKS_UNGGAH + 1), halaman)

    assert {salah.status_code, kosong.status_code, besar.status_code} == {422}
    assert "bukan buku kerja Excel" in salah.content.decode()
    assert "Pilih berkas" in kosong.content.decode()
    assert "paling besar 20 MB" in besar.content.decode()


def test_long_lists_are_cut_on_the_page_and_counted(operator, instansi):
    banyak = [["Nama", "Jumlah"], *([f"Barang {nomor}", nomor] for nomor in range(1_100))]
    salah = [["Nama", "Jumlah"], *([f"Barang {nomor}", "x"] for nomor in range(250))]

    pratinjau = operator.get(upload(operator, instansi, buat_buku({"Sarana": banyak})).url)
    galat = upload(operator, instansi, buat_buku({"Sarana": salah}))

    assert (len(table(pratinjau)), len(table(galat))) == (1_000, 200)
    assert "dan 1200 isian lain" in pratinjau.content.decode()
    assert "dan 50 isian lain" in galat.content.decode()


def test_a_workbook_of_another_office_is_refused(operator, instansi):
    lain = ubah_sel(ekspor(instansi), ("Instansi", "Kode", "Nilai", "35.10.99"))

    assert "milik instansi 35.10.99" in upload(operator, instansi, lain).content.decode()


def test_an_operator_does_not_change_the_pemda(operator, instansi):
    buku = ubah_sel(ekspor(instansi), ("Instansi", "Skala", "Nilai", "90/76/66/51"))

    response = upload(operator, instansi, buku)

    assert response.status_code == 422
    assert "hanya admin yang mengubahnya" in response.content.decode()


def test_a_workbook_without_the_sheet_instansi_is_of_this_office(operator, instansi):
    tujuan = [KECIL["Tujuan"][0], ["T1", "Lain"]]

    assert upload(operator, instansi, buat_buku({"Tujuan": tujuan})).status_code == 302


def test_an_upload_is_for_its_session_only(client, operator, instansi):
    pratinjau = upload(operator, instansi, changed(instansi)).url
    client.force_login(make_pengguna(peran="operator", instansi=instansi))

    response = client.post(pratinjau, {"aksi": "batal"}, follow=True)

    assert "Unggah sekali lagi" in response.content.decode()
    assert len(kept()) == 1


def test_an_upload_is_forgotten_after_a_day(operator, instansi):
    pratinjau = upload(operator, instansi, changed(instansi)).url
    (lama,) = kept()
    os.utime(lama, (lama.stat().st_atime - MASA - 5, lama.stat().st_mtime - MASA - 5))

    assert operator.get(pratinjau).status_code == 302
    upload(operator, instansi, changed(instansi))
    assert lama not in kept()


# SIPD


def apply(client, alamat, **isi):
    """Post the form of a preview as it was shown."""
    response = client.get(alamat)
    halaman = Halaman(response.content.decode())
    formulir = {
        satu.atribut["name"]: satu.atribut.get("value", "")
        for satu in halaman.semua("input")
        if satu.atribut.get("name") and satu.atribut.get("type") == "hidden"
    }
    return client.post(alamat, formulir | {"aksi": "terapkan"} | isi, follow=True)


def test_an_lra_is_previewed_and_applied(operator, instansi):
    pratinjau = upload(operator, instansi, lra(), "sipd/").url
    baris = [
        ["Sheet1, baris 137.01.01.2.02.0001", "Pagu murni, belanja operasi", "1.000.000", "1.000"],
        ["Sheet1, baris 137.01.01.2.02.0001", "Realisasi s.d. TW 4, belanja operasi", "950.000", "900"],
    ]  # fmt: skip

    assert [satu for satu in table(operator.get(pratinjau)) if "0001" in satu[0]] == baris
    response = apply(operator, pratinjau)

    assert "isian anggaran tersimpan" in response.content.decode()
    assert instansi.program.get().kegiatan.get().sub_kegiatan.count() == 2
    assert kept() == []


def test_totals_that_do_not_fit_need_a_tick(operator, instansi):
    pratinjau = upload(operator, instansi, lra(program=(1, 1)), "sipd/").url

    assert "2 hal dalam berkas tidak cocok" in operator.get(pratinjau).content.decode()
    assert apply(operator, pratinjau).status_code == 409
    assert "tersimpan" in apply(operator, pratinjau, setuju="ya").content.decode()


def test_columns_are_named_by_their_heads(operator, instansi):
    pratinjau = upload(operator, instansi, lra(), "sipd/").url

    halaman = operator.get(pratinjau).content.decode()

    for judul in ("A Kode", "E Uraian", "F Belanja Operasi Anggaran", "G Realisasi"):
        assert f">{judul}</option>" in halaman


def test_columns_can_be_corrected(operator, instansi):
    kepala = ["Nomor", "Nama", "Anggaran sekarang", "Belanja s.d. hari ini"]
    isi = buat_buku({"Data": [kepala, ["7.01.01.2.02.0001", "Gaji", 1500000, 960000]]})
    pratinjau = upload(operator, instansi, isi, "sipd/").url
    kolom = {"kolom_kode": 0, "kolom_uraian": 1, "kolom_pagu_murni": 2, "kolom_realisasi": 3}
    pilihan = {"tata": "sederhana", "tata_lama": "sederhana", "tahap": "murni", "triwulan": 4}

    kosong = operator.get(pratinjau)
    terisi = operator.get(pratinjau, pilihan | kolom)

    assert "Pilih kolom untuk Kode." in kosong.content.decode()
    assert [satu[1:] for satu in table(terisi)] == [
        ["Pagu murni, belanja operasi", "1.000.000", "1.500.000"],
        ["Realisasi s.d. TW 4, belanja operasi", "950.000", "960.000"],
    ]


def test_the_layout_and_the_triwulan_can_be_chosen(operator, instansi):
    pratinjau = upload(operator, instansi, lra(), "sipd/").url

    dua = operator.get(pratinjau, {"tata": "lra", "triwulan": 2}).content.decode()
    lain = operator.get(pratinjau, {"tata": "dokumen", "tata_lama": "lra"}).content.decode()
    ngawur = operator.get(pratinjau, {"tata": "x", "triwulan": "99"})

    assert "Realisasi s.d. TW 2" in dua
    assert "Pilih kolom untuk Kode Sub Kegiatan." in lain
    assert ngawur.status_code == 200


def test_the_own_office_is_chosen_among_several(operator, instansi):
    lain = document(
        **{"Kode Sub SKPD": "X", "Nama Sub SKPD": "Kecamatan Lain", "Nilai Realisasi": 5}
    )
    pratinjau = upload(operator, instansi, documents(lain, document()), "sipd/").url

    assert table(operator.get(pratinjau))[0][1:] == [
        "Realisasi s.d. TW 4, belanja operasi", "950.000", "1.000"
    ]  # fmt: skip
    assert NIP.encode() not in kept()[0].read_bytes()


def test_rows_of_the_file_name_their_faults(operator, instansi):
    pratinjau = upload(operator, instansi, lra(SUB_GAJI, SUB_GAJI), "sipd/").url

    response = operator.get(pratinjau).content.decode()

    assert "Kode 7.01.01.2.02.0001 sudah ada pada baris 13." in response
    assert 'value="terapkan"' not in response


def test_what_the_file_lacks_is_said(operator, instansi):
    isi = buat_buku({"Data": [["Kode", "Uraian", "Realisasi"], ["7.01.01", "Program", 5]]})
    pratinjau = upload(operator, instansi, isi, "sipd/").url

    assert "Tersimpan tetapi tidak ada dalam berkas" in operator.get(pratinjau).content.decode()


def test_a_preview_takes_no_more_queries_for_more_rows(operator, instansi):
    banyak = []
    for tambahan in range(2):
        make_sarana(instansi=instansi, jumlah=5)
        for nomor in range(tambahan * 20):
            make_sub_kegiatan(
                kegiatan=Kegiatan.objects.get(), kode=f"7.01.01.2.02.{nomor + 100:04}"
            )
        pratinjau = upload(operator, instansi, ekspor(instansi)).url
        with CaptureQueriesContext(connection) as permintaan:
            operator.get(pratinjau)
        banyak.append(len(permintaan))

    assert banyak[0] == banyak[1]


def test_the_report_page_leads_to_the_workbook(operator, instansi):
    assert address(instansi) in operator.get(f"/{instansi.kode}/2024/laporan/").content.decode()


def test_workbooks_with_macros_are_taken_as_data(operator, instansi):
    berkas = SimpleUploadedFile("buku.xlsm", changed(instansi))

    assert operator.post(address(instansi), {"berkas": berkas}).status_code == 302

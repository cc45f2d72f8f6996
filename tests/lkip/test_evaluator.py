"""The list of offices, the issued file in one click, and the package behind it."""

import json
import zipfile
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains

from lkip.ekspor import susun_ekspor
from lkip.laporan import build_laporan
from lkip.models import LKIP
from tests import factories as buat
from tests.factories import TAHUN

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 terbit"


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "berkas"


@pytest.fixture
def kantor():
    return buat.make_laporan_lengkap()


def terbitkan(instansi, capaian="91.5", **isian):
    """Sign the year and issue it with a frozen average."""
    lkip = instansi.lkip.get()
    oleh = {satu: buat.make_pengguna() for satu in ("diajukan", "disahkan")}
    kolom = {f"{satu}_oleh": satu_orang for satu, satu_orang in oleh.items()}
    kolom |= {f"{satu}_pada": timezone.now() for satu in oleh}
    LKIP.objects.filter(pk=lkip.pk).update(status="disahkan", **kolom)
    lkip.refresh_from_db()
    data = {**susun_ekspor(build_laporan(instansi, TAHUN)), "rata_rata": {"capaian": capaian}}
    return buat.make_pengesahan(
        lkip=lkip,
        data=data,
        pdf=ContentFile(PDF, "lkip.pdf"),
        sha256_pdf=sha256(PDF).hexdigest(),
        buku_kerja=ContentFile(b"buku", "buku.xlsx"),
        sha256_buku_kerja=sha256(b"buku").hexdigest(),
        **isian,
    )


@pytest.fixture
def evaluator(client, kantor):
    client.force_login(buat.make_pengguna(peran="evaluator", instansi=kantor))
    return client


def url(instansi, bagian):
    return f"/{instansi.kode}/{TAHUN}/unduh/{bagian}/"


def test_issued_pdf_is_one_click_from_the_page_after_login(evaluator, kantor):
    terbitkan(kantor)

    assertContains(evaluator.get("/", follow=True), f'href="{url(kantor, "terbitan")}"')
    jawaban = evaluator.get(url(kantor, "terbitan"))

    assert jawaban.getvalue() == PDF
    assert f"LKIP-{TAHUN}-" in jawaban["Content-Disposition"]
    etag = {"If-None-Match": jawaban["ETag"]}
    assert evaluator.get(url(kantor, "terbitan"), headers=etag).status_code == 304


def test_file_signed_elsewhere_is_the_one_that_is_handed_out(evaluator, kantor):
    pengesahan = terbitkan(kantor)
    buat.make_berkas_bertanda_tangan(
        pengesahan=pengesahan, berkas=ContentFile(b"%PDF ttd", "t.pdf")
    )

    assert evaluator.get(url(kantor, "terbitan")).getvalue() == b"%PDF ttd"


@pytest.mark.parametrize("bagian", ["terbitan", "paket"])
def test_drafts_and_other_offices_are_not_found(evaluator, kantor, bagian):
    lain = buat.make_laporan_lengkap()
    terbitkan(lain)

    assert evaluator.get(url(kantor, bagian)).status_code == 404
    assert evaluator.get(url(lain, bagian)).status_code == 404


def test_figures_of_issued_years_are_frozen_and_cost_no_reading(
    evaluator, kantor, django_assert_max_num_queries
):
    terbitkan(kantor, capaian="12.34")
    for _ in range(4):
        lain = buat.make_lkip(
            instansi=buat.make_instansi(pemda=kantor.pemda), status="disahkan", tahun=TAHUN
        )
        buat.make_pengesahan(lkip=lain, data={"rata_rata": {"capaian": "50"}})

    with django_assert_max_num_queries(14):
        jawaban = evaluator.get("/instansi/")

    assertContains(jawaban, "12,34%")


def test_reopened_year_shows_what_was_issued_and_no_draft(evaluator, kantor):
    pengesahan = terbitkan(kantor, capaian="12.34")
    LKIP.objects.filter(pk=pengesahan.lkip_id).update(
        status="diajukan", perbaikan_ke=1, disahkan_oleh=None, disahkan_pada=None
    )

    jawaban = evaluator.get("/instansi/")

    assertContains(jawaban, "Dibuka kembali")
    assertContains(jawaban, "12,34%")
    assertNotContains(jawaban, f'href="/{kantor.kode}/{TAHUN}/"')
    assert evaluator.get(url(kantor, "terbitan")).getvalue() == PDF
    with zipfile.ZipFile(BytesIO(evaluator.get(url(kantor, "paket")).getvalue())) as arsip:
        assert "jejak-hitung.xlsx" not in arsip.namelist()
        assert "BACA-SAYA.txt" in arsip.namelist()


@pytest.mark.parametrize(
    ("saringan", "tampak"),
    [
        ({"nama": "kecamatan"}, True),
        ({"nama": "lain"}, False),
        ({"status": "Disahkan"}, True),
        ({"status": "Draf"}, False),
        ({"tahun": str(TAHUN)}, True),
        ({"tahun": "1999"}, False),
    ],
)
def test_list_is_filtered_and_its_export_too(evaluator, kantor, saringan, tampak):
    terbitkan(kantor)

    assert (f'href="{url(kantor, "paket")}"' in _teks(evaluator, "", saringan)) is tampak
    assert (kantor.nama in _teks(evaluator, "ekspor/csv/", saringan)) is tampak


def _teks(client, bagian, saringan):
    return client.get(f"/instansi/{bagian}", saringan).content.decode()


def test_export_carries_unrounded_numbers_and_no_formula(evaluator, kantor):
    kantor.nama = "=Kecamatan"
    kantor.save()
    terbitkan(kantor, capaian="99.14117")

    csv = _teks(evaluator, "ekspor/csv/", {})
    buku = load_workbook(BytesIO(evaluator.get("/instansi/ekspor/xlsx/").content))

    assert ";'=Kecamatan;" in csv
    assert ";99,14117;" in csv
    kepala, baris = buku.active.values
    isi = dict(zip(kepala, baris, strict=True))
    assert isi["Rata-rata capaian (%)"] == pytest.approx(99.14117)
    assert buku.active["B2"].data_type == "s"
    assert evaluator.get("/instansi/ekspor/exe/").status_code == 404


def test_package_holds_every_file_with_its_hash(evaluator, kantor):
    terbitkan(kantor)
    sub = kantor.program.first().kegiatan.first().sub_kegiatan.first()
    buat.make_bukti(sub_kegiatan=sub, nama="../../Nota", berkas=ContentFile(b"isi", "nota.pdf"))

    with zipfile.ZipFile(BytesIO(evaluator.get(url(kantor, "paket")).getvalue())) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    jumlah = dict(
        baris.split("  ", 1)[::-1] for baris in isi.pop("SHA256SUMS").decode().splitlines()
    )

    assert jumlah == {nama: sha256(data).hexdigest() for nama, data in isi.items()}
    assert {"buku-kerja.xlsx", "jejak-hitung.xlsx", "catatan-perubahan.xlsx"} <= isi.keys()
    assert PDF in isi.values()
    assert json.loads(isi["data.json"])["rata_rata"] == {"capaian": "91.5"}
    jejak = list(load_workbook(BytesIO(isi["jejak-hitung.xlsx"])).active.values)[1:]
    assert {baris[-1] for baris in jejak} - {None, ""} <= {baris[0] for baris in jejak}
    assert not [nama for nama in isi if nama.startswith("/") or ".." in nama]
    indeks = [baris[4] for baris in load_workbook(BytesIO(isi["indeks-bukti.xlsx"])).active.values]
    assert [nama for nama in isi if nama.startswith("bukti/")] == [
        n for n in indeks if n and "/" in n
    ]

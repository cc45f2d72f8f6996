"""The page of findings, the reasons for which warnings stay, and the command for who has no page."""

import json
from datetime import date
from io import StringIO
from time import process_time
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from pytest_django.asserts import assertContains, assertNotContains

from lkip.laporan import build_laporan
from lkip.models import LKIP, Pengecualian
from lkip.pemeriksaan.daftar import ATURAN
from lkip.pengajuan import periksa_lkip
from tests import factories as buat
from tests.akses.kantor import set_status
from tests.halaman import Halaman

ALASAN = "Rincian ada pada arsip kantor"
QUERIES = 40
SECONDS = 0.3


@pytest.fixture
def kantor(db):
    kantor = buat.make_laporan_lengkap()
    kantor.lkip.update(tanggal=date(buat.TAHUN + 1, 2, 1))
    return kantor


@pytest.fixture
def buka(client, kantor):
    def buka(peran, alamat="pemeriksaan/", data=None, **isi):
        client.force_login(buat.make_pengguna(peran=peran, instansi=kantor))
        tujuan = f"/{kantor.kode}/{buat.TAHUN}/{alamat}"
        return client.get(tujuan, **isi) if data is None else client.post(tujuan, data, **isi)

    return buka


@pytest.fixture
def peringatan(buka):
    """The first warning that the page shows."""
    return buka("operator").context["hasil"].peringatan[0]


def kirim(peringatan, alasan=ALASAN):
    return {"sidik": peringatan.temuan.sidik, "alasan": alasan}


def tulis(kantor, isi):
    naskah = LKIP.objects.get(instansi=kantor).narasi.first()
    naskah.isi = isi
    naskah.save()


@pytest.mark.parametrize("peran", ["operator", "seksi", "verifikator", "camat", "admin"])
def test_the_office_reads_findings(buka, peran):
    assert buka(peran).status_code == 200


def test_an_evaluator_reads_signed_reports_only_and_no_findings(buka, kantor):
    set_status(kantor, "disahkan")

    assert buka("evaluator").status_code == 403
    assert buka("evaluator", "pemeriksaan/aturan/").status_code == 403


def test_a_reason_is_kept_with_its_author_and_read_by_who_reviews(buka, peringatan):
    jawaban = buka("operator", data=kirim(peringatan), follow=True)

    assertContains(jawaban, "Diberi alasan")
    satu = Pengecualian.objects.get()
    assert (satu.alasan, satu.oleh.keanggotaan.get().peran) == (ALASAN, "operator")
    assertContains(buka("verifikator"), f"Alasan: “{ALASAN}”")
    assertNotContains(buka("verifikator"), "Simpan alasan")


def test_the_same_reason_twice_is_one_version(buka, peringatan):
    for _ in range(2):
        buka("operator", data=kirim(peringatan))

    assert Pengecualian.objects.get().versi == 1


@pytest.mark.parametrize("peran", ["seksi", "verifikator", "camat"])
def test_only_operators_give_reasons(buka, peringatan, peran):
    assert buka(peran, data=kirim(peringatan)).status_code == 403
    assert not Pengecualian.objects.exists()


def test_a_submitted_year_takes_no_reason(buka, peringatan, kantor):
    set_status(kantor, "diajukan")

    assert buka("operator", data=kirim(peringatan)).status_code == 403
    assertNotContains(buka("operator"), "Simpan alasan")


def test_a_reason_of_less_than_ten_letters_is_refused(buka, peringatan):
    jawaban = buka("operator", data=kirim(peringatan, "  sudah   ok "), follow=True)

    assertContains(jawaban, "paling sedikit 10 huruf")
    assert not Pengecualian.objects.exists()


def test_a_fingerprint_of_no_finding_is_told_and_stores_nothing(buka, kantor):
    jawaban = buka("operator", data={"sidik": "0" * 64, "alasan": ALASAN}, follow=True)

    assertContains(jawaban, "Temuan itu sudah tidak ada")
    assert not Pengecualian.objects.exists()


def test_a_galat_cannot_be_accepted(buka, kantor):
    tulis(kantor, "<p>Anggaran sebesar Rp.. tahun ini.</p>")
    [galat] = buka("operator").context["hasil"].galat

    buka("operator", data={"sidik": galat.sidik, "alasan": ALASAN})

    assert not Pengecualian.objects.exists()


def test_a_finding_disappears_when_it_is_mended_and_no_other_with_it(buka, kantor):
    tulis(kantor, "<p>Program berjalan dengan baik.</p>")
    semula = {satu.temuan.sidik for satu in buka("operator").context["hasil"].semua}
    tulis(kantor, "<p>Anggaran sebesar Rp.. tahun ini.</p>")
    rusak = {satu.temuan.sidik for satu in buka("operator").context["hasil"].semua}
    tulis(kantor, "<p>Program berjalan dengan baik.</p>")
    baik = {satu.temuan.sidik for satu in buka("operator").context["hasil"].semua}

    assert len(rusak - semula) == 1
    assert baik == semula


@pytest.mark.parametrize("peran", ["operator", "seksi", "verifikator"])
def test_every_finding_leads_to_a_page_that_opens_and_to_its_rule(buka, client, kantor, peran):
    tulis(kantor, "<p>Anggaran sebesar Rp.. tahun 2016.</p>")
    jawaban = buka(peran)
    tujuan = {alamat for _, isi in jawaban.context["kelompok_temuan"] for _, alamat in isi} - {""}
    aturan = client.get(f"/{kantor.kode}/{buat.TAHUN}/pemeriksaan/aturan/").content.decode()

    assert tujuan
    for alamat in tujuan:
        halaman = client.get(alamat)
        assert halaman.status_code == 200, alamat
        if jangkar := urlsplit(alamat).fragment:
            Halaman(halaman.content.decode()).dengan_id(jangkar)
    for satu in jawaban.context["hasil"].semua:
        assert f'id="{satu.temuan.aturan}"' in aturan


def test_every_rule_is_explained_once(buka):
    jawaban = buka("camat", "pemeriksaan/aturan/")

    for satu in ATURAN:
        assertContains(jawaban, f'id="{satu.kode}"', count=1)
        assertContains(jawaban, satu.penjelasan)


def test_submission_is_refused_on_page_and_server_while_a_galat_stands(buka, kantor):
    tulis(kantor, "<p>Anggaran sebesar Rp.. tahun ini.</p>")
    halaman = buka("operator", "alur/lkip/ajukan/")
    isi = {"versi": kantor.lkip.get().versi}
    isi |= {nama: ALASAN for nama in halaman.context["formulir"].fields if nama != "versi"}

    assertNotContains(halaman, '<button class="btn btn-primary">Ajukan</button>')
    buka("operator", "alur/lkip/ajukan/", data=isi)
    assert kantor.lkip.get().status == "draf"

    tulis(kantor, "<p>Anggaran terserap tahun ini.</p>")
    buka("operator", "alur/lkip/ajukan/", data=isi)
    assert kantor.lkip.get().status == "diajukan"


@pytest.mark.parametrize("peran", ["operator", "verifikator", "camat"])
def test_beranda_counts_open_findings(buka, kantor, peran):
    tulis(kantor, "<p>Anggaran sebesar Rp.. tahun ini.</p>")
    hasil = buka("operator").context["hasil"]

    halaman = buka(peran, "")

    assertContains(halaman, '#jumlah-galat">1</a> galat')
    assertContains(halaman, f">{len(hasil.terbuka)}</a> peringatan tanpa alasan")


def test_beranda_of_a_unit_counts_nothing(buka):
    assert buka("seksi", "").context["pemeriksaan"] is None


def test_an_accepted_warning_is_no_longer_counted(buka, peringatan):
    semula = len(buka("operator").context["hasil"].terbuka)

    buka("operator", data=kirim(peringatan))

    assert len(buka("operator").context["hasil"].terbuka) == semula - 1


def test_the_whole_check_takes_few_queries_and_little_time(kantor, django_assert_max_num_queries):
    """Processor time, the least of three: what else the machine does must not count."""

    def lama():
        mulai = process_time()
        periksa_lkip(kantor, build_laporan(kantor, buat.TAHUN), date(buat.TAHUN + 1, 2, 1))
        return process_time() - mulai

    with django_assert_max_num_queries(QUERIES):
        pertama = lama()

    assert min(pertama, lama(), lama()) < SECONDS


def periksa(kantor, **isi):
    """What the command prints, and how it ends."""
    keluaran = StringIO()
    try:
        call_command("periksa", instansi=kantor, tahun=buat.TAHUN, stdout=keluaran, **isi)
    except SystemExit as keluar:
        return keluaran.getvalue(), keluar.code
    return keluaran.getvalue(), 0


def test_the_command_ends_with_one_while_a_galat_stands(kantor):
    assert periksa(kantor.kode)[1] == 0

    tulis(kantor, "<p>Anggaran sebesar Rp.. tahun ini.</p>")

    teks, keluar = periksa(kantor.kode)
    assert keluar == 1
    assert teks.startswith("Galat NAR-21 ")


def test_the_command_writes_json(kantor):
    tulis(kantor, "<p>Anggaran sebesar Rp.. tahun ini.</p>")

    temuan = json.loads(periksa(kantor.kode, format="json")[0])["temuan"]

    assert (temuan[0]["aturan"], temuan[0]["tingkat"]) == ("NAR-21", "galat")
    assert "Rp.." in temuan[0]["kutipan"]


@pytest.mark.parametrize("tahun", [buat.TAHUN, 1999])
def test_the_command_ends_with_two_where_there_is_nothing_to_check(kantor, tahun):
    kode = kantor.kode if tahun == 1999 else "00.00.00"

    with pytest.raises(CommandError) as salah:
        call_command("periksa", instansi=kode, tahun=tahun)

    assert salah.value.returncode == 2

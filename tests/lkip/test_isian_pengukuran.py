"""Grids of Pengukuran: realisasi of a triwulan, of the year, of earlier years, and benchmarks."""

import json
from decimal import Decimal

import pytest

from lkip.models import LKIP, Pembanding
from perjanjian.models import Bukti, Realisasi
from tests import factories as buat

pytestmark = pytest.mark.django_db
TAHUN = buat.TAHUN


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def indikator(instansi):
    """A plain one, a ratio, and one with negative polarity."""
    return list(instansi.renstra.get().indikator.order_by("urutan"))


@pytest.fixture
def operator(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    return client


def alamat(instansi, nama):
    return f"/{instansi.kode}/{TAHUN}/isi/{nama}/"


def kirim(client, instansi, nama, indikator, **sel):
    """Post cells of one row as kisi.js does: column=(text before, text now)."""
    isi = {kolom: {"dasar": dasar, "teks": teks} for kolom, (dasar, teks) in sel.items()}
    kiriman = json.dumps({"baris": {str(indikator.pk): isi}})
    return client.post(alamat(instansi, nama), kiriman, content_type="application/json")


def realisasi(indikator, triwulan, tahun=TAHUN):
    return Realisasi.objects.get(indikator=indikator, tahun=tahun, triwulan=triwulan)


def sel(client, instansi, nama, indikator):
    """Cells of one row of the page, by column."""
    halaman = client.get(alamat(instansi, nama))
    baris = next(satu for satu in halaman.context["baris"] if satu.baris.kunci == str(indikator.pk))
    return {satu.kolom.nama: satu for satu in baris.sel if satu}


# triwulan


def test_triwulan_saves_a_value_and_answers_what_follows_from_it(operator, instansi, indikator):
    jawaban = kirim(operator, instansi, "realisasi-tw-4", indikator[0], nilai=("88", "92,5"))

    assert realisasi(indikator[0], 4).nilai == Decimal("92.5")
    terhitung = {(baris, kolom): teks for baris, kolom, teks in jawaban.json()["hasil"]}
    assert terhitung[str(indikator[0].pk), "kumulatif"] == "92,5%"
    assert terhitung[str(indikator[0].pk), "capaian"] == "100%"
    assert terhitung[str(indikator[0].pk), "target"] == "90%"


def test_ratio_is_entered_as_pembilang_and_penyebut(operator, instansi, indikator):
    rasio = indikator[1]
    kolom = sel(operator, instansi, "realisasi-tw-1", rasio)

    kirim(operator, instansi, "realisasi-tw-1", rasio, pembilang=("22", "24"))

    assert "nilai" not in kolom
    assert realisasi(rasio, 1).pembilang == 24
    assert kirim(operator, instansi, "realisasi-tw-1", rasio, nilai=("", "90")).status_code == 403


def test_ratio_without_penyebut_is_refused_by_name(operator, instansi, indikator):
    jawaban = kirim(operator, instansi, "realisasi-tw-1", indikator[1], penyebut=("25", "0"))

    assert jawaban.status_code == 422
    assert (
        "penyebut lebih dari nol"
        in jawaban.json()["baris"][str(indikator[1].pk)]["galat"]["penyebut"]
    )
    assert realisasi(indikator[1], 1).penyebut == 25


def test_value_stored_in_another_form_stays_in_reach(operator, instansi, indikator):
    Realisasi.objects.filter(indikator=indikator[1], triwulan=1).update(
        nilai=88, pembilang=None, penyebut=None
    )

    kirim(
        operator, instansi, "realisasi-tw-1", indikator[1],
        nilai=("88", ""), pembilang=("", "22"), penyebut=("", "25"),
    )  # fmt: skip

    assert realisasi(indikator[1], 1).penyebut == 25


def test_letter_is_chosen_from_the_scale(operator, instansi):
    huruf = buat.make_indikator(
        sasaran=instansi.renstra.get().sasaran.first(), satuan="Nilai", skala_huruf="SAKIP"
    )

    salah = kirim(operator, instansi, "realisasi-tw-1", huruf, huruf=("–", "Z"))
    benar = kirim(operator, instansi, "realisasi-tw-1", huruf, huruf=("–", "BB"))

    assert (salah.status_code, benar.status_code) == (422, 200)
    assert realisasi(huruf, 1).huruf == "BB"


def test_letter_outside_the_scale_stays_until_it_is_changed(operator, instansi):
    huruf = buat.make_indikator(
        sasaran=instansi.renstra.get().sasaran.first(), satuan="Nilai", skala_huruf="SAKIP"
    )
    buat.make_realisasi(indikator=huruf, triwulan=1, huruf="E")

    assert sel(operator, instansi, "realisasi-tw-1", huruf)["huruf"].teks == "E"


def test_zero_is_a_value_and_not_an_empty_cell(operator, instansi, indikator):
    Realisasi.objects.filter(indikator=indikator[2]).delete()

    kirim(operator, instansi, "realisasi-tw-1", indikator[2], nilai=("", "0"))

    assert realisasi(indikator[2], 1).nilai == 0


def test_number_may_carry_the_satuan_of_its_row(operator, instansi, indikator):
    kirim(operator, instansi, "realisasi-tw-4", indikator[2], nilai=("88", "4 Kasus"))

    assert realisasi(indikator[2], 4).nilai == 4


def test_no_event_takes_the_place_of_a_value(operator, instansi, indikator):
    bentrok = kirim(
        operator, instansi, "realisasi-tw-4", indikator[2], tidak_ada_kejadian=("Tidak", "Ya")
    )
    kirim(
        operator, instansi, "realisasi-tw-4", indikator[2],
        nilai=("88", ""), tidak_ada_kejadian=("Tidak", "Ya"),
    )  # fmt: skip

    assert bentrok.status_code == 422
    assert realisasi(indikator[2], 4).tidak_ada_kejadian


def test_explanations_of_two_people_are_merged(operator, instansi, indikator):
    kirim(
        operator, instansi, "realisasi-tw-4", indikator[0],
        pendukung=("Kerja sama dengan desa", "Aplikasi baru"),
    )  # fmt: skip

    jawaban = kirim(
        operator, instansi, "realisasi-tw-4", indikator[0],
        penghambat=("Jaringan internet", "Cuaca"), tindak_lanjut=("Menambah jaringan", ""),
    )  # fmt: skip

    assert jawaban.status_code == 200
    satu = realisasi(indikator[0], 4)
    assert (satu.pendukung, satu.penghambat, satu.tindak_lanjut) == ("Aplikasi baru", "Cuaca", "")


def test_emptied_row_with_evidence_keeps_it(operator, instansi, indikator):
    kosong = dict.fromkeys(("nilai", "pendukung", "penghambat", "tindak_lanjut"))
    for kolom, satu in sel(operator, instansi, "realisasi-tw-4", indikator[0]).items():
        if kolom in kosong:
            kosong[kolom] = (satu.teks, "")

    assert kirim(operator, instansi, "realisasi-tw-4", indikator[0], **kosong).status_code == 200
    assert realisasi(indikator[0], 4).nilai is None
    assert Bukti.objects.filter(realisasi__indikator=indikator[0], realisasi__triwulan=4).exists()


def test_emptied_row_without_evidence_leaves_no_record(operator, instansi, indikator):
    Realisasi.objects.filter(indikator=indikator[0], triwulan=4).delete()
    Realisasi.objects.create(indikator=indikator[0], tahun=TAHUN, triwulan=4, nilai=5)

    kirim(operator, instansi, "realisasi-tw-4", indikator[0], nilai=("5", ""))

    assert not Realisasi.objects.filter(indikator=indikator[0], triwulan=4).exists()


def test_seksi_changes_only_its_own_indikator(client, instansi, indikator):
    seksi = buat.make_seksi(instansi=instansi)
    indikator[0].penanggung_jawab.set([seksi])
    client.force_login(buat.make_pengguna(peran="seksi", instansi=instansi, seksi=seksi))

    boleh = kirim(client, instansi, "realisasi-tw-4", indikator[0], nilai=("88", "91"))
    tidak = kirim(client, instansi, "realisasi-tw-4", indikator[2], nilai=("88", "91"))

    assert (boleh.status_code, tidak.status_code) == (200, 403)
    assert realisasi(indikator[0], 4).nilai == 91
    assert realisasi(indikator[2], 4).nilai == 88


def test_number_on_a_scale_of_letters_only_has_no_capaian(operator, instansi):
    opini = buat.make_indikator(
        sasaran=instansi.renstra.get().sasaran.first(), satuan="Opini", skala_huruf="OPINI"
    )
    pk = instansi.perjanjian.latest("jenis")
    buat.make_target_pk(perjanjian=pk, indikator=opini, nilai=None, huruf="WTP")

    jawaban = kirim(operator, instansi, "realisasi-tw-4", opini, nilai=("", "4"))

    assert [str(opini.pk), "capaian", "– (tidak dapat dihitung)"] in jawaban.json()["hasil"]


# year and history


def test_year_value_is_for_indikator_without_triwulan(operator, instansi, indikator):
    Realisasi.objects.filter(indikator=indikator[0], tahun=TAHUN).delete()

    boleh = kirim(operator, instansi, "realisasi-tahun", indikator[0], nilai=("", "93"))
    tidak = kirim(operator, instansi, "realisasi-tahun", indikator[2], nilai=("", "93"))

    assert (boleh.status_code, tidak.status_code) == (200, 403)
    assert realisasi(indikator[0], 0).nilai == 93


def test_history_saves_the_year_and_computes_its_capaian(operator, instansi, indikator):
    jawaban = kirim(operator, instansi, "realisasi-riwayat", indikator[0], nilai2023=("88", "45"))

    assert realisasi(indikator[0], 0, 2023).nilai == 45
    assert [str(indikator[0].pk), "capaian2023", "50%"] in jawaban.json()["hasil"]


def test_history_of_a_submitted_year_is_locked(operator, instansi, indikator):
    buat.make_lkip(instansi=instansi, tahun=2023, status="disahkan")

    jawaban = kirim(operator, instansi, "realisasi-riwayat", indikator[0], nilai2023=("88", "45"))

    assert jawaban.status_code == 403
    assert realisasi(indikator[0], 0, 2023).nilai == 88
    assert sel(operator, instansi, "realisasi-riwayat", indikator[0])["nilai2023"].teks == "88"


def test_history_with_triwulan_shows_what_they_make(operator, instansi, indikator):
    buat.make_realisasi(indikator=indikator[0], tahun=2023, triwulan=2, nilai=Decimal(77))

    satu = sel(operator, instansi, "realisasi-riwayat", indikator[0])["nilai2023"]
    jawaban = kirim(operator, instansi, "realisasi-riwayat", indikator[0], nilai2023=("88", "45"))

    assert (satu.teks, satu.terkunci) == ("77%", True)
    assert jawaban.status_code == 403


# benchmarks


def test_benchmark_needs_a_source_or_a_reason(operator, instansi, indikator):
    Pembanding.objects.all().delete()

    tanpa = kirim(operator, instansi, "pembanding-nasional", indikator[0], nilai=("", "87,5"))
    dengan = kirim(
        operator, instansi, "pembanding-nasional", indikator[0],
        nilai=("", "87,5"), sumber=("", "BPS"), tahun_data=("", "2023"),
    )  # fmt: skip
    alasan = kirim(
        operator, instansi, "pembanding-nasional", indikator[1], alasan=("", "Belum ada data")
    )

    assert "sumber" in tanpa.json()["baris"][str(indikator[0].pk)]["galat"]["nilai"]
    assert (dengan.status_code, alasan.status_code) == (200, 200)
    assert [str(indikator[0].pk), "selisih", "0,5"] in dengan.json()["hasil"]
    assert Pembanding.objects.count() == 2


def test_first_benchmark_starts_the_report_of_the_year(operator, instansi, indikator):
    instansi.lkip.update(tahun=TAHUN - 1)
    operator.get(alamat(instansi, "pembanding-provinsi"))
    sebelum = LKIP.objects.filter(instansi=instansi, tahun=TAHUN).exists()

    kirim(operator, instansi, "pembanding-provinsi", indikator[0], alasan=("", "Belum ada"))

    assert not sebelum
    satu = Pembanding.objects.get(lkip__tahun=TAHUN, lkip__instansi=instansi)
    assert (satu.lingkup, satu.lkip.status) == ("provinsi", "draf")


def test_benchmark_of_another_lingkup_is_untouched(operator, instansi, indikator):
    sebelum = Pembanding.objects.get(indikator=indikator[0])

    kirim(operator, instansi, "pembanding-sejenis", indikator[0], alasan=("", "Belum ada"))

    assert Pembanding.objects.get(indikator=indikator[0], lingkup=sebelum.lingkup) == sebelum


# year without perjanjian


@pytest.mark.parametrize(
    ("nama", "kolom", "dasar", "teks"),
    [
        ("realisasi-tw-4", "nilai", "88", "91"),
        ("realisasi-riwayat", "nilai2023", "88", "91"),
        ("pembanding-sejenis", "alasan", "", "Belum ada"),
    ],
)
def test_year_without_perjanjian_is_entered_all_the_same(
    operator, instansi, indikator, nama, kolom, dasar, teks
):
    instansi.perjanjian.all().delete()

    assert operator.get(alamat(instansi, nama)).status_code == 200
    jawaban = kirim(operator, instansi, nama, indikator[0], **{kolom: (dasar, teks)})

    assert jawaban.json()["baris"][str(indikator[0].pk)]["tersimpan"] == {kolom: teks}


# all grids

GRID = [
    ("realisasi-tw-4", "nilai", "88"),
    ("realisasi-riwayat", "nilai2023", "88"),
    ("pembanding-nasional", "alasan", ""),
]


@pytest.mark.parametrize(("nama", "kolom", "dasar"), GRID)
@pytest.mark.parametrize("status", ["diajukan", "diverifikasi", "disahkan"])
def test_submitted_year_is_locked(client, instansi, indikator, nama, kolom, dasar, status):
    instansi.lkip.update(tahun=TAHUN - 2)
    buat.make_lkip(instansi=instansi, status=status)
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))

    jawaban = kirim(client, instansi, nama, indikator[0], **{kolom: (dasar, "1")})

    assert jawaban.status_code == 403
    assert b"hanya dapat dibaca" in client.get(alamat(instansi, nama)).content


@pytest.mark.parametrize(("nama", "kolom", "dasar"), GRID)
@pytest.mark.parametrize(
    ("peran", "status"), [("verifikator", 403), ("camat", 403), ("evaluator", 404)]
)
def test_who_enters_nothing_is_refused(
    client, instansi, indikator, nama, kolom, dasar, peran, status
):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))
    sebelum = Realisasi.history.count()

    assert client.get(alamat(instansi, nama)).status_code == status
    kiriman = kirim(client, instansi, nama, indikator[0], **{kolom: (dasar, "1")})
    assert kiriman.status_code == status
    assert Realisasi.history.count() == sebelum


@pytest.mark.parametrize(("nama", "kolom", "dasar"), GRID)
def test_stranger_finds_nothing(client, instansi, indikator, nama, kolom, dasar):
    client.force_login(buat.make_pengguna(peran="operator", instansi=buat.make_instansi()))

    assert client.get(alamat(instansi, nama)).status_code == 404
    kiriman = kirim(client, instansi, nama, indikator[0], **{kolom: (dasar, "1")})
    assert kiriman.status_code == 404


@pytest.mark.parametrize("nama", ["realisasi-tw-1", "realisasi-riwayat", "pembanding-nasional"])
def test_queries_do_not_grow_with_rows(client, django_assert_max_num_queries, nama):
    banyak = []
    for jumlah in (1, 3):
        instansi = buat.make_laporan_lengkap(jumlah)
        client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
        with django_assert_max_num_queries(60) as catatan:
            client.get(alamat(instansi, nama))
        banyak.append(len(catatan))

    assert banyak[0] == banyak[1]

"""Exports of SIPD: compared with their own totals, and stored."""

from datetime import date
from decimal import Decimal

import pytest

from anggaran.models import Pagu, Program, RealisasiAnggaran, SubKegiatan
from lkip.bukukerja.galat import BukuSalah
from lkip.isi.anggaran import Tahap
from lkip.sipd.impor import PilihanSipd, impor_sipd
from tests.factories import make_instansi, make_lkip, make_pagu, make_sub_kegiatan
from tests.lkip.buku_uji import buat_buku
from tests.lkip.sipd_uji import (
    SEDERHANA,
    SUB_ALAT,
    SUB_GAJI,
    document,
    documents,
    lra,
    recognise,
)

ANAK = [
    ["7.01.01.2.02", "Kegiatan", 1, 1, 1],
    ["7.01.01.2.02.0001", "Sub kegiatan", 1, 1, 1],
]


@pytest.fixture
def instansi(db):
    return make_instansi(nama="Kecamatan Uji")


def run(instansi, isi, *, simpan=True, setuju=False, tahap=Tahap.MURNI, triwulan=4, skpd=""):
    pilihan = PilihanSipd(tahap=tahap, triwulan=triwulan, skpd=skpd)
    tempat = (instansi, 2024)
    hasil = impor_sipd(*recognise(isi), pilihan, tempat)
    if not simpan:
        return hasil
    return impor_sipd(*recognise(isi), pilihan, tempat, sidik=hasil.sidik, setuju=setuju)


def amounts(model, tempat):
    """What is stored, by the last segment of the code, place and kind."""
    nilai = model.objects.values_list("sub_kegiatan__kode", tempat, "jenis", "jumlah")
    return {(kode[-4:], pada, jenis): jumlah for kode, pada, jenis, jumlah in nilai}


def test_an_lra_is_stored_by_kind_and_level(instansi):
    hasil = run(instansi, lra())

    assert (hasil.galat, hasil.ketidakcocokan, hasil.tersimpan) == ((), (), True)
    assert Program.objects.get().nama == "Program Penunjang"
    assert amounts(Pagu, "tahap") == {
        ("0001", "murni", "operasi"): 1000,
        ("0002", "murni", "operasi"): 2000,
        ("0002", "murni", "modal"): 500,
    }
    assert amounts(RealisasiAnggaran, "triwulan") == {
        ("0001", 4, "operasi"): 900,
        ("0002", 4, "operasi"): 1500,
        ("0002", 4, "modal"): 500,
    }
    assert run(instansi, lra(), simpan=False).perubahan == ()


def test_a_preview_stores_nothing(instansi):
    hasil = run(instansi, lra(), simpan=False)

    assert len(hasil.perubahan) == 10
    assert not Program.objects.exists()


@pytest.mark.parametrize("kode", ["7.01.01.2.02.01", "7.01.01.02.02.0001", " 7.01.01.2.02.0001 "])
def test_codes_in_every_spelling(instansi, kode):
    run(
        instansi,
        lra([None, None, kode, *SUB_GAJI[3:]], program=(1000, 900), total=(1000, 900)),
        setuju=True,
    )

    assert SubKegiatan.objects.get().kode == "7.01.01.2.02.0001"


def test_printed_totals_that_do_not_fit_are_listed_and_need_consent(instansi):
    salah = lra(program=(3000, 2400), total=(3000, 2900))

    hasil = run(instansi, salah)

    assert not hasil.tersimpan
    assert hasil.ketidakcocokan == (
        "Program 7.01.01, pagu murni: tercetak Rp3.000, jumlah rinciannya Rp3.500.",
        "Program 7.01.01, realisasi: tercetak Rp2.400, jumlah rinciannya Rp2.900.",
        "Baris 16 (JUMLAH), pagu murni: tercetak Rp3.000, jumlah rinciannya Rp3.500.",
    )
    assert run(instansi, salah, setuju=True).tersimpan


def test_kinds_that_do_not_give_the_jumlah_of_a_row_are_a_fault(instansi):
    hasil = run(instansi, lra([*SUB_ALAT[:13], "2.600,00", *SUB_ALAT[14:]]), setuju=True)

    (galat,) = hasil.galat
    assert (galat.baris, galat.kolom, galat.nilai) == (13, "Anggaran jumlah", "2600")
    assert not hasil.tersimpan


def test_a_code_twice_is_a_fault(instansi):
    hasil = run(instansi, lra(SUB_GAJI, SUB_GAJI), simpan=False)

    assert [satu.pesan for satu in hasil.galat] == [
        "Kode 7.01.01.2.02.0001 sudah ada pada baris 13."
    ]


def test_zero_in_the_perubahan_removes_the_murni(instansi):
    run(instansi, lra())
    tanpa_modal = [*SUB_ALAT[:7], 0, 0, *SUB_ALAT[9:13], 2000, 1500, 75]

    run(instansi, lra(SUB_GAJI, tanpa_modal), tahap=Tahap.PERUBAHAN, setuju=True)

    perubahan = {k: v for k, v in amounts(Pagu, "tahap").items() if k[1] == "perubahan"}
    assert perubahan == {("0002", "perubahan", "modal"): 0}


def test_realisasi_goes_to_the_chosen_triwulan(instansi):
    run(instansi, lra(), triwulan=2)

    assert {pada for _, pada, _ in amounts(RealisasiAnggaran, "triwulan")} == {2}


def test_documents_are_added_up_net_by_kind(instansi):
    isi = documents(
        document(),
        document(
            **{"Nomor Dokumen": "2", "Nilai Realisasi": "2.500,50", "Nilai Setoran": "500,50"}
        ),
        document(**{"Nomor Dokumen": "3", "Kode Rekening": "5.2.02.05", "Nilai Realisasi": 700}),
    )
    hasil = run(instansi, isi)

    assert hasil.galat == ()
    assert amounts(RealisasiAnggaran, "triwulan") == {
        ("0001", 4, "operasi"): 3000,
        ("0001", 4, "modal"): 700,
    }
    assert not Pagu.objects.exists()


@pytest.mark.parametrize(
    ("kepala", "pesan"),
    [
        ("TAHUN ANGGARAN 2023", "Berkas ini menyebut tahun 2023, bukan 2024."),
        ("SKPD : KECAMATAN LAIN", "Berkas ini menyebut “SKPD : KECAMATAN LAIN”, bukan Kecamatan Uji."),
    ],
)  # fmt: skip
def test_a_table_of_another_year_or_office_is_asked_about(instansi, kepala, pesan):
    isi = buat_buku({"Data": [[kepala], *SEDERHANA, ["7.01.01", "Program", 1, 1, 1], *ANAK]})

    hasil = run(instansi, isi)

    assert (hasil.ketidakcocokan, hasil.tersimpan) == ((pesan,), False)
    assert run(instansi, isi, setuju=True).tersimpan


def test_the_own_year_and_office_in_the_heads_are_no_question(instansi):
    kepala = [["LRA TAHUN ANGGARAN 2024 DAN 2023"], ["SKPD: KECAMATAN UJI"], ["Unit Organisasi: Kecamatan Uji"]]  # fmt: skip
    isi = buat_buku({"Data": [*kepala, *SEDERHANA, ["7.01.01", "Program", 1, 1, 1], *ANAK]})

    assert run(instansi, isi).ketidakcocokan == ()


def test_documents_of_another_year_are_asked_about(instansi):
    isi = documents(
        document(**{"Tanggal Dokumen": "2024-03-01"}),
        document(**{"Tanggal Dokumen": "31/12/2023", "Nomor Dokumen": "2"}),
        document(**{"Tanggal Dokumen": date(2023, 12, 31), "Nomor Dokumen": "3"}),
    )

    hasil = run(instansi, isi)

    assert hasil.ketidakcocokan == ("2 dokumen bertanggal 2023, bukan 2024.",)
    assert not hasil.tersimpan


def test_the_same_document_twice_is_said(instansi):
    hasil = run(instansi, documents(document(), document()))

    assert "sama dengan baris 2" in hasil.ketidakcocokan[0]
    assert not hasil.tersimpan


def test_a_file_of_several_offices_needs_a_choice(instansi):
    isi = documents(
        document(),
        document(**{"Kode Sub SKPD": "X", "Nama Sub SKPD": "Kecamatan Lain", "Nomor Dokumen": "9"}),
    )

    assert "lebih dari satu SKPD" in run(instansi, isi, simpan=False).galat[0].pesan
    lain = run(instansi, isi, skpd="X", setuju=True)
    assert lain.ketidakcocokan == ("Berkas ini menyebut “Kecamatan Lain”, bukan Kecamatan Uji.",)
    assert lain.tersimpan
    assert RealisasiAnggaran.objects.get().jumlah == 1000


@pytest.mark.parametrize(
    ("isi", "kolom"),
    [
        ({"Kode Rekening": "4.1.01"}, "Kode Rekening"),
        ({"Kode Sub Kegiatan": "7.01.01"}, "Kode Sub Kegiatan"),
        ({"Nilai Realisasi": "seribu"}, "Nilai Realisasi"),
    ],
)
def test_rows_of_documents_are_checked(instansi, isi, kolom):
    (galat,) = run(instansi, documents(document(), document(**isi)), simpan=False).galat

    assert (galat.baris, galat.kolom) == (3, kolom)


def sederhana(*baris):
    return buat_buku({"Data": [*SEDERHANA, *[list(satu) for satu in baris]]})


def test_a_simple_table_is_stored(instansi):
    isi = sederhana(
        ["7.01.01", "Program", 300, 350, 200],
        ["7.01.01.2.02", "Kegiatan", 300, 350, 200],
        ["7.01.01.2.02.0001", "Gaji", 300, 350, 200],
        ["Total", None, 300, 350, 200],
    )
    assert run(instansi, isi).tersimpan
    assert amounts(Pagu, "tahap") == {
        ("0001", "murni", "operasi"): 300,
        ("0001", "perubahan", "operasi"): 350,
    }
    assert run(instansi, isi, simpan=False).perubahan == ()


def test_a_sum_is_not_spread_over_kinds(instansi):
    sub = make_sub_kegiatan()
    for jenis in ("operasi", "modal"):
        make_pagu(sub_kegiatan=sub, jenis=jenis, jumlah=Decimal(50))
    pemilik = sub.kegiatan.program.instansi

    sama = run(pemilik, sederhana([sub.kode, "x", 100, 100, None]), simpan=False)
    beda = run(pemilik, sederhana([sub.kode, "x", 120, None, None]), simpan=False)

    assert (sama.perubahan, sama.galat) == ((), ())
    assert "beberapa jenis belanja" in beda.galat[0].pesan


def test_what_the_file_lacks_is_named_and_kept(instansi):
    run(instansi, lra())

    hasil = run(instansi, lra(SUB_GAJI, program=(1000, 900), total=(1000, 900)), simpan=False)

    assert hasil.tanpa_baris == ("7.01.01.2.02.0002",)


def test_a_sub_kegiatan_without_its_kegiatan_is_a_fault(instansi):
    hasil = run(instansi, sederhana(["7.01.01.2.02.0001", "Gaji", 1, 1, 1]), simpan=False)

    assert hasil.galat[0].pesan.startswith("Induknya, 7.01.01.2.02, tidak ada")


def test_a_locked_year_is_refused(instansi):
    make_lkip(instansi=instansi, status="diajukan")

    with pytest.raises(BukuSalah, match="tidak dapat diubah"):
        run(instansi, lra())


def test_facts_that_changed_since_the_preview_stop_it(instansi):
    run(instansi, lra())
    pilihan = PilihanSipd(tahap=Tahap.MURNI, triwulan=4)
    lain = lra([*SUB_GAJI[:5], 1100, 900, 0, 0, 0, 0, 0, 0, 1100, 900, 80], SUB_ALAT, program=(3600, 2900), total=(3600, 2900))  # fmt: skip
    sidik = impor_sipd(*recognise(lain), pilihan, (instansi, 2024)).sidik
    Pagu.objects.filter(sub_kegiatan__kode__endswith="0001").update(jumlah=1050)

    hasil = impor_sipd(*recognise(lain), pilihan, (instansi, 2024), sidik=sidik, setuju=True)

    assert not hasil.tersimpan
    assert amounts(Pagu, "tahap")["0001", "murni", "operasi"] == 1050

"""Grids of Anggaran: pagu, realisasi, outputs and notes on the tree of the budget."""

import json
from decimal import Decimal

import pytest

from anggaran.models import Keluaran, Pagu, Program, RealisasiAnggaran
from tests import factories as buat
from tests.lkip.alamat import alamat_kisi

pytestmark = pytest.mark.django_db
TAHUN = buat.TAHUN


@pytest.fixture
def program(instansi):
    return Program.objects.get(instansi=instansi)


@pytest.fixture
def kegiatan(program):
    return program.kegiatan.get()


@pytest.fixture
def sub(kegiatan):
    return kegiatan.sub_kegiatan.first()


def kirim(client, instansi, nama, baris, **sel):
    """Post cells of one row as kisi.js does: column=(text before, text now)."""
    isi = {kolom: {"dasar": dasar, "teks": teks} for kolom, (dasar, teks) in sel.items()}
    kiriman = json.dumps({"baris": {baris: isi}})
    return client.post(alamat_kisi(instansi, nama), kiriman, content_type="application/json")


def terhitung(jawaban):
    return {(baris, kolom): teks for baris, kolom, teks in jawaban.json()["hasil"]}


def pagu(sub, tahap, jenis):
    return Pagu.objects.get(sub_kegiatan=sub, tahap=tahap, jenis=jenis).jumlah


# pagu


def test_pagu_saves_and_every_sum_follows(operator, instansi, program, kegiatan, sub):
    jawaban = kirim(
        operator, instansi, "pagu", f"subkegiatan{sub.pk}",
        murni_operasi=("10.000.000", "12.500.000"), perubahan_modal=("9.800.000", "Rp1.000.000,50"),
    )  # fmt: skip

    assert pagu(sub, "murni", "operasi") == 12_500_000
    assert pagu(sub, "perubahan", "modal") == Decimal("1000000.50")
    hasil = terhitung(jawaban)
    for baris in (f"program{program.pk}", f"kegiatan{kegiatan.pk}", "jumlah"):
        assert hasil[baris, "murni_operasi"] == "22.500.000"
        assert hasil[baris, "pagu"] == "30.400.000,50"
    assert hasil[f"subkegiatan{sub.pk}", "pagu"] == "10.800.000,50"


def test_zero_pagu_stays_and_empty_pagu_goes(operator, instansi, sub):
    baris = f"subkegiatan{sub.pk}"
    nol = kirim(operator, instansi, "pagu", baris, perubahan_operasi=("9.800.000", "0"))
    kosong = kirim(operator, instansi, "pagu", baris, perubahan_modal=("9.800.000", ""))

    assert pagu(sub, "perubahan", "operasi") == 0
    assert not Pagu.objects.filter(sub_kegiatan=sub, tahap="perubahan", jenis="modal").exists()
    assert terhitung(nol)[baris, "pagu"] == "9.800.000"
    assert terhitung(kosong)[baris, "pagu"] == "10.000.000"


@pytest.mark.parametrize("teks", ["-5", "12.5", "abc", "1,234,567.89"])
def test_what_is_not_money_is_refused(operator, instansi, sub, teks):
    baris = f"subkegiatan{sub.pk}"

    jawaban = kirim(operator, instansi, "pagu", baris, murni_operasi=("10.000.000", teks))

    assert jawaban.status_code == 422
    assert list(jawaban.json()["baris"][baris]["galat"]) == ["murni_operasi"]
    assert pagu(sub, "murni", "operasi") == 10_000_000


def test_sums_cannot_be_entered(operator, instansi, program, kegiatan):
    for baris in (f"program{program.pk}", f"kegiatan{kegiatan.pk}", "jumlah", str(program.pk)):
        jawaban = kirim(operator, instansi, "pagu", baris, murni_operasi=("", "5"))
        assert jawaban.status_code == 403


def test_form_posted_as_it_came_changes_nothing(operator, instansi):
    for nama in ("pagu", "realisasi-anggaran", "keluaran", "catatan-anggaran"):
        halaman = operator.get(alamat_kisi(instansi, nama))
        isian = {f"dasar-{baris.baris.kunci}": baris.dasar for baris in halaman.context["baris"]}
        for baris in halaman.context["baris"]:
            isian |= {sel.nama: sel.teks for sel in baris.sel if sel and not sel.terkunci}
        sebelum = [model.history.count() for model in (Pagu, RealisasiAnggaran, Keluaran, Program)]

        assert operator.post(alamat_kisi(instansi, nama), isian).status_code == 302
        assert sebelum == [
            model.history.count() for model in (Pagu, RealisasiAnggaran, Keluaran, Program)
        ]


def test_kinds_that_are_stored_get_a_column(operator, instansi, sub):
    tanpa = operator.get(alamat_kisi(instansi, "pagu")).context["kisi"]
    buat.make_pagu(sub_kegiatan=sub, jenis="tak_terduga")
    dengan = operator.get(alamat_kisi(instansi, "pagu")).context["kisi"]

    assert tanpa.cari_kolom("murni_tak_terduga") is None
    assert dengan.cari_kolom("murni_tak_terduga") is not None


def test_year_without_perjanjian_has_its_sums(operator, instansi, program, sub):
    instansi.perjanjian.all().delete()

    jawaban = kirim(
        operator, instansi, "pagu", f"subkegiatan{sub.pk}",
        murni_operasi=("10.000.000", "11.000.000"),
    )  # fmt: skip

    assert jawaban.status_code == 200
    assert terhitung(jawaban)[f"program{program.pk}", "murni_operasi"] == "21.000.000"


# realisasi


def test_realisasi_is_cumulative_per_triwulan(operator, instansi, program, sub):
    jawaban = kirim(
        operator, instansi, "realisasi-anggaran", f"subkegiatan{sub.pk}",
        tw4_operasi=("9.200.000", "9.500.000"), tw4_modal=("9.200.000", "9.000.000"),
    )  # fmt: skip

    hasil = terhitung(jawaban)
    assert hasil[f"subkegiatan{sub.pk}", "tw4"] == "18.500.000"
    assert hasil[f"subkegiatan{sub.pk}", "serapan"] == "94,39%"
    assert hasil[f"program{program.pk}", "tw4"] == hasil["jumlah", "tw4"] == "36.900.000"
    assert RealisasiAnggaran.objects.get(
        sub_kegiatan=sub, triwulan=4, jenis="operasi"
    ).jumlah == Decimal(9_500_000)


def test_sums_of_a_program_have_no_cells_to_enter(operator, instansi, program):
    halaman = operator.get(alamat_kisi(instansi, "realisasi-anggaran"))

    baris = halaman.context["baris"][0]
    assert baris.baris.objek == program
    assert all(sel is None or sel.masukan == "keluaran" for sel in baris.sel)


# outputs and notes


def test_output_of_every_level_is_changed_and_added(operator, instansi, program, sub):
    lama = sub.keluaran.get()
    ubah = kirim(operator, instansi, "keluaran", str(lama.pk), realisasi=("4", "3 Dokumen"))
    baru = kirim(
        operator, instansi, "keluaran", f"baruprogram{program.pk}",
        indikator=("", "Indeks kepuasan"), satuan=("", "Indeks"), target=("", "88,31"),
    )  # fmt: skip

    lama.refresh_from_db()
    assert lama.realisasi == 3
    assert terhitung(ubah)[str(lama.pk), "capaian"] == "75%"
    kedua = program.keluaran.get(indikator="Indeks kepuasan")
    assert baru.json()["baris"][f"baruprogram{program.pk}"]["kunci"] == str(kedua.pk)
    assert (kedua.urutan, kedua.target, kedua.realisasi) == (2, Decimal("88.31"), None)


def test_output_without_name_is_refused(operator, instansi, sub):
    jawaban = kirim(operator, instansi, "keluaran", f"barusubkegiatan{sub.pk}", target=("", "4"))

    assert jawaban.status_code == 422
    assert sub.keluaran.count() == 1


def test_output_is_deleted_and_an_empty_row_is_not(operator, instansi, sub):
    satu = sub.keluaran.get()
    hapus = f"{alamat_kisi(instansi, 'keluaran')}hapus/"

    assert operator.post(hapus, {"baris": f"barusubkegiatan{sub.pk}"}).status_code == 403
    assert operator.post(hapus, {"baris": str(satu.pk)}).status_code == 302
    assert not sub.keluaran.exists()


def test_notes_of_rows_with_the_same_key_stay_apart(operator, instansi):
    """Program and sub kegiatan are numbered each for themselves."""
    program = buat.make_program(instansi=instansi, pk=99_999)
    sub = buat.make_sub_kegiatan(kegiatan=buat.make_kegiatan(program=program), pk=99_999)

    kirim(operator, instansi, "catatan-anggaran", f"program{program.pk}", catatan=("", "Program"))

    program.refresh_from_db()
    sub.refresh_from_db()
    assert (program.catatan, sub.catatan.partition(" ")[0]) == ("Program", "Sisa")


# who may


def test_seksi_changes_only_its_own_sub_kegiatan(client, instansi, program, kegiatan):
    milik, lain = kegiatan.sub_kegiatan.all()
    milik.seksi = buat.make_seksi(instansi=instansi)
    milik.save()
    client.force_login(buat.make_pengguna(peran="seksi", instansi=instansi, seksi=milik.seksi))

    kode = [
        kirim(client, instansi, nama, baris, **sel).status_code
        for nama, baris, sel in (
            ("realisasi-anggaran", f"subkegiatan{milik.pk}", {"tw1_operasi": ("2.300.000", "5")}),
            ("realisasi-anggaran", f"subkegiatan{lain.pk}", {"tw1_operasi": ("2.300.000", "5")}),
            ("keluaran", f"barusubkegiatan{lain.pk}", {"indikator": ("", "x")}),
            ("keluaran", f"baruprogram{program.pk}", {"indikator": ("", "x")}),
            ("catatan-anggaran", f"kegiatan{kegiatan.pk}", {"catatan": ("", "x")}),
        )
    ]

    assert kode == [200, 403, 403, 403, 403]
    assert RealisasiAnggaran.objects.filter(jumlah=5).count() == 1


GRID = ["pagu", "realisasi-anggaran", "keluaran", "catatan-anggaran"]
SEL = {
    "pagu": ("murni_operasi", "10.000.000"),
    "realisasi-anggaran": ("tw1_operasi", "2.300.000"),
    "keluaran": ("target", "4"),
    "catatan-anggaran": ("catatan", ""),
}


def kirim_satu(client, instansi, nama, sub):
    kolom, dasar = SEL[nama]
    baris = str(sub.keluaran.get().pk) if nama == "keluaran" else f"subkegiatan{sub.pk}"
    return kirim(client, instansi, nama, baris, **{kolom: (dasar, "7")})


@pytest.mark.parametrize("nama", GRID)
def test_submitted_year_is_locked(client, instansi, sub, nama):
    instansi.lkip.update(tahun=TAHUN - 1)
    buat.make_lkip(instansi=instansi, status="diajukan")
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))

    assert kirim_satu(client, instansi, nama, sub).status_code == 403
    assert b"hanya dapat dibaca" in client.get(alamat_kisi(instansi, nama)).content


@pytest.mark.parametrize("nama", GRID)
@pytest.mark.parametrize(
    ("peran", "status"), [("verifikator", 403), ("camat", 403), ("evaluator", 404)]
)
def test_who_enters_nothing_is_refused(client, instansi, sub, nama, peran, status):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert client.get(alamat_kisi(instansi, nama)).status_code == status
    assert kirim_satu(client, instansi, nama, sub).status_code == status
    assert pagu(sub, "murni", "operasi") == 10_000_000


@pytest.mark.parametrize("nama", GRID)
def test_stranger_finds_nothing(client, instansi, sub, nama):
    client.force_login(buat.make_pengguna(peran="operator", instansi=buat.make_instansi()))

    assert client.get(alamat_kisi(instansi, nama)).status_code == 404
    assert kirim_satu(client, instansi, nama, sub).status_code == 404


@pytest.mark.parametrize("nama", GRID)
def test_queries_do_not_grow_with_rows(client, django_assert_max_num_queries, nama):
    banyak = []
    for jumlah in (1, 3):
        instansi = buat.make_laporan_lengkap(jumlah)
        client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
        with django_assert_max_num_queries(60) as catatan:
            client.get(alamat_kisi(instansi, nama))
        banyak.append(len(catatan))

    assert banyak[0] == banyak[1]

"""A new row of a grid is made once, however often the browser has to ask for it."""

import json

import pytest

from instansi.models import Sarana
from lkip.isian.daftar import susun_kisi
from lkip.isian.permintaan import Permintaan
from lkip.isian.ruang import buka_ruang
from lkip.isian.simpan import Sel, simpan_baris
from lkip.models import KirimanBaris
from tests import factories as buat
from tests.lkip.alamat import alamat_kisi
from tests.lkip.serentak import utas

__all__ = ["utas"]

KUNCI = "0123456789abcdef" * 2
MEJA = {"nama": "Meja rapat", "jumlah": "4", "satuan": "buah"}


def minta(client, instansi, *, kunci=KUNCI, grid="sarana", **sel):
    """Ask for a new row as kisi.js does."""
    baris = {"baru1": {kolom: {"dasar": "", "teks": teks} for kolom, teks in sel.items()}}
    isi = json.dumps({"baris": baris, "kiriman": {"baru1": kunci}})
    jawaban = client.post(alamat_kisi(instansi, grid), isi, content_type="application/json")
    return jawaban.json()["baris"]["baru1"]


def meja():
    return Sarana.objects.filter(nama__startswith="Meja")


def test_same_wish_sent_twice_makes_one_row(operator, instansi):
    pertama = minta(operator, instansi, **MEJA)
    kedua = minta(operator, instansi, **MEJA)

    assert pertama["kunci"] == kedua["kunci"] == str(meja().get().pk)
    assert kedua["tersimpan"] == MEJA
    assert Sarana.history.filter(nama="Meja rapat").count() == 1


def test_what_was_typed_since_goes_into_the_row_that_was_made(operator, instansi):
    minta(operator, instansi, **MEJA)

    jawaban = minta(operator, instansi, **MEJA | {"nama": "Meja tulis", "jumlah_ideal": "6"})

    assert jawaban["bentrok"] == []
    assert meja().values_list("nama", "jumlah", "jumlah_ideal").get() == ("Meja tulis", 4, 6)


def test_what_somebody_else_changed_since_is_a_conflict(operator, instansi):
    minta(operator, instansi, **MEJA)
    satu = meja().get()
    satu.jumlah, satu.versi = 9, 2
    satu.save()

    jawaban = minta(operator, instansi, **MEJA)

    assert [(b["isian"], b["tersimpan"]) for b in jawaban["bentrok"]] == [("4", "9")]
    assert meja().get().jumlah == 9


def test_refused_row_may_be_asked_for_again(operator, instansi):
    salah = minta(operator, instansi, **MEJA | {"jumlah": "empat"})
    benar = minta(operator, instansi, **MEJA)

    assert (salah["kunci"], list(salah["galat"])) == ("", ["jumlah"])
    assert benar["kunci"] == str(meja().get().pk)


def test_row_that_was_deleted_since_comes_back_with_what_was_typed(operator, instansi):
    minta(operator, instansi, **MEJA)
    meja().get().delete()

    minta(operator, instansi, **MEJA)

    assert meja().count() == 1


def test_other_wishes_other_grids_and_other_people_make_rows_of_their_own(operator, instansi):
    minta(operator, instansi, **MEJA)
    minta(operator, instansi, **MEJA | {"nama": "Meja makan"}, kunci="f" * 32)
    desa = minta(operator, instansi, grid="desa", nama="Uji", kelurahan="Tidak")
    operator.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    minta(operator, instansi, **MEJA | {"nama": "Meja tulis"})

    assert meja().count() == 3
    assert desa["tersimpan"]["nama"] == "Uji"


def test_form_posted_twice_makes_one_row(operator, instansi):
    halaman = operator.get(alamat_kisi(instansi, "sarana"))
    isian = {f"s-baru1-{kolom}": teks for kolom, teks in MEJA.items()}
    isian["kiriman"] = halaman.context["kiriman"]

    for _ in range(2):
        assert operator.post(alamat_kisi(instansi, "sarana"), isian).status_code == 302

    assert meja().count() == 1
    assert f'name="kiriman" value="{isian["kiriman"]}"' in halaman.content.decode()


@pytest.mark.parametrize("kunci", ["", "x" * 32, "0" * 31, "0" * 40])
def test_what_is_no_name_of_a_wish_is_not_remembered(operator, instansi, kunci):
    minta(operator, instansi, **MEJA, kunci=kunci)

    assert meja().count() == 1
    assert not KirimanBaris.objects.exists()


@pytest.mark.parametrize("ke", range(3))
def test_wish_sent_four_times_at_once_makes_one_row(utas, ke):
    instansi = buat.make_laporan_lengkap()
    pengguna = buat.make_pengguna(peran="operator", instansi=instansi)
    isian = {kolom: Sel("", teks) for kolom, teks in MEJA.items()}

    def kirim():
        kisi = susun_kisi("sarana", buka_ruang(pengguna, instansi.kode, buat.TAHUN))
        return simpan_baris(kisi, "baru1", isian, Permintaan(pengguna, "/isi/sarana/", KUNCI))

    hasil = utas(*[kirim] * 4)

    assert all(satu.tersimpan == MEJA and satu.beres for satu in hasil)
    assert len({satu.kunci_baru for satu in hasil}) == 1
    assert utas(lambda: list(meja().values_list("pk", flat=True))) == [[int(hasil[0].kunci_baru)]]

"""NR-05: a figure that a text names and that has changed since marks its section."""

import pytest

from lkip.angka_naskah import Angka, angka_laporan, angka_usang, catat_angka
from lkip.bukukerja.ambil import ambil_isi
from lkip.bukukerja.impor import impor_buku
from lkip.bukukerja.tulis import tulis_ekspor
from lkip.laporan import build_laporan
from lkip.models import Narasi
from perjanjian.models import Realisasi
from tests import factories as buat

IKM = "I1: realisasi"


def angka(**teks):
    return {nama: Angka(nama.title(), satu) for nama, satu in teks.items()}


def berubah(kode, catatan, kini):
    return [(satu.lama, satu.kini) for satu in angka_usang(kode, catatan, kini)]


@pytest.mark.parametrize(
    ("kode", "dicatat"),
    [
        ("<p>IKM 84,02.</p>", {"ikm": "84,02"}),
        ("<p>IKM 84,020%</p>", {"ikm": "84,02"}),
        ("<p>pagu Rp4.298.119.422,00</p>", {"pagu": "4.298.119.422"}),
        ("<p>pagu 4298119422</p>", {"pagu": "4.298.119.422"}),
        ("<p>184,02 dan 84,03 dan 4.298.119 dan 84.02</p>", {}),
        ("<p>IKM <strong>84</strong>,02</p>", {}),
        ("<p>sejak tahun 2024</p>", {}),
        ("", {}),
    ],
)
def test_figures_are_found_however_they_are_written(kode, dicatat):
    kini = angka(ikm="84,02", pagu="4.298.119.422", penduduk="2.024")

    assert catat_angka(kode, kini, {}) == dicatat


def test_changed_figure_is_told_with_its_old_and_new_value():
    catatan = {"ikm": "84,02", "hilang": "17", "tetap": "85"}
    kode = "<p>84,02 dari target 85, 17 kali</p>"

    assert berubah(kode, catatan, angka(ikm="85,1", tetap="85")) == [("84,02", "85,1"), ("17", "–")]


def test_figure_that_is_no_longer_in_the_text_marks_nothing():
    assert berubah("<p>Kini 85,1</p>", {"ikm": "84,02"}, angka(ikm="85,1")) == []


def test_one_digit_marks_only_when_nothing_has_it_any_more():
    catatan = {"desa": "6", "indikator": "6"}

    assert berubah("<p>6 desa</p>", catatan, angka(desa="7", indikator="6")) == []
    assert len(berubah("<p>6 desa</p>", catatan, angka(desa="7", indikator="5"))) == 2


def test_mending_a_comma_does_not_make_a_number_right():
    kini = angka(ikm="85,1")
    catatan = catat_angka("<p>IKM, 84,02</p>", kini, {"ikm": "84,02"})

    assert catatan == {"ikm": "84,02"}
    assert catat_angka("<p>IKM 85,1</p>", kini, catatan) == {"ikm": "85,1"}


# on the pages


@pytest.fixture
def indikator(instansi):
    """An indikator whose realisasi of the year is that of the last triwulan."""
    return instansi.renstra.get().tujuan.get().indikator.get()


@pytest.fixture
def naskah(operator, instansi, indikator):
    """A closing section that names a realisasi; the address of its page."""
    tujuan = f"/{instansi.kode}/{buat.TAHUN}/naskah/penutup/"
    operator.post(tujuan, {"isi": f"Hasilnya {teks(instansi, indikator)}.", "versi": ""})
    return tujuan


def teks(instansi, indikator):
    return angka_laporan(build_laporan(instansi, buat.TAHUN))[f"{indikator.kode}: realisasi"].teks


def ubah_realisasi(indikator):
    Realisasi.objects.filter(indikator=indikator, tahun=buat.TAHUN).update(nilai="61.27")


def halaman(client, instansi, bagian):
    return client.get(f"/{instansi.kode}/{buat.TAHUN}/{bagian}").content.decode()


def test_nr_05_changed_figure_marks_list_section_and_checklist(
    operator, instansi, indikator, naskah
):
    lama = teks(instansi, indikator)
    for bagian in ("naskah/", "naskah/penutup/", ""):
        assert "ngka berubah" not in halaman(operator, instansi, bagian)

    ubah_realisasi(indikator)

    kini = teks(instansi, indikator)
    assert "Angka berubah sejak ditulis" in halaman(operator, instansi, "naskah/")
    isi = halaman(operator, instansi, "naskah/penutup/")
    assert f"dahulu </span>{lama}</del>" in isi
    assert f"sekarang </span>{kini}</ins>" in isi
    assert "angka berubah sejak ditulis" in halaman(operator, instansi, "")


def test_sudah_sesuai_takes_the_mark_away_and_keeps_the_text(operator, instansi, indikator, naskah):
    ubah_realisasi(indikator)
    sebelum = Narasi.objects.get(bagian="penutup")

    operator.post(naskah, {"sesuai": "1"})

    assert "Angka berubah" not in halaman(operator, instansi, "naskah/")
    kini = Narasi.objects.get(bagian="penutup")
    assert (kini.isi, kini.versi) == (sebelum.isi, sebelum.versi)


def test_text_with_the_new_figure_is_right_again(operator, instansi, indikator, naskah):
    ubah_realisasi(indikator)
    skrip = {"headers": {"Accept": "application/json"}}

    lain = {"isi": f"Hasil: {teks_lama(naskah)}.", "versi": "1"}
    assert operator.post(naskah, lain, **skrip).json()["keadaan"] == ["angka"]
    baru = {"isi": f"Hasil: {teks(instansi, indikator)}.", "versi": "2"}
    assert operator.post(naskah, baru, **skrip).json()["keadaan"] == []


def teks_lama(naskah):
    (lama,) = {*Narasi.objects.get(bagian="penutup").angka.values()}
    return lama


def test_restored_version_brings_its_old_figures_with_it(operator, instansi, indikator, naskah):
    ubah_realisasi(indikator)
    operator.post(naskah, {"isi": "Tanpa angka.", "versi": "1"})
    assert "Angka berubah" not in halaman(operator, instansi, "naskah/")
    lama = Narasi.objects.get(bagian="penutup").history.earliest()

    operator.post(f"{naskah}pulihkan/", {"versi": lama.history_id})

    assert "Angka berubah" in halaman(operator, instansi, "naskah/")


def test_text_from_a_workbook_is_marked_like_one_that_was_typed(
    operator, instansi, indikator, naskah
):
    Narasi.objects.filter(bagian="penutup").update(angka={})
    buku = tulis_ekspor(ambil_isi(instansi, buat.TAHUN), buat.TAHUN)
    assert impor_buku(buku, simpan=True).galat == ()
    assert Narasi.objects.get(bagian="penutup").angka

    ubah_realisasi(indikator)

    assert "Angka berubah" in halaman(operator, instansi, "naskah/")


def test_every_figure_of_a_full_report_has_a_name_of_its_own(instansi):
    angka = angka_laporan(build_laporan(instansi, buat.TAHUN))

    assert len({satu.label for satu in angka.values()}) > len(angka) * 0.8
    assert all(satu.label and satu.teks for satu in angka.values())
    assert {"Jumlah penduduk", "anggaran: pagu"} <= angka.keys()

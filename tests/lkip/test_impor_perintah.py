"""The commands that import, export and write the template."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from lkip.bukukerja.impor import impor_buku
from lkip.models import LKIP
from tests.lkip.buku_uji import (
    buku_kantor,
    buku_kecil,
    ekspor,
    ubah_sel,
)


@pytest.fixture
def instansi(db):
    """A small office, made from a workbook alone."""
    return impor_buku(buku_kecil(), simpan=True).instansi


def run(*args):
    keluaran = StringIO()
    call_command(*args, stdout=keluaran)
    return keluaran.getvalue()


@pytest.fixture
def buku(tmp_path):
    berkas = tmp_path / "buku.xlsx"
    berkas.write_bytes(buku_kecil())
    return berkas


def test_the_commands_go_from_workbook_to_workbook(db, buku, tmp_path):
    keluar = tmp_path / "keluar.xlsx"

    assert "akan diubah" in run("impor", str(buku), "--periksa")
    assert not LKIP.objects.exists()
    assert "disimpan" in run("impor", str(buku))
    run(
        "ekspor", "--instansi", "35.10.01", "--tahun", "2024", "--format", "xlsx", "-o", str(keluar)
    )
    assert run("impor", str(keluar)) == "Tidak ada yang berubah.\n"


def test_periksa_lists_old_and_new(instansi, tmp_path):
    berkas = tmp_path / "buku.xlsx"
    berkas.write_bytes(ubah_sel(ekspor(instansi), ("Realisasi", "I1", "2024", 90)))

    assert run("impor", str(berkas), "--periksa") == (
        "Realisasi I1, 2024: 84,02 → 90\nKecamatan Uji 2024: 1 isian akan diubah.\n"
    )


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"bukan", "Berkas ini bukan buku kerja Excel"),
        (
            buku_kantor(Tahun="x", Nama=None),
            "Lembar Instansi, baris 3, kolom Nilai: Nama: Harus diisi.\nLembar Instansi, baris 14, ",
        ),
        (None, "tidak dapat dibaca."),
    ],
)
def test_a_wrong_file_ends_with_exit_2_and_a_line_per_fault(db, tmp_path, isi, pesan):
    berkas = tmp_path / "buku.xlsx"
    if isi:
        berkas.write_bytes(isi)

    with pytest.raises(CommandError) as caught:
        run("impor", str(berkas))

    assert caught.value.returncode == 2
    assert pesan in str(caught.value)


@pytest.mark.parametrize("periode", ["2025", "2029-2025", "2000-2100"])
def test_a_template_needs_a_sensible_period(tmp_path, periode):
    with pytest.raises(CommandError, match="Tulis seperti 2025-2029"):
        run("templat", "-o", str(tmp_path / "t.xlsx"), "--periode", periode)


@pytest.mark.parametrize(
    ("modul", "perintah"),
    [
        ("impor.impor_buku", ("impor", "BUKU")),
        ("ekspor.baca_instansi", ("ekspor", "--instansi=1", "--tahun=2024", "--format=xlsx", "-o-")),
    ],
)  # fmt: skip
def test_a_database_that_is_not_set_up_is_one_line(buku, monkeypatch, modul, perintah):
    def fail(*args, **kwargs):
        raise OperationalError("no such table")

    monkeypatch.setattr(f"lkip.management.commands.{modul}", fail)

    with pytest.raises(CommandError, match=r"jalankan manage\.py migrate\.$") as caught:
        run(*(str(buku) if satu == "BUKU" else satu for satu in perintah))

    assert caught.value.returncode == 2

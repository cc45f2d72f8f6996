"""Narratives saved while typing: versions, conflicts, and what the script is told."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from lkip.models import Narasi
from lkip.naskah_versi import pilih_versi
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def operator(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    return client


def alamat(instansi, *bagian):
    return "/" + "/".join([instansi.kode, str(buat.TAHUN), *map(str, bagian)]) + "/"


def test_version_is_shown_against_the_text_of_today(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    operator.post(tujuan, {"isi": "IKM sebesar 84,02 naik.", "versi": ""})
    operator.post(tujuan, {"isi": "IKM sebesar 85,10 naik.", "versi": "1"})
    lama = Narasi.objects.get(bagian="penutup").history.earliest()

    isi = operator.get(tujuan, {"versi": lama.history_id}).content.decode()

    assert '<del><span class="visually-hidden">dihapus: </span>84,02 </del>' in isi
    assert '<ins><span class="visually-hidden">ditambah: </span>85,10 </ins>' in isi
    assert f'name="versi" value="{lama.history_id}"' in isi
    for nomor in ("x", "0", "999999"):
        assert "dibandingkan" not in operator.get(tujuan, {"versi": nomor}).content.decode()


def test_saving_while_typing_makes_one_line_in_the_list(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    for nomor, isi in enumerate(["a", "ab", "abc"]):
        ketik(operator, tujuan, isi, nomor or "")
    operator.post(tujuan, {"isi": "abcd", "versi": "3"})
    ketik(operator, tujuan, "abcde", 4)

    assert [satu.versi for satu in operator.get(tujuan).context["versi"]] == [4]
    assert Narasi.objects.get(bagian="penutup").history.count() == 5


def test_old_or_foreign_automatic_versions_stay_in_the_list():
    andi, siti = 1, 2
    riwayat = [
        versi(0, andi),
        versi(1, andi),
        versi(1, siti),
        versi(2, siti),
        versi(6, siti),
        versi(7, siti, alasan=None),
    ]

    assert pilih_versi(riwayat) == [riwayat[2], riwayat[4], riwayat[5]]
    assert pilih_versi([]) == []


def versi(menit, oleh, alasan="otomatis"):
    """A history record of so many minutes ago."""
    pada = buat.SAAT - timedelta(minutes=menit)
    return SimpleNamespace(history_date=pada, history_user_id=oleh, history_change_reason=alasan)


# autosave


def ketik(client, tujuan, isi, versi):
    """Save as naskah.js does while somebody types."""
    kiriman = {"isi": isi, "versi": versi, "otomatis": "1"}
    return client.post(tujuan, kiriman, headers={"Accept": "application/json"})


def test_script_that_saves_is_told_the_new_version(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")

    jawaban = ketik(operator, tujuan, "<p>Satu</p>", "")

    assert (jawaban.status_code, jawaban.json()["versi"]) == (200, 1)
    assert jawaban.json()["pada"].endswith(" WIB")
    assert ketik(operator, tujuan, "<p>Dua</p>", 1).json()["versi"] == 2
    assert Narasi.objects.get(bagian="penutup").isi == "<p>Dua</p>"


def test_text_whose_answer_was_lost_may_be_sent_again(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")

    for _ in range(2):
        assert ketik(operator, tujuan, "<p>Satu</p>", "").json()["versi"] == 1

    assert Narasi.objects.get(bagian="penutup").history.count() == 1


def test_script_in_conflict_is_told_both_texts_and_who(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    ketik(operator, tujuan, "<p>Naskah awal</p>", "")
    ketik(operator, tujuan, "<p>Naskah Siti</p>", 1)

    jawaban = ketik(operator, tujuan, "<p>Naskah Andi</p>", 1)

    isi = jawaban.json()
    assert (jawaban.status_code, isi["versi"], isi["isi"]) == (409, 2, "<p>Naskah Siti</p>")
    assert isi["baris"] == "Naskah Siti"
    assert "Siti</del>" in isi["panel"]
    assert "Andi</ins>" in isi["panel"]
    assert (
        f"oleh {Narasi.objects.get(bagian='penutup').history.latest().history_user}" in isi["panel"]
    )
    assert ketik(operator, tujuan, "<p>Naskah Andi</p>", 2).status_code == 200


def test_two_first_texts_are_a_conflict(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    dibuka = operator.get(tujuan).context["formulir"]["versi"].value() or ""
    ketik(operator, tujuan, "<p>Siti</p>", dibuka)

    assert ketik(operator, tujuan, "<p>Andi</p>", dibuka).status_code == 409
    assert Narasi.objects.get(bagian="penutup").isi == "<p>Siti</p>"


def test_script_is_told_what_is_wrong(operator, instansi):
    jawaban = ketik(operator, alamat(instansi, "naskah", "penutup"), "a" * 30_001, "")

    assert jawaban.status_code == 422
    assert "paling panjang 30.000" in jawaban.json()["galat"]


def test_only_saving_on_purpose_confirms_a_copied_text(operator, instansi):
    narasi = instansi.lkip.get().narasi.get()
    Narasi.objects.filter(pk=narasi.pk).update(perlu_dikonfirmasi=True)
    tujuan = alamat(instansi, "naskah", narasi.bagian)

    assert ketik(operator, tujuan, "<p>Baru</p>", 1).json()["keadaan"] == ["konfirmasi"]
    jawaban = operator.post(
        tujuan, {"isi": "<p>Baru</p>", "versi": "2"}, headers={"Accept": "application/json"}
    )

    assert jawaban.json()["keadaan"] == []
    narasi.refresh_from_db()
    assert not narasi.perlu_dikonfirmasi

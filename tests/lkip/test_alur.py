"""The way of an LKIP and of a perjanjian from draft to signature."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from lkip.alur import (
    ATURAN,
    SudahBerubah,
    alasan_menolak,
    ambil_langkah,
    langkah_terbuka,
    punya_verifikator,
)
from lkip.models import LKIP, Langkah
from perjanjian.models import PerjanjianKinerja
from tests.factories import (
    LANGKAH,
    NIP,
    TAHUN,
    make_instansi,
    make_kepala_daerah,
    make_langkah,
    make_lkip,
    make_pejabat,
    make_pengguna,
    make_perjanjian,
    sign,
)
from tests.serentak import run_together

pytestmark = pytest.mark.django_db
STATUS = list(LANGKAH)
PEMEGANG = {  # who may take which step, where the office has a verifikator
    "draf": {("ajukan", "operator")},
    "dikembalikan": {("ajukan", "operator")},
    "diajukan": {
        ("verifikasi", "verifikator"),
        ("kembalikan", "verifikator"),
        ("kembalikan", "camat"),
    },
    "diverifikasi": {("kembalikan", "camat"), ("sahkan", "camat")},
    "disahkan": {("buka_kembali", "camat"), ("buka_kembali", "admin")},
}
PERAN = ["operator", "seksi", "verifikator", "camat", "evaluator", "admin"]


def take(lkip, jenis, **isian):
    return ambil_langkah(lkip, jenis, **({"oleh": make_pengguna(), "jabatan": "Camat"} | isian))


@pytest.mark.parametrize("status", STATUS)
def test_each_state_is_in_the_hands_of_few(status):
    lkip, pengguna = make_lkip(status=status), make_pengguna()

    found = {
        (jenis, peran)
        for peran in PERAN
        for jenis in langkah_terbuka(lkip, pengguna, [peran], ada_verifikator=True)
    }

    assert found == PEMEGANG[status]


def test_office_without_verifikator_goes_straight_to_the_camat():
    lkip = make_lkip(status="diajukan")
    camat = make_pengguna(peran="camat", instansi=lkip.instansi)

    assert not punya_verifikator(lkip.instansi)
    assert langkah_terbuka(lkip, camat, ["camat"], ada_verifikator=False) == (
        "kembalikan",
        "sahkan",
    )


def test_office_has_a_verifikator_only_while_the_account_is_active():
    instansi = make_instansi()
    verifikator = make_pengguna(peran="verifikator", instansi=instansi)
    assert punya_verifikator(instansi)

    verifikator.is_active = False
    verifikator.save()

    assert not punya_verifikator(instansi)


@pytest.mark.parametrize("jenis", ["verifikasi", "sahkan"])
def test_nobody_approves_what_they_submitted(jenis):
    lkip = make_lkip(status="diajukan" if jenis == "verifikasi" else "diverifikasi")
    semua = frozenset(PERAN)

    alasan = alasan_menolak(lkip, jenis, lkip.diajukan_oleh, semua, ada_verifikator=True)

    assert alasan == "Yang mengajukan tidak dapat memverifikasi atau mengesahkan."


def test_database_refuses_an_approval_by_the_submitter():
    lkip = make_lkip(status="diverifikasi")

    with pytest.raises(IntegrityError, match="lkip_pengesah_bukan_pengaju"), transaction.atomic():
        take(lkip, "sahkan", oleh=lkip.diajukan_oleh)

    assert LKIP.objects.get().status == "diverifikasi"
    assert not Langkah.objects.exists()


def test_whole_way_is_written_down_in_order():
    lkip, orang = make_lkip(), [make_pengguna() for _ in range(4)]
    before = timezone.now()

    take(lkip, "ajukan", oleh=orang[0], jabatan="Operator")
    take(lkip, "kembalikan", oleh=orang[1], alasan="Lengkapi analisis", bagian=["bab-3"])
    take(lkip, "ajukan", oleh=orang[0], temuan={"peringatan": 2})
    take(lkip, "verifikasi", oleh=orang[1])
    take(lkip, "sahkan", oleh=orang[2])
    take(lkip, "buka_kembali", oleh=orang[3], alasan="Salah lampiran")

    jejak = [(satu.jenis, satu.dari, satu.ke, satu.oleh) for satu in lkip.langkah.order_by("id")]
    assert jejak == [
        ("ajukan", "draf", "diajukan", orang[0]),
        ("kembalikan", "diajukan", "dikembalikan", orang[1]),
        ("ajukan", "dikembalikan", "diajukan", orang[0]),
        ("verifikasi", "diajukan", "diverifikasi", orang[1]),
        ("sahkan", "diverifikasi", "disahkan", orang[2]),
        ("buka_kembali", "disahkan", "draf", orang[3]),
    ]
    kembali = lkip.langkah.get(jenis="kembalikan")
    assert (kembali.alasan, kembali.bagian) == ("Lengkapi analisis", ["bab-3"])
    assert before <= kembali.pada <= timezone.now()
    assert lkip.langkah.first().temuan == {}
    assert (lkip.status, lkip.perbaikan_ke, lkip.versi) == ("draf", 1, 7)
    lkip.full_clean()


@pytest.mark.parametrize("status", STATUS)
@pytest.mark.parametrize("jenis", list(ATURAN))
def test_step_from_another_state_changes_nothing(status, jenis):
    lkip = make_lkip(status=status)
    if status in ATURAN[jenis].dari:
        return
    with pytest.raises(SudahBerubah, match="sekarang"):
        take(lkip, jenis, alasan="Alasan yang cukup")

    assert LKIP.objects.get().versi == 1
    assert not Langkah.objects.exists()


def test_page_that_shows_an_earlier_submission_approves_nothing():
    lkip = make_lkip(status="diverifikasi")
    lama = LKIP.objects.get()
    take(lkip, "kembalikan", alasan="Lengkapi analisis")
    take(lkip, "ajukan")
    take(lkip, "verifikasi")

    with pytest.raises(SudahBerubah):
        take(lama, "sahkan")

    assert LKIP.objects.get().status == "diverifikasi"


@pytest.mark.parametrize("alasan", ["", "terlalu", " " * 12])
@pytest.mark.parametrize(
    ("jenis", "status"), [("kembalikan", "diajukan"), ("buka_kembali", "disahkan")]
)
def test_step_back_needs_a_reason(jenis, status, alasan):
    with pytest.raises(ValueError, match="reason"):
        take(make_lkip(status=status), jenis, alasan=alasan)


def test_step_is_a_row_of_the_history():
    lkip, oleh = make_lkip(), make_pengguna()

    take(lkip, "ajukan", oleh=oleh)

    terakhir = lkip.history.first()
    assert (terakhir.status, terakhir.history_user) == ("diajukan", oleh)


def test_steps_are_neither_changed_nor_deleted():
    satu = make_langkah()

    for ubah in (satu.save, satu.delete, Langkah.objects.all().delete):
        with pytest.raises(Langkah.Tetap):
            ubah()
    with pytest.raises(Langkah.Tetap):
        Langkah.objects.update(alasan="lain")


def test_perjanjian_freezes_its_parties_and_stays_as_it_is():
    perjanjian = make_perjanjian()
    instansi = perjanjian.instansi
    camat = make_pejabat(instansi=instansi, sifat="plt")
    sign(perjanjian, pihak=(camat, make_kepala_daerah(pemda=instansi.pemda)))

    camat.nama, camat.selesai = "Orang Lain", date(2024, 6, 30)
    camat.save()

    baru = PerjanjianKinerja.objects.get()
    assert (baru.pihak_pertama_nama, baru.pihak_pertama_jabatan, baru.pihak_pertama_nip) == (
        "Budi Contoh, S.Sos.",
        "Plt. Camat",
        NIP,
    )
    assert baru.pihak_kedua_nama == "Contoh Bupati"
    assert baru.is_locked
    assert langkah_terbuka(baru, make_pengguna(), PERAN, ada_verifikator=False) == ()


def test_perjanjian_without_a_date_cannot_be_signed():
    perjanjian = make_perjanjian(status="diverifikasi", tanggal=None)
    pihak = make_pejabat(instansi=perjanjian.instansi)

    with pytest.raises(IntegrityError, match="perjanjian_pengesahan"), transaction.atomic():
        take(perjanjian, "sahkan", kolom=perjanjian.bekukan_pihak(pihak, pihak))

    assert PerjanjianKinerja.objects.get().status == "diverifikasi"


@pytest.mark.django_db(transaction=True)
def test_of_a_hundred_racing_steps_exactly_one_wins(tmp_path, monkeypatch):
    lkip, camat = make_lkip(status="diverifikasi"), make_pengguna()

    def race(nomor):
        satu = LKIP(pk=lkip.pk, instansi=lkip.instansi, tahun=TAHUN, status="diverifikasi")
        jenis = "sahkan" if nomor % 2 else "kembalikan"
        try:
            ambil_langkah(satu, jenis, oleh=camat, jabatan="Camat", alasan="Lengkapi analisis")
        except SudahBerubah:
            return None
        return jenis

    def race_ten():
        menang = [race(nomor) for nomor in range(10)]
        return menang, list(LKIP.objects.values_list("status", "langkah__jenis"))

    hasil = run_together([race_ten] * 10, folder=tmp_path, monkeypatch=monkeypatch)

    [menang] = [satu for semua, _ in hasil for satu in semua if satu]
    assert {keadaan for _, baris in hasil for keadaan in baris} == {(ATURAN[menang].ke, menang)}

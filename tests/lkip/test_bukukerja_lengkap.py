"""The workbook carries every fact that staff enter, so that an office can be set up from it alone."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, models, transaction

from anggaran.models import Pagu, RealisasiAnggaran
from instansi.models import Instansi
from lkip.bukukerja.ambil import ambil_isi
from lkip.bukukerja.impor import impor_buku
from lkip.bukukerja.tulis import tulis_ekspor
from perjanjian.models import Realisasi, RencanaAksi
from renstra.models import Indikator
from tests.factories import TAHUN, make_laporan_lengkap, make_seksi, make_uraian_tugas
from tests.lkip.test_bukukerja import empty_database
from tests.lkip.test_semua_bidang import LANGKAH_LKIP, LANGKAH_PK, MODEL, perlu_isian

BERKAS = "a file, uploaded on its page"
LANGKAH = "set by a step of the workflow, by a person and at a time"
AKUN = "accounts and roles are given by an admin, never by a file"
SISTEM = "kept by the system"
KUNCI = "the key of its row; both kinds exist, so neither can become the other"
TIDAK_DIBAWA = {
    "Pengguna": {"*": AKUN},
    "Keanggotaan": {"*": AKUN},
    "KirimanBaris": {"*": SISTEM},
    "HalamanDibuka": {"*": SISTEM},
    "UsulanNaskah": {"*": "a proposal is of the text that it conflicts with"},
    "Pengecualian": {"*": LANGKAH},
    "Pengesahan": {"*": LANGKAH},
    "Foto": {"*": BERKAS},
    "Pemda": {"lambang": BERKAS},
    "Lampiran": {"berkas": BERKAS},
    "Bukti": {"berkas": BERKAS},
    "PerjanjianKinerja": {"jenis": KUNCI} | dict.fromkeys(LANGKAH_PK, LANGKAH),
    "LKIP": dict.fromkeys(LANGKAH_LKIP, LANGKAH),
    "Langkah": {"*": LANGKAH},
    "Komentar": {"*": LANGKAH},
    "BerkasBertandaTangan": {"*": LANGKAH},
    "Pemberitahuan": {"*": SISTEM},
    "Sesi": {"*": SISTEM},
    "Pekerjaan": {"*": SISTEM},
}
TARGET = {
    "huruf": {"huruf": "BB", "nilai": None},
    "tidak_ditargetkan": {"tidak_ditargetkan": True, "nilai": None},
}
# Changes that the database accepts, where the field alone would break a constraint.
GANTI = {
    "Pemda": {"kode": {"kode": "98.97"}},
    "Pejabat": {
        "nip": {"nip": "197001011990012002"},
        "peran": {"peran": "kepala_daerah", "instansi": None, "seksi": None},
        "instansi": {"peran": "kepala_daerah", "instansi": None, "seksi": None},
    },
    "Pembanding": {"alasan": {"nilai": None, "alasan": "Tidak ada data"}},
    "Realisasi": {
        "huruf": {"huruf": "BB", "nilai": None},
        "tidak_ada_kejadian": {"tidak_ada_kejadian": True, "nilai": None},
        "pembilang": {"nilai": None, "pembilang": Decimal(7), "penyebut": Decimal(9)},
        "penyebut": {"nilai": None, "pembilang": Decimal(7), "penyebut": Decimal(9)},
    },
    **dict.fromkeys(("TargetRenstra", "TargetPK", "TargetRKT", "RencanaAksi"), TARGET),
}
# Of these a record has exactly one.
INDUK = {
    "Indikator": ("tujuan", "sasaran"),
    "ButirAnalisis": ("tujuan", "sasaran"),
    "Keluaran": ("program", "kegiatan", "sub_kegiatan"),
    "Bukti": ("realisasi", "sub_kegiatan"),
}
# What cannot change alone: other records follow it.
TERIKAT = {"kode", "porsi", "rasio", "triwulan", "peran", "seksi", "instansi", "pendidikan"}


def dibawa(model):
    """The fields of entry that a workbook has to carry."""
    tidak = TIDAK_DIBAWA.get(model.__name__, {})
    if "*" in tidak:
        return []
    semua = (*model._meta.fields, *model._meta.many_to_many)
    return [satu for satu in semua if perlu_isian(satu) and satu.name not in tidak]


def nilai_lain(bidang, objek):
    """Other values for this field, of which the database may refuse some."""
    lama = getattr(objek, bidang.attname)
    if bidang.is_relation:
        lain = bidang.related_model.objects.exclude(pk__in=[lama or 0])
        return [*lain, *([None] if lama else [])]
    if bidang.choices:
        return [nilai for nilai, _ in bidang.choices if nilai != lama]
    if isinstance(bidang, models.BooleanField):
        return [not lama]
    if isinstance(bidang, models.DateField):
        return [(lama or date(2024, 5, 5)) + timedelta(days=1)]
    if isinstance(bidang, models.DecimalField):
        return [(lama or 0) + 1, (lama or 0) - 1]
    if isinstance(bidang, models.IntegerField):
        return [(lama or 2022) + 1, (lama or 2022) - 1]
    if isinstance(bidang, models.EmailField):
        return ["kantor@example.org"]
    if isinstance(bidang, models.URLField):
        return ["https://example.org/lain"]
    return [f"{lama}x", f"{lama[:-1]}7"]


def perubahan(bidang, objek):
    """Sets of fields to change for this one."""
    model = type(objek).__name__
    if khusus := GANTI.get(model, {}).get(bidang.name):
        return [khusus]
    semua = [{bidang.name: nilai} for nilai in nilai_lain(bidang, objek)]
    if bidang.name not in INDUK.get(model, ()):
        return semua
    return [dict.fromkeys(INDUK[model]) | satu for satu in semua if satu[bidang.name]]


def ubah(bidang, objek):
    """Change the field of a record in the database. Returns whether that was possible."""
    if bidang.many_to_many:
        getattr(objek, bidang.name).clear()
        return True
    for isi in perubahan(bidang, objek):
        try:
            with transaction.atomic():
                type(objek).objects.filter(pk=objek.pk).update(**isi)
        except IntegrityError:
            continue
        return True
    return False


def ikut_berubah(bidang, objek, instansi, sebelum):
    """Whether the export of the office shows a change of this field; None if none was possible."""
    with transaction.atomic():
        hasil = None
        if ubah(bidang, objek):
            sesudah = ambil_isi(Instansi.objects.select_related("pemda").get(), TAHUN)
            hasil = sesudah != sebelum
        transaction.set_rollback(True)
    return hasil


def rekam(model):
    """The records whose fields are changed, those first that use most of them."""
    daftar = model.objects.order_by("-rasio" if model is Indikator else "pk")
    if model is not Realisasi:
        return [list(daftar)]
    return [list(daftar.filter(triwulan=0)), list(daftar.filter(triwulan=2))]


@pytest.fixture
def instansi(db):
    """An office with every kind of record, and room for each to change."""
    instansi = make_laporan_lengkap()
    make_seksi(instansi=instansi)
    make_uraian_tugas(instansi=instansi, jenis="tugas")
    Pagu.objects.filter(tahap="perubahan", jenis="modal").delete()
    for model in (RealisasiAnggaran, RencanaAksi):
        model.objects.filter(triwulan=3).delete()
    return Instansi.objects.select_related("pemda").get()


def test_every_field_of_entry_is_carried(instansi):
    sebelum = ambil_isi(instansi, TAHUN)

    hilang = []
    for model in MODEL:
        for bidang in dibawa(model):
            for daftar in rekam(model):
                hasil = (ikut_berubah(bidang, satu, instansi, sebelum) for satu in daftar)
                if not next((satu for satu in hasil if satu is not None), None):
                    hilang.append(f"{model.__name__}.{bidang.name}")

    assert hilang == []


def test_every_changed_field_comes_back(instansi):
    for model in MODEL:
        for bidang in dibawa(model):
            biasa = bidang.name not in GANTI.get(model.__name__, ()) and bidang.name not in TERIKAT
            if biasa and bidang.name not in INDUK.get(model.__name__, ()):
                assert any(ubah(bidang, satu) for satu in rekam(model)[-1]), bidang
    instansi = Instansi.objects.select_related("pemda").get()
    sebelum = ambil_isi(instansi, TAHUN)
    buku = tulis_ekspor(sebelum, TAHUN)
    empty_database(instansi)

    hasil = impor_buku(buku, simpan=True)

    assert hasil.galat == ()
    assert ambil_isi(hasil.instansi, TAHUN) == sebelum


def test_no_exemption_outlives_its_field():
    bidang = {satu.__name__: {b.name for b in satu._meta.get_fields()} for satu in MODEL}

    for model, alasan in TIDAK_DIBAWA.items():
        assert set(alasan) - {"*"} <= bidang[model], model

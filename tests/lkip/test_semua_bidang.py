"""Every field that staff know something for can be entered in the browser."""

import importlib
import pkgutil

import pytest
from django import forms
from django.apps import apps

import lkip.forms
from instansi.alur import DokumenBeralur
from lkip.isian.daftar import KISI, susun_kisi
from lkip.isian.ruang import buka_ruang
from lkip.isian.target import ISI_TARGET, KolomTarget
from lkip.models import ButirAnalisis
from renstra.models import Indikator
from tests import factories as buat
from tests.semua_model import APPS

DARI_ALAMAT = "the page stands for it"
DARI_LANGKAH = "set by a step of the workflow, never typed"
DARI_SISTEM = "kept by the system"
# Plain forms, which name no model.
FORMULIR_BIASA = {
    "Pengguna": {"nama", "username", "email", "password", "is_active"},
    "Keanggotaan": {"*"},
}
# What the workflow sets.
ALUR = tuple(satu.name for satu in DokumenBeralur._meta.fields)
LANGKAH_PK = (
    *ALUR,
    "pihak_pertama_nama",
    "pihak_pertama_jabatan",
    "pihak_pertama_nip",
    "pihak_pertama_pangkat",
    "pihak_kedua_nama",
    "pihak_kedua_jabatan",
)
LANGKAH_LKIP = (*ALUR, "perbaikan_ke")
TIDAK_DIISI = {
    "Pejabat": {"peran": "follows from the unit", "pemda": DARI_ALAMAT, "instansi": DARI_ALAMAT},
    "Pengguna": {
        "last_login": DARI_SISTEM,
        "date_joined": DARI_SISTEM,
        "is_superuser": "the installation's first user",
        "is_staff": "there is no Django admin",
        "first_name": "nama holds the whole name",
        "last_name": "nama holds the whole name",
        "groups": "roles stand in Keanggotaan",
        "user_permissions": "roles stand in Keanggotaan",
    },
    "Renstra": {"perubahan_ke": DARI_SISTEM, "berlaku_mulai": DARI_ALAMAT},
    "Keluaran": {
        "program": DARI_ALAMAT,
        "kegiatan": DARI_ALAMAT,
        "sub_kegiatan": DARI_ALAMAT,
    },
    "Bukti": {"realisasi": DARI_ALAMAT, "sub_kegiatan": DARI_ALAMAT},
    "ButirAnalisis": {"tujuan": DARI_ALAMAT, "sasaran": DARI_ALAMAT},
    "PerjanjianKinerja": {
        "jenis": DARI_ALAMAT,
        "renstra": "the plan in force",
        **dict.fromkeys(LANGKAH_PK, DARI_LANGKAH),
    },
    "Narasi": {"bagian": DARI_ALAMAT, "perlu_dikonfirmasi": "saving confirms"},
    "LKIP": dict.fromkeys(LANGKAH_LKIP, DARI_LANGKAH),
    "Pengecualian": {"*": DARI_LANGKAH},
    "Pengesahan": {"*": DARI_LANGKAH},
    "HalamanDibuka": {"*": DARI_SISTEM},
    "BerkasBertandaTangan": {"*": DARI_LANGKAH},
    "Langkah": {"*": DARI_LANGKAH},
    "Komentar": {"*": "a plain form of the review"},
    "Pemberitahuan": {"*": DARI_SISTEM},
    "KirimanBaris": {"*": DARI_SISTEM},
    "UsulanNaskah": {"isi": "what is typed as Narasi.isi"},
    "Sesi": {"*": DARI_SISTEM},
    "Pekerjaan": {"*": DARI_SISTEM},
    "KelasPredikat": {"*": "the scale is one set of forms on the page of the profile"},
}
MODEL = [
    satu
    for app in APPS
    for satu in apps.get_app_config(app).get_models()
    if not satu.__name__.startswith("Historical")
]


def bidang_formulir():
    """(model, field) of every model form."""
    for modul in pkgutil.iter_modules(lkip.forms.__path__):
        isi = vars(importlib.import_module(f"lkip.forms.{modul.name}"))
        for satu in isi.values():
            if isinstance(satu, type) and issubclass(satu, forms.ModelForm) and satu._meta.model:
                yield from ((satu._meta.model, nama) for nama in satu._meta.fields)


def bidang_kisi(ruang):
    """(model, field) of every cell that a grid stores, and of what its column stands for."""
    sasaran = ruang.instansi.renstra.get().sasaran.first()
    for nama in (*KISI, f"analisis-sasaran-{sasaran.pk}"):
        kisi = susun_kisi(nama, ruang)
        baris = [type(satu.objek) for satu in kisi.baris]
        sendiri = {*baris, type(kisi.buat())} if kisi.buat else set(baris)
        for kolom in filter(lambda satu: satu.dapat_diisi, kisi.kolom):
            isi = ISI_TARGET if isinstance(kolom, KolomTarget) else (kolom.bidang,)
            kunci = [satu.removesuffix("_id") for satu, _ in kolom.kunci]
            for model in [kolom.simpanan.model] if kolom.simpanan.induk else sendiri:
                yield from ((model, satu.removesuffix("_id")) for satu in (*isi, *kunci))


def perlu_isian(bidang):
    """Whether somebody has to say it: neither a key, nor the record it belongs to or its year.

    `urutan` follows the order of entry and is moved by buttons.
    """
    induk = bidang.many_to_one and not bidang.null
    return (
        bidang.editable
        and not bidang.primary_key
        and not induk
        and bidang.name not in ("tahun", "urutan")
    )


@pytest.mark.django_db
def test_every_field_has_its_page():
    instansi = buat.make_laporan_lengkap()
    operator = buat.make_pengguna(peran="operator", instansi=instansi)
    Indikator.objects.filter(rasio=False).update(skala_huruf="IKM")
    ButirAnalisis.objects.update(perlu_dikonfirmasi=True)
    ruang = buka_ruang(operator, instansi.kode, buat.TAHUN)
    terisi = {*bidang_formulir(), *bidang_kisi(ruang)}

    hilang = [
        f"{model.__name__}.{bidang.name}"
        for model in MODEL
        for bidang in (*model._meta.fields, *model._meta.many_to_many)
        if perlu_isian(bidang)
        and (model, bidang.name) not in terisi
        and not {bidang.name, "*"} & set(TIDAK_DIISI.get(model.__name__, ()))
        and not {bidang.name, "*"} & FORMULIR_BIASA.get(model.__name__, set())
    ]

    assert hilang == []


def test_no_exemption_outlives_its_field():
    bidang = {satu.__name__: {b.name for b in satu._meta.get_fields()} for satu in MODEL}

    for model, alasan in TIDAK_DIISI.items():
        assert set(alasan) - {"*"} <= bidang[model], model

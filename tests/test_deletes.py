"""What goes with what when it is deleted, and what stands in the way."""

from functools import partial

import pytest
from django.db.models import CASCADE, PROTECT, Model, ProtectedError

from tests import factories
from tests.factories import (
    make_bukti,
    make_butir_analisis,
    make_desa,
    make_foto,
    make_indikator,
    make_keanggotaan,
    make_keluaran,
    make_lkip,
    make_pejabat,
    make_pengguna,
    make_perjanjian,
    make_potensi,
    make_rencana_aksi,
    make_seksi,
    make_sub_kegiatan,
    make_tujuan,
)
from tests.semua_model import FACTORIES, MODELS

FOREIGN_KEYS = {
    f"{model._meta.label}.{field.name}": (model, field)
    for model in MODELS
    for field in model._meta.fields
    if field.many_to_one
}
# A row that means nothing without the row above it; everything else is protected.
GOES_WITH = {
    "anggaran.Keluaran.kegiatan",
    "anggaran.Keluaran.program",
    "anggaran.Keluaran.sub_kegiatan",
    "anggaran.Pagu.sub_kegiatan",
    "anggaran.ProgramSasaran.program",
    "anggaran.RealisasiAnggaran.sub_kegiatan",
    "instansi.Desa.instansi",
    "instansi.IsuStrategis.instansi",
    "instansi.JabatanSDM.instansi",
    "instansi.Keanggotaan.instansi",
    "instansi.Keanggotaan.pemda",
    "instansi.Keanggotaan.pengguna",
    "instansi.Keanggotaan.seksi",
    "instansi.MataPencaharian.profil",
    "instansi.Pejabat.instansi",
    "instansi.Potensi.instansi",
    "instansi.ProfilWilayah.instansi",
    "instansi.RincianSDM.jabatan",
    "instansi.Sarana.instansi",
    "instansi.Seksi.instansi",
    "instansi.UraianTugas.instansi",
    "lkip.ButirAnalisis.lkip",
    "lkip.Foto.lkip",
    "lkip.KelasPredikat.profil",
    "lkip.Lampiran.lkip",
    "lkip.Narasi.lkip",
    "lkip.Pembanding.lkip",
    "lkip.Pemberitahuan.instansi",
    "lkip.Pemberitahuan.pengguna",
    "lkip.Pengecualian.lkip",
    "lkip.UsulanNaskah.narasi",
    "perjanjian.Bukti.realisasi",
    "perjanjian.Bukti.sub_kegiatan",
    "perjanjian.RencanaAksi.indikator",
    "perjanjian.TargetPK.perjanjian",
    "perjanjian.TargetRKT.rencana",
    "renstra.SasaranRPJMD.renstra",
    "renstra.TargetRenstra.indikator",
}


def pejabat_of_a_seksi():
    seksi = make_seksi()
    return make_pejabat(instansi=seksi.instansi, seksi=seksi, peran="unit")


def tujuan_of_the_rpjmd():
    sasaran_rpjmd = factories.make_sasaran_rpjmd()
    return make_tujuan(renstra=sasaran_rpjmd.renstra, sasaran_rpjmd=sasaran_rpjmd)


# How to fill the foreign keys that a factory leaves empty.
FILLED = {
    "anggaran.Keluaran.kegiatan": lambda: make_keluaran(kegiatan=factories.make_kegiatan()),
    "anggaran.Keluaran.program": lambda: make_keluaran(program=factories.make_program()),
    "anggaran.SubKegiatan.seksi": lambda: make_sub_kegiatan(seksi=make_seksi()),
    "instansi.Keanggotaan.pemda": lambda: make_keanggotaan(
        peran="evaluator", pemda=factories.make_pemda()
    ),
    "instansi.Keanggotaan.seksi": lambda: make_keanggotaan(peran="seksi"),
    "instansi.Pejabat.seksi": pejabat_of_a_seksi,
    "instansi.Potensi.desa": lambda: make_potensi(desa=make_desa()),
    "instansi.Seksi.induk": lambda: make_seksi(induk=make_seksi()),
    "lkip.ButirAnalisis.tujuan": lambda: make_butir_analisis(tujuan=make_tujuan()),
    "lkip.Foto.sub_kegiatan": lambda: make_foto(sub_kegiatan=make_sub_kegiatan()),
    "lkip.LKIP.diajukan_oleh": lambda: make_lkip(status="diajukan"),
    "lkip.LKIP.dikembalikan_oleh": lambda: make_lkip(status="dikembalikan"),
    "lkip.LKIP.disahkan_oleh": lambda: make_lkip(status="disahkan"),
    "lkip.LKIP.diverifikasi_oleh": lambda: make_lkip(status="diverifikasi"),
    "perjanjian.Bukti.sub_kegiatan": lambda: make_bukti(sub_kegiatan=make_sub_kegiatan()),
    "lkip.Komentar.perjanjian": lambda: factories.make_komentar(perjanjian=make_perjanjian()),
    "lkip.Komentar.selesai_oleh": lambda: factories.make_komentar(
        selesai_oleh=make_pengguna(), selesai_pada=factories.SAAT
    ),
    "lkip.Langkah.perjanjian": lambda: factories.make_langkah(perjanjian=make_perjanjian()),
    "lkip.Pengesahan.dipublikasikan_oleh": lambda: factories.make_pengesahan(
        dipublikasikan_oleh=make_pengguna(), dipublikasikan_pada=factories.SAAT
    ),
    "lkip.Pengesahan.perjanjian": lambda: factories.make_pengesahan(perjanjian=make_perjanjian()),
    **{
        f"perjanjian.PerjanjianKinerja.{status}_oleh": partial(make_perjanjian, status=status)
        for status in ("diajukan", "diverifikasi", "dikembalikan", "disahkan")
    },
    "perjanjian.RencanaAksi.seksi": lambda: make_rencana_aksi(seksi=make_seksi()),
    "renstra.Indikator.tujuan": lambda: make_indikator(tujuan=make_tujuan()),
    "renstra.Tujuan.sasaran_rpjmd": tujuan_of_the_rpjmd,
}


def make_with_parent(name):
    """Make an object of which this foreign key is filled; return it and the object it points to."""
    model, field = FOREIGN_KEYS[name]
    instance = FILLED.get(name, FACTORIES[model])()
    return instance, getattr(instance, field.name)


def test_every_foreign_key_either_goes_with_its_target_or_protects_it():
    rules = {name: field.remote_field.on_delete for name, (_, field) in FOREIGN_KEYS.items()}

    assert {name for name, rule in rules.items() if rule is CASCADE} == GOES_WITH
    assert {rule for name, rule in rules.items() if name not in GOES_WITH} == {PROTECT}


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(GOES_WITH))
def test_row_goes_with_what_it_belongs_to(name):
    instance, parent = make_with_parent(name)

    parent.delete()

    assert not type(instance).objects.filter(pk=instance.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(FOREIGN_KEYS.keys() - GOES_WITH))
def test_row_protects_what_it_points_to(name):
    instance, parent = make_with_parent(name)

    with pytest.raises(ProtectedError) as caught:
        Model.delete(parent)  # past a model that refuses by itself

    assert instance in caught.value.protected_objects
    assert type(parent).objects.filter(pk=parent.pk).exists()


@pytest.mark.django_db
def test_office_with_a_report_cannot_be_deleted():
    lkip = make_lkip()

    with pytest.raises(ProtectedError):
        lkip.instansi.delete()

"""The factories make what the models accept."""

from inspect import getmembers, isfunction

import pytest

from anggaran import models as anggaran
from instansi import models as instansi
from lkip import models as lkip
from perjanjian import models as perjanjian
from renstra import models as renstra
from tests import factories

ROW_MODELS = [
    anggaran.Kegiatan,
    anggaran.Keluaran,
    anggaran.Pagu,
    anggaran.Program,
    anggaran.ProgramSasaran,
    anggaran.RealisasiAnggaran,
    anggaran.SubKegiatan,
    instansi.Desa,
    instansi.IsuStrategis,
    instansi.JabatanSDM,
    instansi.MataPencaharian,
    instansi.Potensi,
    instansi.RincianSDM,
    instansi.Sarana,
    instansi.Seksi,
    instansi.UraianTugas,
    lkip.ButirAnalisis,
    lkip.Foto,
    lkip.Lampiran,
    lkip.Narasi,
    lkip.Pembanding,
    perjanjian.Bukti,
    perjanjian.Realisasi,
    perjanjian.RencanaAksi,
    perjanjian.TargetPK,
    perjanjian.TargetRKT,
    renstra.Indikator,
    renstra.Sasaran,
    renstra.SasaranRPJMD,
    renstra.TargetRenstra,
    renstra.Tujuan,
]
REPORT_MODELS = [
    *ROW_MODELS,
    instansi.Pejabat,
    instansi.ProfilWilayah,
    lkip.KelasPredikat,
    lkip.LKIP,
    lkip.ProfilPenilaian,
    perjanjian.PerjanjianKinerja,
    perjanjian.RencanaKinerja,
    renstra.PenetapanIKU,
    renstra.Renstra,
]
FACTORIES = dict(
    member for member in getmembers(factories, isfunction) if member[0].startswith("make_")
)


@pytest.mark.django_db
@pytest.mark.parametrize("name", FACTORIES)
def test_factory_without_arguments_makes_a_valid_object(name):
    made = FACTORIES[name]()

    assert made.pk
    made.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize("name", FACTORIES)
def test_factory_makes_a_second_object(name):
    assert FACTORIES[name]().pk != FACTORIES[name]().pk


@pytest.mark.django_db
@pytest.mark.parametrize("status", factories.LANGKAH)
def test_lkip_can_be_made_in_every_status(status):
    lkip = factories.make_lkip(status=status)

    assert lkip.status == status
    lkip.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "peran", ["operator", "seksi", "verifikator", "camat", "evaluator", "admin"]
)
def test_pengguna_can_be_made_in_every_role(peran):
    instansi = factories.make_instansi()
    pengguna = factories.make_pengguna(peran=peran, instansi=instansi)

    keanggotaan = pengguna.keanggotaan.get()
    keanggotaan.full_clean()
    assert keanggotaan.peran == peran
    assert (keanggotaan.instansi or keanggotaan.pemda) in (instansi, instansi.pemda)


@pytest.mark.django_db
def test_laporan_lengkap_has_every_kind_of_row_and_jumlah_times_as_many():
    """No model of a report stays empty; what one call makes once, `jumlah` makes so often."""

    def count():
        return {model: model.objects.count() for model in REPORT_MODELS}

    factories.make_laporan_lengkap()
    one = count()
    factories.make_laporan_lengkap(jumlah=3)
    three = {model: number - one[model] for model, number in count().items()}

    assert [model for model in REPORT_MODELS if not one[model]] == []
    assert [model for model in ROW_MODELS if three[model] != 3 * one[model]] == []

"""The concrete models of the five apps, each with its factory, for tests that walk all of them."""

from django.apps import apps

from anggaran import models as anggaran
from instansi import models as instansi
from lkip import models as lkip
from perjanjian import models as perjanjian
from renstra import models as renstra
from tests import factories

APPS = ["instansi", "renstra", "anggaran", "perjanjian", "lkip"]  # each may import those before it
FACTORIES = {
    anggaran.Kegiatan: factories.make_kegiatan,
    anggaran.Keluaran: factories.make_keluaran,
    anggaran.Pagu: factories.make_pagu,
    anggaran.Program: factories.make_program,
    anggaran.ProgramSasaran: factories.make_program_sasaran,
    anggaran.RealisasiAnggaran: factories.make_realisasi_anggaran,
    anggaran.SubKegiatan: factories.make_sub_kegiatan,
    instansi.Desa: factories.make_desa,
    instansi.Instansi: factories.make_instansi,
    instansi.IsuStrategis: factories.make_isu_strategis,
    instansi.JabatanSDM: factories.make_jabatan_sdm,
    instansi.Keanggotaan: factories.make_keanggotaan,
    instansi.MataPencaharian: factories.make_mata_pencaharian,
    instansi.Pejabat: factories.make_pejabat,
    instansi.Pemda: factories.make_pemda,
    instansi.Pengguna: factories.make_pengguna,
    instansi.Potensi: factories.make_potensi,
    instansi.ProfilWilayah: factories.make_profil_wilayah,
    instansi.RincianSDM: factories.make_rincian_sdm,
    instansi.Sarana: factories.make_sarana,
    instansi.Seksi: factories.make_seksi,
    instansi.UraianTugas: factories.make_uraian_tugas,
    lkip.BerkasBertandaTangan: factories.make_berkas_bertanda_tangan,
    lkip.ButirAnalisis: factories.make_butir_analisis,
    lkip.Foto: factories.make_foto,
    lkip.KelasPredikat: factories.make_kelas,
    lkip.Komentar: factories.make_komentar,
    lkip.LKIP: factories.make_lkip,
    lkip.Lampiran: factories.make_lampiran,
    lkip.Langkah: factories.make_langkah,
    lkip.Narasi: factories.make_narasi,
    lkip.Pembanding: factories.make_pembanding,
    lkip.Pemberitahuan: factories.make_pemberitahuan,
    lkip.Pengecualian: factories.make_pengecualian,
    lkip.Pengesahan: factories.make_pengesahan,
    lkip.ProfilPenilaian: factories.make_profil,
    lkip.UsulanNaskah: factories.make_usulan,
    perjanjian.Bukti: factories.make_bukti,
    perjanjian.PerjanjianKinerja: factories.make_perjanjian,
    perjanjian.Realisasi: factories.make_realisasi,
    perjanjian.RencanaAksi: factories.make_rencana_aksi,
    perjanjian.RencanaKinerja: factories.make_rencana_kinerja,
    perjanjian.TargetPK: factories.make_target_pk,
    perjanjian.TargetRKT: factories.make_target_rkt,
    renstra.Indikator: factories.make_indikator,
    renstra.PenetapanIKU: factories.make_penetapan_iku,
    renstra.Renstra: factories.make_renstra,
    renstra.Sasaran: factories.make_sasaran,
    renstra.SasaranRPJMD: factories.make_sasaran_rpjmd,
    renstra.TargetRenstra: factories.make_target_renstra,
    renstra.Tujuan: factories.make_tujuan,
}
# What the application remembers for itself: no fact of an office, so nobody asks for its history.
CATATAN_SENDIRI = (
    instansi.Sesi,
    lkip.HalamanDibuka,
    lkip.KirimanBaris,
    lkip.Pekerjaan,
)
MODELS = [
    model
    for app in APPS
    for model in apps.get_app_config(app).get_models()
    if not model.__name__.startswith("Historical") and model not in CATATAN_SENDIRI
]


def label(model):
    """Return the name of a model in test ids, such as "renstra.Tujuan"."""
    return model._meta.label

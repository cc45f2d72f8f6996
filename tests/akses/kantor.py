"""The office that the walks visit, with something to open and something to spare at every address."""

import re
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from django.apps import apps
from django.test import Client

from instansi.models import Pengguna, Sesi
from lkip.models import LKIP, Pekerjaan, Pemberitahuan, UsulanNaskah
from lkip.panduan import baca_panduan
from perjanjian.models import Realisasi
from tests import factories as buat
from tests.akses.alamat import PEMDA_ROLES, ROUTES
from tests.cetakan import sekali_jadi
from tests.factories import BERKAS_FOTO, TAHUN


def make_kantor(jumlah=1):
    """A full year as a draft with `jumlah` times the rows, PK in draft, and nodes to spare."""
    buat.save_gambar()
    return _make_kantor(jumlah)


@sekali_jadi
def _make_kantor(jumlah):
    instansi = buat.make_laporan_lengkap(jumlah)
    renstra, lkip, seksi = instansi.renstra.get(), instansi.lkip.get(), instansi.seksi.first()
    buat.unsign(instansi.perjanjian)
    _spare_nodes(renstra, seksi)
    sub = _spare_budget(instansi, seksi)
    buat.make_foto(lkip=lkip, sub_kegiatan=sub)
    buat.make_lampiran(lkip=lkip, berkas=BERKAS_FOTO)
    buat.make_bukti(sub_kegiatan=sub, berkas=BERKAS_FOTO)
    narasi = lkip.narasi.first()
    narasi.isi = "<p>Versi kedua.</p>"
    narasi.save()
    buat.make_usulan(narasi=narasi)
    buat.make_pengguna(peran="camat", instansi=instansi)
    buat.make_komentar(lkip=lkip)
    buat.make_pemberitahuan(instansi=instansi)
    buat.make_pekerjaan(instansi=instansi, status="gagal", selesai_pada=buat.SAAT)
    buat.make_desa(instansi=instansi)
    buat.make_seksi(instansi=instansi)
    return instansi


def _spare_nodes(renstra, seksi):
    buat.make_tujuan(renstra=renstra)
    buat.make_sasaran(tujuan=renstra.tujuan.first())
    indikator = buat.make_indikator(sasaran=renstra.sasaran.first())
    indikator.penanggung_jawab.add(seksi)
    buat.make_target_renstra(indikator=indikator)
    buat.make_sasaran_rpjmd(renstra=renstra)


def _spare_budget(instansi, seksi):
    program = instansi.program.order_by("pk").first()
    buat.make_program(instansi=instansi)
    kegiatan = program.kegiatan.get()
    buat.make_kegiatan(program=program)
    buat.make_sub_kegiatan(kegiatan=kegiatan, seksi=seksi)
    return kegiatan.sub_kegiatan.first()


def set_status(instansi, status):
    """Let the LKIP stand there, with the steps that led there."""
    langkah = {
        nama: nilai
        for satu in buat.LANGKAH[status]
        for nama, nilai in ((f"{satu}_pada", buat.SAAT), (f"{satu}_oleh", buat.make_pengguna()))
    }
    LKIP.objects.filter(instansi=instansi, tahun=TAHUN).update(status=status, **langkah)


def keys_of(instansi):
    """What stands in the addresses of an office: keys of objects that may be changed and deleted."""
    renstra, lkip = instansi.renstra.get(), instansi.lkip.get(tahun=TAHUN)
    program = instansi.program.order_by("pk").first()
    kegiatan = program.kegiatan.order_by("pk").first()
    pegawai = Pengguna.objects.filter(keanggotaan__instansi=instansi).order_by("pk").last()
    return {
        "program_pk": instansi.program.order_by("pk").last().pk,
        "kegiatan_pk": program.kegiatan.order_by("pk").last().pk,
        "sub_kegiatan_pk": kegiatan.sub_kegiatan.order_by("pk").last().pk,
        "realisasi_pk": Realisasi.objects.filter(indikator__renstra=renstra, triwulan=4).first().pk,
        "bukti_pk": kegiatan.sub_kegiatan.order_by("pk").first().bukti.get().pk,
        "tujuan_pk": renstra.tujuan.order_by("pk").last().pk,
        "sasaran_pk": renstra.sasaran.order_by("pk").last().pk,
        "indikator_pk": renstra.indikator.order_by("pk").last().pk,
        "pejabat_pk": instansi.pejabat.filter(peran="unit").first().pk,
        "komentar_pk": lkip.komentar.get().pk,
        "foto_pk": lkip.foto.order_by("pk").last().pk,
        "lampiran_pk": lkip.lampiran.order_by("pk").last().pk,
        "usulan_pk": UsulanNaskah.objects.get(narasi__lkip=lkip).pk,
        "pemda_pk": instansi.pemda_id,
        "profil_pk": instansi.pemda.profil_penilaian.get().pk,
        "pemberitahuan_pk": Pemberitahuan.objects.filter(instansi=instansi).latest("pk").pk,
        "pengguna_pk": pegawai.pk,
        "pekerjaan_pk": Pekerjaan.objects.get(instansi=instansi).pk,
        "keanggotaan_pk": pegawai.keanggotaan.get().pk,
    }


def fill(name, instansi, *, keys=None, grid=""):
    """The address of this name for an office; `keys` may be those of another."""
    renstra = instansi.renstra.get()
    if grid.startswith("analisis-"):
        jenis = grid.removeprefix("analisis-")
        grid = f"{grid}-{getattr(renstra, jenis).order_by('pk').first().pk}"
    isi = {
        "kode": instansi.kode,
        "tahun": TAHUN,
        "indikator": quote(renstra.indikator.first().kode),
        "bagian": "kata-pengantar" if "/reviu/" in ROUTES[name] else "kata_pengantar",
        "dokumen": "lkip",
        "bab": "bab-3",
        "kunci": "rata-rata" if "/jejak/" in ROUTES[name] else "x" * 43,
        "pengesahan_pk": 0,
        "kode_verifikasi": "TIDA-KADA-AAAA",
        "sha256": "0" * 64,
        "bentuk": "csv",
        "sidik": "0" * 32,
        "uidb64": "MQ",
        "token": "tidak-berlaku",
        "topik": baca_panduan().bab[0].anchor,
        "nama": grid or BERKAS_FOTO,
    } | (keys or keys_of(instansi))
    return re.sub(r"<\w+:(\w+)>", lambda cocok: str(isi[cocok[1]]), ROUTES[name])


@dataclass(frozen=True)
class Visitor:
    """Somebody with one role, here or elsewhere; without a role a stranger."""

    peran: str | None
    tempat: str = "sini"

    def __str__(self):
        return f"{self.peran or 'asing'}-{self.tempat}"

    @property
    def belongs(self):
        """Whether the office is one of theirs; the roles of a pemda are those of all its offices."""
        return self.peran is not None and (
            self.tempat == "sini" or (self.tempat == "tetangga" and self.peran in PEMDA_ROLES)
        )

    def enter(self, instansi):
        """A client that is signed in as this visitor of `instansi`."""
        kantor = {
            "sini": lambda: instansi,
            "tetangga": lambda: buat.make_instansi(pemda=instansi.pemda),
            "jauh": buat.make_instansi,
        }[self.tempat]()
        seksi = kantor.seksi.first() if self.peran == "seksi" else None
        return signed_in(peran=self.peran, instansi=kantor, seksi=seksi)


def signed_in(**isian):
    """A client of a new user."""
    client = Client()
    client.force_login(buat.make_pengguna(**isian))
    return client


def dump():
    """Every row of every table but those of sessions."""
    return {
        model._meta.label: list(model.objects.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
        if model is not Sesi
    }


@contextmanager
def unchanged():
    """Fail, naming the tables, when the database is not as it was before."""
    before = dump()
    yield
    after = dump()
    assert [name for name in before if before[name] != after[name]] == []

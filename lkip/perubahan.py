"""What changed in the facts of a year since a moment: each field once, with its old and new value.

Read from the history of every model, so that whatever wrote a change, it is found. A value that was
changed and changed back is no change.
"""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import Q
from django.utils.html import strip_tags

import anggaran.models as anggaran
import instansi.models as kantor
import lkip.models as naskah
import perjanjian.models as kinerja
import renstra.models as rencana
from instansi.models import Instansi
from lkip.angka import format_lengkap, format_tanggal

KOSONG = "–"
_ALUR = ("diajukan", "diverifikasi", "dikembalikan", "disahkan")
DIABAIKAN = {
    *("id", "versi", "urutan", "status", "alasan_dikembalikan", "perlu_dikonfirmasi"),
    *(f"{satu}_{kolom}" for satu in _ALUR for kolom in ("pada", "oleh")),
}


@dataclass(frozen=True)
class Lingkup:
    """Where a model is kept: the paths from its rows to the instansi, and to the year if it has one."""

    bagian: str
    model: type[models.Model]
    instansi: tuple[str, ...]
    tahun: str = ""

    def saring(self, milik: Instansi, tahun: int) -> Q:
        """The rows of this office and year."""
        kondisi = Q()
        for jalan in self.instansi:
            akar = jalan.removesuffix("instansi")
            satu = Q(**{jalan: milik.pk if jalan == "id" else milik})
            kondisi |= satu & Q(**{f"{akar}{self.tahun}": tahun}) if self.tahun else satu
        return kondisi


_SUB = "sub_kegiatan__kegiatan__program__instansi"
_IND = "indikator__renstra__instansi"
LINGKUP = (
    Lingkup("Data dasar", kantor.Instansi, ("id",)),
    Lingkup("Data dasar", kantor.Pejabat, ("instansi",)),
    Lingkup("Data dasar", kantor.Seksi, ("instansi",)),
    Lingkup("Data dasar", kantor.UraianTugas, ("instansi",)),
    Lingkup("Data dasar", kantor.JabatanSDM, ("instansi",), "tahun"),
    Lingkup("Data dasar", kantor.RincianSDM, ("jabatan__instansi",), "tahun"),
    Lingkup("Data dasar", kantor.Sarana, ("instansi",), "tahun"),
    Lingkup("Data dasar", kantor.ProfilWilayah, ("instansi",), "tahun"),
    Lingkup("Data dasar", kantor.MataPencaharian, ("profil__instansi",), "tahun"),
    Lingkup("Data dasar", kantor.Desa, ("instansi",)),
    Lingkup("Data dasar", kantor.Potensi, ("instansi",)),
    Lingkup("Data dasar", kantor.IsuStrategis, ("instansi",), "tahun"),
    Lingkup("Perencanaan", rencana.Renstra, ("instansi",)),
    Lingkup("Perencanaan", rencana.SasaranRPJMD, ("renstra__instansi",)),
    Lingkup("Perencanaan", rencana.Tujuan, ("renstra__instansi",)),
    Lingkup("Perencanaan", rencana.Sasaran, ("renstra__instansi",)),
    Lingkup("Perencanaan", rencana.Indikator, ("renstra__instansi",)),
    Lingkup("Perencanaan", rencana.TargetRenstra, (_IND,)),
    Lingkup("Perencanaan", rencana.PenetapanIKU, ("renstra__instansi",)),
    Lingkup("Perencanaan", kinerja.RencanaKinerja, ("instansi",), "tahun"),
    Lingkup("Perencanaan", kinerja.TargetRKT, ("rencana__instansi",), "tahun"),
    Lingkup("Perencanaan", kinerja.PerjanjianKinerja, ("instansi",), "tahun"),
    Lingkup("Perencanaan", kinerja.TargetPK, ("perjanjian__instansi",), "tahun"),
    Lingkup("Pengukuran", kinerja.RencanaAksi, (_IND,)),
    Lingkup("Pengukuran", kinerja.Realisasi, (_IND,)),
    Lingkup("Pengukuran", kinerja.Bukti, (f"realisasi__{_IND}", _SUB)),
    Lingkup("Anggaran", anggaran.Program, ("instansi",), "tahun"),
    Lingkup("Anggaran", anggaran.Kegiatan, ("program__instansi",), "tahun"),
    Lingkup("Anggaran", anggaran.SubKegiatan, ("kegiatan__program__instansi",), "tahun"),
    Lingkup(
        "Anggaran",
        anggaran.Keluaran,
        ("program__instansi", "kegiatan__program__instansi", _SUB),
        "tahun",
    ),
    Lingkup("Anggaran", anggaran.ProgramSasaran, ("program__instansi",), "tahun"),
    Lingkup("Anggaran", anggaran.Pagu, (_SUB,), "tahun"),
    Lingkup("Anggaran", anggaran.RealisasiAnggaran, (_SUB,), "tahun"),
    Lingkup("Laporan", naskah.LKIP, ("instansi",), "tahun"),
    Lingkup("Laporan", naskah.Narasi, ("lkip__instansi",), "tahun"),
    Lingkup("Laporan", naskah.ButirAnalisis, ("lkip__instansi",), "tahun"),
    Lingkup("Laporan", naskah.Pembanding, ("lkip__instansi",), "tahun"),
    Lingkup("Laporan", naskah.Foto, ("lkip__instansi",), "tahun"),
    Lingkup("Laporan", naskah.Lampiran, ("lkip__instansi",), "tahun"),
)


@dataclass(frozen=True, kw_only=True)
class Perubahan:
    """One changed field of one row. `lama` and `baru` are texts; a narrative has its `beda` too.

    `jenis` is "ubah", "tambah" or "hapus"; a row that came or went stands once, without `kolom`,
    a new one with the `beda` of its narratives.
    """

    bagian: str
    baris: str
    jenis: str
    kolom: str = ""
    lama: str = ""
    baru: str = ""
    beda: tuple[tuple[str, str], ...] = ()
    oleh: str
    pada: datetime


def baca_perubahan(milik: Instansi, tahun: int, sejak: datetime) -> list[Perubahan]:
    """All changes of the year since this moment, section by section. Two queries for each model."""
    return [
        perubahan
        for lingkup in LINGKUP
        for perubahan in _perubahan_model(lingkup, lingkup.saring(milik, tahun), sejak)
    ]


def _perubahan_model(lingkup: Lingkup, milik: Q, sejak: datetime) -> Iterator[Perubahan]:
    rekam = lingkup.model.history.filter(milik).select_related("history_user")
    sesudah: dict[int, list[Any]] = defaultdict(list)
    for satu in rekam.filter(history_date__gt=sejak).order_by("history_date", "history_id"):
        sesudah[satu.id].append(satu)
    if not sesudah:
        return
    semula = {}
    lama = lingkup.model.history.filter(id__in=sesudah, history_date__lte=sejak)
    for satu in lama.order_by("history_date", "history_id"):
        semula[satu.id] = satu
    for nomor, langkah in sesudah.items():
        yield from _perubahan_baris(lingkup, semula.get(nomor), langkah)


def _perubahan_baris(lingkup: Lingkup, semula: Any, langkah: list[Any]) -> Iterator[Perubahan]:
    """Compare what was with what is; the steps between tell who and when."""
    kini = langkah[-1]
    ada_dulu = semula is not None and semula.history_type != "-"
    ada_kini = kini.history_type != "-"
    umum = {"bagian": lingkup.bagian, "baris": _nama_baris(kini if ada_kini else semula or kini)}
    if ada_dulu and ada_kini:
        yield from _perubahan_kolom(umum, semula, langkah)
    elif ada_dulu or ada_kini:
        jenis = "tambah" if ada_kini else "hapus"
        beda = _naskah_baris(kini) if ada_kini else ()
        yield Perubahan(**umum, jenis=jenis, beda=beda, **_pelaku(langkah[0] if ada_kini else kini))


def _naskah_baris(kini: Any) -> tuple[tuple[str, str], ...]:
    """The narratives that came with a new row."""
    nilai = (getattr(kini, kolom.attname) for kolom in kini.tracked_fields)
    return tuple(satu for isi in nilai if _berparagraf(isi) for satu in beda_paragraf("", isi))


def _perubahan_kolom(umum: dict[str, str], semula: Any, langkah: list[Any]) -> Iterator[Perubahan]:
    kini = langkah[-1]
    for kolom in semula.tracked_fields:
        if kolom.name in DIABAIKAN:
            continue
        dulu, sekarang = (getattr(satu, kolom.attname) for satu in (semula, kini))
        if dulu == sekarang:
            continue
        teks = [_teks(kolom, satu) for satu in (semula, kini)]
        yield Perubahan(
            **umum,
            jenis="ubah",
            kolom=_awal_besar(str(kolom.verbose_name)),
            lama=teks[0],
            baru=teks[1],
            beda=beda_paragraf(dulu, sekarang) if _berparagraf(dulu, sekarang) else (),
            **_pelaku(_pengubah(kolom.attname, semula, langkah)),
        )


def _pengubah(kolom: str, semula: Any, langkah: Iterable[Any]) -> Any:
    """The last step that gave the field another value."""
    sebelum, pengubah = semula, None
    for satu in langkah:
        if getattr(satu, kolom) != getattr(sebelum, kolom):
            pengubah = satu
        sebelum = satu
    return pengubah


def _pelaku(rekam: Any) -> dict[str, Any]:
    return {"oleh": str(rekam.history_user or "sistem"), "pada": rekam.history_date}


def _nama_baris(rekam: Any) -> str:
    """The row in words; one of which a parent is gone is named by its kind."""
    try:
        return str(rekam.instance)
    except ObjectDoesNotExist:
        return _awal_besar(str(rekam.instance_type._meta.verbose_name))


def _awal_besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def _teks(kolom: models.Field, rekam: Any) -> str:
    """The value of a field as a person reads it."""
    nilai = getattr(rekam, kolom.attname)
    if nilai is None or nilai == "":
        return KOSONG
    if kolom.choices:
        return str(dict(kolom.flatchoices).get(nilai, nilai))
    if kolom.is_relation:
        try:
            return str(getattr(rekam, kolom.name))
        except ObjectDoesNotExist:
            return "(sudah dihapus)"
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, Decimal):
        return format_lengkap(nilai)
    if isinstance(nilai, date) and not isinstance(nilai, datetime):
        return format_tanggal(nilai)
    return " ".join(strip_tags(str(nilai)).split())


def _berparagraf(*nilai: Any) -> bool:
    return all(isinstance(satu, str) for satu in nilai) and any("<" in satu for satu in nilai)


def beda_paragraf(lama: str, baru: str) -> tuple[tuple[str, str], ...]:
    """Two narratives paragraph by paragraph: pairs of "sama", "hapus" or "tambah" and the text."""
    hasil: list[tuple[str, str]] = []
    kiri, kanan = _paragraf(lama), _paragraf(baru)
    pencocok = difflib.SequenceMatcher(a=kiri, b=kanan, autojunk=False)
    for tanda, a, b, c, d in pencocok.get_opcodes():
        if tanda == "equal":
            hasil += [("sama", satu) for satu in kiri[a:b]]
            continue
        hasil += [("hapus", satu) for satu in kiri[a:b]]
        hasil += [("tambah", satu) for satu in kanan[c:d]]
    return tuple(hasil)


def _paragraf(html: str) -> list[str]:
    """The texts of the blocks of a narrative."""
    blok = re.split(r"</(?:p|li|tr)>|<br\s*/?>", html)
    return [teks for satu in blok if (teks := " ".join(strip_tags(satu).split()))]

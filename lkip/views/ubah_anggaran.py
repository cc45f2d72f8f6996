"""Entry of the budget tree: program, kegiatan and sub kegiatan, one form each."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from anggaran.models import Kegiatan, Program, SubKegiatan
from lkip.forms.anggaran import KegiatanForm, ProgramForm, SubKegiatanForm
from lkip.isian.nomenklatur import REMAH, baca_simpul
from lkip.views.formulir import (
    buka_ruang_kantor,
    hapus_objek,
    kiriman,
    simpan_formulir,
    tampilkan_formulir,
)
from lkip.views.halaman import tampilkan

# How each level finds its program.
TEMPAT = {Program: "", Kegiatan: "program__", SubKegiatan: "kegiatan__program__"}
BAGIAN_SUB = (
    ("pagu", "pagu"),
    ("realisasi", "realisasi anggaran"),
    ("keluaran", "keluaran"),
    ("bukti", "bukti dukung"),
)
SUSUNAN = ("Program dan kegiatan", "susunan_anggaran")
FORMULIR = require_http_methods(["GET", "POST"])


@require_safe
def susunan_anggaran(request, kode, tahun):
    """The tree with a way to change, add and delete each of its nodes."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    return tampilkan(
        request,
        "lkip/susunan_anggaran.html",
        ruang,
        judul="Susunan program dan kegiatan",
        remah=REMAH,
        simpul=list(baca_simpul(ruang)),
    )


@FORMULIR
def tambah_program(request, kode, tahun):
    """A new program of the year."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    baru = Program(instansi=ruang.instansi, tahun=ruang.tahun)
    formulir = ProgramForm(**kiriman(request), instance=baru)
    return _formulir(request, ruang, formulir, "Tambah program")


@FORMULIR
def ubah_program(request, kode, tahun, program_pk):
    """Code and name of a program."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    formulir = ProgramForm(**kiriman(request), instance=_cari(ruang, Program, program_pk))
    return _formulir(request, ruang, formulir, "Ubah program", hapus="hapus_program")


@FORMULIR
def hapus_program(request, kode, tahun, program_pk):
    """Ask, then delete a program that has no kegiatan."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    return _hapus(request, ruang, _cari(ruang, Program, program_pk))


@FORMULIR
def tambah_kegiatan(request, kode, tahun, program_pk):
    """A new kegiatan of a program."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    program = _cari(ruang, Program, program_pk)
    baru = Kegiatan(program=program, kode=f"{program.kode}.")
    formulir = KegiatanForm(**kiriman(request), instance=baru)
    return _formulir(request, ruang, formulir, f"Tambah kegiatan pada {program}")


@FORMULIR
def ubah_kegiatan(request, kode, tahun, kegiatan_pk):
    """Code and name of a kegiatan."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    formulir = KegiatanForm(**kiriman(request), instance=_cari(ruang, Kegiatan, kegiatan_pk))
    return _formulir(request, ruang, formulir, "Ubah kegiatan", hapus="hapus_kegiatan")


@FORMULIR
def hapus_kegiatan(request, kode, tahun, kegiatan_pk):
    """Ask, then delete a kegiatan that has no sub kegiatan."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    return _hapus(request, ruang, _cari(ruang, Kegiatan, kegiatan_pk))


@FORMULIR
def tambah_sub_kegiatan(request, kode, tahun, kegiatan_pk):
    """A new sub kegiatan of a kegiatan."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    kegiatan = _cari(ruang, Kegiatan, kegiatan_pk)
    baru = SubKegiatan(kegiatan=kegiatan, kode=f"{kegiatan.kode}.")
    formulir = SubKegiatanForm(**kiriman(request), instance=baru)
    return _formulir(request, ruang, formulir, f"Tambah sub kegiatan pada {kegiatan}")


@FORMULIR
def ubah_sub_kegiatan(request, kode, tahun, sub_kegiatan_pk):
    """Code, name and unit of a sub kegiatan."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    sub = _cari(ruang, SubKegiatan, sub_kegiatan_pk)
    formulir = SubKegiatanForm(**kiriman(request), instance=sub)
    return _formulir(request, ruang, formulir, "Ubah sub kegiatan", hapus="hapus_sub_kegiatan")


@FORMULIR
def hapus_sub_kegiatan(request, kode, tahun, sub_kegiatan_pk):
    """Ask, saying what goes with it, then delete a sub kegiatan and its money."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    sub = _cari(ruang, SubKegiatan, sub_kegiatan_pk)
    ikut = [(label, getattr(sub, nama).count()) for nama, label in BAGIAN_SUB]
    return _hapus(request, ruang, sub, [satu for satu in ikut if satu[1]])


def _cari(ruang, model, pk):
    """The node of this key in the budget of this office and year, or 404."""
    awalan = TEMPAT[model]
    tempat = {f"{awalan}instansi": ruang.instansi, f"{awalan}tahun": ruang.tahun}
    return get_object_or_404(model.objects.filter(**tempat), pk=pk)


def _kembali(ruang):
    return reverse("susunan_anggaran", args=(ruang.instansi.kode, ruang.tahun))


def _formulir(request, ruang, formulir, judul, hapus=""):
    """Save the form of a node or show it; `hapus` names the page that asks before deleting."""
    tempat = (ruang.instansi.kode, ruang.tahun, formulir.instance.pk)
    return simpan_formulir(request, ruang, formulir, _kembali(ruang)) or tampilkan_formulir(
        request,
        ruang,
        formulir,
        kembali=_kembali(ruang),
        templat="lkip/formulir_anggaran.html",
        judul=judul,
        remah=(*REMAH, SUSUNAN),
        tanya_hapus=reverse(hapus, args=tempat) if hapus else "",
    )


def _hapus(request, ruang, objek, ikut=()):
    """Delete what was confirmed; before that, say what goes with it or why it must stay."""
    if request.method == "POST":
        return hapus_objek(request, ruang, objek, _kembali(ruang))
    return tampilkan(
        request,
        "lkip/hapus_anggaran.html",
        ruang,
        judul=f"Hapus {objek._meta.verbose_name}",
        remah=(*REMAH, SUSUNAN),
        objek=objek,
        ikut=ikut,
        kembali=_kembali(ruang),
    )

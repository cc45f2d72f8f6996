"""Pages after something was posted: faults, conflicts, previews, and what was saved.

Every form and grid is posted as the page itself offers it, once with faults and once as if
somebody else had saved before. What this changes is rolled back.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import tinyhtml5
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from instansi.models import Instansi
from lkip.models import Pekerjaan, UsulanNaskah
from tests.browser.kantor_penuh import TAHUN, iter_alamat
from tests.lkip.buku_uji import ekspor, ubah_sel
from tests.lkip.dokumen_uji import dokumen_keliru
from tests.lkip.sipd_uji import lra

BUKAN_ANGKA = "1.23.4"


class Keadaan(NamedTuple):
    """An answer, and what was done to get it."""

    alamat: str
    jawaban: HttpResponse
    apa: str


def iter_keadaan(client: Client, instansi: Instansi) -> Iterator[Keadaan]:
    """What a user sees after posting."""
    for nama, alamat in iter_alamat(instansi):
        halaman = client.get(alamat)
        if halaman.status_code == 200:
            rusak = _kisi_rusak if nama == "isi_kisi" else _formulir_rusak
            for apa, isi in rusak(halaman.content.decode()):
                yield from _kirim(client, alamat, isi, apa)
    yield from _iter_unggahan(client, instansi)
    yield from _tersimpan(client, instansi)
    yield from _naskah(client, instansi)


@contextmanager
def _tanpa_bekas():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _kirim(client: Client, alamat: str, isi: dict, apa: str, *, follow=False) -> Iterator[Keadaan]:
    """Post, and yield the page that says what became of it; nothing where it led elsewhere."""
    with _tanpa_bekas():
        jawaban = client.post(alamat, isi, follow=follow)
    if jawaban.status_code not in (302, 403) and jawaban.content:
        yield Keadaan(alamat, jawaban, apa)


def _formulir_rusak(html: str) -> Iterator[tuple[str, dict]]:
    """Everything left empty; and, for a form with a version, one text against an older record."""
    isi = isi_formulir(html, kelas="formulir")
    if isi is None:
        return
    yield "kosong", {kunci: nilai for kunci, nilai in isi.items() if "_FORMS" in kunci}
    teks = next(
        (kunci for kunci, nilai in isi.items() if isinstance(nilai, str) and len(nilai) > 12), ""
    )
    if isi.get("versi") and teks:
        yield "bentrok", isi | {"versi": "0", teks: isi[teks] + " diubah"}


def _kisi_rusak(html: str) -> Iterator[tuple[str, dict]]:
    """No number and no date can be read; and a cell that was something else when it was opened."""
    isi = isi_formulir(html, kelas="formulir-kisi") or {}
    sel = [kunci for kunci in isi if kunci.startswith("s-")]
    if not sel:
        return
    yield "galat", isi | dict.fromkeys(sel, BUKAN_ANGKA)
    _, baris, kolom = sel[0].split("-", 2)
    if not baris.startswith("baru"):
        dasar = json.dumps({kolom: "isi yang lama"})
        yield "bentrok", isi | {f"dasar-{baris}": dasar, sel[0]: "7"}


def isi_formulir(html: str, *, kelas: str) -> dict | None:
    """What a browser would post of the form with this class; None without such a form."""
    pohon = tinyhtml5.parse(html, namespace_html_elements=False)
    formulir = [satu for satu in pohon.iter("form") if kelas in satu.get("class", "").split()]
    if not formulir:
        return None
    isi: dict = {}
    for satu in formulir[0].iter():
        if satu.get("name") and satu.get("type") != "file":
            for nilai in _nilai_kendali(satu):
                isi[satu.get("name")] = nilai
    return isi


def _nilai_kendali(kendali) -> Iterator[str]:
    if kendali.tag == "textarea":
        yield "".join(kendali.itertext())
    elif kendali.tag == "select":
        for satu in kendali.iter("option"):
            if satu.get("selected") is not None:
                yield satu.get("value", satu.text or "")
    elif kendali.tag == "input" and kendali.get("type") not in ("checkbox", "radio"):
        yield kendali.get("value", "")
    elif kendali.tag == "input" and kendali.get("checked") is not None:
        yield kendali.get("value", "on")


def _iter_unggahan(client: Client, instansi: Instansi) -> Iterator[Keadaan]:
    """Uploads that are refused, and the previews of good ones."""
    buku = ekspor(instansi)
    berkas = {
        ("impor", "bukan buku kerja"): b"bukan buku kerja",
        ("impor", "sel keliru"): ubah_sel(buku, ("Target Renstra", "I1", "2024", "delapan puluh")),
        ("impor", "pratinjau"): ubah_sel(buku, ("Target Renstra", "I1", "2024", 87)),
        ("periksa_dokumen", "bukan dokumen"): b"bukan dokumen",
        ("impor_sipd", "bukan berkas SIPD"): b"bukan berkas SIPD",
        ("impor_sipd", "pratinjau"): lra(),
    }
    for (nama, apa), isi in berkas.items():
        alamat = reverse(nama, args=(instansi.kode, TAHUN))
        unggahan = SimpleUploadedFile("berkas.xlsx", isi)
        yield from _kirim(client, alamat, {"berkas": unggahan}, apa, follow=True)
    with _tanpa_bekas():
        tempat = (instansi.kode, TAHUN)
        client.post(reverse("periksa_dokumen", args=tempat), {"teks": dokumen_keliru()})
        satu = Pekerjaan.objects.filter(jenis="dokumen").latest("pk")
        alamat = reverse("temuan_dokumen", args=(*tempat, satu.pk))
        jawaban = client.get(alamat)
    yield Keadaan(alamat, jawaban, "temuan")


def _tersimpan(client: Client, instansi: Instansi) -> Iterator[Keadaan]:
    """The message that something was saved, on a form and on a grid."""
    for nama, *bagian in (("ubah_profil",), ("isi_kisi", "sarana"), ("tambah_pengguna",)):
        alamat = reverse(
            nama,
            args=(instansi.pemda_id,)
            if nama == "tambah_pengguna"
            else (instansi.kode, TAHUN, *bagian),
        )
        html = client.get(alamat).content.decode()
        isi = isi_formulir(html, kelas="formulir") or isi_formulir(html, kelas="formulir-kisi")
        yield from _kirim(client, alamat, isi, "tersimpan", follow=True)


def _naskah(client: Client, instansi: Instansi) -> Iterator[Keadaan]:
    """A section that somebody else saved meanwhile, and a proposal beside it."""
    alamat = reverse("ubah_naskah", args=(instansi.kode, TAHUN, "penutup"))
    for apa, tambahan in (("bentrok", {}), ("usulan ditolak", {"usulan": "1", "isi": ""})):
        isi = {"isi": "Naskah lain sama sekali.", "versi": "0"} | tambahan
        yield from _kirim(client, alamat, isi, apa)
    usulan = UsulanNaskah.objects.get(narasi__lkip__instansi=instansi)
    perbandingan = f"{alamat}?usulan={usulan.pk}"
    yield Keadaan(perbandingan, client.get(perbandingan), "usulan")

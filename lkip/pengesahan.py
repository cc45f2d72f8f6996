"""Sign a document: print it with its code, seal it, and freeze what it says.

Printing takes seconds and happens before the transaction; the step towards signature refuses what
changed meanwhile. Whatever goes wrong, no file and no row stays behind.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from instansi.alur import Status
from instansi.models import Pejabat as PejabatModel
from lkip.alur import Jenis, ambil_langkah
from lkip.berkas_beku import hitung_hash, simpan_beku
from lkip.bukukerja.ambil import ambil_isi
from lkip.bukukerja.tulis import tulis_ekspor
from lkip.dokumen.cetakan import cetak
from lkip.dokumen.html import render_perjanjian
from lkip.ekspor import susun_ekspor, susun_perjanjian, tulis_beku
from lkip.isi.laporan import Laporan, TandaTerbit
from lkip.isi.organisasi import Pejabat
from lkip.meja import Meja
from lkip.models import LKIP, Pengesahan
from perjanjian.models import PerjanjianKinerja

# Without letters and digits that are taken for one another; three groups are 59 bits.
HURUF_KODE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, kw_only=True)
class Naskah:
    """What is going to be frozen."""

    kode: str
    data: Mapping[str, Any]
    pdf: bytes
    buku_kerja: bytes


def buat_kode() -> str:
    """A code that nobody guesses and that can be read out: XXXX-XXXX-XXXX."""
    return "-".join("".join(secrets.choice(HURUF_KODE) for _ in range(4)) for _ in range(3))


def pejabat_pengesah(meja: Meja) -> Pejabat | None:
    """Who signs on the day of the document: the head of the office, acting or not."""
    return meja.berkas.laporan.pimpinan if meja.slug == "lkip" else meja.perjanjian.pihak_pertama


def kekurangan(meja: Meja) -> str:
    """What the document still lacks to be signed; empty when nothing does."""
    if meja.komentar_wajib:
        return f"Masih ada {len(meja.komentar_wajib)} komentar wajib yang belum selesai."
    if meja.dokumen.tanggal is None:
        return f"Tanggal {meja.nama} belum diisi."
    if pejabat_pengesah(meja) is None:
        return "Pejabat yang menjabat pada tanggal dokumen belum diisi."
    if meja.perjanjian and meja.perjanjian.pihak_kedua is None:
        return "Kepala daerah yang menjabat pada tanggal perjanjian belum diisi."
    return ""


def sahkan(
    meja: Meja,
    alamat: Callable[[str], str],
    *,
    tercetak: Callable[[], None],
    disahkan: Callable[[Pengesahan], None],
) -> None:
    """Sign the document that is open. `alamat` gives the absolute address of a code.

    `tercetak` is called before the seal is put on, `disahkan` in the transaction that signs.
    Raises SudahBerubah, GagalMencetak, BukuSalah or SegelTidakAda, and then nothing has happened.
    """
    pejabat = pejabat_pengesah(meja)
    assert pejabat is not None, "kekurangan() is asked before"
    naskah = _susun(meja, alamat, tercetak)
    with simpan_beku(_berkas(naskah)) as berkas, transaction.atomic():
        langkah = ambil_langkah(
            meja.dokumen,
            Jenis.SAHKAN,
            oleh=meja.pengguna,
            jabatan=pejabat.jabatan,
            kolom=_pihak(meja.dokumen),
            ada_verifikator=meja.ada_verifikator,
        )
        terbit = Pengesahan.objects.create(
            **{"lkip" if isinstance(meja.dokumen, LKIP) else "perjanjian": meja.dokumen},
            perbaikan_ke=langkah.perbaikan_ke,
            kode=naskah.kode,
            pada=langkah.pada,
            oleh=meja.pengguna,
            nama_pejabat=pejabat.nama,
            jabatan_pejabat=pejabat.jabatan,
            nip_pejabat=pejabat.nip,
            data=naskah.data,
            sha256_data=hitung_hash(tulis_beku(naskah.data).encode()),
            sha256_pdf=hitung_hash(naskah.pdf),
            sha256_buku_kerja=hitung_hash(naskah.buku_kerja) if naskah.buku_kerja else "",
            **berkas,
        )
        disahkan(terbit)


def _susun(meja: Meja, alamat: Callable[[str], str], tercetak: Callable[[], None]) -> Naskah:
    from lkip.segel import segel_pdf  # pyHanko takes half a second to import

    kode = buat_kode()
    tanda = TandaTerbit(kode=kode, alamat=alamat(kode))
    buku, data, pdf = _cetak(meja, tanda)
    tercetak()
    bersegel = segel_pdf(pdf, alasan=f"Pengesahan {meja.nama}", tempat=meja.berkas.instansi.tempat)
    return Naskah(kode=kode, data=data, pdf=bersegel, buku_kerja=buku)


def _cetak(meja: Meja, tanda: TandaTerbit) -> tuple[bytes, Mapping[str, Any], bytes]:
    """Workbook, data and PDF as they are once the document is signed."""
    laporan = meja.berkas.laporan
    if isinstance(meja.dokumen, LKIP):
        terbit = _disahkan(laporan, tanda)
        buku = tulis_ekspor(ambil_isi(meja.berkas.instansi, laporan.tahun), laporan.tahun)
        data = susun_ekspor(terbit)
        return buku, data, cetak(terbit, data=tulis_beku(data))
    pk = replace(meja.perjanjian, disahkan=True)
    data = susun_perjanjian(laporan, pk)
    bertanda = replace(laporan, tanda=tanda)
    pdf = cetak(bertanda, lambda: render_perjanjian(bertanda, pk), tulis_beku(data))
    return b"", data, pdf


def _disahkan(laporan: Laporan, tanda: TandaTerbit) -> Laporan:
    sah = Status.DISAHKAN
    keadaan = replace(laporan.keadaan, status=str(sah), label=str(sah.label))
    return replace(laporan, keadaan=keadaan, tanda=tanda)


def _pihak(dokumen: LKIP | PerjanjianKinerja) -> Mapping[str, str]:
    """The columns that freeze the parties of a PK; none for an LKIP."""
    if isinstance(dokumen, LKIP):
        return {}
    peran = PejabatModel.Peran
    menjabat = PejabatModel.objects.menjabat(dokumen.tanggal).order_by("-mulai", "-id")
    camat = menjabat.filter(peran=peran.PIMPINAN, instansi=dokumen.instansi).first()
    kepala = menjabat.filter(peran=peran.KEPALA_DAERAH, pemda=dokumen.instansi.pemda).first()
    return dokumen.bekukan_pihak(camat, kepala)


def _berkas(naskah: Naskah) -> dict[str, tuple[str, bytes]]:
    """The files to store by column; a perjanjian has no workbook."""
    berkas = {"pdf": (f"{naskah.kode}.pdf", naskah.pdf)}
    if naskah.buku_kerja:
        berkas["buku_kerja"] = (f"{naskah.kode}.xlsx", naskah.buku_kerja)
    return berkas

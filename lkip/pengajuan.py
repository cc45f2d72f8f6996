"""What is checked before a document is submitted, and what a submission keeps of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from instansi.models import Instansi
from lkip.dokumen.html import susun_bab
from lkip.isi.laporan import Laporan
from lkip.meja import Meja
from lkip.models import LKIP, Pengecualian
from lkip.pembaca.pemeriksaan import baca_bahan, baca_pengecualian
from lkip.pemeriksaan.daftar import periksa_laporan
from lkip.pemeriksaan.temuan import Temuan, Tingkat
from lkip.reviu import susun_naskah_pk
from lkip.tugas import KelompokTugas, Tugas, hitung_kemajuan


@dataclass(frozen=True)
class Peringatan:
    """A finding that wants a reason, with the one for which it was accepted before, if it was."""

    temuan: Temuan
    diterima: Pengecualian | None = None

    @property
    def alasan(self) -> str:
        return self.diterima.alasan if self.diterima else ""


@dataclass(frozen=True)
class Pemeriksaan:
    """What stands in the way (`galat`), what needs a reason (`peringatan`), `info`, and all tasks."""

    galat: tuple[Temuan, ...]
    peringatan: tuple[Peringatan, ...]
    info: tuple[Temuan, ...]
    kelompok: tuple[KelompokTugas, ...]

    @property
    def semua(self) -> tuple[Peringatan, ...]:
        """All findings, the heaviest first; galat and info are never accepted."""
        return (*map(Peringatan, self.galat), *self.peringatan, *map(Peringatan, self.info))

    @property
    def terbuka(self) -> tuple[Peringatan, ...]:
        """Warnings that nobody has given a reason for."""
        return tuple(satu for satu in self.peringatan if not satu.diterima)

    @property
    def kemajuan(self) -> tuple[int, int]:
        """How many tasks are done, and how many there are."""
        return hitung_kemajuan(self.kelompok)


def periksa(meja: Meja, hari_ini: date) -> Pemeriksaan:
    """Look through the document as it is now. 5 queries for an LKIP, none for a PK."""
    if meja.slug == "lkip":
        return periksa_lkip(meja.berkas.instansi, meja.berkas.laporan, hari_ini)
    return _periksa_pk(meja)


def periksa_lkip(instansi: Instansi, laporan: Laporan, hari_ini: date) -> Pemeriksaan:
    """All findings in the report of a year. 5 queries."""
    bahan = baca_bahan(instansi, laporan, hari_ini)
    semua = periksa_laporan(bahan)
    diterima = baca_pengecualian(instansi, laporan.tahun)
    return Pemeriksaan(
        galat=_tingkat(semua, Tingkat.GALAT),
        peringatan=tuple(
            Peringatan(satu, diterima.get(satu.sidik))
            for satu in _tingkat(semua, Tingkat.PERINGATAN)
        ),
        info=_tingkat(semua, Tingkat.INFO),
        kelompok=bahan.tugas,
    )


def _tingkat(semua: tuple[Temuan, ...], tingkat: Tingkat) -> tuple[Temuan, ...]:
    return tuple(satu for satu in semua if satu.tingkat is tingkat)


def _periksa_pk(meja: Meja) -> Pemeriksaan:
    """A PK is complete or it is not: a number, a day, both parties and a target."""
    pk, alamat = meja.perjanjian, ("ubah_pk" if meja.slug == "pk-murni" else "ubah_pk_perubahan",)
    bagian = (
        ("Nomor", pk and pk.nomor),
        ("Tanggal", pk and pk.tanggal),
        ("Pihak pertama", pk and pk.pihak_pertama),
        ("Pihak kedua", pk and pk.pihak_kedua),
        ("Target", pk and pk.target),
    )
    tugas = tuple(
        Tugas(nama=nama, alamat=alamat, kurang="" if ada else "belum ada") for nama, ada in bagian
    )
    galat = tuple(
        Temuan(pesan=f"{satu.nama} belum ada.", tempat=satu.nama, alamat=alamat)
        for satu in tugas
        if not satu.selesai
    )
    return Pemeriksaan(galat, (), (), (KelompokTugas("Perjanjian", tugas),))


def terima(lkip: LKIP, temuan: Temuan, alasan: str, oleh) -> None:
    """Keep the reason for which a finding is accepted; one that did not change stays as it was."""
    kunci = {"lkip": lkip, "aturan": temuan.aturan, "sidik": temuan.sidik}
    satu = Pengecualian.objects.filter(**kunci).first() or Pengecualian(**kunci, versi=0)
    if satu.alasan == alasan:
        return
    satu.alasan, satu.oleh, satu.versi = alasan, oleh, satu.versi + 1
    satu.save()


def susun_temuan(meja: Meja, pemeriksaan: Pemeriksaan, alasan: Mapping[str, str]) -> dict[str, Any]:
    """What the step of the submission keeps: counts, accepted warnings, fingerprints of chapters."""
    return {
        "selesai": pemeriksaan.kemajuan[0],
        "jumlah": pemeriksaan.kemajuan[1],
        "komentar_terbuka": len(meja.komentar_terbuka),
        "peringatan": [
            {
                "nama": satu.temuan.tempat,
                "kurang": satu.temuan.pesan,
                "alasan": alasan[satu.temuan.sidik],
            }
            for satu in pemeriksaan.peringatan
        ],
        "bab": sidik_bab(meja),
    }


def sidik_bab(meja: Meja) -> dict[str, str]:
    """A fingerprint of each section as it will print, to tell later which of them changed."""
    laporan: Laporan = meja.berkas.laporan
    if meja.perjanjian:
        isi = {"naskah": susun_naskah_pk(meja, alamat_berkas=str)}
    else:
        isi = {bab.slug: bab.html for bab in susun_bab(laporan, alamat_berkas=str)}
    return {slug: sha256(html.encode()).hexdigest() for slug, html in isi.items()}

"""What is checked before a document is submitted, and what a submission keeps of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from lkip.daftar_tugas import susun_tugas
from lkip.dokumen.html import susun_bab
from lkip.isi.laporan import Laporan
from lkip.meja import Meja
from lkip.models import LKIP, Pengecualian
from lkip.pembaca.konfirmasi import baca_konfirmasi
from lkip.reviu import susun_naskah_pk
from lkip.tugas import KelompokTugas, Tugas, hitung_kemajuan

ATURAN = "daftar-tugas"  # the rule under which reasons for unfinished tasks are kept


@dataclass(frozen=True)
class Peringatan:
    """An unfinished task, with the reason for which it was accepted before, if it was."""

    tugas: Tugas
    sidik: str
    alasan: str = ""

    @property
    def kurang(self) -> str:
        return self.tugas.menunggu or self.tugas.kurang


@dataclass(frozen=True)
class Pemeriksaan:
    """What stands in the way (`galat`), what needs a reason (`peringatan`), and all tasks."""

    galat: tuple[Tugas, ...]
    peringatan: tuple[Peringatan, ...]
    kelompok: tuple[KelompokTugas, ...]

    @property
    def kemajuan(self) -> tuple[int, int]:
        """How many tasks are done, and how many there are."""
        return hitung_kemajuan(self.kelompok)


def periksa(meja: Meja, hari_ini: date) -> Pemeriksaan:
    """Look through the document as it is now. 3 queries for an LKIP, none for a PK."""
    if meja.slug == "lkip":
        return _periksa_lkip(meja, hari_ini)
    return _periksa_pk(meja)


def _periksa_lkip(meja: Meja, hari_ini: date) -> Pemeriksaan:
    berkas = meja.berkas
    kelompok = susun_tugas(berkas.laporan, baca_konfirmasi(berkas.instansi, berkas.tahun), hari_ini)
    kurang = [tugas for satu in kelompok for tugas in satu.tugas if not tugas.selesai]
    galat = ()
    if meja.dokumen.tanggal is None:
        hari = "hari laporan belum ditetapkan"
        galat = (Tugas(nama="Tanggal laporan", alamat=("ubah_tanggal_laporan",), kurang=hari),)
    alasan = _baca_alasan(meja.dokumen)
    peringatan = [
        Peringatan(tugas, sidik, alasan.get(sidik, ""))
        for tugas, sidik in ((satu, _sidik(satu)) for satu in kurang)
    ]
    return Pemeriksaan(galat, tuple(peringatan), kelompok)


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
    galat = tuple(satu for satu in tugas if not satu.selesai)
    return Pemeriksaan(galat, (), (KelompokTugas("Perjanjian", tugas),))


def _sidik(tugas: Tugas) -> str:
    """The fingerprint of a finding: another number makes another finding."""
    return sha256("|".join((tugas.nama, tugas.kurang)).encode()).hexdigest()


def _baca_alasan(lkip: LKIP) -> dict[str, str]:
    ada = Pengecualian.objects.filter(lkip=lkip.pk or 0, aturan=ATURAN)
    return dict(ada.values_list("sidik", "alasan"))


def simpan_alasan(lkip: LKIP, alasan: Mapping[str, str], oleh) -> None:
    """Keep the reason for each finding; one that did not change stays as it was."""
    ada = {satu.sidik: satu for satu in Pengecualian.objects.filter(lkip=lkip, aturan=ATURAN)}
    for sidik, teks in alasan.items():
        satu = ada.get(sidik) or Pengecualian(lkip=lkip, aturan=ATURAN, sidik=sidik, versi=0)
        if satu.alasan == teks:
            continue
        satu.alasan, satu.oleh, satu.versi = teks, oleh, satu.versi + 1
        satu.save()


def susun_temuan(meja: Meja, pemeriksaan: Pemeriksaan, alasan: Mapping[str, str]) -> dict[str, Any]:
    """What the step of the submission keeps: counts, accepted warnings, fingerprints of chapters."""
    return {
        "selesai": pemeriksaan.kemajuan[0],
        "jumlah": pemeriksaan.kemajuan[1],
        "komentar_terbuka": len(meja.komentar_terbuka),
        "peringatan": [
            {"nama": satu.tugas.nama, "kurang": satu.kurang, "alasan": alasan[satu.sidik]}
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

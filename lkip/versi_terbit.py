"""Every issued version of the documents of a year, its files, and whether it still counts."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.core.files.base import ContentFile, File
from django.db.models import Q
from django.http import Http404

from instansi.alur import Status
from instansi.models import Instansi
from lkip.akses import instansi_terbaca, peran_pada, tahun_terbaca
from lkip.ekspor import tulis_beku
from lkip.models import BerkasBertandaTangan, Pengesahan

PDF = "application/pdf"
JSON = "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SEBUTAN = {
    BerkasBertandaTangan.Asal.UNGGAHAN: "PDF bertanda tangan (unggahan)",
    BerkasBertandaTangan.Asal.BSRE: "PDF bertanda tangan elektronik tersertifikasi (BSrE)",
}


@dataclass(frozen=True)
class BerkasBeku:
    """A frozen file: what it is, its hash, its name for who downloads it.

    A file that was signed elsewhere also says who brought it and when.
    """

    sebutan: str
    sha256: str
    nama: str
    jenis: str
    isi: File
    oleh: str = ""
    pada: datetime | None = None


@dataclass(frozen=True)
class VersiTerbit:
    """One issued version. `pengganti` is the one that took its place."""

    pengesahan: Pengesahan
    pengganti: Pengesahan | None

    @property
    def judul(self) -> str:
        satu = self.pengesahan
        if satu.lkip:
            akhiran = f", perbaikan ke-{satu.perbaikan_ke}" if satu.perbaikan_ke else ""
            return f"LKIP {satu.lkip.tahun}{akhiran}"
        jenis = " Perubahan" if satu.perjanjian.jenis == "perubahan" else ""
        return f"Perjanjian Kinerja{jenis} {satu.perjanjian.tahun}"

    @property
    def instansi(self) -> Instansi:
        return (self.pengesahan.lkip or self.pengesahan.perjanjian).instansi

    @property
    def diperbaiki(self) -> bool:
        """Whether the office reopened the document and has not issued it again."""
        lkip = self.pengesahan.lkip
        return self.pengganti is None and lkip is not None and lkip.status != Status.DISAHKAN

    @property
    def nama_berkas(self) -> str:
        """How the names of its files begin: "LKIP-2024-perbaikan-ke-1-AAAA-BBBB-CCCC"."""
        return f"{self.judul.replace(', ', ' ').replace(' ', '-')}-{self.pengesahan.kode}"

    @cached_property
    def bertanda_tangan(self) -> tuple[BerkasBertandaTangan, ...]:
        """The files that were signed elsewhere, the newest first. 1 query."""
        return tuple(self.pengesahan.berkas_bertanda_tangan.select_related("oleh"))

    @property
    def ber_bsre(self) -> bool:
        """Whether the certified signature is there."""
        return any(satu.asal == BerkasBertandaTangan.Asal.BSRE for satu in self.bertanda_tangan)

    @property
    def sha256_terbit(self) -> str:
        """The hash of the file that counts."""
        return self.berkas[0].sha256

    @property
    def pdf(self) -> tuple[BerkasBeku, ...]:
        """The PDF files among the frozen ones; each is genuine, the first is the one that counts."""
        return tuple(satu for satu in self.berkas if satu.jenis == PDF)

    @cached_property
    def berkas(self) -> tuple[BerkasBeku, ...]:
        """All frozen files, the one that counts first."""
        satu, awal = self.pengesahan, self.nama_berkas
        semua = [self._berkas_lain(lain) for lain in self.bertanda_tangan]
        semua.append(BerkasBeku("PDF bersegel", satu.sha256_pdf, f"{awal}.pdf", PDF, satu.pdf))
        if satu.buku_kerja:
            nama = f"{awal}.xlsx"
            semua.append(
                BerkasBeku("Buku kerja", satu.sha256_buku_kerja, nama, XLSX, satu.buku_kerja)
            )
        data = ContentFile(tulis_beku(satu.data).encode())
        semua.append(BerkasBeku("Data (JSON)", satu.sha256_data, f"{awal}.json", JSON, data))
        return tuple(semua)

    def _berkas_lain(self, lain: BerkasBertandaTangan) -> BerkasBeku:
        return BerkasBeku(
            SEBUTAN[lain.asal],
            lain.sha256,
            f"{self.nama_berkas}-bertanda-tangan.pdf",
            PDF,
            lain.berkas,
            str(lain.oleh),
            lain.pada,
        )


def versi_tahun(instansi: Instansi, tahun: int) -> tuple[VersiTerbit, ...]:
    """The issued versions of a year, LKIP first, the newest first. 1 query."""
    milik = Q(lkip__instansi=instansi, lkip__tahun=tahun) | Q(
        perjanjian__instansi=instansi, perjanjian__tahun=tahun
    )
    semua = Pengesahan.objects.filter(milik).select_related(
        "lkip__instansi", "perjanjian__instansi", "oleh"
    )
    urut = sorted(semua, key=lambda satu: (satu.lkip is None, -satu.pada.timestamp()))
    return tuple(VersiTerbit(satu, _pengganti(satu, urut)) for satu in urut)


def cari_versi(kode: str) -> VersiTerbit | None:
    """The version of a code as somebody types it. 2 queries."""
    kode = kode.replace("\0", "")  # which PostgreSQL does not take
    huruf = "".join(satu for satu in kode.upper() if satu.isalnum())
    baku = "-".join(huruf[n : n + 4] for n in range(0, len(huruf), 4))
    ada = Pengesahan.objects.filter(kode__in={baku, kode.strip()}).first()
    if ada is None:
        return None
    dokumen = ada.lkip or ada.perjanjian
    semua = versi_tahun(dokumen.instansi, dokumen.tahun)
    return next(satu for satu in semua if satu.pengesahan == ada)


def versi_terbaca(user, kode: str, tahun: int) -> tuple[Instansi, tuple[VersiTerbit, ...]]:
    """What was issued, for everybody of the office, and for evaluators even while it is reopened."""
    instansi = instansi_terbaca(user, kode)
    semua = versi_tahun(instansi, tahun)
    if not semua and tahun not in tahun_terbaca(instansi, peran_pada(user, instansi)):
        raise Http404(f"{kode} has issued nothing in {tahun}")
    return instansi, semua


def _pengganti(satu: Pengesahan, semua: list[Pengesahan]) -> Pengesahan | None:
    """The newest later version; a PK is replaced by the PK Perubahan of its year."""
    sesudah = [
        lain for lain in semua if lain.pada > satu.pada and bool(lain.lkip) == bool(satu.lkip)
    ]
    return sesudah[0] if sesudah else None

"""One document of a year on the way to signature, with what its reader may do with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.http import Http404

from instansi.alur import Status
from instansi.models import Pengguna
from lkip.akses import PERAN_KANTOR, Berkas, Peran, buka_berkas
from lkip.alur import Dokumen, alasan_menolak, aturan_langkah, langkah_terbuka
from lkip.dokumen.html import BAGIAN
from lkip.isi.anggaran import Tahap
from lkip.isi.laporan import Perjanjian
from lkip.laporan import build_laporan
from lkip.models import LKIP, BerkasBertandaTangan, Komentar, Langkah, Pengesahan
from lkip.pemegang import Pemegang, baca_orang, peran_pemegang, susun_pemegang
from perjanjian.models import PerjanjianKinerja

PENINJAU = frozenset({Peran.VERIFIKATOR, Peran.CAMAT})
DITINJAU = frozenset({Status.DIAJUKAN, Status.DIVERIFIKASI})
# The documents of a year as their addresses name them; the LKIP is of no budget version.
DOKUMEN: Mapping[str, Tahap | None] = {
    "lkip": None,
    "pk-murni": Tahap.MURNI,
    "pk-perubahan": Tahap.PERUBAHAN,
}
_NAMA = {"lkip": "LKIP", "pk-murni": "PK", "pk-perubahan": "PK Perubahan"}


@dataclass(frozen=True, kw_only=True)
class Meja:
    """A document that is open before somebody."""

    berkas: Berkas
    slug: str
    dokumen: Dokumen
    pengguna: Pengguna
    orang: Mapping[str, tuple[str, ...]]

    @property
    def nama(self) -> str:
        """The document with its year: "LKIP 2024"."""
        return f"{_NAMA[self.slug]} {self.berkas.tahun}"

    @property
    def peninjau(self) -> bool:
        """Whether the reader is one of those who review."""
        return bool(self.berkas.peran & PENINJAU)

    @property
    def dari_kantor(self) -> bool:
        return bool(self.berkas.peran & PERAN_KANTOR)

    @property
    def dapat_berkomentar(self) -> bool:
        return self.peninjau and self.dokumen.status in DITINJAU

    @property
    def ada_verifikator(self) -> bool:
        return Peran.VERIFIKATOR in self.orang

    @property
    def perjanjian(self) -> Perjanjian | None:
        """The PK as the report reads it; None for the LKIP itself."""
        tahap = DOKUMEN[self.slug]
        return next((pk for pk in self.berkas.laporan.perjanjian if pk.jenis is tahap), None)

    @property
    def bagian(self) -> tuple[tuple[str, str], ...]:
        """The sections that are reviewed, as (slug, title): the chapters, or the PK as one."""
        return BAGIAN if self.slug == "lkip" else (("naskah", "Naskah perjanjian"),)

    @cached_property
    def terbuka(self) -> tuple[str, ...]:
        """The steps that the reader may take now."""
        return langkah_terbuka(
            self.dokumen, self.pengguna, self.berkas.peran, ada_verifikator=self.ada_verifikator
        )

    @cached_property
    def pemegang(self) -> Pemegang:
        return susun_pemegang(self.dokumen, dict(self.orang), self.berkas.instansi.zona_waktu)

    @cached_property
    def langkah(self) -> tuple[Langkah, ...]:
        """The steps taken so far, the latest first. 1 query."""
        return tuple(self._milik(Langkah).select_related("oleh"))

    @cached_property
    def komentar(self) -> tuple[Komentar, ...]:
        """All comments, the oldest first. 1 query."""
        return tuple(self._milik(Komentar).select_related("oleh", "selesai_oleh"))

    @cached_property
    def bertanda_tangan(self) -> tuple[BerkasBertandaTangan, ...]:
        """The files of its issued versions that were signed elsewhere. 1 query."""
        milik = BerkasBertandaTangan.objects.filter(pengesahan__in=self._milik(Pengesahan))
        return tuple(milik.select_related("oleh", "pengesahan"))

    @property
    def komentar_terbuka(self) -> tuple[Komentar, ...]:
        return tuple(satu for satu in self.komentar if satu.selesai_pada is None)

    @property
    def komentar_wajib(self) -> tuple[Komentar, ...]:
        """Open comments that stand in the way of approval."""
        return tuple(satu for satu in self.komentar_terbuka if satu.wajib)

    @property
    def pengajuan(self) -> tuple[Langkah, ...]:
        """The submissions, the latest first."""
        return tuple(satu for satu in self.langkah if satu.jenis == Langkah.Jenis.AJUKAN)

    def tolak_peran(self, jenis: str) -> None:
        """Refuse (403) a step that is never this reader's, whatever the state; the page says why."""
        aturan = aturan_langkah(jenis, ada_verifikator=self.ada_verifikator)
        if not self.berkas.peran & aturan.peran:
            pemilik = " atau ".join(sorted(Peran(satu).label.lower() for satu in aturan.peran))
            raise PermissionDenied(f"Langkah ini diambil oleh {pemilik}.")
        diajukan_sendiri = self.dokumen.diajukan_oleh_id == self.pengguna.pk
        if aturan.bukan_pengaju and diajukan_sendiri and self.dokumen.status in aturan.dari:
            raise PermissionDenied(
                f"Anda sendiri yang mengajukan {self.nama}, sehingga orang lain yang memverifikasi "
                "dan mengesahkannya."
            )

    def alasan_menolak(self, jenis: str) -> str:
        """Why the step cannot be taken now; empty when it can."""
        return alasan_menolak(
            self.dokumen,
            jenis,
            self.pengguna,
            self.berkas.peran,
            ada_verifikator=self.ada_verifikator,
        )

    def jabatan(self, jenis: str) -> str:
        """As what the reader takes a step."""
        aturan = aturan_langkah(jenis, ada_verifikator=self.ada_verifikator)
        return Peran(min(self.berkas.peran & aturan.peran)).label

    def penerima(self, status: str) -> str:
        """Who gets the document in that state: "Verifikator (Siti)"."""
        peran = peran_pemegang(status, ada_verifikator=self.ada_verifikator)
        return Pemegang(peran, self.orang.get(peran, ())).sebutan

    def _milik(self, model):
        """The rows of this model that belong to the document; none before it is stored."""
        kolom = "lkip" if isinstance(self.dokumen, LKIP) else "perjanjian"
        return model.objects.filter(**{f"{kolom}_id": self.dokumen.pk or 0})


def buka_meja(user, kode: str, tahun: int, slug: str) -> Meja:
    """The document of this address; Http404 for one that is not there, or not for this user."""
    if slug not in DOKUMEN:
        raise Http404(f"no document {slug}")
    tahap = DOKUMEN[slug]
    berkas = buka_berkas_pk(user, kode, tahun, tahap) if tahap else buka_berkas(user, kode, tahun)
    dokumen = cari_dokumen(berkas, tahap)
    if dokumen is None:
        raise Http404(f"no document {slug}")
    return Meja(
        berkas=berkas,
        slug=slug,
        dokumen=dokumen,
        pengguna=user,
        orang=baca_orang(berkas.instansi),
    )


def cari_dokumen(berkas: Berkas, tahap: Tahap | None) -> Dokumen | None:
    """The document itself; an evaluator knows only those that are signed."""
    tempat = {"instansi": berkas.instansi, "tahun": berkas.tahun}
    if tahap is None:
        return LKIP.objects.filter(**tempat).first() or LKIP(**tempat)
    perjanjian = PerjanjianKinerja.objects.filter(**tempat, jenis=tahap)
    if not berkas.peran & PERAN_KANTOR:
        perjanjian = perjanjian.filter(status=Status.DISAHKAN)
    return perjanjian.first()


def buka_berkas_pk(user, kode: str, tahun: int, tahap: Tahap) -> Berkas:
    """The report; for the office with a PK Perubahan that is still drafted, as it would be."""
    berkas = buka_berkas(user, kode, tahun)
    if not berkas.peran & PERAN_KANTOR:
        return berkas
    if any(satu.jenis is tahap for satu in berkas.laporan.perjanjian):
        return berkas
    milik = PerjanjianKinerja.objects.filter(instansi=berkas.instansi, tahun=tahun, jenis=tahap)
    if not milik.exists():
        return berkas
    return replace(berkas, laporan=build_laporan(berkas.instansi, tahun, draf=True))

"""Work that takes longer than a page may, and what came of it."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.db.models import Q

from instansi.models import Instansi


class Pekerjaan(models.Model):
    """A job for the task queue: one for the same data, however many ask for it.

    `sidik` is the fingerprint of what it is made of. A worker holds the job as `pemegang` until
    `sewa_sampai`, and renews that while it is alive; after that another takes it over. `masukan`
    is what an import or a signing needs to know. `berkas` is below DATA_DIR, and empty once it was removed.
    """

    class Jenis(models.TextChoices):
        LKIP = "lkip", "PDF LKIP"
        PK_MURNI = "pk-murni", "PDF PK"
        PK_PERUBAHAN = "pk-perubahan", "PDF PK Perubahan"
        PAKET = "paket", "Paket LKIP"
        IMPOR = "impor", "Impor buku kerja"
        PENGESAHAN = "pengesahan", "Pengesahan"
        DOKUMEN = "dokumen", "Pemeriksaan dokumen"

    class Status(models.TextChoices):
        ANTRE = "antre", "Menunggu giliran"
        JALAN = "jalan", "Sedang dikerjakan"
        SELESAI = "selesai", "Selesai"
        GAGAL = "gagal", "Gagal"

    BERAKHIR = (Status.SELESAI, Status.GAGAL)

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="+", verbose_name="instansi"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    jenis = models.CharField("jenis", max_length=15, choices=Jenis)
    sidik = models.CharField("sidik data", max_length=80)
    masukan = models.JSONField("masukan", default=dict, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="diminta oleh"
    )
    pada = models.DateTimeField("diminta pada")
    status = models.CharField("status", max_length=10, choices=Status, default=Status.ANTRE)
    langkah = models.PositiveSmallIntegerField("langkah", default=0)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    pemegang = models.CharField("pemegang", max_length=32, blank=True)
    sewa_sampai = models.DateTimeField("dipegang sampai", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai pada", null=True, blank=True)
    dilihat_pada = models.DateTimeField("hasil dilihat pada", null=True, blank=True)
    pesan = models.TextField("pesan", blank=True)
    berkas = models.CharField("berkas", max_length=200, blank=True)
    halaman = models.PositiveIntegerField("halaman", null=True, blank=True)
    ukuran = models.PositiveBigIntegerField("ukuran", null=True, blank=True)

    class Meta:
        verbose_name = "pekerjaan"
        verbose_name_plural = "pekerjaan"
        ordering = ["-pada", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "jenis", "sidik"],
                name="pekerjaan_sekali_per_sidik",
                violation_error_message="Pekerjaan ini sudah diminta.",
            ),
            models.CheckConstraint(
                condition=Q(status="jalan", sewa_sampai__isnull=False) & ~Q(pemegang="")
                | ~Q(status="jalan") & Q(sewa_sampai=None, pemegang=""),
                name="pekerjaan_berjalan_dipegang",
                violation_error_message="Pekerjaan yang berjalan mencatat siapa memegangnya.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["selesai", "gagal"], selesai_pada__isnull=False)
                | Q(status__in=["antre", "jalan"], selesai_pada=None),
                name="pekerjaan_berakhir_bertanggal",
                violation_error_message="Pekerjaan yang berakhir mencatat kapan.",
            ),
            models.CheckConstraint(
                condition=Q(berkas="") | Q(status="selesai"),
                name="pekerjaan_berkas_setelah_selesai",
                violation_error_message="Berkas ada setelah pekerjaan selesai.",
            ),
        ]

    def __str__(self):
        return f"{self.get_jenis_display()} {self.tahun} ({self.get_status_display().lower()})"

    @property
    def berakhir(self) -> bool:
        """Whether nothing more happens to it by itself."""
        return self.status in self.BERAKHIR

    @property
    def jalur(self) -> Path | None:
        """The file that was made, if it is still there."""
        jalur = Path(settings.DATA_DIR) / self.berkas
        return jalur if self.berkas and jalur.is_file() else None

    @property
    def ada_hasil(self) -> bool:
        """Whether what was asked for is there; an import is stored, a document signed, once and for all."""
        if self.jenis in (self.Jenis.IMPOR, self.Jenis.PENGESAHAN):
            return self.status == self.Status.SELESAI
        return self.jalur is not None and self.jalur.stem == self.sidik

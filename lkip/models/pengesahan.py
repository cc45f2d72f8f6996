"""What was issued: frozen with its hashes, and the files that carry a signature made elsewhere."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from instansi.batasan import bersama, tepat_satu
from lkip.models.laporan import LKIP, dokumen_fk
from perjanjian.models import PerjanjianKinerja

SHA256 = r"^[0-9a-f]{64}\Z"
PUBLIKASI = frozenset({"dipublikasikan_pada", "dipublikasikan_oleh"})


class SudahTerbit(Exception):
    """Raised by whoever tries to change or delete what was issued."""


class TerbitanQuerySet(models.QuerySet):
    """What was issued is neither changed nor deleted; only its publication comes and goes."""

    def update(self, **kwargs):
        if kwargs.keys() - PUBLIKASI:
            raise SudahTerbit("what was issued is never changed")
        return super().update(**kwargs)

    def delete(self):
        raise SudahTerbit("what was issued is never deleted")


class TerbitanModel(models.Model):
    """A row that is written once."""

    objects = TerbitanQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Write the row once; afterwards no more than its publication."""
        if self.pk is not None and self._berubah():
            raise SudahTerbit("what was issued is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise SudahTerbit("what was issued is never deleted")

    def _berubah(self) -> bool:
        tetap = [satu.attname for satu in self._meta.concrete_fields if satu.name not in PUBLIKASI]
        lama = type(self)._default_manager.get(pk=self.pk)
        return any(getattr(self, nama) != getattr(lama, nama) for nama in tetap)


class Pengesahan(TerbitanModel):
    """An issued document: data, workbook and PDF frozen with their hashes, which never change.

    Of an LKIP, or of a perjanjian kinerja (without workbook). `dipublikasikan` is when the office
    showed it to the public; taking it back clears the column.
    """

    lkip = dokumen_fk(LKIP, "pengesahan", "LKIP")
    perjanjian = dokumen_fk(PerjanjianKinerja, "pengesahan", "perjanjian kinerja")
    perbaikan_ke = models.PositiveSmallIntegerField("perbaikan ke-", default=0)
    kode = models.CharField("kode verifikasi", max_length=20, unique=True)
    pada = models.DateTimeField("disahkan pada")
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="disahkan oleh"
    )
    nama_pejabat = models.CharField("nama pejabat", max_length=200)
    jabatan_pejabat = models.CharField("jabatan pejabat", max_length=120)
    nip_pejabat = models.CharField("NIP pejabat", max_length=18, blank=True)
    data = models.JSONField("data laporan")
    pdf = models.FileField("PDF", upload_to="pengesahan/")
    buku_kerja = models.FileField("buku kerja", upload_to="pengesahan/", blank=True)
    sha256_data = models.CharField("SHA-256 data", max_length=64)
    sha256_pdf = models.CharField("SHA-256 PDF", max_length=64)
    sha256_buku_kerja = models.CharField("SHA-256 buku kerja", max_length=64, blank=True)
    dipublikasikan_pada = models.DateTimeField("dipublikasikan pada", null=True, blank=True)
    dipublikasikan_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="dipublikasikan oleh",
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "pengesahan"
        verbose_name_plural = "pengesahan"
        ordering = ["lkip", "perjanjian", "-perbaikan_ke"]
        constraints = [
            models.CheckConstraint(
                condition=tepat_satu("lkip", "perjanjian"),
                name="pengesahan_satu_dokumen",
                violation_error_message="Pengesahan terikat satu dokumen.",
            ),
            models.UniqueConstraint(
                fields=["lkip", "perbaikan_ke"],
                condition=Q(lkip__isnull=False),
                name="pengesahan_unik_per_perbaikan",
                violation_error_message="Perbaikan ini sudah disahkan.",
            ),
            models.UniqueConstraint(
                fields=["perjanjian"],
                condition=Q(perjanjian__isnull=False),
                name="pengesahan_unik_per_perjanjian",
                violation_error_message="Perjanjian ini sudah disahkan.",
            ),
            models.CheckConstraint(
                condition=Q(sha256_data__regex=SHA256) & Q(sha256_pdf__regex=SHA256),
                name="pengesahan_sha256_lengkap",
                violation_error_message="Pengesahan harus mencatat SHA-256 data dan PDF.",
            ),
            models.CheckConstraint(
                condition=Q(buku_kerja="", sha256_buku_kerja="")
                | (~Q(buku_kerja="") & Q(sha256_buku_kerja__regex=SHA256)),
                name="pengesahan_sha256_buku_kerja",
                violation_error_message="Buku kerja harus mencatat SHA-256-nya.",
            ),
            models.CheckConstraint(
                condition=bersama("dipublikasikan_pada", "dipublikasikan_oleh"),
                name="pengesahan_publikasi_lengkap",
                violation_error_message="Publikasi mencatat oleh siapa dan kapan.",
            ),
        ]

    def __str__(self):
        return f"Pengesahan {self.lkip or self.perjanjian} ({self.kode})"


class BerkasBertandaTangan(TerbitanModel):
    """A PDF of an issued document that was signed elsewhere; the latest is the issued file.

    The sealed file of the Pengesahan is kept beside it.
    """

    class Asal(models.TextChoices):
        UNGGAHAN = "unggahan", "Unggahan"
        BSRE = "bsre", "BSrE"

    pengesahan = models.ForeignKey(
        Pengesahan,
        models.PROTECT,
        related_name="berkas_bertanda_tangan",
        verbose_name="pengesahan",
    )
    asal = models.CharField("asal", max_length=10, choices=Asal)
    berkas = models.FileField("PDF", upload_to="pengesahan/")
    sha256 = models.CharField("SHA-256", max_length=64)
    pada = models.DateTimeField("pada", auto_now_add=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh"
    )

    class Meta:
        verbose_name = "berkas bertanda tangan"
        verbose_name_plural = "berkas bertanda tangan"
        ordering = ["pengesahan", "-pada", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sha256__regex=SHA256),
                name="berkasbertandatangan_sha256",
                violation_error_message="Berkas harus mencatat SHA-256-nya.",
            ),
            models.UniqueConstraint(
                fields=["pengesahan", "sha256"],
                name="berkasbertandatangan_unik",
                violation_error_message="Berkas ini sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["pengesahan"],
                condition=Q(asal="bsre"),
                name="berkasbertandatangan_satu_bsre",
                violation_error_message="Dokumen ini sudah ditandatangani dengan BSrE.",
            ),
        ]

    def __str__(self):
        return f"{self.pengesahan}: {self.get_asal_display()}"

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from instansi.alur import DokumenBeralur, batasan_alur
from instansi.models import Instansi


def dokumen_fk(model: type[models.Model], nama: str, sebutan: str) -> models.ForeignKey:
    """One of the two columns that say to which document a row belongs."""
    return models.ForeignKey(
        model, models.PROTECT, related_name=nama, null=True, blank=True, verbose_name=sebutan
    )


class LKIPQuerySet(models.QuerySet):
    def visible_to(self, user):
        """LKIP of the instansi that `user` may read."""
        return self.filter(instansi__in=Instansi.objects.visible_to(user))


class LKIP(DokumenBeralur):
    """The Laporan Kinerja of an instansi and year, and where it stands.

    `perbaikan_ke` counts the reopenings.
    """

    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="lkip", verbose_name="instansi"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    perbaikan_ke = models.PositiveSmallIntegerField("perbaikan ke-", default=0)
    tanggal = models.DateField("tanggal laporan", null=True, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    objects = LKIPQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "LKIP"
        verbose_name_plural = "LKIP"
        ordering = ["instansi", "-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun"],
                name="lkip_unik_per_tahun",
                violation_error_message="LKIP tahun tersebut sudah ada.",
            ),
            *batasan_alur("lkip", "LKIP"),
        ]

    def __str__(self):
        return f"LKIP {self.instansi} {self.tahun}"


class Pengecualian(models.Model):
    """A warning of the checker that staff accepted with a written reason."""

    lkip = models.ForeignKey(LKIP, models.CASCADE, related_name="pengecualian", verbose_name="LKIP")
    aturan = models.CharField("aturan", max_length=20)
    sidik = models.CharField("sidik temuan", max_length=64)
    alasan = models.TextField("alasan", validators=[MinLengthValidator(10)])
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh"
    )
    pada = models.DateTimeField("pada", auto_now_add=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "pengecualian temuan"
        verbose_name_plural = "pengecualian temuan"
        ordering = ["lkip", "aturan", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["lkip", "aturan", "sidik"],
                name="pengecualian_unik",
                violation_error_message="Temuan ini sudah diberi alasan.",
            ),
            models.CheckConstraint(
                condition=Q(alasan__length__gte=10),
                name="pengecualian_beralasan",
                violation_error_message="Alasan paling sedikit 10 huruf.",
            ),
        ]

    def __str__(self):
        return f"{self.aturan}: {self.alasan}"

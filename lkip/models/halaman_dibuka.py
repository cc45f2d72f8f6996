from django.conf import settings
from django.db import models

from instansi.models import Instansi


class HalamanDibuka(models.Model):
    """Somebody has a page open to write in: since when, and when that was last heard of.

    A row is forgotten some minutes after that (lkip/hadir.py).
    """

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="halaman_dibuka", verbose_name="instansi"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    halaman = models.CharField("halaman", max_length=120)
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="halaman_dibuka",
        verbose_name="pengguna",
    )
    dibuka = models.DateTimeField("dibuka pada")
    terlihat = models.DateTimeField("terakhir terlihat pada", db_index=True)

    class Meta:
        verbose_name = "halaman yang dibuka"
        verbose_name_plural = "halaman yang dibuka"
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "halaman", "pengguna"],
                name="halamandibuka_sekali",
                violation_error_message="Halaman ini sudah tercatat dibuka.",
            ),
        ]

    def __str__(self):
        return f"{self.halaman} {self.pengguna}"

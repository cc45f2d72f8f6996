from django.conf import settings
from django.db import models


class KirimanBaris(models.Model):
    """A new row of a grid, or a photo, that somebody has sent under a name of the browser's choice.

    The same wish sent again, because its answer was lost, finds the row that was made of it.
    """

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="kiriman_baris",
        verbose_name="pengguna",
    )
    tempat = models.CharField("kisi", max_length=120)
    kunci = models.CharField("kunci kiriman", max_length=32)
    objek = models.PositiveBigIntegerField("baris", null=True, blank=True)
    pada = models.DateTimeField("dikirim pada", auto_now_add=True)

    class Meta:
        verbose_name = "kiriman baris"
        verbose_name_plural = "kiriman baris"
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna", "tempat", "kunci"],
                name="kirimanbaris_sekali",
                violation_error_message="Baris ini sudah dikirim.",
            ),
        ]

    def __str__(self):
        return f"{self.tempat} {self.kunci}"

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from lkip.models.analisis import Narasi
from lkip.naskah import BATAS_ISI


class UsulanNaskah(models.Model):
    """A text that somebody keeps beside the one of a section, for the office to decide.

    It was never the section's text, so it is no version: what is taken up becomes one.
    """

    narasi = models.ForeignKey(
        Narasi, models.CASCADE, related_name="usulan", verbose_name="bagian naskah"
    )
    isi = models.TextField("isi", max_length=BATAS_ISI)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh"
    )
    pada = models.DateTimeField("pada", auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "usulan naskah"
        verbose_name_plural = "usulan naskah"
        ordering = ["narasi", "-pada", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(isi=""),
                name="usulannaskah_berisi",
                violation_error_message="Usulan belum berisi naskah.",
            ),
        ]

    def __str__(self):
        return f"Usulan {self.oleh}"

"""The session of a browser, with whose it is."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Sesi(AbstractBaseSession):
    """A session. What its user reads of it is kept in columns; lkip.sesi fills them."""

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="sesi",
        null=True,
        verbose_name="pengguna",
    )
    perangkat = models.CharField("perangkat", max_length=80, blank=True)
    masuk_pada = models.DateTimeField("masuk pada", null=True)
    terakhir_pada = models.DateTimeField("terakhir dipakai pada", null=True)

    class Meta:
        verbose_name = "sesi"
        verbose_name_plural = "sesi"
        ordering = ["-terakhir_pada"]

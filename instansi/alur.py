"""The way of a document from draft to signature: what an LKIP and a Perjanjian Kinerja share.

Who and when of each step travel with the state, and the database refuses a state without them.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length

models.CharField.register_lookup(Length)
models.TextField.register_lookup(Length)

ALASAN_MINIMUM = 10


class Status(models.TextChoices):
    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIVERIFIKASI = "diverifikasi", "Diverifikasi"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DISAHKAN = "disahkan", "Disahkan"


# From diajukan on, what the document says is read-only; it opens again when returned.
TERBUKA = (Status.DRAF, Status.DIKEMBALIKAN)


def _pelaku(verbose_name: str) -> models.ForeignKey:
    """A column for who did something; such a user cannot be deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=verbose_name,
    )


class DokumenBeralur(models.Model):
    """State, and who and when of each step that led there."""

    Status = Status

    status = models.CharField("status", max_length=15, choices=Status, default=Status.DRAF)
    diajukan_pada = models.DateTimeField("diajukan pada", null=True, blank=True)
    diajukan_oleh = _pelaku("diajukan oleh")
    diverifikasi_pada = models.DateTimeField("diverifikasi pada", null=True, blank=True)
    diverifikasi_oleh = _pelaku("diverifikasi oleh")
    dikembalikan_pada = models.DateTimeField("dikembalikan pada", null=True, blank=True)
    dikembalikan_oleh = _pelaku("dikembalikan oleh")
    alasan_dikembalikan = models.TextField("alasan pengembalian", blank=True)
    disahkan_pada = models.DateTimeField("disahkan pada", null=True, blank=True)
    disahkan_oleh = _pelaku("disahkan oleh")

    class Meta:
        abstract = True

    @property
    def terbuka(self) -> bool:
        """Whether what the document says may still be changed."""
        return self.status in TERBUKA


def _tercatat(kejadian: str) -> Q:
    """Who and when of this event are both known."""
    return Q(**{f"{kejadian}_pada__isnull": False, f"{kejadian}_oleh__isnull": False})


def _belum_tercatat(kejadian: str) -> Q:
    """Neither who nor when of this event is known."""
    return Q(**{f"{kejadian}_pada__isnull": True, f"{kejadian}_oleh__isnull": True})


def batasan_alur(
    awalan: str, sebutan: str, *, selalu_diajukan: bool = True
) -> list[models.CheckConstraint]:
    """The constraints of a DokumenBeralur; `sebutan` names the document in their messages.

    Without `selalu_diajukan` one may be signed that nobody submitted here, such as a perjanjian that
    was signed on paper before the office had this application.
    """
    diajukan = _tercatat("diajukan")
    return [
        models.CheckConstraint(
            condition=(
                Q(status="draf") & _belum_tercatat("diajukan") & _belum_tercatat("diverifikasi")
            )
            | (Q(status="diajukan") & diajukan & _belum_tercatat("diverifikasi"))
            | (Q(status="diverifikasi") & diajukan & _tercatat("diverifikasi"))
            | (Q(status="dikembalikan") & diajukan)
            | (Q(status="disahkan") & diajukan if selalu_diajukan else Q(status="disahkan")),
            name=f"{awalan}_langkah_sesuai_status",
            violation_error_message=f"Pengaju dan pemverifikasi {sebutan} harus tercatat sesuai "
            "statusnya.",
        ),
        models.CheckConstraint(
            condition=(Q(status="disahkan") & _tercatat("disahkan") & Q(tanggal__isnull=False))
            | (~Q(status="disahkan") & _belum_tercatat("disahkan")),
            name=f"{awalan}_pengesahan_sesuai_status",
            violation_error_message=f"{sebutan} yang disahkan harus mencatat tanggal dan yang "
            "mengesahkan.",
        ),
        models.CheckConstraint(
            condition=(
                Q(status="dikembalikan")
                & _tercatat("dikembalikan")
                & Q(alasan_dikembalikan__length__gte=ALASAN_MINIMUM)
            )
            | (
                ~Q(status="dikembalikan")
                & _belum_tercatat("dikembalikan")
                & Q(alasan_dikembalikan="")
            ),
            name=f"{awalan}_pengembalian_beralasan",
            violation_error_message=f"{sebutan} yang dikembalikan harus mencatat siapa, kapan, dan "
            f"alasan paling sedikit {ALASAN_MINIMUM} huruf.",
        ),
        models.CheckConstraint(
            condition=Q(disahkan_oleh__isnull=True) | ~Q(disahkan_oleh=models.F("diajukan_oleh")),
            name=f"{awalan}_pengesah_bukan_pengaju",
            violation_error_message=f"{sebutan} tidak dapat disahkan oleh yang mengajukannya.",
        ),
    ]

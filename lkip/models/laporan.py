from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from simple_history.models import HistoricalRecords

from instansi.models import Instansi

models.CharField.register_lookup(Length)
models.TextField.register_lookup(Length)


def pelaku(verbose_name: str) -> models.ForeignKey:
    """A column for who did something; such a user cannot be deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=verbose_name,
    )


def tercatat(kejadian: str) -> Q:
    """Who and when of this event are both known."""
    return Q(**{f"{kejadian}_pada__isnull": False, f"{kejadian}_oleh__isnull": False})


def belum_tercatat(kejadian: str) -> Q:
    """Neither who nor when of this event is known."""
    return Q(**{f"{kejadian}_pada__isnull": True, f"{kejadian}_oleh__isnull": True})


class LKIPQuerySet(models.QuerySet):
    def visible_to(self, user):
        """LKIP of the instansi that `user` may read."""
        return self.filter(instansi__in=Instansi.objects.visible_to(user))


class LKIP(models.Model):
    """The Laporan Kinerja of an instansi and year, and where it stands.

    Who and when of each step travel with the state. `perbaikan_ke` counts the reopenings.
    """

    class Status(models.TextChoices):
        DRAF = "draf", "Draf"
        DIAJUKAN = "diajukan", "Diajukan"
        DIVERIFIKASI = "diverifikasi", "Diverifikasi"
        DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
        DISAHKAN = "disahkan", "Disahkan"

    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="lkip", verbose_name="instansi"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    status = models.CharField("status", max_length=15, choices=Status, default=Status.DRAF)
    perbaikan_ke = models.PositiveSmallIntegerField("perbaikan ke-", default=0)
    tanggal = models.DateField("tanggal laporan", null=True, blank=True)
    diajukan_pada = models.DateTimeField("diajukan pada", null=True, blank=True)
    diajukan_oleh = pelaku("diajukan oleh")
    diverifikasi_pada = models.DateTimeField("diverifikasi pada", null=True, blank=True)
    diverifikasi_oleh = pelaku("diverifikasi oleh")
    dikembalikan_pada = models.DateTimeField("dikembalikan pada", null=True, blank=True)
    dikembalikan_oleh = pelaku("dikembalikan oleh")
    alasan_dikembalikan = models.TextField("alasan pengembalian", blank=True)
    disahkan_pada = models.DateTimeField("disahkan pada", null=True, blank=True)
    disahkan_oleh = pelaku("disahkan oleh")
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
            models.CheckConstraint(
                condition=(
                    Q(status="draf") & belum_tercatat("diajukan") & belum_tercatat("diverifikasi")
                )
                | (Q(status="diajukan") & tercatat("diajukan") & belum_tercatat("diverifikasi"))
                | (Q(status="diverifikasi") & tercatat("diajukan") & tercatat("diverifikasi"))
                | (Q(status="dikembalikan") & tercatat("diajukan"))
                | (Q(status="disahkan") & tercatat("diajukan")),
                name="lkip_langkah_sesuai_status",
                violation_error_message="Pengaju dan pemverifikasi LKIP harus tercatat sesuai "
                "statusnya.",
            ),
            models.CheckConstraint(
                condition=(Q(status="disahkan") & tercatat("disahkan") & Q(tanggal__isnull=False))
                | (~Q(status="disahkan") & belum_tercatat("disahkan")),
                name="lkip_pengesahan_sesuai_status",
                violation_error_message="LKIP yang disahkan harus mencatat tanggal dan yang "
                "mengesahkan.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(status="dikembalikan")
                    & tercatat("dikembalikan")
                    & Q(alasan_dikembalikan__length__gte=10)
                )
                | (
                    ~Q(status="dikembalikan")
                    & belum_tercatat("dikembalikan")
                    & Q(alasan_dikembalikan="")
                ),
                name="lkip_pengembalian_beralasan",
                violation_error_message="LKIP yang dikembalikan harus mencatat siapa, kapan, dan "
                "alasan paling sedikit 10 huruf.",
            ),
            models.CheckConstraint(
                condition=Q(disahkan_oleh__isnull=True)
                | ~Q(disahkan_oleh=models.F("diajukan_oleh")),
                name="lkip_pengesah_bukan_pengaju",
                violation_error_message="LKIP tidak dapat disahkan oleh yang mengajukannya.",
            ),
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


class Pengesahan(models.Model):
    """An issued report: data, workbook and PDF frozen with their hashes. It never changes."""

    lkip = models.ForeignKey(LKIP, models.PROTECT, related_name="pengesahan", verbose_name="LKIP")
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

    history = HistoricalRecords()

    class Meta:
        verbose_name = "pengesahan"
        verbose_name_plural = "pengesahan"
        ordering = ["lkip", "-perbaikan_ke"]
        constraints = [
            models.UniqueConstraint(
                fields=["lkip", "perbaikan_ke"],
                name="pengesahan_unik_per_perbaikan",
                violation_error_message="Perbaikan ini sudah disahkan.",
            ),
            models.CheckConstraint(
                condition=Q(sha256_data__regex=r"^[0-9a-f]{64}\Z")
                & Q(sha256_pdf__regex=r"^[0-9a-f]{64}\Z"),
                name="pengesahan_sha256_lengkap",
                violation_error_message="Pengesahan harus mencatat SHA-256 data dan PDF.",
            ),
        ]

    def __str__(self):
        return f"Pengesahan {self.lkip} ({self.kode})"

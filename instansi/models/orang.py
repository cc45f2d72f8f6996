from datetime import date

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from instansi.batasan import tepat_satu
from instansi.models.instansi import Instansi, Pemda, Seksi
from lkip.angka import AngkaSalah, parse_nip


def validate_nip(nip: str) -> None:
    """Refuse a NIP that is not 18 digits of date of birth, TMT, sex and serial number."""
    try:
        parse_nip(nip)
    except AngkaSalah as error:
        raise ValidationError(error.pesan) from error


class PejabatQuerySet(models.QuerySet):
    def menjabat(self, tanggal: date):
        """Officials in office on this day, the acting one first where two overlap."""
        return self.filter(
            Q(selesai__isnull=True) | Q(selesai__gte=tanggal), mulai__lte=tanggal
        ).order_by("-mulai")


class Pejabat(models.Model):
    """An official in one period: the head of an office, of the pemda, or of a unit."""

    class Peran(models.TextChoices):
        KEPALA_DAERAH = "kepala_daerah", "Kepala daerah"
        PIMPINAN = "pimpinan", "Pimpinan instansi"
        UNIT = "unit", "Pimpinan unit organisasi"

    class Sifat(models.TextChoices):
        DEFINITIF = "definitif", "Definitif"
        PLT = "plt", "Pelaksana tugas (Plt.)"
        PLH = "plh", "Pelaksana harian (Plh.)"
        PJ = "pj", "Penjabat (Pj.)"

    AWALAN = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. "}

    pemda = models.ForeignKey(
        Pemda, models.PROTECT, related_name="pejabat", verbose_name="pemerintah daerah"
    )
    instansi = models.ForeignKey(
        Instansi,
        models.CASCADE,
        related_name="pejabat",
        null=True,
        blank=True,
        verbose_name="instansi",
    )
    seksi = models.ForeignKey(
        Seksi,
        models.PROTECT,
        related_name="pejabat",
        null=True,
        blank=True,
        verbose_name="unit organisasi",
    )
    peran = models.CharField("peran", max_length=15, choices=Peran)
    gelar_depan = models.CharField("gelar depan", max_length=30, blank=True)
    nama = models.CharField("nama tanpa gelar", max_length=100)
    gelar_belakang = models.CharField("gelar belakang", max_length=60, blank=True)
    nip = models.CharField("NIP", max_length=18, blank=True, validators=[validate_nip])
    pangkat = models.CharField("pangkat dan golongan", max_length=60, blank=True)
    jabatan = models.CharField("jabatan", max_length=100)
    sifat = models.CharField("sifat jabatan", max_length=10, choices=Sifat, default=Sifat.DEFINITIF)
    mulai = models.DateField("mulai menjabat")
    selesai = models.DateField("selesai menjabat", null=True, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    objects = PejabatQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering = ["instansi", "peran", "-mulai"]
        constraints = [
            models.CheckConstraint(
                condition=Q(nip="") | Q(nip__regex=r"^[0-9]{18}\Z"),
                name="pejabat_nip_18_angka",
                violation_error_message="NIP terdiri atas 18 angka.",
            ),
            models.CheckConstraint(
                condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
                name="pejabat_masa_jabatan_urut",
                violation_error_message="Tanggal selesai menjabat tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(peran="kepala_daerah", instansi=None, seksi=None)
                | Q(peran="pimpinan", instansi__isnull=False, seksi=None)
                | Q(peran="unit", instansi__isnull=False, seksi__isnull=False),
                name="pejabat_tempat_sesuai_peran",
                violation_error_message="Kepala daerah tidak terikat instansi; pimpinan terikat "
                "instansi; pimpinan unit terikat instansi dan unitnya.",
            ),
        ]

    def __str__(self):
        return self.nama_lengkap

    @property
    def nama_lengkap(self):
        """The name with titles: "Drs. Budi Contoh, M.Si."."""
        nama = f"{self.gelar_depan} {self.nama}".strip()
        return f"{nama}, {self.gelar_belakang}" if self.gelar_belakang else nama

    def menjabat_pada(self, tanggal: date) -> bool:
        """Whether this day lies in the period of office."""
        return self.mulai <= tanggal and (self.selesai is None or tanggal <= self.selesai)

    @property
    def jabatan_lengkap(self):
        """The jabatan with Plt., Plh. or Pj. before it."""
        return self.AWALAN.get(self.sifat, "") + self.jabatan


class Pengguna(AbstractUser):
    """A person who logs in. What they may do stands in their Keanggotaan."""

    nama = models.CharField("nama", max_length=150)

    history = HistoricalRecords(excluded_fields=["password", "last_login"])

    class Meta(AbstractUser.Meta):
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    def __str__(self):
        return self.nama or self.username


class Keanggotaan(models.Model):
    """A role of a user: in one instansi, or in a pemda and thereby in all its instansi."""

    class Peran(models.TextChoices):
        OPERATOR = "operator", "Operator"
        SEKSI = "seksi", "Seksi"
        VERIFIKATOR = "verifikator", "Verifikator"
        CAMAT = "camat", "Camat"
        EVALUATOR = "evaluator", "Evaluator"
        ADMIN = "admin", "Admin"

    PERAN_PEMDA = [Peran.EVALUATOR, Peran.ADMIN]

    pengguna = models.ForeignKey(
        Pengguna, models.CASCADE, related_name="keanggotaan", verbose_name="pengguna"
    )
    peran = models.CharField("peran", max_length=15, choices=Peran)
    pemda = models.ForeignKey(
        Pemda,
        models.CASCADE,
        related_name="keanggotaan",
        null=True,
        blank=True,
        verbose_name="pemerintah daerah",
    )
    instansi = models.ForeignKey(
        Instansi,
        models.CASCADE,
        related_name="keanggotaan",
        null=True,
        blank=True,
        verbose_name="instansi",
    )
    seksi = models.ForeignKey(
        Seksi,
        models.CASCADE,
        related_name="keanggotaan",
        null=True,
        blank=True,
        verbose_name="unit organisasi",
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "keanggotaan"
        verbose_name_plural = "keanggotaan"
        ordering = ["pengguna", "peran"]
        constraints = [
            models.CheckConstraint(
                condition=tepat_satu("pemda", "instansi"),
                name="keanggotaan_satu_lingkup",
                violation_error_message="Pilih satu lingkup: instansi atau pemerintah daerah.",
            ),
            models.CheckConstraint(
                condition=Q(peran__in=["evaluator", "admin"], pemda__isnull=False)
                | Q(
                    peran__in=["operator", "seksi", "verifikator", "camat"], instansi__isnull=False
                ),
                name="keanggotaan_lingkup_sesuai_peran",
                violation_error_message="Evaluator dan admin terikat pemerintah daerah; peran lain "
                "terikat instansi.",
            ),
            models.CheckConstraint(
                condition=Q(peran="seksi", seksi__isnull=False)
                | (~Q(peran="seksi") & Q(seksi__isnull=True)),
                name="keanggotaan_seksi_sesuai_peran",
                violation_error_message="Hanya peran Seksi yang terikat unit organisasi.",
            ),
            models.UniqueConstraint(
                fields=["pengguna", "instansi", "peran"],
                condition=Q(instansi__isnull=False),
                name="keanggotaan_unik_per_instansi",
                violation_error_message="Pengguna ini sudah mempunyai peran tersebut.",
            ),
            models.UniqueConstraint(
                fields=["pengguna", "pemda", "peran"],
                condition=Q(pemda__isnull=False),
                name="keanggotaan_unik_per_pemda",
                violation_error_message="Pengguna ini sudah mempunyai peran tersebut.",
            ),
        ]

    def __str__(self):
        return f"{self.pengguna} – {self.get_peran_display()}"

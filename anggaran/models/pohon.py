from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from anggaran.kode import POLA_KEGIATAN, POLA_PROGRAM, POLA_SUB_KEGIATAN
from instansi.batasan import tepat_satu
from instansi.models import Instansi, Seksi
from renstra.models import Sasaran


class Program(models.Model):
    """A program of one instansi and year."""

    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="program", verbose_name="instansi"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    kode = models.CharField("kode", max_length=30)
    nama = models.CharField("nama program", max_length=300)
    catatan = models.TextField("catatan", blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "program"
        verbose_name_plural = "program"
        ordering = ["instansi", "tahun", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "kode"],
                name="program_kode_unik_per_tahun",
                violation_error_message="Program dengan kode ini sudah ada pada tahun tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(kode__regex=POLA_PROGRAM),
                name="program_kode_tiga_ruas",
                violation_error_message="Kode program ditulis seperti 7.01.01.",
            ),
        ]

    def __str__(self):
        return self.nama


class Kegiatan(models.Model):
    """A kegiatan of a program."""

    program = models.ForeignKey(
        Program, models.PROTECT, related_name="kegiatan", verbose_name="program"
    )
    kode = models.CharField("kode", max_length=30)
    nama = models.CharField("nama kegiatan", max_length=300)
    catatan = models.TextField("catatan", blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ["program", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "kode"],
                name="kegiatan_kode_unik_per_program",
                violation_error_message="Kegiatan dengan kode ini sudah ada dalam program.",
            ),
            models.CheckConstraint(
                condition=Q(kode__regex=POLA_KEGIATAN),
                name="kegiatan_kode_lima_ruas",
                violation_error_message="Kode kegiatan ditulis seperti 7.01.01.2.02.",
            ),
        ]

    def __str__(self):
        return self.nama

    def clean(self):
        """The code continues that of the program."""
        if self.program_id and not self.kode.startswith(f"{self.program.kode}."):
            raise ValidationError({"kode": f"Kode harus diawali {self.program.kode}."})


class SubKegiatan(models.Model):
    """A sub kegiatan: the only level that holds money."""

    kegiatan = models.ForeignKey(
        Kegiatan, models.PROTECT, related_name="sub_kegiatan", verbose_name="kegiatan"
    )
    kode = models.CharField("kode", max_length=30)
    nama = models.CharField("nama sub kegiatan", max_length=300)
    seksi = models.ForeignKey(
        Seksi,
        models.PROTECT,
        related_name="sub_kegiatan",
        null=True,
        blank=True,
        verbose_name="unit penanggung jawab",
    )
    catatan = models.TextField(
        "catatan",
        blank=True,
        help_text="Penjelasan capaian keluaran dan anggaran yang tidak terserap.",
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "sub kegiatan"
        verbose_name_plural = "sub kegiatan"
        ordering = ["kegiatan", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["kegiatan", "kode"],
                name="subkegiatan_kode_unik_per_kegiatan",
                violation_error_message="Sub kegiatan dengan kode ini sudah ada dalam kegiatan.",
            ),
            models.CheckConstraint(
                condition=Q(kode__regex=POLA_SUB_KEGIATAN),
                name="subkegiatan_kode_enam_ruas",
                violation_error_message="Kode sub kegiatan ditulis seperti 7.01.01.2.02.0001.",
            ),
        ]

    def __str__(self):
        return self.nama

    def clean(self):
        """The code continues that of the kegiatan."""
        if self.kegiatan_id and not self.kode.startswith(f"{self.kegiatan.kode}."):
            raise ValidationError({"kode": f"Kode harus diawali {self.kegiatan.kode}."})


class Keluaran(models.Model):
    """An output or outcome indicator of a program, a kegiatan or a sub kegiatan."""

    program = models.ForeignKey(
        Program,
        models.CASCADE,
        related_name="keluaran",
        null=True,
        blank=True,
        verbose_name="program",
    )
    kegiatan = models.ForeignKey(
        Kegiatan,
        models.CASCADE,
        related_name="keluaran",
        null=True,
        blank=True,
        verbose_name="kegiatan",
    )
    sub_kegiatan = models.ForeignKey(
        SubKegiatan,
        models.CASCADE,
        related_name="keluaran",
        null=True,
        blank=True,
        verbose_name="sub kegiatan",
    )
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    indikator = models.CharField("indikator", max_length=300)
    satuan = models.CharField("satuan", max_length=40)
    target = models.DecimalField("target", max_digits=18, decimal_places=4, null=True, blank=True)
    realisasi = models.DecimalField(
        "realisasi", max_digits=18, decimal_places=4, null=True, blank=True
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "keluaran"
        verbose_name_plural = "keluaran"
        ordering = ["urutan", "id"]
        constraints = [
            models.CheckConstraint(
                condition=tepat_satu("program", "kegiatan", "sub_kegiatan"),
                name="keluaran_satu_induk",
                violation_error_message="Keluaran melekat pada tepat satu program, kegiatan, atau "
                "sub kegiatan.",
            ),
            models.CheckConstraint(
                condition=(Q(target__isnull=True) | Q(target__gte=0))
                & (Q(realisasi__isnull=True) | Q(realisasi__gte=0)),
                name="keluaran_tidak_negatif",
                violation_error_message="Target dan realisasi keluaran tidak boleh negatif.",
            ),
        ]

    def __str__(self):
        return self.indikator


class ProgramSasaran(models.Model):
    """A program supports a sasaran with a share of its money; the shares of one program sum to 100."""

    program = models.ForeignKey(
        Program, models.CASCADE, related_name="program_sasaran", verbose_name="program"
    )
    sasaran = models.ForeignKey(
        Sasaran, models.PROTECT, related_name="program_sasaran", verbose_name="sasaran"
    )
    porsi = models.DecimalField("porsi (%)", max_digits=7, decimal_places=4, default=100)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "program pendukung sasaran"
        verbose_name_plural = "program pendukung sasaran"
        ordering = ["program", "sasaran"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "sasaran"],
                name="programsasaran_unik",
                violation_error_message="Program ini sudah dihubungkan dengan sasaran tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(porsi__gt=0, porsi__lte=100),
                name="programsasaran_porsi_wajar",
                violation_error_message="Porsi harus lebih dari 0 dan paling banyak 100 persen.",
            ),
        ]

    def __str__(self):
        return f"{self.program} → {self.sasaran}"

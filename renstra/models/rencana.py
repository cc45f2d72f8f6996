from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from instansi.models import Instansi


class RenstraQuerySet(models.QuerySet):
    def berlaku(self, instansi, tahun):
        """The latest version of the Renstra that covers `tahun`, or none."""
        return (
            self.filter(
                Q(berlaku_mulai__isnull=True) | Q(berlaku_mulai__lte=tahun),
                instansi=instansi,
                tahun_awal__lte=tahun,
                tahun_akhir__gte=tahun,
            )
            .order_by("-tahun_awal", "-perubahan_ke")
            .first()
        )


class Renstra(models.Model):
    """A five-year plan of an instansi in one of its versions; `perubahan_ke` 0 is the first.

    A later version holds from `berlaku_mulai` on; empty means from the first year of the plan.
    """

    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="renstra", verbose_name="instansi"
    )
    tahun_awal = models.PositiveSmallIntegerField("tahun awal")
    tahun_akhir = models.PositiveSmallIntegerField("tahun akhir")
    perubahan_ke = models.PositiveSmallIntegerField("perubahan ke-", default=0)
    berlaku_mulai = models.PositiveSmallIntegerField("berlaku mulai tahun", null=True, blank=True)
    dasar_hukum = models.CharField("dasar hukum", max_length=300)
    ditetapkan = models.DateField("tanggal penetapan", null=True, blank=True)
    visi = models.TextField("visi RPJMD", blank=True)
    misi = models.TextField("misi RPJMD yang didukung", blank=True)
    tujuan_rpjmd = models.TextField("tujuan RPJMD yang didukung", blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    objects = RenstraQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "rencana strategis"
        verbose_name_plural = "rencana strategis"
        ordering = ["instansi", "-tahun_awal", "-perubahan_ke"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun_awal", "perubahan_ke"],
                name="renstra_unik_per_perubahan",
                violation_error_message="Renstra dengan tahun awal dan nomor perubahan ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(tahun_akhir__gte=F("tahun_awal")),
                name="renstra_periode_urut",
                violation_error_message="Tahun akhir Renstra tidak boleh sebelum tahun awal.",
            ),
        ]

    def __str__(self):
        return f"Renstra {self.instansi} {self.tahun_awal}–{self.tahun_akhir}"


class SasaranRPJMD(models.Model):
    """A sasaran of the RPJMD that the Renstra supports."""

    renstra = models.ForeignKey(
        Renstra, models.CASCADE, related_name="sasaran_rpjmd", verbose_name="Renstra"
    )
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.CharField("uraian", max_length=500)
    indikator = models.CharField("indikator", max_length=300, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "sasaran RPJMD"
        verbose_name_plural = "sasaran RPJMD"
        ordering = ["renstra", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["renstra", "urutan"],
                name="sasaranrpjmd_urutan_unik",
                violation_error_message="Nomor urut ini sudah dipakai.",
            ),
        ]

    def __str__(self):
        return self.uraian


class Tujuan(models.Model):
    """A tujuan of the Renstra."""

    renstra = models.ForeignKey(
        Renstra, models.PROTECT, related_name="tujuan", verbose_name="Renstra"
    )
    kode = models.CharField("kode", max_length=20)
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.CharField("uraian", max_length=500)
    sasaran_rpjmd = models.ForeignKey(
        SasaranRPJMD,
        models.PROTECT,
        related_name="tujuan",
        null=True,
        blank=True,
        verbose_name="sasaran RPJMD",
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "tujuan"
        verbose_name_plural = "tujuan"
        ordering = ["renstra", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["renstra", "kode"],
                name="tujuan_kode_unik_per_renstra",
                violation_error_message="Kode tujuan ini sudah dipakai dalam Renstra.",
            ),
        ]

    def __str__(self):
        return self.uraian

    def clean(self):
        """The sasaran RPJMD belongs to the same Renstra."""
        if self.sasaran_rpjmd and self.sasaran_rpjmd.renstra_id != self.renstra_id:
            raise ValidationError(
                {"sasaran_rpjmd": "Sasaran RPJMD harus berasal dari Renstra yang sama."}
            )


class Sasaran(models.Model):
    """A sasaran of the Renstra, below one tujuan."""

    renstra = models.ForeignKey(
        Renstra, models.PROTECT, related_name="sasaran", verbose_name="Renstra"
    )
    tujuan = models.ForeignKey(
        Tujuan, models.PROTECT, related_name="sasaran", verbose_name="tujuan"
    )
    kode = models.CharField("kode", max_length=20)
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.CharField("uraian", max_length=500)
    strategi = models.TextField("strategi", blank=True)
    kebijakan = models.TextField("kebijakan", blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "sasaran"
        verbose_name_plural = "sasaran"
        ordering = ["renstra", "tujuan__urutan", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["renstra", "kode"],
                name="sasaran_kode_unik_per_renstra",
                violation_error_message="Kode sasaran ini sudah dipakai dalam Renstra.",
            ),
        ]

    def __str__(self):
        return self.uraian

    def clean(self):
        """The tujuan belongs to the same Renstra."""
        if self.tujuan_id and self.tujuan.renstra_id != self.renstra_id:
            raise ValidationError({"tujuan": "Tujuan harus berasal dari Renstra yang sama."})

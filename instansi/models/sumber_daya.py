from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from instansi.models.instansi import Instansi


class JabatanSDM(models.Model):
    """Staff of one jabatan at the end of a year, by sex; by education in RincianSDM."""

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="jabatan_sdm", verbose_name="instansi"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    kelompok = models.CharField("kelompok", max_length=60, blank=True)
    nama = models.CharField("jabatan", max_length=100)
    asn = models.BooleanField("ASN", default=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    laki_laki = models.PositiveSmallIntegerField("laki-laki", default=0)
    perempuan = models.PositiveSmallIntegerField("perempuan", default=0)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "jabatan SDM"
        verbose_name_plural = "jabatan SDM"
        ordering = ["instansi", "tahun", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "kelompok", "nama"],
                name="jabatansdm_unik_per_tahun",
                violation_error_message="Jabatan ini sudah ada pada tahun tersebut.",
            ),
        ]

    def __str__(self):
        return self.nama


class RincianSDM(models.Model):
    """Need and actual staff of one jabatan with one level of education.

    An empty kebutuhan means that no need was set; zero means that none is needed.
    """

    class Pendidikan(models.TextChoices):
        SD = "SD", "SD"
        SMP = "SMP", "SMP"
        SMA = "SMA", "SMA"
        D3 = "D3", "D3"
        S1 = "S1", "S1/D4"
        S2 = "S2", "S2"
        S3 = "S3", "S3"

    jabatan = models.ForeignKey(
        JabatanSDM, models.CASCADE, related_name="rincian", verbose_name="jabatan"
    )
    pendidikan = models.CharField("pendidikan", max_length=5, choices=Pendidikan)
    kebutuhan = models.PositiveSmallIntegerField("kebutuhan", null=True, blank=True)
    ada = models.PositiveSmallIntegerField("pegawai yang ada", default=0)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "rincian SDM"
        verbose_name_plural = "rincian SDM"
        ordering = ["jabatan", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["jabatan", "pendidikan"],
                name="rinciansdm_pendidikan_unik",
                violation_error_message="Jenjang pendidikan ini sudah ada untuk jabatan tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(pendidikan__in=["SD", "SMP", "SMA", "D3", "S1", "S2", "S3"]),
                name="rinciansdm_pendidikan_dikenal",
                violation_error_message="Jenjang pendidikan tidak dikenal.",
            ),
        ]

    def __str__(self):
        return f"{self.jabatan} – {self.pendidikan}"


class Sarana(models.Model):
    """Equipment of one kind and condition at the end of a year."""

    class Kondisi(models.TextChoices):
        BAIK = "baik", "Baik"
        RUSAK_RINGAN = "rusak_ringan", "Rusak ringan"
        RUSAK_BERAT = "rusak_berat", "Rusak berat"

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="sarana", verbose_name="instansi"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    nama = models.CharField("nama sarana", max_length=150)
    satuan = models.CharField("satuan", max_length=30, default="Unit")
    jumlah = models.PositiveIntegerField("jumlah")
    kondisi = models.CharField("kondisi", max_length=15, choices=Kondisi, default=Kondisi.BAIK)
    jumlah_ideal = models.PositiveIntegerField("jumlah ideal", null=True, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "sarana prasarana"
        verbose_name_plural = "sarana prasarana"
        ordering = ["instansi", "tahun", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "nama", "kondisi"],
                name="sarana_unik_per_kondisi",
                violation_error_message="Sarana dengan nama dan kondisi ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(kondisi__in=["baik", "rusak_ringan", "rusak_berat"]),
                name="sarana_kondisi_dikenal",
                violation_error_message="Kondisi sarana tidak dikenal.",
            ),
        ]

    def __str__(self):
        return self.nama

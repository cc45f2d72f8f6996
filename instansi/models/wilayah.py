from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from instansi.batasan import bersama
from instansi.models.instansi import Instansi


class ProfilWilayah(models.Model):
    """The area and its people in one year. The population is the sum of both sexes."""

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="profil_wilayah", verbose_name="instansi"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    luas_km2 = models.DecimalField(
        "luas wilayah (km²)", max_digits=10, decimal_places=2, null=True, blank=True
    )
    laki_laki = models.PositiveIntegerField("penduduk laki-laki", null=True, blank=True)
    perempuan = models.PositiveIntegerField("penduduk perempuan", null=True, blank=True)
    batas_utara = models.CharField("batas utara", max_length=150, blank=True)
    batas_timur = models.CharField("batas timur", max_length=150, blank=True)
    batas_selatan = models.CharField("batas selatan", max_length=150, blank=True)
    batas_barat = models.CharField("batas barat", max_length=150, blank=True)
    sumber = models.CharField("sumber data", max_length=150, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "profil wilayah"
        verbose_name_plural = "profil wilayah"
        ordering = ["instansi", "tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun"],
                name="profilwilayah_unik_per_tahun",
                violation_error_message="Profil wilayah tahun tersebut sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(luas_km2__isnull=True) | Q(luas_km2__gt=0),
                name="profilwilayah_luas_positif",
                violation_error_message="Luas wilayah harus lebih besar dari nol.",
            ),
            models.CheckConstraint(
                condition=bersama("laki_laki", "perempuan"),
                name="profilwilayah_penduduk_lengkap",
                violation_error_message="Isi jumlah penduduk laki-laki dan perempuan, atau kosongkan "
                "keduanya.",
            ),
        ]

    def __str__(self):
        return f"Profil wilayah {self.instansi} {self.tahun}"


class Desa(models.Model):
    """A desa or kelurahan of the kecamatan."""

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="desa", verbose_name="instansi"
    )
    nama = models.CharField("nama", max_length=100)
    kelurahan = models.BooleanField("kelurahan", default=False)
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "desa/kelurahan"
        verbose_name_plural = "desa/kelurahan"
        ordering = ["instansi", "urutan", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nama", "kelurahan"],
                name="desa_nama_unik_per_instansi",
                violation_error_message="Desa atau kelurahan dengan nama ini sudah ada.",
            ),
        ]

    def __str__(self):
        return f"{'Kelurahan' if self.kelurahan else 'Desa'} {self.nama}"


class MataPencaharian(models.Model):
    """How many people live from one kind of work."""

    profil = models.ForeignKey(
        ProfilWilayah,
        models.CASCADE,
        related_name="mata_pencaharian",
        verbose_name="profil wilayah",
    )
    nama = models.CharField("mata pencaharian", max_length=100)
    jumlah = models.PositiveIntegerField("jumlah (jiwa)")
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "mata pencaharian"
        verbose_name_plural = "mata pencaharian"
        ordering = ["profil", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["profil", "nama"],
                name="matapencaharian_unik",
                violation_error_message="Mata pencaharian ini sudah ada.",
            ),
        ]

    def __str__(self):
        return self.nama


class Potensi(models.Model):
    """A potential of the area, good or bad: tourism, economy, disaster."""

    class Jenis(models.TextChoices):
        BENCANA = "bencana", "Potensi bencana alam"
        WISATA = "wisata", "Potensi wisata"
        EKONOMI = "ekonomi", "Potensi ekonomi"

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="potensi", verbose_name="instansi"
    )
    jenis = models.CharField("jenis", max_length=10, choices=Jenis)
    nama = models.CharField("nama", max_length=150)
    desa = models.ForeignKey(
        Desa,
        models.PROTECT,
        related_name="potensi",
        null=True,
        blank=True,
        verbose_name="desa/kelurahan",
    )
    uraian = models.TextField("uraian", blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "potensi wilayah"
        verbose_name_plural = "potensi wilayah"
        ordering = ["instansi", "jenis", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "jenis", "nama"],
                name="potensi_unik",
                violation_error_message="Potensi dengan nama ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=["bencana", "wisata", "ekonomi"]),
                name="potensi_jenis_dikenal",
                violation_error_message="Jenis potensi tidak dikenal.",
            ),
        ]

    def __str__(self):
        return self.nama


class IsuStrategis(models.Model):
    """A strategic issue that Bab I names for a year."""

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="isu_strategis", verbose_name="instansi"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.CharField("uraian", max_length=500)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "isu strategis"
        verbose_name_plural = "isu strategis"
        ordering = ["instansi", "tahun", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "urutan"],
                name="isustrategis_urutan_unik",
                violation_error_message="Nomor urut ini sudah dipakai.",
            ),
        ]

    def __str__(self):
        return self.uraian

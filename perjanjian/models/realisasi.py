from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from anggaran.models import SubKegiatan
from instansi.batasan import satu_bentuk_target, tepat_satu
from instansi.models import Seksi
from renstra.models import Indikator


class RencanaAksi(models.Model):
    """The target of one triwulan and what will be done for it."""

    indikator = models.ForeignKey(
        Indikator, models.CASCADE, related_name="rencana_aksi", verbose_name="indikator"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    triwulan = models.PositiveSmallIntegerField("triwulan")
    nilai = models.DecimalField("target", max_digits=18, decimal_places=4, null=True, blank=True)
    huruf = models.CharField("target huruf", max_length=10, blank=True)
    tidak_ditargetkan = models.BooleanField("tidak ditargetkan triwulan ini", default=False)
    aksi = models.CharField("rencana aksi", max_length=500, blank=True)
    seksi = models.ForeignKey(
        Seksi,
        models.PROTECT,
        related_name="rencana_aksi",
        null=True,
        blank=True,
        verbose_name="penanggung jawab",
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "rencana aksi"
        verbose_name_plural = "rencana aksi"
        ordering = ["indikator", "tahun", "triwulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tahun", "triwulan"],
                name="rencanaaksi_unik_per_triwulan",
                violation_error_message="Rencana aksi triwulan tersebut sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__gte=1, triwulan__lte=4),
                name="rencanaaksi_triwulan_1_4",
                violation_error_message="Triwulan harus 1 sampai 4.",
            ),
            models.CheckConstraint(
                condition=satu_bentuk_target(),
                name="rencanaaksi_satu_bentuk",
                violation_error_message="Isi target dengan angka atau huruf, atau tandai tidak "
                "ditargetkan.",
            ),
        ]

    def __str__(self):
        return f"{self.indikator} {self.tahun} TW {self.triwulan}"


def satu_bentuk_realisasi() -> Q:
    """A realisasi is a number, a ratio, a grade, "no event", or still empty: only one of them."""
    tanpa_rasio = Q(pembilang__isnull=True, penyebut__isnull=True)
    kosong = tanpa_rasio & Q(nilai__isnull=True, huruf="")
    return (
        kosong
        | (tanpa_rasio & Q(nilai__isnull=False, tidak_ada_kejadian=False))
        | (tanpa_rasio & Q(nilai__isnull=True, tidak_ada_kejadian=False) & ~Q(huruf=""))
        | Q(
            nilai__isnull=True,
            huruf="",
            tidak_ada_kejadian=False,
            pembilang__isnull=False,  # a comparison with NULL is not false, and would be accepted
            pembilang__gte=0,
            penyebut__isnull=False,
            penyebut__gt=0,
        )
    )


class Realisasi(models.Model):
    """What one triwulan brought, or a whole year where `triwulan` is 0 (earlier years).

    The year value is accumulated from the triwulan (R11); a row of the whole year counts only
    where no triwulan was reported.
    """

    class Periode(models.IntegerChoices):
        TAHUN = 0, "Tahun"
        TW_1 = 1, "Triwulan I"
        TW_2 = 2, "Triwulan II"
        TW_3 = 3, "Triwulan III"
        TW_4 = 4, "Triwulan IV"

    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="realisasi", verbose_name="indikator"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    triwulan = models.PositiveSmallIntegerField("periode", choices=Periode)
    nilai = models.DecimalField("realisasi", max_digits=18, decimal_places=4, null=True, blank=True)
    pembilang = models.DecimalField(
        "pembilang", max_digits=18, decimal_places=4, null=True, blank=True
    )
    penyebut = models.DecimalField(
        "penyebut", max_digits=18, decimal_places=4, null=True, blank=True
    )
    huruf = models.CharField("realisasi huruf", max_length=10, blank=True)
    tidak_ada_kejadian = models.BooleanField("tidak ada kejadian", default=False)
    data_tahun_sebelumnya = models.BooleanField(
        "memakai data tahun sebelumnya",
        default=False,
        help_text="Statistik tahun ini belum dirilis; dokumen mencetak catatannya.",
    )
    pendukung = models.TextField("faktor pendukung", blank=True)
    penghambat = models.TextField("faktor penghambat", blank=True)
    tindak_lanjut = models.TextField("tindak lanjut", blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "realisasi"
        verbose_name_plural = "realisasi"
        ordering = ["indikator", "tahun", "triwulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tahun", "triwulan"],
                name="realisasi_unik_per_periode",
                violation_error_message="Realisasi periode tersebut sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__gte=0, triwulan__lte=4),
                name="realisasi_periode_0_4",
                violation_error_message="Periode harus tahun atau triwulan 1 sampai 4.",
            ),
            models.CheckConstraint(
                condition=satu_bentuk_realisasi(),
                name="realisasi_satu_bentuk",
                violation_error_message="Isi realisasi dengan angka, dengan pembilang dan penyebut "
                "(penyebut lebih dari nol), atau dengan huruf; atau tandai tidak ada kejadian.",
            ),
        ]

    def __str__(self):
        return f"{self.indikator} {self.tahun} {self.get_triwulan_display()}"


class Bukti(models.Model):
    """Evidence of a realisasi or of a sub kegiatan: a file or a link, and where in it to look."""

    realisasi = models.ForeignKey(
        Realisasi,
        models.CASCADE,
        related_name="bukti",
        null=True,
        blank=True,
        verbose_name="realisasi",
    )
    sub_kegiatan = models.ForeignKey(
        SubKegiatan,
        models.CASCADE,
        related_name="bukti",
        null=True,
        blank=True,
        verbose_name="sub kegiatan",
    )
    nama = models.CharField("nama dokumen", max_length=200)
    berkas = models.FileField(
        "berkas",
        upload_to="bukti/",
        blank=True,
        validators=[FileExtensionValidator(["pdf", "jpg", "jpeg", "png", "xlsx", "docx"])],
    )
    tautan = models.URLField("tautan", blank=True)
    halaman = models.CharField("halaman", max_length=60, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "bukti dukung"
        verbose_name_plural = "bukti dukung"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=tepat_satu("realisasi", "sub_kegiatan"),
                name="bukti_satu_induk",
                violation_error_message="Bukti melekat pada tepat satu realisasi atau sub kegiatan.",
            ),
            models.CheckConstraint(
                condition=Q(sha256="") | Q(sha256__regex=r"^[0-9a-f]{64}\Z"),
                name="bukti_sha256_64_angka",
                violation_error_message="SHA-256 bukti tidak sah.",
            ),
        ]

    def __str__(self):
        return self.nama

from django.core.validators import FileExtensionValidator, MinLengthValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from anggaran.models import SubKegiatan
from instansi.batasan import tepat_satu
from lkip.models.laporan import LKIP
from lkip.naskah import BAGIAN, BATAS_ISI
from renstra.models import Indikator, Sasaran, Tujuan


class Narasi(models.Model):
    """What staff wrote for one section of the document, as cleaned HTML.

    A text that was copied from the year before is `perlu_dikonfirmasi` until somebody saves it.
    `angka` are the figures of the report that it names, as they were (lkip/angka_naskah.py).
    """

    lkip = models.ForeignKey(LKIP, models.CASCADE, related_name="narasi", verbose_name="LKIP")
    bagian = models.CharField("bagian", max_length=40, choices=list(BAGIAN.items()))
    isi = models.TextField("isi", blank=True, max_length=BATAS_ISI)
    angka = models.JSONField("angka saat ditulis", default=dict, blank=True, editable=False)
    perlu_dikonfirmasi = models.BooleanField("perlu dikonfirmasi", default=False)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "narasi"
        verbose_name_plural = "narasi"
        ordering = ["lkip", "bagian"]
        constraints = [
            models.UniqueConstraint(
                fields=["lkip", "bagian"],
                name="narasi_unik_per_bagian",
                violation_error_message="Narasi bagian ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(bagian__in=list(BAGIAN)),
                name="narasi_bagian_dikenal",
                violation_error_message="Bagian naskah tidak dikenal.",
            ),
        ]

    def __str__(self):
        return f"{self.lkip} – {self.get_bagian_display()}"


class Pembanding(models.Model):
    """A benchmark of an indikator for the year, or the reason why there is none."""

    class Lingkup(models.TextChoices):
        NASIONAL = "nasional", "Nasional"
        PROVINSI = "provinsi", "Provinsi"
        KABUPATEN = "kabupaten", "Kabupaten/Kota"
        SEJENIS = "sejenis", "Instansi sejenis"

    lkip = models.ForeignKey(LKIP, models.CASCADE, related_name="pembanding", verbose_name="LKIP")
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="pembanding", verbose_name="indikator"
    )
    lingkup = models.CharField("lingkup", max_length=10, choices=Lingkup, default=Lingkup.NASIONAL)
    nilai = models.DecimalField("nilai", max_digits=18, decimal_places=4, null=True, blank=True)
    tahun_data = models.PositiveSmallIntegerField("tahun data", null=True, blank=True)
    sumber = models.CharField("sumber", max_length=200, blank=True)
    alasan = models.CharField("alasan tidak ada pembanding", max_length=500, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "pembanding"
        verbose_name_plural = "pembanding"
        ordering = ["lkip", "indikator", "lingkup"]
        constraints = [
            models.UniqueConstraint(
                fields=["lkip", "indikator", "lingkup"],
                name="pembanding_unik_per_lingkup",
                violation_error_message="Pembanding lingkup ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=(Q(nilai__isnull=False, alasan="") & ~Q(sumber=""))
                | (Q(nilai__isnull=True) & ~Q(alasan="")),
                name="pembanding_nilai_atau_alasan",
                violation_error_message="Isi nilai pembanding beserta sumbernya, atau alasan mengapa "
                "tidak ada.",
            ),
        ]

    def __str__(self):
        return f"{self.indikator} – {self.get_lingkup_display()}"


class ButirAnalisis(models.Model):
    """One row of the analysis of a tujuan or sasaran; follow-up rows name who and until when.

    A row that was copied from the year before is `perlu_dikonfirmasi` until somebody confirms it.
    """

    class Jenis(models.TextChoices):
        PENDORONG = "pendorong", "Faktor pendorong keberhasilan"
        PENGHAMBAT = "penghambat", "Faktor penghambat"
        KENDALA = "kendala", "Kendala"
        UPAYA = "upaya", "Upaya yang sudah dilakukan"
        RENCANA = "rencana", "Rencana tindak lanjut"
        UMUM = "umum", "Uraian"

    lkip = models.ForeignKey(LKIP, models.CASCADE, related_name="analisis", verbose_name="LKIP")
    tujuan = models.ForeignKey(
        Tujuan,
        models.PROTECT,
        related_name="analisis",
        null=True,
        blank=True,
        verbose_name="tujuan",
    )
    sasaran = models.ForeignKey(
        Sasaran,
        models.PROTECT,
        related_name="analisis",
        null=True,
        blank=True,
        verbose_name="sasaran",
    )
    jenis = models.CharField("jenis", max_length=12, choices=Jenis)
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    uraian = models.TextField("uraian", max_length=2000)
    penanggung_jawab = models.CharField("penanggung jawab", max_length=150, blank=True)
    tenggat = models.DateField("tenggat", null=True, blank=True)
    perlu_dikonfirmasi = models.BooleanField("perlu dikonfirmasi", default=False)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "butir analisis"
        verbose_name_plural = "butir analisis"
        ordering = ["lkip", "jenis", "urutan", "id"]
        constraints = [
            models.CheckConstraint(
                condition=tepat_satu("tujuan", "sasaran"),
                name="butiranalisis_satu_induk",
                violation_error_message="Analisis melekat pada tepat satu tujuan atau sasaran.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis="rencana")
                | (~Q(penanggung_jawab="") & Q(tenggat__isnull=False)),
                name="butiranalisis_rencana_bertenggat",
                violation_error_message="Rencana tindak lanjut harus menyebut penanggung jawab dan "
                "tenggat.",
            ),
            models.CheckConstraint(
                condition=Q(
                    jenis__in=["pendorong", "penghambat", "kendala", "upaya", "rencana", "umum"]
                ),
                name="butiranalisis_jenis_dikenal",
                violation_error_message="Jenis butir analisis tidak dikenal.",
            ),
        ]

    def __str__(self):
        return self.uraian


class Foto(models.Model):
    """A photo of an activity with its caption."""

    lkip = models.ForeignKey(LKIP, models.CASCADE, related_name="foto", verbose_name="LKIP")
    sub_kegiatan = models.ForeignKey(
        SubKegiatan,
        models.PROTECT,
        related_name="foto",
        null=True,
        blank=True,
        verbose_name="sub kegiatan",
    )
    berkas = models.ImageField(
        "foto",
        upload_to="foto/",
        validators=[FileExtensionValidator(["jpg", "jpeg", "png"])],
    )
    keterangan = models.CharField("keterangan", max_length=160, validators=[MinLengthValidator(3)])
    tanggal = models.DateField("tanggal", null=True, blank=True)
    lokasi = models.CharField("lokasi", max_length=150, blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "foto kegiatan"
        verbose_name_plural = "foto kegiatan"
        ordering = ["lkip", "urutan", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(keterangan=""),
                name="foto_berketerangan",
                violation_error_message="Keterangan foto harus diisi.",
            ),
        ]

    def __str__(self):
        return self.keterangan


class Lampiran(models.Model):
    """A further attachment of the report, such as an award."""

    class Jenis(models.TextChoices):
        PENGHARGAAN = "penghargaan", "Penghargaan"
        LAIN = "lain", "Dokumen lain"

    lkip = models.ForeignKey(LKIP, models.CASCADE, related_name="lampiran", verbose_name="LKIP")
    jenis = models.CharField("jenis", max_length=12, choices=Jenis, default=Jenis.LAIN)
    judul = models.CharField("judul", max_length=200)
    keterangan = models.TextField("keterangan", blank=True)
    berkas = models.FileField(
        "berkas",
        upload_to="lampiran/",
        blank=True,
        validators=[FileExtensionValidator(["pdf", "jpg", "jpeg", "png"])],
    )
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "lampiran"
        verbose_name_plural = "lampiran"
        ordering = ["lkip", "urutan", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(judul=""),
                name="lampiran_berjudul",
                violation_error_message="Judul lampiran harus diisi.",
            ),
        ]

    def __str__(self):
        return self.judul

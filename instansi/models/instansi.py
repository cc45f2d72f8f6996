from django.core.validators import FileExtensionValidator, RegexValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords


class Pemda(models.Model):
    """A kabupaten or kota: the level above its kecamatan."""

    kode = models.CharField("kode", max_length=5, unique=True)
    nama = models.CharField("nama", max_length=100, unique=True)
    provinsi = models.CharField("provinsi", max_length=100)
    jabatan_kepala = models.CharField("jabatan kepala daerah", max_length=100)
    lambang = models.ImageField(
        "lambang",
        upload_to="lambang/",
        blank=True,
        validators=[FileExtensionValidator(["png", "jpg", "jpeg"])],
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "pemerintah daerah"
        verbose_name_plural = "pemerintah daerah"
        ordering = ["nama"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kode__regex=r"^[0-9]{2}\.[0-9]{2}\Z"),
                name="pemda_kode_dua_ruas",
                violation_error_message="Kode pemerintah daerah ditulis seperti 35.09.",
            ),
        ]

    def __str__(self):
        return self.nama


class InstansiQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Instansi that `user` belongs to, directly or through their pemda."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            Q(keanggotaan__pengguna=user) | Q(pemda__keanggotaan__pengguna=user)
        ).distinct()


class Instansi(models.Model):
    """An office that makes its own LKIP: a kecamatan."""

    class ZonaWaktu(models.TextChoices):
        WIB = "WIB", "WIB"
        WITA = "WITA", "WITA"
        WIT = "WIT", "WIT"

    pemda = models.ForeignKey(
        Pemda, models.PROTECT, related_name="instansi", verbose_name="pemerintah daerah"
    )
    kode = models.CharField(
        "kode",
        max_length=30,
        unique=True,
        validators=[
            RegexValidator(r"^[0-9A-Za-z.-]+$", "Kode hanya memuat huruf, angka, . dan -.")
        ],
    )
    nama = models.CharField("nama", max_length=150)
    jabatan_pimpinan = models.CharField("jabatan pimpinan", max_length=100)
    alamat = models.CharField("alamat", max_length=200)
    telepon = models.CharField("telepon", max_length=30, blank=True)
    email = models.EmailField("pos-el", blank=True)
    laman = models.URLField("laman", blank=True)
    tempat = models.CharField(
        "tempat penandatanganan", max_length=60, help_text="Tertulis di depan tanggal dokumen."
    )
    zona_waktu = models.CharField(
        "zona waktu", max_length=4, choices=ZonaWaktu, default=ZonaWaktu.WIB
    )
    dasar_organisasi = models.CharField(
        "dasar hukum organisasi",
        max_length=300,
        blank=True,
        help_text="Peraturan tentang kedudukan, tugas, fungsi, dan susunan organisasi.",
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    objects = InstansiQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "instansi"
        verbose_name_plural = "instansi"
        ordering = ["nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "nama"],
                name="instansi_nama_unik_per_pemda",
                violation_error_message="Nama instansi ini sudah ada di pemerintah daerah tersebut.",
            ),
            models.CheckConstraint(
                condition=~Q(kode=""),
                name="instansi_kode_terisi",
                violation_error_message="Kode instansi harus diisi.",
            ),
        ]

    def __str__(self):
        return self.nama


class Seksi(models.Model):
    """A unit of the susunan organisasi; it answers for indikator and sub kegiatan."""

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="seksi", verbose_name="instansi"
    )
    induk = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="anak",
        null=True,
        blank=True,
        verbose_name="unit atasan",
    )
    nama = models.CharField("nama", max_length=150)
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "unit organisasi"
        verbose_name_plural = "unit organisasi"
        ordering = ["instansi", "urutan", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nama"],
                name="seksi_nama_unik_per_instansi",
                violation_error_message="Unit organisasi dengan nama ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=~Q(induk=models.F("id")),
                name="seksi_bukan_induk_sendiri",
                violation_error_message="Unit organisasi tidak dapat menjadi atasan dirinya sendiri.",
            ),
        ]

    def __str__(self):
        return self.nama


class UraianTugas(models.Model):
    """One item of the tugas or fungsi of the office, as its regulation lists them."""

    class Jenis(models.TextChoices):
        TUGAS = "tugas", "Tugas"
        FUNGSI = "fungsi", "Fungsi"

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="uraian_tugas", verbose_name="instansi"
    )
    jenis = models.CharField("jenis", max_length=10, choices=Jenis)
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.CharField("uraian", max_length=500)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "uraian tugas dan fungsi"
        verbose_name_plural = "uraian tugas dan fungsi"
        ordering = ["instansi", "-jenis", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "jenis", "urutan"],
                name="uraiantugas_urutan_unik",
                violation_error_message="Nomor urut ini sudah dipakai.",
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=["tugas", "fungsi"]),
                name="uraiantugas_jenis_dikenal",
                violation_error_message="Jenis uraian harus tugas atau fungsi.",
            ),
        ]

    def __str__(self):
        return self.uraian

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from instansi.alur import DokumenBeralur, batasan_alur
from instansi.batasan import satu_bentuk_target
from instansi.models import Instansi, Pejabat
from lkip.isi.anggaran import Tahap
from renstra.models import Indikator, Renstra

PESAN_BENTUK = "Isi target dengan angka atau huruf, atau tandai tidak ditargetkan."


class RencanaKinerja(models.Model):
    """The Rencana Kinerja Tahunan (RKT) of an instansi and year."""

    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="rencana_kinerja", verbose_name="instansi"
    )
    renstra = models.ForeignKey(
        Renstra, models.PROTECT, related_name="rencana_kinerja", verbose_name="Renstra"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    nomor = models.CharField("nomor", max_length=100, blank=True)
    tanggal = models.DateField("tanggal", null=True, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "rencana kinerja tahunan"
        verbose_name_plural = "rencana kinerja tahunan"
        ordering = ["instansi", "tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun"],
                name="rencanakinerja_unik_per_tahun",
                violation_error_message="RKT tahun tersebut sudah ada.",
            ),
        ]

    def __str__(self):
        return f"RKT {self.instansi} {self.tahun}"


class TargetRKT(models.Model):
    """The target that the RKT sets for an indikator."""

    rencana = models.ForeignKey(
        RencanaKinerja, models.CASCADE, related_name="target", verbose_name="RKT"
    )
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="target_rkt", verbose_name="indikator"
    )
    nilai = models.DecimalField("target", max_digits=18, decimal_places=4, null=True, blank=True)
    huruf = models.CharField("target huruf", max_length=10, blank=True)
    tidak_ditargetkan = models.BooleanField("tidak ditargetkan tahun ini", default=False)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "target RKT"
        verbose_name_plural = "target RKT"
        ordering = ["rencana", "indikator"]
        constraints = [
            models.UniqueConstraint(
                fields=["rencana", "indikator"],
                name="targetrkt_unik",
                violation_error_message="Indikator ini sudah ada dalam RKT.",
            ),
            models.CheckConstraint(
                condition=satu_bentuk_target(),
                name="targetrkt_satu_bentuk",
                violation_error_message=PESAN_BENTUK,
            ),
        ]

    def __str__(self):
        return f"{self.rencana} – {self.indikator}"


class PerjanjianQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Perjanjian of the instansi that `user` may read."""
        return self.filter(instansi__in=Instansi.objects.visible_to(user))


class PerjanjianKinerja(DokumenBeralur):
    """One Perjanjian Kinerja of an instansi and year: murni or perubahan.

    The parties are copied into it when it is signed, because documents keep the official of
    their date (PermenPANRB 53/2014). A signed perjanjian no longer changes.
    """

    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="perjanjian", verbose_name="instansi"
    )
    renstra = models.ForeignKey(
        Renstra, models.PROTECT, related_name="perjanjian", verbose_name="Renstra"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    jenis = models.CharField(
        "jenis", max_length=10, choices=[("murni", "Murni"), ("perubahan", "Perubahan")]
    )
    tahap_anggaran = models.CharField(
        "tahap anggaran", max_length=10, choices=[(satu.value, satu.label) for satu in Tahap]
    )
    nomor = models.CharField("nomor", max_length=100, blank=True)
    tanggal = models.DateField("tanggal", null=True, blank=True)
    alasan = models.TextField("alasan perubahan", blank=True)
    pihak_pertama_nama = models.CharField("nama pihak pertama", max_length=200, blank=True)
    pihak_pertama_jabatan = models.CharField("jabatan pihak pertama", max_length=120, blank=True)
    pihak_pertama_nip = models.CharField("NIP pihak pertama", max_length=18, blank=True)
    pihak_pertama_pangkat = models.CharField("pangkat pihak pertama", max_length=60, blank=True)
    pihak_kedua_nama = models.CharField("nama pihak kedua", max_length=200, blank=True)
    pihak_kedua_jabatan = models.CharField("jabatan pihak kedua", max_length=120, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    objects = PerjanjianQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "perjanjian kinerja"
        verbose_name_plural = "perjanjian kinerja"
        ordering = ["instansi", "-tahun", "jenis"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "jenis"],
                name="perjanjian_unik_per_jenis",
                violation_error_message="Perjanjian kinerja jenis ini sudah ada pada tahun tersebut.",
            ),
            models.CheckConstraint(
                condition=Q(jenis="murni", tahap_anggaran="murni")
                | (Q(jenis="perubahan", tahap_anggaran__in=["murni", "perubahan"]) & ~Q(alasan="")),
                name="perjanjian_perubahan_beralasan",
                violation_error_message="Perjanjian kinerja perubahan harus menyebut alasannya; "
                "perjanjian murni memakai pagu murni.",
            ),
            *batasan_alur("perjanjian", "Perjanjian kinerja", selalu_diajukan=False),
            models.CheckConstraint(
                condition=~Q(status="disahkan")
                | (~Q(pihak_pertama_nama="") & ~Q(pihak_kedua_nama="")),
                name="perjanjian_disahkan_kedua_pihak",
                violation_error_message="Perjanjian yang disahkan harus menyebut kedua pihak.",
            ),
        ]

    def __str__(self):
        return f"Perjanjian Kinerja {self.get_jenis_display()} {self.instansi} {self.tahun}"

    @property
    def is_locked(self):
        """Targets of a submitted or signed perjanjian do not change; realisasi still does."""
        return not self.terbuka

    @staticmethod
    def bekukan_pihak(pihak_pertama: Pejabat, pihak_kedua: Pejabat) -> dict[str, str]:
        """The columns of both parties as they stand on the day of signature."""
        return {
            "pihak_pertama_nama": pihak_pertama.nama_lengkap,
            "pihak_pertama_jabatan": pihak_pertama.jabatan_lengkap,
            "pihak_pertama_nip": pihak_pertama.nip,
            "pihak_pertama_pangkat": pihak_pertama.pangkat,
            "pihak_kedua_nama": pihak_kedua.nama_lengkap,
            "pihak_kedua_jabatan": pihak_kedua.jabatan_lengkap,
        }


class TargetPK(models.Model):
    """The target that a perjanjian sets for an indikator; `urutan` is its row in the lampiran."""

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, models.CASCADE, related_name="target", verbose_name="perjanjian kinerja"
    )
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, related_name="target_pk", verbose_name="indikator"
    )
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    nilai = models.DecimalField("target", max_digits=18, decimal_places=4, null=True, blank=True)
    huruf = models.CharField("target huruf", max_length=10, blank=True)
    tidak_ditargetkan = models.BooleanField("tidak ditargetkan tahun ini", default=False)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "target perjanjian kinerja"
        verbose_name_plural = "target perjanjian kinerja"
        ordering = ["perjanjian", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["perjanjian", "indikator"],
                name="targetpk_unik",
                violation_error_message="Indikator ini sudah ada dalam perjanjian kinerja.",
            ),
            models.CheckConstraint(
                condition=satu_bentuk_target(),
                name="targetpk_satu_bentuk",
                violation_error_message=PESAN_BENTUK,
            ),
        ]

    def __str__(self):
        return f"{self.perjanjian} – {self.indikator}"

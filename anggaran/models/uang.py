from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from anggaran.models.pohon import SubKegiatan
from lkip.isi.anggaran import JenisBelanja, Tahap

PILIHAN_TAHAP = [(satu.value, satu.label) for satu in Tahap]
PILIHAN_JENIS = [(satu.value, satu.label) for satu in JenisBelanja]


def jenis_dikenal() -> Q:
    """The kind of belanja is one of the four of the regulation."""
    return Q(jenis__in=[satu.value for satu in JenisBelanja])


class Pagu(models.Model):
    """Money planned for one sub kegiatan, budget version and kind of belanja, in rupiah.

    Without a row of the perubahan, the amount of the murni still stands; zero means removed.
    """

    sub_kegiatan = models.ForeignKey(
        SubKegiatan, models.CASCADE, related_name="pagu", verbose_name="sub kegiatan"
    )
    tahap = models.CharField("tahap", max_length=10, choices=PILIHAN_TAHAP)
    jenis = models.CharField("jenis belanja", max_length=12, choices=PILIHAN_JENIS)
    jumlah = models.DecimalField("pagu (Rp)", max_digits=18, decimal_places=2)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "pagu"
        verbose_name_plural = "pagu"
        ordering = ["sub_kegiatan", "tahap", "jenis"]
        constraints = [
            models.UniqueConstraint(
                fields=["sub_kegiatan", "tahap", "jenis"],
                name="pagu_unik",
                violation_error_message="Pagu tahap dan jenis belanja ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(jumlah__gte=0),
                name="pagu_tidak_negatif",
                violation_error_message="Pagu tidak boleh negatif.",
            ),
            models.CheckConstraint(
                condition=jenis_dikenal() & Q(tahap__in=[satu.value for satu in Tahap]),
                name="pagu_tahap_dan_jenis_dikenal",
                violation_error_message="Tahap anggaran atau jenis belanja tidak dikenal.",
            ),
        ]

    def __str__(self):
        return f"{self.sub_kegiatan} {self.tahap} {self.jenis}"


class RealisasiAnggaran(models.Model):
    """Money spent on one sub kegiatan from January to the end of a triwulan, in rupiah."""

    sub_kegiatan = models.ForeignKey(
        SubKegiatan, models.CASCADE, related_name="realisasi", verbose_name="sub kegiatan"
    )
    triwulan = models.PositiveSmallIntegerField("triwulan")
    jenis = models.CharField("jenis belanja", max_length=12, choices=PILIHAN_JENIS)
    jumlah = models.DecimalField("realisasi s.d. triwulan (Rp)", max_digits=18, decimal_places=2)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "realisasi anggaran"
        verbose_name_plural = "realisasi anggaran"
        ordering = ["sub_kegiatan", "triwulan", "jenis"]
        constraints = [
            models.UniqueConstraint(
                fields=["sub_kegiatan", "triwulan", "jenis"],
                name="realisasianggaran_unik",
                violation_error_message="Realisasi triwulan dan jenis belanja ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__gte=1, triwulan__lte=4),
                name="realisasianggaran_triwulan_1_4",
                violation_error_message="Triwulan harus 1 sampai 4.",
            ),
            models.CheckConstraint(
                condition=Q(jumlah__gte=0),
                name="realisasianggaran_tidak_negatif",
                violation_error_message="Realisasi anggaran tidak boleh negatif.",
            ),
            models.CheckConstraint(
                condition=jenis_dikenal(),
                name="realisasianggaran_jenis_dikenal",
                violation_error_message="Jenis belanja tidak dikenal.",
            ),
        ]

    def __str__(self):
        return f"{self.sub_kegiatan} TW {self.triwulan} {self.jenis}"

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from instansi.models import Pemda
from lkip.capaian import CaraRataRata, FormulaNegatif


class ProfilPenilaian(models.Model):
    """How a pemda assesses performance in a year: cap, averages, formulas, printed decimals.

    The predikat classes stand in KelasPredikat; a profile without classes prints no predikat.
    """

    pemda = models.ForeignKey(
        Pemda, models.PROTECT, related_name="profil_penilaian", verbose_name="pemerintah daerah"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    dasar_hukum = models.CharField("dasar hukum", max_length=300)
    batas_rata_rata = models.DecimalField(
        "batas capaian dalam rata-rata (%)",
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        default=100,
        help_text="Kosongkan bila capaian tidak dibatasi.",
    )
    cara_rata_rata = models.CharField(
        "cara menghitung rata-rata",
        max_length=10,
        choices=[(satu.value, satu.label) for satu in CaraRataRata],
        default=CaraRataRata.INDIKATOR.value,
    )
    formula_negatif = models.CharField(
        "formula indikator negatif",
        max_length=10,
        choices=[(satu.value, satu.label) for satu in FormulaNegatif],
        default=FormulaNegatif.SELISIH.value,
    )
    desimal = models.PositiveSmallIntegerField("desimal persentase tercetak", default=2)
    ambang_serapan = models.DecimalField(
        "ambang serapan yang perlu dijelaskan (%)", max_digits=5, decimal_places=2, default=80
    )
    kolom_pmk = models.BooleanField("cetak nilai efisiensi menurut PMK 22/2021", default=False)
    tenggat_bulan = models.PositiveSmallIntegerField("bulan tenggat LKIP", default=2)
    tenggat_hari = models.PositiveSmallIntegerField("hari tenggat LKIP", default=28)
    hari_pk = models.PositiveSmallIntegerField("batas PK (hari sejak 1 Januari)", default=31)
    hari_triwulan = models.PositiveSmallIntegerField(
        "batas laporan triwulan (hari sesudah triwulan berakhir)", default=15
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "profil penilaian"
        verbose_name_plural = "profil penilaian"
        ordering = ["pemda", "-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "tahun"],
                name="profilpenilaian_unik_per_tahun",
                violation_error_message="Profil penilaian tahun tersebut sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(batas_rata_rata__isnull=True) | Q(batas_rata_rata__gte=100),
                name="profilpenilaian_batas_minimal_100",
                violation_error_message="Batas capaian dalam rata-rata paling kecil 100 persen.",
            ),
            models.CheckConstraint(
                condition=Q(desimal__lte=4),
                name="profilpenilaian_desimal_0_4",
                violation_error_message="Desimal persentase tercetak harus 0 sampai 4.",
            ),
            models.CheckConstraint(
                condition=Q(ambang_serapan__gte=0, ambang_serapan__lte=100),
                name="profilpenilaian_ambang_0_100",
                violation_error_message="Ambang serapan harus 0 sampai 100 persen.",
            ),
            models.CheckConstraint(
                condition=Q(
                    tenggat_bulan__gte=1,
                    tenggat_bulan__lte=12,
                    tenggat_hari__gte=1,
                    tenggat_hari__lte=28,
                ),
                name="profilpenilaian_tenggat_sah",
                violation_error_message="Tenggat LKIP harus bulan 1–12 dan hari 1–28.",
            ),
            models.CheckConstraint(
                condition=Q(hari_pk__gte=1, hari_pk__lte=90)
                & Q(hari_triwulan__gte=1, hari_triwulan__lte=90),
                name="profilpenilaian_batas_hari_sah",
                violation_error_message="Batas PK dan laporan triwulan harus 1 sampai 90 hari.",
            ),
        ]

    def __str__(self):
        return f"Profil penilaian {self.pemda} {self.tahun}"


class KelasPredikat(models.Model):
    """One class of the predikat scale: from its lower bound up to the next class.

    The class without a lower bound holds everything below the others. `terbuka` excludes the
    bound itself (> instead of ≥). Classes are ordered by bound, so gaps and overlaps cannot be.
    """

    profil = models.ForeignKey(
        ProfilPenilaian, models.CASCADE, related_name="kelas", verbose_name="profil penilaian"
    )
    batas_bawah = models.DecimalField(
        "batas bawah (%)", max_digits=6, decimal_places=2, null=True, blank=True
    )
    terbuka = models.BooleanField("batas tidak termasuk", default=False)
    nama = models.CharField("nama predikat", max_length=60)
    kode = models.CharField("kode", max_length=10, blank=True)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "kelas predikat"
        verbose_name_plural = "kelas predikat"
        ordering = ["profil", models.F("batas_bawah").desc(nulls_last=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["profil", "batas_bawah"],
                name="kelaspredikat_batas_unik",
                violation_error_message="Batas bawah ini sudah dipakai kelas lain.",
            ),
            models.UniqueConstraint(
                fields=["profil"],
                condition=Q(batas_bawah__isnull=True),
                name="kelaspredikat_satu_terendah",
                violation_error_message="Hanya satu kelas boleh tanpa batas bawah.",
            ),
            models.UniqueConstraint(
                fields=["profil", "nama"],
                name="kelaspredikat_nama_unik",
                violation_error_message="Nama predikat ini sudah dipakai.",
            ),
            models.CheckConstraint(
                condition=Q(batas_bawah__isnull=False) | Q(terbuka=False),
                name="kelaspredikat_terbuka_berbatas",
                violation_error_message="Kelas tanpa batas bawah tidak dapat bertanda terbuka.",
            ),
        ]

    def __str__(self):
        return self.nama

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from instansi.batasan import satu_bentuk_target, tepat_satu
from instansi.models import Seksi
from lkip.capaian import Akumulasi, FormulaNegatif, Polaritas
from lkip.huruf import SKALA_HURUF
from renstra.models.rencana import Renstra, Sasaran, Tujuan


class Indikator(models.Model):
    """How a tujuan or a sasaran is measured; it belongs to exactly one of them.

    A ratio indikator is entered as numerator and denominator; its value is their quotient times
    `faktor` (100 for a percentage). `formula_negatif` empty means: as the ProfilPenilaian says.
    """

    renstra = models.ForeignKey(
        Renstra, models.PROTECT, related_name="indikator", verbose_name="Renstra"
    )
    tujuan = models.ForeignKey(
        Tujuan,
        models.PROTECT,
        related_name="indikator",
        null=True,
        blank=True,
        verbose_name="tujuan",
    )
    sasaran = models.ForeignKey(
        Sasaran,
        models.PROTECT,
        related_name="indikator",
        null=True,
        blank=True,
        verbose_name="sasaran",
    )
    kode = models.CharField("kode", max_length=20)
    urutan = models.PositiveSmallIntegerField("urutan", default=1)
    nama = models.CharField("nama indikator", max_length=300)
    satuan = models.CharField("satuan", max_length=40)
    polaritas = models.CharField(
        "polaritas",
        max_length=10,
        choices=[(satu.value, satu.label) for satu in Polaritas],
        default=Polaritas.POSITIF.value,
    )
    akumulasi = models.CharField(
        "metode akumulasi",
        max_length=10,
        choices=[(satu.value, satu.label) for satu in Akumulasi],
        default=Akumulasi.TERAKHIR.value,
    )
    formula_negatif = models.CharField(
        "formula negatif",
        max_length=10,
        choices=[(satu.value, satu.label) for satu in FormulaNegatif],
        blank=True,
        help_text="Kosongkan untuk mengikuti profil penilaian.",
    )
    iku = models.BooleanField("indikator kinerja utama (IKU)", default=True)
    rasio = models.BooleanField("diisi sebagai pembilang dan penyebut", default=False)
    faktor = models.DecimalField("faktor pengali", max_digits=9, decimal_places=2, default=100)
    label_pembilang = models.CharField("uraian pembilang", max_length=200, blank=True)
    label_penyebut = models.CharField("uraian penyebut", max_length=200, blank=True)
    skala_huruf = models.CharField(
        "skala huruf",
        max_length=10,
        blank=True,
        choices=[(kode, skala.nama) for kode, skala in SKALA_HURUF.items()],
    )
    batas_maksimum = models.DecimalField(
        "batas maksimum", max_digits=18, decimal_places=4, null=True, blank=True
    )
    rumus = models.TextField("formulasi perhitungan", blank=True)
    penjelasan = models.TextField("penjelasan indikator", blank=True)
    sumber_data = models.CharField("sumber data", max_length=200, blank=True)
    penanggung_jawab = models.ManyToManyField(
        Seksi, related_name="indikator", blank=True, verbose_name="penanggung jawab"
    )
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords(m2m_fields=[penanggung_jawab])

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["renstra", "urutan", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["renstra", "kode"],
                name="indikator_kode_unik_per_renstra",
                violation_error_message="Kode indikator ini sudah dipakai dalam Renstra.",
            ),
            models.CheckConstraint(
                condition=tepat_satu("tujuan", "sasaran"),
                name="indikator_satu_induk",
                violation_error_message="Indikator melekat pada tepat satu tujuan atau sasaran.",
            ),
            models.CheckConstraint(
                condition=Q(polaritas__in=[satu.value for satu in Polaritas]),
                name="indikator_polaritas_dikenal",
                violation_error_message="Polaritas harus positif atau negatif.",
            ),
            models.CheckConstraint(
                condition=Q(akumulasi__in=[satu.value for satu in Akumulasi]),
                name="indikator_akumulasi_dikenal",
                violation_error_message="Metode akumulasi tidak dikenal.",
            ),
            models.CheckConstraint(
                condition=Q(rasio=False) | Q(skala_huruf="", akumulasi__in=["jumlah", "terakhir"]),
                name="indikator_rasio_dapat_dijumlah",
                violation_error_message="Indikator rasio diakumulasi dengan jumlah atau nilai "
                "terakhir dan tidak memakai skala huruf.",
            ),
            models.CheckConstraint(
                condition=Q(faktor__gt=0),
                name="indikator_faktor_positif",
                violation_error_message="Faktor pengali harus lebih besar dari nol.",
            ),
        ]

    def __str__(self):
        return self.nama

    def clean(self):
        """Its tujuan or sasaran belongs to the same Renstra."""
        induk = self.tujuan or self.sasaran
        if induk and induk.renstra_id != self.renstra_id:
            raise ValidationError("Indikator dan induknya harus berasal dari Renstra yang sama.")


class TargetRenstra(models.Model):
    """The target of one year of the plan: a number, a grade, or "not targeted this year"."""

    indikator = models.ForeignKey(
        Indikator, models.CASCADE, related_name="target_renstra", verbose_name="indikator"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    nilai = models.DecimalField("target", max_digits=18, decimal_places=4, null=True, blank=True)
    huruf = models.CharField("target huruf", max_length=10, blank=True)
    tidak_ditargetkan = models.BooleanField("tidak ditargetkan tahun ini", default=False)
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "target Renstra"
        verbose_name_plural = "target Renstra"
        ordering = ["indikator", "tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tahun"],
                name="targetrenstra_unik_per_tahun",
                violation_error_message="Target tahun tersebut sudah ada.",
            ),
            models.CheckConstraint(
                condition=satu_bentuk_target(),
                name="targetrenstra_satu_bentuk",
                violation_error_message="Isi target dengan angka atau huruf, atau tandai tidak "
                "ditargetkan.",
            ),
        ]

    def __str__(self):
        return f"{self.indikator} {self.tahun}"


class PenetapanIKU(models.Model):
    """The decree that sets the IKU of an instansi for a year."""

    renstra = models.ForeignKey(
        Renstra, models.PROTECT, related_name="penetapan_iku", verbose_name="Renstra"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    nomor = models.CharField("nomor keputusan", max_length=100)
    tanggal = models.DateField("tanggal")
    versi = models.PositiveIntegerField("versi", default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "penetapan IKU"
        verbose_name_plural = "penetapan IKU"
        ordering = ["renstra", "tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["renstra", "tahun"],
                name="penetapaniku_unik_per_tahun",
                violation_error_message="Penetapan IKU tahun tersebut sudah ada.",
            ),
        ]

    def __str__(self):
        return f"Keputusan {self.nomor}"

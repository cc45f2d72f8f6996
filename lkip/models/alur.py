"""What happens to a document on its way to signature: steps, comments, notices."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from instansi.alur import ALASAN_MINIMUM, Status
from instansi.batasan import bersama, tepat_satu
from instansi.models import Instansi
from lkip.models.laporan import LKIP, dokumen_fk
from perjanjian.models import PerjanjianKinerja


class LangkahQuerySet(models.QuerySet):
    """Steps are written once: neither changed nor deleted."""

    def update(self, **kwargs):
        raise Langkah.Tetap("steps are never changed")

    def delete(self):
        raise Langkah.Tetap("steps are never deleted")

    def hapus_bersama_kantor(self):
        """Delete the steps of an office that goes as a whole, which only the example does."""
        return super().delete()


class Langkah(models.Model):
    """One step of a document from one state to the next: the timeline, which no one can edit.

    `jabatan` is what the person was on that day. `bagian` lists the sections that were ticked when
    the document was returned. `temuan` keeps the counts and accepted warnings of the submission.
    """

    class Tetap(Exception):
        """Raised by whoever tries to change or delete a step."""

    class Jenis(models.TextChoices):
        AJUKAN = "ajukan", "Diajukan"
        VERIFIKASI = "verifikasi", "Diverifikasi"
        KEMBALIKAN = "kembalikan", "Dikembalikan"
        SAHKAN = "sahkan", "Disahkan"
        BUKA_KEMBALI = "buka_kembali", "Dibuka kembali"

    lkip = dokumen_fk(LKIP, "langkah", "LKIP")
    perjanjian = dokumen_fk(PerjanjianKinerja, "langkah", "perjanjian kinerja")
    jenis = models.CharField("jenis", max_length=15, choices=Jenis)
    dari = models.CharField("dari", max_length=15, choices=Status)
    ke = models.CharField("ke", max_length=15, choices=Status)
    perbaikan_ke = models.PositiveSmallIntegerField("perbaikan ke-", default=0)
    pada = models.DateTimeField("pada")
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh"
    )
    jabatan = models.CharField("sebagai", max_length=120)
    alasan = models.TextField("alasan", blank=True)
    bagian = models.JSONField("bagian", default=list, blank=True)
    temuan = models.JSONField("hasil pemeriksaan", default=dict, blank=True)

    objects = LangkahQuerySet.as_manager()

    class Meta:
        verbose_name = "langkah"
        verbose_name_plural = "langkah"
        ordering = ["-pada", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=tepat_satu("lkip", "perjanjian"),
                name="langkah_satu_dokumen",
                violation_error_message="Langkah terikat satu dokumen.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis__in=["kembalikan", "buka_kembali"])
                | Q(alasan__length__gte=ALASAN_MINIMUM),
                name="langkah_mundur_beralasan",
                violation_error_message=f"Alasan paling sedikit {ALASAN_MINIMUM} huruf.",
            ),
        ]

    def __str__(self):
        return f"{self.lkip or self.perjanjian}: {self.get_jenis_display()}"

    def save(self, *args, **kwargs):
        """Write the step once."""
        if self.pk is not None:
            raise self.Tetap("steps are never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise self.Tetap("steps are never deleted")


class Komentar(models.Model):
    """A remark of a reviewer on a section, or on one row of it (`jangkar`).

    An open one that is `wajib` stands in the way of approval.
    """

    lkip = dokumen_fk(LKIP, "komentar", "LKIP")
    perjanjian = dokumen_fk(PerjanjianKinerja, "komentar", "perjanjian kinerja")
    bagian = models.CharField("bagian", max_length=40)
    jangkar = models.CharField("baris", max_length=80, blank=True)
    isi = models.TextField("komentar", max_length=2000)
    wajib = models.BooleanField("wajib diselesaikan", default=False)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh"
    )
    pada = models.DateTimeField("pada", auto_now_add=True)
    selesai_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="diselesaikan oleh",
    )
    selesai_pada = models.DateTimeField("diselesaikan pada", null=True, blank=True)

    class Meta:
        verbose_name = "komentar"
        verbose_name_plural = "komentar"
        ordering = ["pada", "id"]
        constraints = [
            models.CheckConstraint(
                condition=tepat_satu("lkip", "perjanjian"),
                name="komentar_satu_dokumen",
                violation_error_message="Komentar terikat satu dokumen.",
            ),
            models.CheckConstraint(
                condition=~Q(isi=""),
                name="komentar_terisi",
                violation_error_message="Tulis komentarnya.",
            ),
            models.CheckConstraint(
                condition=bersama("selesai_oleh", "selesai_pada"),
                name="komentar_selesai_lengkap",
                violation_error_message="Komentar yang selesai mencatat oleh siapa dan kapan.",
            ),
        ]

    def __str__(self):
        return f"{self.bagian}: {self.isi[:60]}"


class Pemberitahuan(models.Model):
    """A notice to one user: what happened, why, and where to go.

    A notice with a `kunci`, such as a reminder, is written to the same user once only.
    """

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="pemberitahuan",
        verbose_name="pengguna",
    )
    instansi = models.ForeignKey(
        Instansi, models.CASCADE, related_name="+", verbose_name="instansi"
    )
    judul = models.CharField("judul", max_length=200)
    isi = models.TextField("isi", blank=True)
    alamat = models.CharField("alamat", max_length=300)
    kunci = models.CharField("kunci", max_length=80, blank=True)
    pada = models.DateTimeField("pada", auto_now_add=True)
    dibaca_pada = models.DateTimeField("dibaca pada", null=True, blank=True)
    surel_pada = models.DateTimeField("dikirim lewat surel pada", null=True, blank=True)

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        ordering = ["-pada", "-id"]
        indexes = [models.Index(fields=["pengguna", "dibaca_pada"], name="pemberitahuan_belum")]
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna", "kunci"],
                condition=~Q(kunci=""),
                name="pemberitahuan_sekali",
                violation_error_message="Pemberitahuan ini sudah disampaikan.",
            ),
        ]

    def __str__(self):
        return self.judul

"""Forms of what staff write and attach: narrative, attachments."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from lkip.angka import format_angka
from lkip.angka_naskah import angka_laporan, catat_angka
from lkip.forms.dasar import FormulirBerversi
from lkip.gambar import GambarSalah, periksa_lampiran
from lkip.models import Lampiran, Narasi, UsulanNaskah
from lkip.naskah import BATAS_ISI, EKSTENSI
from lkip.naskah_teks import html_dari_isian, teks_dari_html
from lkip.naskah_versi import OTOMATIS


class NaskahField(forms.CharField):
    """A narrative as lines of text, stored as clean HTML."""

    widget = forms.Textarea(attrs={"rows": 18})
    BATAS_KIRIMAN = 200_000  # what Word adds to a text goes before the text is measured

    def to_python(self, value):
        teks = super().to_python(value)
        if len(teks) > self.BATAS_KIRIMAN:
            raise ValidationError("Naskah ini terlalu panjang untuk disimpan. Tempel per bagian.")
        return html_dari_isian(teks)

    def validate(self, value):
        super().validate(value)
        if len(value) > BATAS_ISI:
            raise ValidationError(
                f"Naskah paling panjang {format_angka(BATAS_ISI)} karakter; sekarang "
                f"{format_angka(len(value))}. Ringkas, atau pindahkan sebagian ke bagian lain."
            )

    def prepare_value(self, value):
        return teks_dari_html(value) if value and value.startswith("<") else value


class NarasiForm(FormulirBerversi):
    """One section. Saving it on purpose, not `otomatis`, confirms a text copied from last year.

    `laporan`, where there is one, gives the figures that the text may name. `alasan` goes into the
    history of what is saved on purpose. The text can also be kept beside the stored one (`usulkan`).
    """

    BATAS_USULAN = 10

    isi = NaskahField(
        label="Isi naskah",
        required=False,
        help_text="Baris kosong memisahkan paragraf. Awali baris dengan 1. atau - untuk daftar.",
    )
    otomatis = forms.BooleanField(required=False, widget=forms.HiddenInput)

    class Meta(FormulirBerversi.Meta):
        model = Narasi
        fields = ("isi",)

    def __init__(self, *args, laporan=None, alasan=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.laporan = laporan
        self.alasan = alasan

    def kotak(self):
        """The textarea, with what the editor needs to take its place; a refused text stays as it is."""
        isi = self["isi"]
        if isi.errors:
            return isi.as_widget()
        kode = html_dari_isian(isi.value() or "")
        return isi.as_widget(attrs={"data-ekstensi": " ".join(EKSTENSI), "data-html": kode})

    def tersimpan_kini(self):
        """The section as it is stored now, whatever this form holds."""
        return Narasi.objects.get(pk=self.instance.pk)

    def usulkan(self, oleh):
        """Keep the text as a proposal, the same one only once; None when it is refused (`errors`)."""
        if not self.is_valid():
            return None
        isi = self.cleaned_data["isi"]
        with transaction.atomic():
            narasi = None if self.baru else self._kunci()
            if pesan := self._tolak_usulan(narasi, isi):
                self.add_error("isi", pesan)
                return None
            usulan, _ = UsulanNaskah.objects.get_or_create(narasi=narasi, oleh=oleh, isi=isi)
        return usulan

    def _tolak_usulan(self, narasi, isi):
        if narasi is None:
            return "Bagian ini belum berisi naskah. Tekan Simpan untuk menyimpan tulisan Anda."
        if not isi:
            return "Usulan belum berisi naskah."
        if isi == narasi.isi:
            return "Usulan ini sama dengan naskah yang tersimpan."
        if narasi.usulan.exclude(isi=isi).count() >= self.BATAS_USULAN:
            return (
                f"Bagian ini sudah mempunyai {self.BATAS_USULAN} usulan. Pakai atau buang salah "
                "satunya dahulu."
            )
        return ""

    def _gabung(self, kini):
        super()._gabung(kini)
        self.ubah = self.ubah or (kini.perlu_dikonfirmasi and not self.cleaned_data["otomatis"])

    def lengkapi(self):
        if self.laporan:
            angka = angka_laporan(self.laporan)
            self.instance.angka = catat_angka(self.instance.isi, angka, self.instance.angka)
        if self.cleaned_data["otomatis"]:
            self.instance._change_reason = OTOMATIS
        else:
            self.instance.perlu_dikonfirmasi = False
            self.instance._change_reason = self.alasan


class LampiranForm(FormulirBerversi):
    """A further attachment, as PDF or picture."""

    class Meta(FormulirBerversi.Meta):
        model = Lampiran
        fields = ("judul", "jenis", "keterangan", "berkas", "urutan")
        widgets = {
            "keterangan": forms.Textarea(attrs={"rows": 3}),
            "berkas": forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
        }
        help_texts = {"berkas": "PDF, JPEG, atau PNG, paling besar 10 MB."}

    def clean_berkas(self):
        """The file as it came, once its content is what its name says."""
        unggahan = self.cleaned_data["berkas"]
        if unggahan and "berkas" in self.changed_data:
            try:
                periksa_lampiran(unggahan)
            except GambarSalah as salah:
                raise ValidationError(salah.pesan) from salah
        return unggahan

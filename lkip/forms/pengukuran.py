"""Forms of Pengukuran: evidence."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from lkip.bukti import BerkasSalah, akhiran, hitung_sha256, periksa_bukti
from lkip.forms.dasar import FormulirBerversi
from perjanjian.models import Bukti


class BuktiForm(FormulirBerversi):
    """A file or a link, and where in it to look."""

    class Meta(FormulirBerversi.Meta):
        model = Bukti
        fields = ("nama", "berkas", "tautan", "halaman")
        help_texts = {
            "nama": "Misalnya Laporan pelayanan triwulan IV.",
            "berkas": "PDF, JPEG, PNG, XLSX, atau DOCX, paling besar 10 MB.",
            "tautan": "Alamat dokumen yang sudah ada di tempat lain.",
            "halaman": "Misalnya hlm. 12–15, atau Lembar “Rekap”.",
        }

    def clean_berkas(self):
        """A new file, checked by what it holds; it goes by its hash, not by its name."""
        berkas = self.cleaned_data["berkas"]
        if not isinstance(berkas, UploadedFile):
            return berkas
        try:
            periksa_bukti(berkas)
        except BerkasSalah as salah:
            raise ValidationError(salah.pesan) from salah
        self.sha256 = hitung_sha256(berkas)
        berkas.name = f"{self.sha256}{akhiran(berkas)}"
        return berkas

    def clean(self):
        isi = super().clean()
        if {"berkas", "tautan"} <= isi.keys() and not (isi["berkas"] or isi["tautan"]):
            raise ValidationError({"berkas": "Unggah berkasnya, atau isi tautannya."})
        return isi

    def lengkapi(self):
        if isinstance(self.cleaned_data["berkas"], UploadedFile):
            self.instance.sha256 = self.sha256
        elif not self.instance.berkas:
            self.instance.sha256 = ""

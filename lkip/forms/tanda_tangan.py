"""Forms that bring a signature to an issued document."""

import re

from django import forms
from django.core.exceptions import ValidationError

from lkip.forms.dasar import FormulirLepas
from lkip.tanda_tangan import BITA_MAKSIMUM, TERLALU_BESAR, BerkasDitolak, periksa_berkas
from lkip.versi_terbit import VersiTerbit


class UnggahForm(FormulirLepas):
    """A PDF that was signed elsewhere."""

    berkas = forms.FileField(
        label="PDF yang ditandatangani",
        help_text="Paling besar 25 MB, dengan kode verifikasi yang terbaca sebagai teks.",
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )

    def __init__(self, *args, versi: VersiTerbit, **kwargs):
        super().__init__(*args, **kwargs)
        self.versi = versi

    def clean_berkas(self) -> bytes:
        """The content, checked; what is too big is not read."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > BITA_MAKSIMUM:
            raise ValidationError(TERLALU_BESAR)
        isi = berkas.read()
        try:
            periksa_berkas(isi, self.versi)
        except BerkasDitolak as salah:
            raise ValidationError(salah.pesan) from salah
        return isi


class BSrEForm(FormulirLepas):
    """Who signs, and the passphrase, which the page never shows again."""

    nik = forms.CharField(
        label="NIK Anda",
        max_length=30,
        help_text="16 angka, seperti pada KTP.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    passphrase = forms.CharField(
        label="Passphrase sertifikat elektronik",
        max_length=200,
        strip=False,
        help_text="Dikirim sekali ke layanan BSrE dan tidak disimpan.",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def clean_nik(self) -> str:
        """16 digits, however they were spaced."""
        nik = re.sub(r"[\s.-]", "", self.cleaned_data["nik"])
        if not re.fullmatch(r"[0-9]{16}", nik):
            raise ValidationError("NIK terdiri atas 16 angka.")
        return nik

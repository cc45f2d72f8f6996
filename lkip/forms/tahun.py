"""The form that opens a year."""

from django import forms
from django.core.exceptions import ValidationError

from lkip.forms.bidang import TahunField
from lkip.forms.dasar import FormulirLepas


class TahunBaruForm(FormulirLepas):
    """Which year, and from which one to copy; `terbuka` are the years there are."""

    tahun = TahunField(label="Tahun yang dibuka")
    dari = forms.TypedChoiceField(label="Salin dari", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, terbuka, **kwargs):
        super().__init__(*args, **kwargs)
        self.terbuka = terbuka
        pilihan = [(str(tahun), f"Tahun {tahun}") for tahun in terbuka]
        self.fields["dari"].choices = [("", "Mulai kosong"), *pilihan]
        if terbuka:
            self.fields["tahun"].initial = terbuka[0] + 1
            self.fields["dari"].initial = str(terbuka[0])

    def clean_tahun(self):
        tahun = self.cleaned_data["tahun"]
        if tahun in self.terbuka:
            raise ValidationError(f"Tahun {tahun} sudah dibuka.")
        return tahun

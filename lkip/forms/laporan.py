"""The form of the report itself."""

from django.core.exceptions import ValidationError

from lkip.forms.dasar import FormulirBerversi
from lkip.models import LKIP


class TanggalLaporanForm(FormulirBerversi):
    """The day that the report bears; who is in office on it signs it."""

    class Meta(FormulirBerversi.Meta):
        model = LKIP
        fields = ("tanggal",)
        help_texts = {"tanggal": "Kosongkan selama belum ditentukan."}

    def clean_tanggal(self):
        """A report of a year is written after that year."""
        tanggal = self.cleaned_data["tanggal"]
        if tanggal and tanggal.year <= self.instance.tahun:
            raise ValidationError(
                f"Laporan tahun {self.instance.tahun} bertanggal sesudah tahun itu."
            )
        return tanggal

"""Forms of the RKT and of both Perjanjian Kinerja."""

from django import forms

from lkip.forms.dasar import FormulirBerversi
from perjanjian.models import PerjanjianKinerja, RencanaKinerja


class RencanaKinerjaForm(FormulirBerversi):
    """Number and day of the RKT."""

    class Meta(FormulirBerversi.Meta):
        model = RencanaKinerja
        fields = ("nomor", "tanggal")


class PerjanjianForm(FormulirBerversi):
    """Number and day of the PK murni."""

    class Meta(FormulirBerversi.Meta):
        model = PerjanjianKinerja
        fields = ("nomor", "tanggal")


class PerjanjianPerubahanForm(FormulirBerversi):
    """Number, day and reason of the PK Perubahan, and whose pagu it holds."""

    class Meta(FormulirBerversi.Meta):
        model = PerjanjianKinerja
        fields = ("nomor", "tanggal", "alasan", "tahap_anggaran")
        widgets = {"alasan": forms.Textarea({"rows": 3})}
        labels = {"tahap_anggaran": "Pagu yang diperjanjikan"}
        help_texts = {
            "tanggal": "Perjanjian Kinerja Perubahan berlaku setelah bertanggal.",
            "alasan": "Tertulis pada perjanjian, misalnya perubahan APBD.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["alasan"].required = True

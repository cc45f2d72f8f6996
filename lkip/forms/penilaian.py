"""How a pemda assesses in a year: its rules, and the scale of predikat as a whole."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from lkip.capaian import Kelas, SkalaPredikat
from lkip.forms.dasar import AngkaField, FormulirBerversi, beri_gaya
from lkip.models import ProfilPenilaian


class ProfilPenilaianForm(FormulirBerversi):
    """Cap, averages, formulas and deadline."""

    kelompok = (
        ("Dasar", ("tahun", "dasar_hukum")),
        ("Capaian", ("batas_rata_rata", "cara_rata_rata", "formula_negatif", "desimal")),
        ("Anggaran", ("ambang_serapan", "kolom_pmk")),
        ("Tenggat LKIP pada tahun berikutnya", ("tenggat_hari", "tenggat_bulan")),
        ("Tenggat lain", ("hari_pk", "hari_triwulan")),
    )

    class Meta(FormulirBerversi.Meta):
        model = ProfilPenilaian
        fields = (
            "tahun",
            "dasar_hukum",
            "batas_rata_rata",
            "cara_rata_rata",
            "formula_negatif",
            "desimal",
            "ambang_serapan",
            "kolom_pmk",
            "tenggat_hari",
            "tenggat_bulan",
            "hari_pk",
            "hari_triwulan",
        )
        help_texts = {
            "tahun": "Berlaku mulai tahun ini sampai ada profil yang lebih baru.",
        }


class KelasForm(forms.Form):
    """One class of the scale."""

    use_required_attribute = False

    batas_bawah = AngkaField(
        label="Batas bawah (%)", decimal_places=2, max_digits=6, required=False
    )
    terbuka = forms.BooleanField(label="Batas tidak termasuk", required=False)
    nama = forms.CharField(label="Nama predikat", max_length=60)
    kode = forms.CharField(label="Kode", max_length=10, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for bidang in self.fields.values():
            beri_gaya(bidang)


class SkalaFormSet(forms.BaseFormSet):
    """All classes of one scale. `skala` is set by is_valid()."""

    skala = SkalaPredikat(())

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Hapus kelas ini"
        beri_gaya(form.fields["DELETE"])

    def clean(self):
        """Classes from high to low must leave neither gap nor overlap."""
        if any(self.errors):
            return
        kelas = [
            Kelas(isi["batas_bawah"], isi["nama"], isi["kode"], isi["terbuka"])
            for isi in (form.cleaned_data for form in self.forms)
            if isi and not isi["DELETE"]
        ]
        try:
            self.skala = SkalaPredikat(tuple(sorted(kelas, key=_dari_tertinggi)))
        except ValueError as salah:
            raise ValidationError(str(salah)) from salah
        if any(satu.batas_bawah is None and satu.terbuka for satu in kelas):
            raise ValidationError(
                "Kelas tanpa batas bawah tidak dapat bertanda batas tidak termasuk."
            )


def _dari_tertinggi(kelas: Kelas) -> tuple[bool, Decimal]:
    return kelas.batas_bawah is None, -(kelas.batas_bawah or Decimal(0))


SkalaForm = forms.formset_factory(
    KelasForm, formset=SkalaFormSet, extra=2, can_delete=True, max_num=20, validate_max=True
)


def isi_skala(skala: SkalaPredikat) -> list[dict[str, object]]:
    """The classes as the formset starts with them."""
    return [
        {
            "batas_bawah": satu.batas_bawah,
            "terbuka": satu.terbuka,
            "nama": satu.nama,
            "kode": satu.kode,
        }
        for satu in skala.kelas
    ]

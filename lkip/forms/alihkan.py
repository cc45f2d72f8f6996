"""The form that hands roles over."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from instansi.models import Keanggotaan, Pengguna
from lkip.forms.dasar import FormulirLepas


class PilihanPeran(forms.ModelMultipleChoiceField):
    """Roles with where they are held."""

    def label_from_instance(self, obj):
        return f"{obj.get_peran_display()}, {obj.seksi or obj.instansi or obj.pemda}"


class AlihkanForm(FormulirLepas):
    """Which roles go to whom. `dapat_ditutup` offers to close the account in the same step."""

    peran = PilihanPeran(
        Keanggotaan.objects.none(),
        label="Peran yang dialihkan",
        widget=forms.CheckboxSelectMultiple,
    )
    penerus = forms.ModelChoiceField(
        Pengguna.objects.none(),
        label="Kepada",
        help_text="Pejabat baru yang belum ada di sini ditambahkan dahulu dengan Tambah pengguna.",
    )
    tutup = forms.BooleanField(
        label="Nonaktifkan akun lama dan akhiri semua sesinya",
        required=False,
        initial=True,
        help_text="Kosongkan bila yang bersangkutan masih memegang peran lain.",
    )

    def __init__(
        self,
        *args,
        peran: QuerySet[Keanggotaan],
        calon: QuerySet[Pengguna],
        dapat_ditutup: bool,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.fields["peran"].queryset = peran
        self.fields["peran"].initial = [satu.pk for satu in peran]
        self.fields["penerus"].queryset = calon
        if not dapat_ditutup:
            del self.fields["tutup"]

    def clean(self):
        """A unit is taken over once: nobody is Seksi of two units of the same office."""
        isi = super().clean()
        penerus = isi.get("penerus")
        for satu in isi.get("peran") or () if penerus else ():
            lain = penerus.keanggotaan.filter(instansi=satu.instansi, peran=satu.peran)
            if satu.seksi and lain.exclude(seksi=satu.seksi).exists():
                raise ValidationError(
                    f"{penerus} sudah menjadi Seksi pada unit lain di {satu.instansi}."
                )
        return isi

"""Forms of the second step: a code, and the password before it is taken away."""

from django import forms
from django.core.exceptions import ValidationError

from lkip.forms.dasar import FormulirLepas
from lkip.forms.sandi import NamaTersembunyi
from lkip.masuk import sandi_cocok


class KodeForm(FormulirLepas):
    """A code of the application."""

    kode = forms.CharField(
        label="Kode 6 angka",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class KodeMasukForm(KodeForm):
    """A code of the application, or one of the backup codes, which have letters."""

    kode = forms.CharField(
        label="Kode",
        max_length=20,
        help_text="6 angka dari aplikasi autentikator, atau salah satu kode cadangan.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
    )


class SandiSayaForm(FormulirLepas):
    """The user's own password once more."""

    username = forms.CharField(required=False, disabled=True, widget=NamaTersembunyi())
    sandi = forms.CharField(
        label="Kata sandi Anda",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["username"].initial = request.user.get_username()

    def clean_sandi(self):
        sandi = self.cleaned_data["sandi"]
        if not sandi_cocok(self.request, sandi):
            raise ValidationError("Kata sandi tidak cocok.")
        return sandi

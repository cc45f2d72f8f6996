"""Change one's own password."""

from django import forms
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError

from lkip.forms.dasar import FormulirLepas


class NamaTersembunyi(forms.TextInput):
    """A name that only keepers of passwords read; they look past fields of the type hidden."""

    is_hidden = True

    def __init__(self):
        super().__init__(attrs={"autocomplete": "username", "hidden": True})


class GantiSandiForm(FormulirLepas, PasswordChangeForm):
    """The old password once, the new one twice."""

    username = forms.CharField(required=False, disabled=True, widget=NamaTersembunyi())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].initial = self.user.username
        self.fields[
            "new_password1"
        ].help_text = "Paling sedikit 10 huruf, tidak hanya angka, dan tidak mudah ditebak."
        self.order_fields(["username", *self.fields])

    def clean_new_password1(self):
        """A password that somebody else gave must really be replaced."""
        baru = self.cleaned_data["new_password1"]
        if self.user.check_password(baru):
            raise ValidationError("Kata sandi baru harus berbeda dari yang lama.")
        return baru

    def save(self, commit=True):
        self.user.harus_ganti_sandi = False
        return super().save(commit)

"""Passwords: set the first, change one's own."""

from django import forms
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm

from lkip.forms.dasar import FormulirLepas

ATURAN = "Paling sedikit 10 huruf, tidak hanya angka, dan tidak mudah ditebak."


class NamaTersembunyi(forms.TextInput):
    """A name that only keepers of passwords read; they look past fields of the type hidden."""

    is_hidden = True

    def __init__(self):
        super().__init__(attrs={"autocomplete": "username", "hidden": True})


class BuatSandiForm(FormulirLepas, SetPasswordForm):
    """The new password twice."""

    username = forms.CharField(required=False, disabled=True, widget=NamaTersembunyi())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].initial = self.user.username
        self.fields["new_password1"].help_text = ATURAN
        self.order_fields(["username", *self.fields])


class GantiSandiForm(BuatSandiForm, PasswordChangeForm):
    """The old password once, the new one twice."""

    field_order = ("username", "old_password", "new_password1", "new_password2")

"""The form that signs."""

from django import forms
from django.core.exceptions import ValidationError

from lkip.forms.alur import LangkahForm
from lkip.masuk import sandi_cocok


class SahkanForm(LangkahForm):
    """The statement, and the password once more."""

    setuju = forms.BooleanField(
        label="Saya menyatakan telah memeriksa dokumen ini dan mengesahkannya.",
        error_messages={"required": "Centang pernyataan ini untuk mengesahkan."},
    )
    sandi = forms.CharField(
        label="Kata sandi Anda",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["setuju"].error_messages["required"] = "Centang pernyataan untuk mengesahkan."

    def clean_sandi(self):
        """Checked as at sign-in, so that wrong ones count as they do there."""
        sandi = self.cleaned_data["sandi"]
        if not sandi_cocok(self.request, sandi):
            raise ValidationError("Kata sandi tidak cocok. Tidak ada yang disahkan.")
        return sandi

"""Change one's own password."""

from django.contrib.auth.forms import PasswordChangeForm

from lkip.forms.dasar import beri_gaya


class GantiSandiForm(PasswordChangeForm):
    """The old password once, the new one twice."""

    use_required_attribute = False
    bentrok = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[
            "new_password1"
        ].help_text = "Paling sedikit 10 huruf, tidak hanya angka, dan tidak mudah ditebak."
        for bidang in self.fields.values():
            beri_gaya(bidang)

    def susunan(self):
        yield "", self.visible_fields()

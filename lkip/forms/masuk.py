"""The forms of signing in."""

from django.contrib.auth.forms import AuthenticationForm


class MasukForm(AuthenticationForm):
    """Name and password; one message for every way they can be wrong."""

    error_messages = {
        "invalid_login": "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan "
        "kecil, lalu coba lagi.",
        "inactive": "Akun ini tidak aktif. Hubungi admin kabupaten.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"
        self.fields["username"].error_messages["required"] = "Nama pengguna belum diisi."
        self.fields["password"].error_messages["required"] = "Kata sandi belum diisi."

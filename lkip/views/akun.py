"""Sign in, sign out, and the user's own account."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from lkip.forms.sandi import GantiSandiForm
from lkip.views.formulir import kiriman, tampilkan_formulir_admin
from lkip.views.halaman import tampilkan


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


class MasukView(LoginView):
    """The only page for who has not signed in."""

    template_name = "masuk.html"
    form_class = MasukForm
    redirect_authenticated_user = True


@method_decorator(login_not_required, name="dispatch")
class KeluarView(LogoutView):
    """Sign out, by POST only; whose session has run out is signed out already."""

    http_method_names = ["post"]


@require_safe
def akun(request):
    """Who the user is here, and what they may do where."""
    return tampilkan(
        request,
        "lkip/akun.html",
        None,
        judul="Akun saya",
        keanggotaan=request.user.keanggotaan.select_related("instansi", "pemda", "seksi"),
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def ganti_sandi(request):
    """Change one's own password; other sessions of the user end."""
    lanjut = "mulai" if request.user.harus_ganti_sandi else "akun"
    formulir = GantiSandiForm(request.user, kiriman(request).get("data"))
    if request.method == "POST" and formulir.is_valid():
        update_session_auth_hash(request, formulir.save())
        messages.success(request, "Kata sandi diganti.")
        return redirect(lanjut)
    petunjuk = "Kata sandi Anda dibuat oleh admin. Ganti dahulu sebelum melanjutkan."
    return tampilkan_formulir_admin(
        request,
        formulir,
        "Ganti kata sandi",
        "akun",
        petunjuk if request.user.harus_ganti_sandi else "",
    )

"""Sign in and sign out, and the link that comes before the first time."""

from http import HTTPStatus
from math import ceil

from axes.helpers import get_client_username
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView, PasswordResetConfirmView
from django.contrib.messages.views import SuccessMessageMixin
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_otp.plugins.otp_static.models import StaticDevice

from lkip.dua_langkah import aplikasi, periksa_kode, sisa_kode, tunggu_sampai
from lkip.forms.dua_langkah import KodeMasukForm
from lkip.forms.masuk import MasukForm
from lkip.forms.sandi import BuatSandiForm
from lkip.masuk import (
    baca_tertunda,
    catat_gagal,
    menit_terkunci,
    selesaikan_masuk,
    terkunci_sekarang,
    tunda_masuk,
)
from lkip.tautan import tautan_terpakai
from lkip.views.formulir import kiriman


class MasukView(LoginView):
    """Name and password."""

    template_name = "masuk.html"
    form_class = MasukForm
    redirect_authenticated_user = True

    def form_valid(self, form):
        pengguna = form.get_user()
        if not aplikasi(pengguna):
            return super().form_valid(form)
        tunda_masuk(self.request, pengguna, self.get_success_url())
        return redirect("langkah_kedua")


@login_not_required
@sensitive_post_parameters("kode")
@require_http_methods(["GET", "POST"])
def langkah_kedua(request):
    """The code, of who knew the password a moment ago."""
    tertunda = baca_tertunda(request)
    if tertunda is None:
        messages.error(request, "Waktu untuk langkah kedua habis. Masuklah lagi.")
        return redirect("masuk")
    pengguna, lanjut = tertunda
    formulir = KodeMasukForm(kiriman(request).get("data"))
    if request.method == "POST" and formulir.is_valid():
        alat = _periksa(request, pengguna, formulir)
        if alat:
            selesaikan_masuk(request, pengguna, alat)
            _ingatkan_sisa(request, alat)
            return redirect(lanjut)
    return render(request, "langkah_kedua.html", {"formulir": formulir})


def _periksa(request, pengguna, formulir):
    """What accepts the code; otherwise the form says why it does not."""
    kode = formulir.cleaned_data["kode"]
    if terkunci_sekarang(request, pengguna):
        return None
    sampai = tunggu_sampai(pengguna, kode)
    if sampai:
        detik = max(1, ceil((sampai - timezone.now()).total_seconds()))
        formulir.add_error("kode", f"Terlalu cepat sesudah kode yang salah. Tunggu {detik} detik.")
        return None
    alat = periksa_kode(pengguna, kode)
    if alat is None:
        catat_gagal(request, pengguna)
        formulir.add_error("kode", "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya.")
    return alat


def _ingatkan_sisa(request, alat):
    if isinstance(alat, StaticDevice):
        sisa = sisa_kode(request.user)
        messages.warning(request, f"Anda masuk dengan kode cadangan. Sisa: {sisa} kode.")


@method_decorator(login_not_required, name="dispatch")
class KeluarView(LogoutView):
    """Sign out, by POST only; whose session has run out is signed out already."""

    http_method_names = ["post"]


class PakaiTautanView(SuccessMessageMixin, PasswordResetConfirmView):
    """Set a password by a link that an admin made; it works once and for three days."""

    template_name = "tautan.html"
    form_class = BuatSandiForm
    success_url = reverse_lazy("masuk")
    success_message = "Kata sandi tersimpan. Masuklah dengan kata sandi itu."

    def get_user(self, uidb64):
        pengguna = super().get_user(uidb64)
        return pengguna if pengguna and pengguna.is_active else None

    def get_form(self, form_class=None):
        return super().get_form(form_class) if self.validlink else None

    def form_valid(self, form):
        jawaban = super().form_valid(form)
        tautan_terpakai(self.user)
        return jawaban

    def render_to_response(self, context, **kwargs):
        return super().render_to_response(
            context, status=200 if self.validlink else HTTPStatus.GONE, **kwargs
        )


def terkunci(request, jawaban, credentials):
    """Answer in place of the page: too many failures, with the time that is left."""
    menit = menit_terkunci(request, get_client_username(request, credentials))
    jawaban = render(
        request, "terkunci.html", {"menit": menit}, status=HTTPStatus.TOO_MANY_REQUESTS
    )
    jawaban.headers["Retry-After"] = str(menit * 60)
    return jawaban

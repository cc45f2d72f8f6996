"""Sign in and sign out, and the link that comes before the first time."""

from http import HTTPStatus

from axes.helpers import get_client_username
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView, PasswordResetConfirmView
from django.contrib.messages.views import SuccessMessageMixin
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator

from lkip.forms.masuk import MasukForm
from lkip.forms.sandi import BuatSandiForm
from lkip.masuk import menit_terkunci
from lkip.tautan import tautan_terpakai


class MasukView(LoginView):
    """Name and password."""

    template_name = "masuk.html"
    form_class = MasukForm
    redirect_authenticated_user = True


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

"""Sign in and sign out."""

from axes.helpers import get_client_username
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.shortcuts import render
from django.utils.decorators import method_decorator

from lkip.forms.masuk import MasukForm
from lkip.masuk import menit_terkunci


class MasukView(LoginView):
    """Name and password."""

    template_name = "masuk.html"
    form_class = MasukForm
    redirect_authenticated_user = True


@method_decorator(login_not_required, name="dispatch")
class KeluarView(LogoutView):
    """Sign out, by POST only; whose session has run out is signed out already."""

    http_method_names = ["post"]


def terkunci(request, jawaban, credentials):
    """Answer in place of the page: too many failures, with the time that is left."""
    menit = menit_terkunci(request, get_client_username(request, credentials))
    jawaban = render(request, "terkunci.html", {"menit": menit}, status=429)
    jawaban.headers["Retry-After"] = str(menit * 60)
    return jawaban

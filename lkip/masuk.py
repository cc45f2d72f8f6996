"""Signing in: from where somebody asks, how long who failed must wait, and between its two steps."""

from datetime import datetime, timedelta
from ipaddress import ip_address
from math import ceil

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_parameters
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import authenticate, login
from django.contrib.auth.signals import user_login_failed
from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django_otp.models import Device

from instansi.models import Pengguna

TERTUNDA = "langkah_kedua"  # in the session, between the two steps
BATAS_LANGKAH_KEDUA = timedelta(minutes=10)


def alamat_ip(request: HttpRequest) -> str | None:
    """The address of who asks; behind a proxy the one that the proxy itself wrote down, the last."""
    langsung = request.META.get("REMOTE_ADDR")
    if not settings.BEHIND_PROXY:
        return langsung
    terakhir = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(terakhir))
    except ValueError:
        return langsung


def menit_terkunci(request: HttpRequest, username: str) -> int:
    """How many minutes this name stays locked for this address; at least 1."""
    AxesProxyHandler.update_request(request)
    penyaring = get_client_parameters(
        username, request.axes_ip_address, request.axes_user_agent, request
    )
    terakhir = AccessAttempt.objects.filter(**penyaring[0]).aggregate(pada=Max("attempt_time"))
    mulai = terakhir["pada"] or timezone.now()
    sisa = mulai + settings.AXES_COOLOFF_TIME - timezone.now()
    return max(1, ceil(sisa.total_seconds() / 60))


def sandi_cocok(request: HttpRequest, sandi: str) -> bool:
    """Whether this is the password of who asks; a wrong one counts as at sign-in."""
    nama = request.user.get_username()
    return authenticate(request, username=nama, password=sandi) == request.user


def tunda_masuk(request: HttpRequest, pengguna: Pengguna, lanjut: str) -> None:
    """Remember that the password of this user was right; the second step is still to come."""
    request.session.cycle_key()
    request.session[TERTUNDA] = {
        "pengguna": pengguna.pk,
        "sidik": pengguna.get_session_auth_hash(),
        "backend": pengguna.backend,
        "pada": timezone.now().isoformat(),
        "lanjut": lanjut,
    }


def baca_tertunda(request: HttpRequest) -> tuple[Pengguna, str] | None:
    """Who waits for the second step, and where it leads; None when it was too long ago.

    Nor may the password have changed or the account been closed meanwhile.
    """
    isi = request.session.get(TERTUNDA)
    if not isi or timezone.now() - datetime.fromisoformat(isi["pada"]) > BATAS_LANGKAH_KEDUA:
        return None
    pengguna = Pengguna.objects.filter(pk=isi["pengguna"], is_active=True).first()
    if not pengguna or not constant_time_compare(pengguna.get_session_auth_hash(), isi["sidik"]):
        return None
    pengguna.backend = isi["backend"]
    return pengguna, isi["lanjut"]


def selesaikan_masuk(request: HttpRequest, pengguna: Pengguna, alat: Device) -> None:
    """Sign in after both steps."""
    del request.session[TERTUNDA]
    pengguna.otp_device = alat
    login(request, pengguna)


def terkunci_sekarang(request: HttpRequest, pengguna: Pengguna) -> bool:
    """Whether no code is tried; the answer becomes the page of who failed too often."""
    kredensial = {"username": pengguna.get_username()}
    if AxesProxyHandler.is_allowed(request, kredensial):
        return False
    request.axes_locked_out, request.axes_credentials = True, kredensial
    return True


def catat_gagal(request: HttpRequest, pengguna: Pengguna) -> None:
    """A wrong code counts as a wrong password does."""
    kredensial = {"username": pengguna.get_username()}
    user_login_failed.send(sender=__name__, credentials=kredensial, request=request)

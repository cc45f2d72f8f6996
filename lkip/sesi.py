"""Sessions of signed-in users: which there are, and their end.

SESSION_ENGINE of the settings. What is known of a session stands in its data and is copied into
columns whenever it is saved, so that the two never differ.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.db import SessionStore as SesiBasisData
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from instansi.models import Pengguna, Sesi
from lkip.perangkat import sebut_perangkat

JEDA = timedelta(minutes=5)  # a session is written no more often only because it is used


class SessionStore(SesiBasisData):
    """Sessions in a table that says whose each is."""

    @classmethod
    def get_model_class(cls):
        return Sesi

    def create_model_instance(self, data):
        """The row of a session, with what its data tell of the user and the device."""
        sesi = super().create_model_instance(data)
        if SESSION_KEY in data:
            sesi.pengguna_id = int(data[SESSION_KEY])
            sesi.perangkat = data.get("perangkat", "")
            sesi.masuk_pada = _saat(data.get("masuk_pada"))
            sesi.terakhir_pada = _saat(data.get("terakhir_pada"))
        return sesi


class CatatSesiMiddleware:
    """Note that a session is used; with that it also lasts a working day from now on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        terakhir = _saat(request.session.get("terakhir_pada"))
        if terakhir and timezone.now() - terakhir > JEDA:
            request.session["terakhir_pada"] = timezone.now().isoformat()
        return self.get_response(request)


def mulai_sesi(sender, request, user, **lain):
    """Note when and on which device a user has signed in."""
    kini = timezone.now().isoformat()
    request.session["perangkat"] = sebut_perangkat(request.META.get("HTTP_USER_AGENT", ""))
    request.session["masuk_pada"] = request.session["terakhir_pada"] = kini


user_logged_in.connect(mulai_sesi, dispatch_uid="lkip.sesi")


def sesi_berjalan(pengguna: Pengguna) -> list[Sesi]:
    """The open sessions of a user, the one used last first. 1 query."""
    return list(pengguna.sesi.filter(expire_date__gt=timezone.now()))


def akhiri_sesi(pengguna: Pengguna, *, kecuali: str | None = None) -> int:
    """End the sessions of a user, but for the one with this key; return how many."""
    return pengguna.sesi.exclude(session_key=kecuali or "").delete()[0]


def sidik_sesi(sesi: Sesi) -> str:
    """A name for a session that may stand in a page; its key opens the account."""
    return salted_hmac("lkip.sesi", sesi.session_key, algorithm="sha256").hexdigest()[:32]


def _saat(teks: str | None) -> datetime | None:
    return datetime.fromisoformat(teks) if teks else None

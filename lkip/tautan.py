"""One-time links at which a user sets a password that nobody else knows."""

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from instansi.models import Pengguna
from lkip.sesi import akhiri_sesi


@transaction.atomic
def buat_tautan(pengguna: Pengguna) -> str:
    """The path of a new link; the old password, older links and open sessions end with it."""
    pengguna.set_unusable_password()
    pengguna.save(update_fields=["password"])
    akhiri_sesi(pengguna)
    return reverse(
        "pakai_tautan",
        kwargs={
            "uidb64": urlsafe_base64_encode(force_bytes(pengguna.pk)),
            "token": default_token_generator.make_token(pengguna),
        },
    )


def hari_tautan() -> int:
    """For how many days a link works."""
    return settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60)


def tautan_terpakai(pengguna: Pengguna) -> None:
    """After a new password nothing is left of before: no session and no failed attempts."""
    akhiri_sesi(pengguna)
    AxesProxyHandler.reset_attempts(username=pengguna.get_username())

"""The second step of signing in: a code from an application on the user's own phone, by TOTP.

django-otp keeps the devices. A user has at most one application that counts (confirmed) and one
set of backup codes; an application that is being set up is not confirmed yet.
"""

from base64 import b32encode
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models import QuerySet
from django_otp import verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from instansi.models import Keanggotaan, Pengguna

Peran = Keanggotaan.Peran
DITAWARKAN = frozenset({Peran.CAMAT, Peran.VERIFIKATOR, Peran.ADMIN})
BANYAK_KODE = 10
PANJANG_TOTP = 6
NAMA = "Aplikasi autentikator"


def periksa_peran_wajib() -> None:
    """Refuse to start with a role in WAJIB_TOTP_PERAN that does not exist."""
    asing = set(settings.WAJIB_TOTP_PERAN) - set(Peran.values)
    if asing:
        raise ImproperlyConfigured(f"WAJIB_TOTP_PERAN: no such role: {', '.join(sorted(asing))}.")


def wajib(pengguna: Pengguna) -> bool:
    """Whether one of the roles of the user demands a second step. 1 query, or none."""
    peran = settings.WAJIB_TOTP_PERAN
    return bool(peran) and pengguna.keanggotaan.filter(peran__in=peran).exists()


def aplikasi(pengguna: Pengguna) -> TOTPDevice | None:
    """The application that counts; without one the user signs in by password alone."""
    return TOTPDevice.objects.filter(user=pengguna, confirmed=True).first()


def calon_aplikasi(pengguna: Pengguna) -> TOTPDevice | None:
    """The application that is being set up."""
    return TOTPDevice.objects.filter(user=pengguna, confirmed=False).first()


def pengguna_dua_langkah() -> QuerySet[TOTPDevice, int]:
    """Keys of the users who have a second step."""
    return TOTPDevice.objects.filter(confirmed=True).values_list("user", flat=True)


@transaction.atomic
def siapkan(pengguna: Pengguna) -> None:
    """Begin to set up an application, with a secret that no earlier attempt had."""
    TOTPDevice.objects.filter(user=pengguna, confirmed=False).delete()
    TOTPDevice.objects.create(user=pengguna, name=NAMA, confirmed=False)


def kunci_terbaca(calon: TOTPDevice) -> str:
    """The secret in groups of four, for who types it instead of scanning."""
    kunci = b32encode(calon.bin_key).decode()
    return " ".join(kunci[awal : awal + 4] for awal in range(0, len(kunci), 4))


@transaction.atomic
def aktifkan(calon: TOTPDevice, kode: str) -> list[str]:
    """Let the application count once it shows the right code; return backup codes, or nothing."""
    sah = verify_token(calon.user, calon.persistent_id, rapikan(kode))
    if sah is None:
        return []
    sah.confirmed = True
    sah.save(update_fields=["confirmed"])
    return buat_kode_cadangan(calon.user)


@transaction.atomic
def buat_kode_cadangan(pengguna: Pengguna) -> list[str]:
    """New backup codes, each for one time; the earlier ones no longer work."""
    lembar, _ = StaticDevice.objects.get_or_create(
        user=pengguna, defaults={"name": "Kode cadangan"}
    )
    lembar.token_set.all().delete()
    kode = [StaticToken.random_token() for _ in range(BANYAK_KODE)]
    StaticToken.objects.bulk_create(StaticToken(device=lembar, token=satu) for satu in kode)
    return [f"{satu[:4]}-{satu[4:]}" for satu in kode]


def sisa_kode(pengguna: Pengguna) -> int:
    """How many backup codes were not used."""
    return StaticToken.objects.filter(device__user=pengguna).count()


@transaction.atomic
def matikan(pengguna: Pengguna) -> None:
    """From now on the password is enough."""
    TOTPDevice.objects.filter(user=pengguna).delete()
    StaticDevice.objects.filter(user=pengguna).delete()


def periksa_kode(pengguna: Pengguna, kode: str) -> Device | None:
    """What accepts the code: the application or the backup codes; each code works once."""
    alat = _alat(pengguna, rapikan(kode))
    return alat and verify_token(pengguna, alat.persistent_id, rapikan(kode))


def tunggu_sampai(pengguna: Pengguna, kode: str) -> datetime | None:
    """When the next code may be tried: after each wrong one the wait doubles."""
    alat = _alat(pengguna, rapikan(kode))
    boleh, sebab = alat.verify_is_allowed() if alat else (True, None)
    return None if boleh else sebab["locked_until"]


def rapikan(kode: str) -> str:
    """A code as it is compared, however it was typed: " 123 456", "ABCD-EFGH"."""
    return kode.replace(" ", "").replace("-", "").lower()


def _alat(pengguna: Pengguna, kode: str) -> Device | None:
    if kode.isdecimal() and len(kode) == PANJANG_TOTP:
        return aplikasi(pengguna)
    return StaticDevice.objects.filter(user=pengguna, confirmed=True).first()

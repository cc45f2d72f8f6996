"""The sample logins, one per role."""

from django.contrib.auth.hashers import make_password

from instansi.models import Instansi, Keanggotaan, Pengguna, Seksi
from lkip.contoh.data import ContohSalah, Data
from lkip.contoh.simpan import create, create_all

KUNCI_PENGGUNA = ("username", "nama", "email")


def load_pengguna(data: Data, instansi: Instansi, seksi: dict[str, Seksi]) -> dict[str, Pengguna]:
    """Create the sample users with their role; return them by role. Raises ContohSalah.

    A sample user who is left from an earlier load is used again; a user of somebody else with
    the same user name is never touched.
    """
    kata_sandi = make_password(data.instansi["masuk"]["kata_sandi"])
    pengguna = {}
    for isian in data.instansi["pengguna"]:
        satu = _get_pengguna({kunci: isian[kunci] for kunci in KUNCI_PENGGUNA}, kata_sandi)
        pengguna[isian["peran"]] = satu
        _add_keanggotaan(satu, isian, instansi, seksi)
    return pengguna


def _get_pengguna(isian: dict[str, str], kata_sandi: str) -> Pengguna:
    ada = Pengguna.objects.filter(username=isian["username"]).first()
    if ada is None:
        return create(Pengguna, **isian, password=kata_sandi)
    if ada.email != isian["email"]:
        raise ContohSalah(
            f"Nama pengguna “{ada.username}” sudah dipakai orang lain; muat data contoh pada "
            "basis data tersendiri."
        )
    return ada


def _add_keanggotaan(
    pengguna: Pengguna, isian: dict[str, str], instansi: Instansi, seksi: dict[str, Seksi]
) -> None:
    if isian["peran"] in Keanggotaan.PERAN_PEMDA:
        lingkup = {"pemda": instansi.pemda}
    else:
        lingkup = {"instansi": instansi}
    kunci = {"pengguna": pengguna, "peran": isian["peran"], **lingkup}
    if not Keanggotaan.objects.filter(**kunci).exists():
        unit = {"seksi": seksi[isian["seksi"]]} if "seksi" in isian else {}
        create_all(Keanggotaan, [kunci | unit])

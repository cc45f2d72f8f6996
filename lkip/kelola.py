"""Which users the admin of a pemda looks after."""

from typing import Any

from django.db.models import Q, QuerySet

from instansi.models import Keanggotaan, Pemda, Pengguna

TINDAKAN = {"+": "Ditambahkan", "~": "Diubah", "-": "Dihapus"}


def di_pemda(pemda: QuerySet[Pemda]) -> Q:
    """Roles in these pemda or in one of their offices."""
    return Q(pemda__in=pemda) | Q(instansi__pemda__in=pemda)


def terkelola(pemda: QuerySet[Pemda]) -> QuerySet[Pengguna]:
    """Users with a role there, and those who had one and have none anywhere now."""
    ada = Keanggotaan.objects.filter(di_pemda(pemda)).values("pengguna")
    pernah = Keanggotaan.history.filter(di_pemda(pemda)).values("pengguna")
    berperan = Keanggotaan.objects.values("pengguna")
    milik = Q(pk__in=ada) | (Q(pk__in=pernah) & ~Q(pk__in=berperan))
    return Pengguna.objects.filter(milik).order_by("nama", "username")


def dikuasai(pemda: QuerySet[Pemda], admin: Pengguna) -> QuerySet[Pengguna]:
    """Of these, whose account is the admin's to open and to close.

    Not that of somebody with a role elsewhere, nor that of a superuser, through which the admin
    would gain more than they have.
    """
    luar = Keanggotaan.objects.exclude(di_pemda(pemda)).values("pengguna")
    milik = terkelola(pemda).exclude(pk__in=luar)
    return milik if admin.is_superuser else milik.exclude(is_superuser=True)


def riwayat_peran(pemda: QuerySet[Pemda], pengguna: Pengguna) -> list[dict[str, Any]]:
    """What happened to roles that the user has or had there, the latest first. 1 query."""
    pernah = Keanggotaan.history.filter(di_pemda(pemda), pengguna=pengguna).values("id")
    catatan = Keanggotaan.history.filter(id__in=pernah).select_related(
        "history_user", "instansi", "pemda", "seksi"
    )
    return [
        {
            "pada": satu.history_date,
            "zona": satu.instansi.zona_waktu if satu.instansi else "WIB",
            "apa": satu.history_change_reason or TINDAKAN[satu.history_type],
            "peran": satu.get_peran_display(),
            "lingkup": satu.seksi or satu.instansi or satu.pemda,
            "oleh": satu.history_user,
        }
        for satu in catatan.order_by("-history_date", "-history_id")
    ]

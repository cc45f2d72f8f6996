"""Conditions that several models put into their database constraints."""

from django.db.models import Q


def tepat_satu(*nama: str) -> Q:
    """Exactly one of these nullable fields is filled."""
    kondisi = Q()
    for terisi in nama:
        kondisi |= Q(**{f"{lain}__isnull": lain != terisi for lain in nama})
    return kondisi


def bersama(*nama: str) -> Q:
    """All of these nullable fields are filled, or none of them is."""
    return Q(**{f"{satu}__isnull": True for satu in nama}) | Q(
        **{f"{satu}__isnull": False for satu in nama}
    )


def satu_bentuk_target() -> Q:
    """A target is a number, or a grade, or "tidak ditargetkan": one of them and only one."""
    return (
        Q(nilai__isnull=False, tidak_ditargetkan=False)
        | (Q(nilai__isnull=True, tidak_ditargetkan=False) & ~Q(huruf=""))
        | Q(nilai__isnull=True, tidak_ditargetkan=True, huruf="")
    )

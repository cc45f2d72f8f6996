"""What a user was told, and what of it they have read."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lkip.pemberitahuan import terlihat
from lkip.views.halaman import tampilkan

TERBANYAK = 100


@require_safe
def daftar(request):
    """The latest notices, those not read marked."""
    return tampilkan(
        request,
        "lkip/pemberitahuan.html",
        None,
        judul="Pemberitahuan",
        pemberitahuan=terlihat(request.user)[:TERBANYAK],
        terbanyak=TERBANYAK,
    )


@require_POST
def buka(request, pemberitahuan_pk):
    """Mark a notice as read and lead to what it is about."""
    satu = get_object_or_404(terlihat(request.user), pk=pemberitahuan_pk)
    _baca(request.user.pemberitahuan.filter(pk=satu.pk))
    return redirect(satu.alamat)


@require_POST
def tandai_dibaca(request):
    """Mark all notices as read."""
    _baca(request.user.pemberitahuan.all())
    messages.success(request, "Semua pemberitahuan ditandai sudah dibaca.")
    return redirect("daftar_pemberitahuan")


def _baca(pemberitahuan):
    pemberitahuan.filter(dibaca_pada=None).update(dibaca_pada=timezone.now())

"""Notices and one-time links by e-mail, where the installation has a mail server."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone

from instansi.models import Pengguna
from lkip.tautan import hari_tautan

logger = logging.getLogger(__name__)


def kirim_surel(pemberitahuan: QuerySet) -> int:
    """Send those of these notices that were not sent yet; return how many were.

    A notice is claimed before it is sent, so that two senders never send it twice. One that fails is
    given back, so that a later call tries it again.
    """
    if not settings.SUREL_AKTIF:
        return 0
    menunggu = pemberitahuan.filter(surel_pada=None, pengguna__is_active=True)
    terkirim = 0
    for satu in menunggu.exclude(pengguna__email="").select_related("pengguna", "instansi"):
        milik = type(satu).objects.filter(pk=satu.pk, surel_pada=None)
        if not milik.update(surel_pada=timezone.now()):
            continue
        try:
            _surat(satu).send()
        except OSError as galat:  # what smtplib and sockets raise
            type(satu).objects.filter(pk=satu.pk).update(surel_pada=None)
            logger.warning("Surel pemberitahuan %s gagal dikirim: %s", satu.pk, galat)
            return terkirim
        terkirim += 1
    return terkirim


def kirim_tautan(pengguna: Pengguna, alamat: str) -> bool | None:
    """Send a one-time link to its user; None where there is no way to, False when it failed."""
    if not settings.SUREL_AKTIF or not pengguna.email:
        return None
    isi = {"pengguna": pengguna, "alamat": alamat, "hari": hari_tautan()}
    surat = EmailMessage(
        subject="Tautan untuk kata sandi LKIP Anda",
        body=render_to_string("lkip/surel/tautan.txt", isi),
        to=[pengguna.email],
    )
    try:
        surat.send()
    except OSError as galat:  # what smtplib and sockets raise
        logger.warning("Surel tautan pengguna %s gagal dikirim: %s", pengguna.pk, galat)
        return False
    return True


def _surat(pemberitahuan) -> EmailMessage:
    isi = {"satu": pemberitahuan, "alamat": settings.ALAMAT_SITUS + pemberitahuan.alamat}
    return EmailMessage(
        subject=f"{pemberitahuan.judul} – {pemberitahuan.instansi}",
        body=render_to_string("lkip/surel/pemberitahuan.txt", isi),
        to=[pemberitahuan.pengguna.email],
    )

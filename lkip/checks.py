"""System checks of what an installation needs (manage.py check)."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import DatabaseError

from instansi.models import Instansi

HURUF = ("Regular", "Bold", "Italic", "BoldItalic")


@register(Tags.templates)
def check_dokumen(app_configs, **kwargs):
    """The folder of the printed document holds its template, its stylesheet and its fonts."""
    folder = Path(settings.BASE_DIR) / "templates" / "lkip" / "dokumen"
    perlu = ["lkip.html", "lkip.css", *(f"fonts/Arimo-{nama}.ttf" for nama in HURUF)]
    return [
        Error(
            f"Berkas dokumen {nama} tidak ada.",
            hint=f"Pulihkan {folder / nama} dari repositori; tanpanya LKIP tidak dapat dicetak.",
            id="lkip.E001",
        )
        for nama in perlu
        if not (folder / nama).is_file()
    ]


@register(Tags.database)
def check_instansi(app_configs, databases=None, **kwargs):
    """There is an office to report on (runs with `check --database default`)."""
    if not databases:
        return []
    try:
        ada = Instansi.objects.exists()
    except DatabaseError:
        return []  # before the first migration
    if ada:
        return []
    return [
        Warning(
            "Belum ada instansi.",
            hint="Muat kantor contoh dengan `manage.py muat_contoh`, atau buat pengguna pertama dengan "
            "`manage.py createsuperuser` dan masuk dengannya.",
            id="lkip.W001",
        )
    ]

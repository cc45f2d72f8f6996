"""What a user reads when there is no page."""

from django.shortcuts import render

from lkip.akses import LaporanBelumAda


def tidak_ditemukan(request, exception):
    """404; a year without a complete report says what is missing."""
    pesan = str(exception) if isinstance(exception, LaporanBelumAda) else ""
    return render(request, "404.html", {"pesan": pesan}, status=404)

"""What a user reads when there is no page."""

from django.shortcuts import render

from lkip.akses import LaporanBelumAda
from lkip.views.tanpa_laporan import tampilkan_tanpa_laporan


def tidak_ditemukan(request, exception):
    """404 for an address that does not exist, or not for this user."""
    return render(request, "404.html", status=404)


def laporan_belum_ada_middleware(get_response):
    """Answer a page of a year without report with the steps that lead to one."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        if not isinstance(exception, LaporanBelumAda):
            return None
        tempat = request.resolver_match.kwargs
        return tampilkan_tanpa_laporan(
            request, tempat["kode"], tempat["tahun"], str(exception), status=404
        )

    middleware.process_exception = process_exception
    return middleware

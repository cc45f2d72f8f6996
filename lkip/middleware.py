"""What every answer of the application carries."""

from django.middleware.gzip import GZipMiddleware
from django.shortcuts import redirect

TEKS = ("text/html", "application/json")


def no_store_middleware(get_response):
    """Keep pages out of caches: they show what only this user may see.

    A view that knows better (a PDF that revalidates by ETag) sets its own Cache-Control.
    """

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return middleware


class GantiSandiMiddleware:
    """Lead who signed in with a password that an admin gave to the page that replaces it."""

    BEBAS = frozenset({"ganti_sandi", "keluar", "masuk", "bantuan", "bantuan_bab"})

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        harus = request.user.is_authenticated and request.user.harus_ganti_sandi
        if harus and request.resolver_match.url_name not in self.BEBAS:
            return redirect("ganti_sandi")
        return None


class GzipTeksMiddleware(GZipMiddleware):
    """Compress pages for slow lines, padded at random against BREACH; a PDF is compressed already."""

    def process_response(self, request, response):
        if response.get("Content-Type", "").startswith(TEKS):
            return super().process_response(request, response)
        return response

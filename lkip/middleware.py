"""What every answer of the application carries."""

from django.middleware.gzip import GZipMiddleware
from django.shortcuts import redirect

from lkip.dua_langkah import wajib

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


class WajibDuaLangkahMiddleware:
    """Lead who holds a role of WAJIB_TOTP_PERAN to the page that sets up the second step."""

    BEBAS = frozenset(
        {"dua_langkah", "siapkan_dua_langkah", "keluar", "masuk", "bantuan", "bantuan_bab"}
    )

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        bebas = request.resolver_match.url_name in self.BEBAS
        if bebas or not request.user.is_authenticated or request.user.is_verified():
            return None
        return redirect("dua_langkah") if wajib(request.user) else None


class GzipTeksMiddleware(GZipMiddleware):
    """Compress pages for slow lines, padded at random against BREACH; a PDF is compressed already."""

    def process_response(self, request, response):
        if response.get("Content-Type", "").startswith(TEKS):
            return super().process_response(request, response)
        return response

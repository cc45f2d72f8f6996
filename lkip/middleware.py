"""What every answer of the application carries."""

from django.middleware.gzip import GZipMiddleware

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


class GzipTeksMiddleware(GZipMiddleware):
    """Compress pages for slow lines, padded at random against BREACH; a PDF is compressed already."""

    def process_response(self, request, response):
        if response.get("Content-Type", "").startswith(TEKS):
            return super().process_response(request, response)
        return response

"""What every answer of the application carries."""


def no_store_middleware(get_response):
    """Keep pages out of caches: they show what only this user may see.

    A view that knows better (a PDF that revalidates by ETag) sets its own Cache-Control.
    """

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return middleware

"""Which device a browser runs on, as a person would say it."""

import re

# The first that fits counts: browsers and systems also name those that they descend from.
PERAMBAN = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("UCBrowser", "UC Browser"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SISTEM = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def sebut_perangkat(agen: str) -> str:
    """What a User-Agent header tells: "Chrome di Android"."""
    peramban, sistem = _cari(PERAMBAN, agen), _cari(SISTEM, agen)
    if peramban and sistem:
        return f"{peramban} di {sistem}"
    return peramban or sistem or "Perangkat tidak dikenal"


def _cari(daftar: tuple[tuple[str, str], ...], agen: str) -> str:
    return next((nama for tanda, nama in daftar if re.search(tanda, agen)), "")

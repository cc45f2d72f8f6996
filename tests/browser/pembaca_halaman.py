"""What can be told of a page from its text: its frame, inline code, language and number forms."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from tests.browser.kumpulan import Tangkapan

VNU = Path(settings.BASE_DIR) / "var/alat/vnu.jar"
JUDUL = re.compile(r".+ – (20\d\d – Kecamatan Bangsalsari|LKIP)")
KEBIJAKAN = {
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
}
SKRIP = re.compile(r"script-src 'self'( 'nonce-[\w+/=-]+')?")
TENTANG_ANGKA = "/bantuan/menulis-angka/"  # shows the forms that are not read
BUKAN_KATA_KITA = {"script", "style", "head", "template", "q"}  # unseen, or of another document
TERDENGAR = ("aria-label", "title", "placeholder", "alt")
INGGRIS = re.compile(
    r"\b(save|submit|upload|download|dashboard|log ?in|log ?out|sign in|error|update|delete|edit"
    r"|add|cancel|back|next|previous|search|home(?! use\))|settings?|users?|password|username|file|loading"
    r"|success|warning|required|invalid|please|choose|select|none|true|false|null|undefined|nan"
    r"|approve|reject|review|report|the|this|that|is|are|of|and|not|must|ensure|field|value"
    r"|january|february|march|may|june|july|august|october|december)\b",
    re.I,
)
BENTUK_SALAH = re.compile(
    r"\bRp\.|\bRp[ \u00a0](?=\d)"  # Rp1.234
    r"|\b\d{1,3}(,\d{3})+(\.\d+)?\b(?!,)"  # 1,234.56
    r"|(?<![\d.])\d{2,}\.\d{1,2}(?![\d./])(?! WI[BT]| WITA)"  # 84.02
    r"|\b\d{4}-\d\d-\d\d\b|\b(?!10/02/2025)\d{1,2}/\d{1,2}/\d{4}\b"  # but the example of how to type one
    r"|\b(Jan|Feb|Mar|Apr|Jun|Jul|Agu|Agt|Aug|Sep|Sept|Okt|Oct|Nov|Des|Dec)\.(?! \w+ \d)"
    r"|\d{1,2}:\d{2}\b|\d %"
)


def cacat(satu: Tangkapan) -> Iterator[str]:
    """What breaks a rule on one page."""
    yield from _cacat_kerangka(satu.pohon)
    yield from _cacat_kebijakan(satu.csp)
    yield from _cacat_sebaris(satu.pohon)


def _cacat_kerangka(pohon) -> Iterator[str]:
    judul = pohon.findtext(".//title") or ""
    if not JUDUL.fullmatch(judul):
        yield f"title {judul!r}"
    if pohon.get("lang") != "id":
        yield f"lang {pohon.get('lang')!r}"
    if (banyak := len(list(pohon.iter("h1")))) != 1:
        yield f"{banyak} h1"
    id = [elemen.get("id") for elemen in pohon.iter() if elemen.get("id")]
    yield from (f"id {nama} twice" for nama in sorted({nama for nama in id if id.count(nama) > 1}))


def _cacat_kebijakan(csp: str) -> Iterator[str]:
    arahan = set(csp.split("; "))
    skrip = {nama for nama in arahan if SKRIP.fullmatch(nama)}
    if arahan - skrip != KEBIJAKAN or len(skrip) != 1:
        yield f"policy {csp!r}"


def _cacat_sebaris(pohon) -> Iterator[str]:
    for elemen in pohon.iter():
        for nama in elemen.attrib:
            if nama.startswith("on") or (nama == "style"):
                yield f"{elemen.tag} {nama}="
        if elemen.tag == "script" and not elemen.get("src") and elemen.get("type") != "importmap":
            if elemen.get("type") != "application/json":
                yield "inline script"
        if elemen.tag == "style":
            yield "inline stylesheet"


def cacat_bahasa(satu: Tangkapan) -> Iterator[str]:
    """English words and foreign forms of numbers and dates in what a user sees or hears."""
    for teks in _iter_teks(satu.pohon):
        for pola in (INGGRIS, BENTUK_SALAH)[: 1 if satu.alamat == TENTANG_ANGKA else 2]:
            yield from (f"{cocok[0]!r} in {teks[:120]!r}" for cocok in pola.finditer(teks))


def _iter_teks(elemen) -> Iterator[str]:
    if elemen.tag in BUKAN_KATA_KITA:
        return
    yield from (elemen.get(nama) for nama in TERDENGAR if elemen.get(nama))
    if elemen.text and elemen.text.strip():
        yield " ".join(elemen.text.split())
    for anak in elemen:
        yield from _iter_teks(anak)
        if anak.tail and anak.tail.strip():
            yield " ".join(anak.tail.split())


def cacat_markah(semua: list[Tangkapan], folder: Path) -> list[str]:
    """What the Nu HTML checker finds on these pages: one run for all of them."""
    assert VNU.exists(), "The HTML checker is missing: skrip/vnu.sh"
    for nomor, satu in enumerate(semua):
        (folder / f"{nomor:04}.html").write_text(satu.html)
    perintah = ["java", "-jar", VNU, "--errors-only", "--format", "json", folder]
    hasil = subprocess.run(perintah, capture_output=True, text=True)
    return [
        f"{semua[int(Path(pesan['url']).stem)]}: {pesan['message']} {pesan.get('extract', '')}"
        for pesan in json.loads(hasil.stderr)["messages"]
    ]

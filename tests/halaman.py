"""Reads rendered pages in tests: elements, texts, links."""

from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "col", "use", "rect", "line", "path"}


class Elemen:
    """An element of a page with its attributes and all the text in it."""

    def __init__(self, nama, atribut):
        self.nama, self.atribut, self.potongan = nama, dict(atribut), []

    @property
    def teks(self):
        return " ".join("".join(self.potongan).split())


class Halaman(HTMLParser):
    """A page as a list of its elements, in order."""

    def __init__(self, html):
        super().__init__()
        self.elemen, self._terbuka = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        satu = Elemen(tag, attrs)
        self.elemen.append(satu)
        if tag not in VOID:
            self._terbuka.append(satu)

    def handle_startendtag(self, tag, attrs):
        self.elemen.append(Elemen(tag, attrs))

    def handle_endtag(self, tag):
        while self._terbuka and self._terbuka.pop().nama != tag:
            pass

    def handle_data(self, data):
        for satu in self._terbuka:
            satu.potongan.append(data)

    def semua(self, nama):
        return [satu for satu in self.elemen if satu.nama == nama]

    def dengan_id(self, id):
        cocok = [satu for satu in self.elemen if satu.atribut.get("id") == id]
        assert len(cocok) == 1, f"id {id!r} occurs {len(cocok)} times"
        return cocok[0]

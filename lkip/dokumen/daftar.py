"""The numbers of one rendering: chapters, sections, tables and figures in reading order."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from lkip.angka import ROMAWI

_TANDA = re.compile(r'href="#(?P<id>[\w.-]+)">\{rujuk\}')


class Macam(StrEnum):
    """What an entry stands for; the values are classes of the contents pages."""

    DEPAN = "depan"
    BAB = "bab"
    PASAL = "pasal"
    ANAK = "anak"
    LAMPIRAN = "lampiran"
    TABEL = "tabel"
    GAMBAR = "gambar"


TINGKAT_ISI = (Macam.DEPAN, Macam.BAB, Macam.PASAL, Macam.ANAK)


@dataclass(frozen=True, kw_only=True)
class Entri:
    """One numbered thing. `slug` names the part of the document that holds it."""

    id: str
    macam: Macam
    label: str
    judul: str
    slug: str


@dataclass
class Daftar:
    """Hands out numbers while the parts are rendered one after the other, and remembers them."""

    entri: list[Entri] = field(default_factory=list)
    slug: str = ""
    hitungan: dict[Macam, int] = field(default_factory=dict)

    def catat(self, macam: Macam, id: str, judul: str) -> Entri:
        """Give the next number of its kind; ValueError when the id is taken."""
        if any(satu.id == id for satu in self.entri):
            raise ValueError(f"id {id!r} occurs twice in the document")
        self.hitungan[macam] = self.hitungan.get(macam, 0) + 1
        self._mulai_ulang(macam)
        baru = Entri(id=id, macam=macam, label=self._label(macam), judul=judul, slug=self.slug)
        self.entri.append(baru)
        return baru

    def _mulai_ulang(self, macam: Macam) -> None:
        di_bawah = {
            Macam.BAB: (Macam.PASAL, Macam.ANAK, Macam.TABEL, Macam.GAMBAR),
            Macam.PASAL: (Macam.ANAK,),
        }
        for satu in di_bawah.get(macam, ()):
            self.hitungan[satu] = 0

    def _label(self, macam: Macam) -> str:
        nomor, bab = self.hitungan[macam], self.hitungan.get(Macam.BAB, 0)
        match macam:
            case Macam.DEPAN:
                return ""
            case Macam.BAB:
                return f"Bab {ROMAWI[nomor]}"
            case Macam.PASAL:
                return f"{chr(ord('A') + nomor - 1)}."
            case Macam.ANAK:
                return f"{nomor}."
            case Macam.LAMPIRAN:
                return f"Lampiran {nomor}"
            case Macam.TABEL | Macam.GAMBAR:
                return f"{macam.title()} {bab}.{nomor}"

    @property
    def isi(self) -> list[Entri]:
        """The entries of the table of contents."""
        return [satu for satu in self.entri if satu.macam in TINGKAT_ISI]

    @property
    def tabel(self) -> list[Entri]:
        return [satu for satu in self.entri if satu.macam is Macam.TABEL]

    @property
    def gambar(self) -> list[Entri]:
        return [satu for satu in self.entri if satu.macam is Macam.GAMBAR]

    @property
    def lampiran(self) -> list[Entri]:
        return [satu for satu in self.entri if satu.macam is Macam.LAMPIRAN]

    def isi_rujukan(self, html: str) -> str:
        """Write the labels into the references that {% rujuk %} left open.

        KeyError for a reference to something that the document does not have.
        """
        label = {satu.id: satu.label for satu in self.entri}
        return _TANDA.sub(lambda cocok: f'href="#{cocok["id"]}">{label[cocok["id"]]}', html)

    def arahkan(self, html: str, slug: str, alamat: Callable[[str], str]) -> str:
        """Point links to other parts at their page; `alamat` gives the address of a slug.

        The attachments are known by their id, so that a chapter may refer to them before they are
        rendered.
        """
        tempat = {satu.id: satu.slug for satu in self.entri}

        def tautan(cocok: re.Match[str]) -> str:
            bawaan = Macam.LAMPIRAN if cocok[1].startswith(f"{Macam.LAMPIRAN}-") else slug
            tujuan = tempat.get(cocok[1], bawaan)
            return cocok[0] if tujuan == slug else f'href="{alamat(tujuan)}#{cocok[1]}"'

        return re.sub(r'href="#([\w.-]+)"', tautan, html)

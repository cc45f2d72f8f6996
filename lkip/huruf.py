"""Letter grades: SAKIP, IKM and the ordered opinion of BPK (R10 of docs/rumus.md)."""

from dataclasses import dataclass
from decimal import Decimal

from lkip.angka import bulatkan, format_angka
from lkip.capaian import SERATUS, StatusTarget, hitung_capaian


@dataclass(frozen=True)
class SkalaHuruf:
    """An ordered scale of letters, best first: letter, lower bound, whether the bound is left out.

    A bound of None makes the scale ordered only. With `desimal` a value is rounded half up to so
    many decimals before it gets its letter, where the source prints its bounds that way.
    """

    kode: str
    nama: str
    huruf: tuple[tuple[str, Decimal | None, bool], ...]
    desimal: int | None = None

    @property
    def bernilai(self) -> bool:
        """Whether every letter stands for numbers."""
        return all(batas is not None for _, batas, _ in self.huruf)

    def huruf_dari(self, nilai: Decimal) -> str | None:
        """Return the letter of a value; None below the lowest bound or on an ordered-only scale."""
        terukur = nilai if self.desimal is None else bulatkan(nilai, self.desimal)
        for huruf, batas, terbuka in self.huruf:
            if batas is not None and (terukur > batas or (terukur == batas and not terbuka)):
                return huruf
        return None

    def mengenal(self, huruf: str) -> bool:
        """Whether this is a letter of the scale."""
        return huruf.strip().upper() in {nama for nama, _, _ in self.huruf}

    def label(self, nilai: Decimal | None, huruf: str) -> str:
        """Return letter and value as printed: "BB (75)"; the letter alone when there is no value."""
        if nilai is None:
            return huruf
        return f"{huruf} ({format_angka(nilai)})" if huruf else format_angka(nilai)

    def urutan(self, huruf: str) -> int:
        """Return the place of a letter, 0 being the best; ValueError when the scale lacks it."""
        return self._cari(huruf)[0]

    def batas_bawah(self, huruf: str) -> Decimal | None:
        """Return the lower bound of a letter; ValueError when the scale lacks it."""
        return self._cari(huruf)[1]

    def _cari(self, huruf: str) -> tuple[int, Decimal | None]:
        dicari = huruf.strip().upper()
        for urutan, (nama, batas, _) in enumerate(self.huruf):
            if nama == dicari:
                return urutan, batas
        dikenal = ", ".join(nama for nama, _, _ in self.huruf)
        raise ValueError(
            f'Huruf "{huruf}" tidak dikenal pada skala {self.nama}. Pilihannya {dikenal}.'
        )


SKALA_HURUF: dict[str, SkalaHuruf] = {
    "SAKIP": SkalaHuruf(
        "SAKIP",
        "Nilai SAKIP",
        (
            ("AA", Decimal(90), True),
            ("A", Decimal(80), True),
            ("BB", Decimal(70), True),
            ("B", Decimal(60), True),
            ("CC", Decimal(50), True),
            ("C", Decimal(30), True),
            ("D", Decimal(0), False),
        ),
    ),
    "IKM": SkalaHuruf(
        "IKM",
        "Indeks Kepuasan Masyarakat",
        (
            ("A", Decimal("88.31"), False),
            ("B", Decimal("76.61"), False),
            ("C", Decimal("65.00"), False),
            ("D", Decimal("25.00"), False),
        ),
        desimal=2,
    ),
    "OPINI": SkalaHuruf(
        "OPINI",
        "Opini BPK",
        (("WTP", None, False), ("WDP", None, False), ("TW", None, False), ("TMP", None, False)),
    ),
}


def capaian_huruf(target: str, realisasi: str, skala: SkalaHuruf) -> Decimal | None:
    """Return the capaian in percent of a grade that came without a number.

    The same letter is 100. Different letters give realisasi ÷ target × 100 of their lower bounds,
    and None where the scale has no numbers or the target's bound is 0. ValueError for a letter
    the scale lacks.

    Source: R10.
    """
    if skala.urutan(target) == skala.urutan(realisasi):
        return SERATUS
    batas_target, batas_realisasi = skala.batas_bawah(target), skala.batas_bawah(realisasi)
    if batas_target is None or batas_realisasi is None:
        return None
    return hitung_capaian(batas_target, batas_realisasi)


def status_huruf(target: str, realisasi: str, skala: SkalaHuruf) -> StatusTarget:
    """Tell by the order of the letters whether a grade passed, met or missed its target (R9, R10)."""
    urutan_target, urutan_realisasi = skala.urutan(target), skala.urutan(realisasi)
    if urutan_realisasi == urutan_target:
        return StatusTarget.MENCAPAI
    return StatusTarget.MELAMPAUI if urutan_realisasi < urutan_target else StatusTarget.BELUM

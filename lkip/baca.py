"""How numbers, money, dates and NIP are read from what people type and paste.

The Indonesian form is read; a form with two possible meanings raises AngkaRagu instead of guessing.
tests/vektor_angka.json holds the cases that the reader in the browser must answer alike.
"""

import re
from datetime import date
from decimal import Decimal

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
CONTOH = "Isi dengan angka, misalnya 1.234.567,89."
SUSUNAN = "Susunan titik dan koma tidak tepat. Tulis seperti 1.234.567,89."
# Keeps every value exact in the 28 digits of Decimal arithmetic, with room for a factor of 1,000.
MAKS_ANGKA = 24

_KOSONG = frozenset({"", "-", "–", "—"})
_TAK_DISEBUT = frozenset({"", "indeks", "nilai", "predikat", "skor", "angka", "poin"})
_BUNGKUS = re.compile(
    r"(?P<luar>[-−]?) ?(?:Rp\.?)? ?(?P<dalam>[-−]?) ?(?P<isi>.*?)(?: ?[,.]-{1,2})?", re.IGNORECASE
)
_INDONESIA = re.compile(r"[0-9]+(,[0-9]+)?|[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
_INGGRIS = re.compile(
    r"[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+|[1-9][0-9]{0,2}(,[0-9]{3}){2,}|[0-9]+\.[0-9]+"
)
_SATU_KELOMPOK = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_KELOMPOK_SPASI = re.compile(r"[1-9][0-9]{0,2}( [0-9]{3})+(,[0-9]+)?")
_TANGGAL_KATA = re.compile(r"([0-9]{1,2}) ([a-z]{3,})\.? ([0-9]{4})")
_TANGGAL_ANGKA = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_TANGGAL_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class AngkaSalah(ValueError):
    """What was typed cannot be read; `pesan` says in Indonesian what to do."""

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan


class AngkaRagu(AngkaSalah):
    """What was typed has more than one meaning; `tebakan` is the likelier one."""

    def __init__(self, teks: str, tebakan: Decimal) -> None:
        tulisan = f"{tebakan:f}".replace(".", ",")
        super().__init__(
            f'"{teks}" dapat dibaca lebih dari satu cara. Tulis {tulisan} bila itu maksudnya.'
        )
        self.tebakan = tebakan


def satuan_persen(satuan: str) -> bool:
    """Tell whether the satuan is percent."""
    return satuan.strip().casefold() in ("%", "persen")


def satuan_tak_disebut(satuan: str) -> bool:
    """Tell whether values of this satuan are printed as a bare number: an index, a score, nothing."""
    return satuan.strip().casefold().partition(" ")[0] in _TAK_DISEBUT


def parse_angka(teks: str, satuan: str = "") -> Decimal | None:
    """Read an Indonesian number; empty and "-" are None, which is not 0.

    Rp, spaces, ",-", "%" and the row's own satuan are left off; brackets and minus make it
    negative. Percent is a satuan, not a division by 100.

    Raises AngkaRagu where the number has two meanings: English separators ("84.02",
    "1,234,567.89"), digits apart ("9,0 5"), and "1.500" where the satuan is a percentage or an
    index. Raises AngkaSalah for everything else. Source: R12.
    """
    bersih = " ".join(teks.split())
    if bersih in _KOSONG:
        return None
    negatif, isi = _kupas(bersih, satuan)
    angka, ragu = _baca(isi)
    if _SATU_KELOMPOK.fullmatch(isi) and _biasanya_kecil(satuan):
        angka, ragu = Decimal(isi), True
    hasil = -angka if negatif and angka else angka
    if ragu:
        raise AngkaRagu(bersih, hasil)
    return hasil


def parse_rupiah(teks: str) -> Decimal | None:
    """Read money in rupiah, as parse_angka; three decimals are taken for English thousands."""
    nilai = parse_angka(teks, "rupiah")
    desimal = 0 if nilai is None else len(f"{nilai:f}".partition(".")[2])
    if nilai is None or desimal <= 2:
        return nilai
    if desimal == 3:
        raise AngkaRagu(teks.strip(), nilai.scaleb(3))
    raise AngkaSalah("Rupiah ditulis paling banyak dengan dua angka desimal.")


def parse_persen(teks: str) -> Decimal | None:
    """Read a percentage with or without its sign, as parse_angka: "96,5 %" is 96.5."""
    return parse_angka(teks, "%")


def _biasanya_kecil(satuan: str) -> bool:
    return satuan_persen(satuan) or (bool(satuan.strip()) and satuan_tak_disebut(satuan))


def _lepas_satuan(teks: str, satuan: str) -> str:
    sendiri = " ".join(satuan.split())
    akhiran = [sendiri, f"({sendiri})"] if sendiri else []
    for akhir in (*akhiran, "%", *(["persen"] if satuan_persen(satuan) else [])):
        if teks[-len(akhir) :].casefold() == akhir.casefold():
            return teks[: -len(akhir)].rstrip()
    return teks


def _kupas(teks: str, satuan: str) -> tuple[bool, str]:
    """Return whether the number is negative, and its digits with their separators."""
    isi = _lepas_satuan(teks, satuan)
    kurung = isi.startswith("(") and isi.endswith(")")
    if kurung:
        isi = _lepas_satuan(isi[1:-1].strip(), satuan)
    bagian = _BUNGKUS.fullmatch(isi)
    if bagian is None:
        raise AngkaSalah(CONTOH)
    tanda = [tanda for tanda in (kurung, bagian["luar"], bagian["dalam"]) if tanda]
    if len(tanda) > 1:
        raise AngkaSalah(CONTOH)
    return bool(tanda), re.sub(r" ?([.,]) ?", r"\1", bagian["isi"])


def _baca(isi: str) -> tuple[Decimal, bool]:
    """Return the number and whether it has another meaning."""
    terpisah = " " in isi and not _KELOMPOK_SPASI.fullmatch(isi)
    rapat = isi.replace(" ", "")
    if len(re.sub("[.,]", "", rapat)) > MAKS_ANGKA:
        raise AngkaSalah(f"Isian terlalu panjang, paling banyak {MAKS_ANGKA} angka.")
    if _INDONESIA.fullmatch(rapat):
        return Decimal(rapat.replace(".", "").replace(",", ".")), terpisah
    if _INGGRIS.fullmatch(rapat):
        return Decimal(rapat.replace(",", "")), True
    raise AngkaSalah(SUSUNAN if re.fullmatch(r"[0-9.,]*[0-9][0-9.,]*", rapat) else CONTOH)


def parse_tanggal(teks: str) -> date:
    """Read 10 Februari 2025, 10/02/2025 or 2025-02-10; AngkaSalah for anything else."""
    bersih = " ".join(teks.casefold().split())
    if cocok := _TANGGAL_KATA.fullmatch(bersih):
        hari, bulan, tahun = int(cocok[1]), _nomor_bulan(cocok[2]), int(cocok[3])
    elif cocok := _TANGGAL_ANGKA.fullmatch(bersih):
        hari, bulan, tahun = int(cocok[1]), int(cocok[2]), int(cocok[3])
    elif cocok := _TANGGAL_ISO.fullmatch(bersih):
        tahun, bulan, hari = int(cocok[1]), int(cocok[2]), int(cocok[3])
    else:
        raise AngkaSalah("Isi dengan tanggal, misalnya 10 Februari 2025 atau 10/02/2025.")
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        raise AngkaSalah(f'Tanggal "{teks.strip()}" tidak ada dalam kalender.') from None


def _nomor_bulan(nama: str) -> int:
    """Return the number of a month by its name or at least three first letters, which tell them apart."""
    for nomor, bulan in enumerate(BULAN, 1):
        if bulan.casefold().startswith(nama):
            return nomor
    raise AngkaSalah(f'Bulan "{nama}" tidak dikenal. Tulis misalnya 10 Februari 2025.')


def parse_nip(teks: str) -> str:
    """Return the 18 digits of a NIP: birth, TMT CPNS (year, month), sex, serial.

    A PPPK has 21 to 29 where the month stands. Raises AngkaSalah that names the wrong part.
    """
    nip = "".join(teks.split())
    if not re.fullmatch(r"[0-9]{18}", nip):
        raise AngkaSalah("NIP terdiri atas 18 angka, misalnya 19670624 198803 1 002.")
    try:
        lahir = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        raise AngkaSalah(f"Delapan angka pertama NIP ({nip[:8]}) bukan tanggal lahir.") from None
    if int(nip[8:12]) <= lahir.year or not re.fullmatch(r"0[1-9]|1[0-2]|2[1-9]", nip[12:14]):
        raise AngkaSalah(
            f"Angka ke-9 sampai ke-14 NIP ({nip[8:14]}) bukan tahun dan bulan pengangkatan."
        )
    if nip[14] not in "12":
        raise AngkaSalah(f"Angka ke-15 NIP ({nip[14]}) harus 1 (pria) atau 2 (wanita).")
    return nip

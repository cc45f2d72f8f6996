"""Numbers in Indonesian words."""

from decimal import Decimal

SATUAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
)  # fmt: skip
KELOMPOK = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1000, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)
BATAS = 10**15


def terbilang(n: int | Decimal) -> str:
    """Return a number in words: 4298 is "empat ribu dua ratus sembilan puluh delapan".

    Decimals follow "koma" digit by digit, without trailing zeros; nothing is rounded.
    Raises ValueError from one thousand triliun up.
    """
    besar = Decimal(n).copy_abs()
    if besar >= BATAS:
        raise ValueError(f"Angka {n} terlalu besar untuk dibilang.")
    bulat, _, pecahan = f"{besar:f}".partition(".")
    kata = [_bulat(int(bulat))]
    if pecahan := pecahan.rstrip("0"):
        kata += ["koma", *(SATUAN[int(angka)] for angka in pecahan)]
    return " ".join(["minus", *kata] if n < 0 else kata)


def _bulat(n: int) -> str:
    if n < 12:
        return SATUAN[n]
    if n < 20:
        return f"{SATUAN[n - 10]} belas"
    besar, nama = next((besar, nama) for besar, nama in KELOMPOK if n >= besar)
    banyak, sisa = divmod(n, besar)
    depan = f"se{nama}" if banyak == 1 and besar in (100, 1000) else f"{_bulat(banyak)} {nama}"
    return f"{depan} {_bulat(sisa)}" if sisa else depan

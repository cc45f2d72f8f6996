"""Value axes that contain 0 and end on round numbers."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

LANGKAH_TERBANYAK = 5
BESARAN = (
    (Decimal("1e12"), "triliun"),
    (Decimal("1e9"), "miliar"),
    (Decimal("1e6"), "juta"),
)
_BULAT = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Sumbu:
    """An axis from `bawah` to `atas` in steps of `langkah`, in the unit of its values."""

    bawah: Decimal
    atas: Decimal
    langkah: Decimal

    @property
    def besaran(self) -> tuple[Decimal, str]:
        """What tick labels are divided by, and its name: large values are labelled in juta or more."""
        terbesar = max(abs(self.bawah), abs(self.atas))
        return next(
            ((batas, nama) for batas, nama in BESARAN if terbesar >= batas), (Decimal(1), "")
        )

    @property
    def tanda(self) -> tuple[Decimal, ...]:
        """The values that get a grid line."""
        banyak = int((self.atas - self.bawah) / self.langkah)
        return tuple(self.bawah + self.langkah * nomor for nomor in range(banyak + 1))

    def bagian(self, nilai: Decimal) -> Decimal:
        """Where a value lies between the ends, from 0 to 1."""
        return (nilai - self.bawah) / (self.atas - self.bawah)


def buat_sumbu(nilai: list[Decimal]) -> Sumbu:
    """An axis with 0 that holds all values; without any value it runs from 0 to 1."""
    rendah, tinggi = min([Decimal(0), *nilai]), max([Decimal(0), *nilai])
    if rendah == tinggi:
        return Sumbu(bawah=Decimal(0), atas=Decimal(1), langkah=Decimal(1))
    langkah = _langkah((tinggi - rendah) / LANGKAH_TERBANYAK)
    atas = (tinggi / langkah).to_integral_value(ROUND_CEILING) * langkah
    bawah = (rendah / langkah).to_integral_value(ROUND_FLOOR) * langkah
    return Sumbu(bawah=bawah, atas=atas, langkah=langkah)


def _langkah(kasar: Decimal) -> Decimal:
    """The next round number (1, 2, 2.5, 5 or 10 times a power of ten) that is not below."""
    pangkat = Decimal(1).scaleb(kasar.adjusted())
    return next(pangkat * bulat for bulat in _BULAT if pangkat * bulat >= kasar)

"""Fields that read and print as grids do: Indonesian numbers, money, counts, years and days."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from lkip.angka import AngkaSalah
from lkip.isian.jenis import Angka, Bulat, IsianSalah, Jenis, Tanggal, Uang


class BidangJenis(forms.Field):
    """A field of one kind of cell; what cannot be read keeps its text and says why."""

    jenis: Jenis
    modus = "text"

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            return self.jenis.baca(value)
        except (AngkaSalah, IsianSalah) as salah:
            raise ValidationError(salah.pesan) from salah

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else self.jenis.cetak(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return super().widget_attrs(widget) | {"inputmode": self.modus, "autocomplete": "off"}


class AngkaField(BidangJenis):
    """A number with up to `decimal_places` decimals; `satuan` may follow it."""

    modus = "decimal"

    def __init__(self, *, decimal_places: int = 4, max_digits: int = 18, satuan="", **kwargs):
        self.jenis = Angka(satuan=satuan, desimal=decimal_places)
        self.maksimum = 10 ** (max_digits - decimal_places)
        super().__init__(**kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and abs(value) >= self.maksimum:
            raise ValidationError("Angka ini terlalu besar.")


class UangField(AngkaField):
    """Rupiah, never negative."""

    def __init__(self, *, decimal_places: int = 2, **kwargs):
        super().__init__(decimal_places=decimal_places, **kwargs)
        self.jenis = Uang()


class BulatField(BidangJenis):
    """A count from `min_value` to `max_value`, without decimals."""

    modus = "numeric"

    def __init__(self, *, min_value: int = 0, max_value: int = 2**31 - 1, **kwargs):
        self.jenis = Bulat()
        self.minimum, self.maksimum = min_value, max_value
        super().__init__(**kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and not self.minimum <= value <= self.maksimum:
            raise ValidationError(f"Isi dengan angka {self.minimum} sampai {self.maksimum}.")


class TahunField(BulatField):
    """A year, printed without a dot."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs | {"min_value": 2000, "max_value": 2099})

    def prepare_value(self, value: Any) -> Any:
        return "" if value is None else str(value)


class TanggalField(BidangJenis):
    """A day, written 10/02/2025 or 10 Februari 2025."""

    jenis = Tanggal()

    def __init__(self, **kwargs):
        contoh = "Misalnya 10/02/2025 atau 10 Februari 2025."
        kwargs["help_text"] = " ".join(filter(None, (kwargs.get("help_text"), contoh)))
        super().__init__(**kwargs)


def bidang_formulir(db_field: models.Field, **kwargs: Any) -> forms.Field | None:
    """The form field of a model field (Meta.formfield_callback)."""
    if isinstance(db_field, models.URLField):
        kwargs["assume_scheme"] = "https"
    if not getattr(db_field, "choices", None):
        for jenis, pilih in PADANAN:
            if isinstance(db_field, jenis):
                kwargs["form_class"] = pilih(db_field)
                break
    return db_field.formfield(**kwargs)


UANG = (18, 2)
PADANAN = (
    (models.DateTimeField, lambda bidang: forms.DateTimeField),
    (models.DateField, lambda bidang: TanggalField),
    (
        models.DecimalField,
        lambda bidang: (
            UangField if (bidang.max_digits, bidang.decimal_places) == UANG else AngkaField
        ),
    ),
    (
        models.IntegerField,
        lambda bidang: TahunField if bidang.name.startswith("tahun") else BulatField,
    ),
)

"""Forms of one record that two people may have open at once.

A form is made with `class Meta(FormulirBerversi.Meta)`; views save and show it with
lkip.views.formulir: `simpan_formulir(request, ruang, formulir, kembali) or tampilkan_formulir(…)`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.forms.models import construct_instance

from lkip.forms.bidang import (
    AngkaField,
    BulatField,
    TahunField,
    TanggalField,
    UangField,
    bidang_formulir,
)

__all__ = [
    "AngkaField",
    "BulatField",
    "FormulirBerversi",
    "FormulirLepas",
    "TahunField",
    "TanggalField",
    "UangField",
    "beri_gaya",
    "bidang_formulir",
]


GARIS = "---------"  # what Django calls an empty choice


@dataclass(frozen=True)
class BentrokBidang:
    """Somebody else changed the same field: what the user typed, what is stored now."""

    bidang: forms.BoundField
    isian: str
    tersimpan: str


class FormulirBerversi(forms.ModelForm):
    """A form that remembers the `versi` it was opened with.

    Fields that only somebody else changed meanwhile are taken over; fields that both changed are
    listed in `bentrok`, nothing is saved, and the next save decides. `kelompok` puts fields under
    headings: pairs of a heading and names of fields.
    """

    use_required_attribute = False
    kelompok: tuple[tuple[str, tuple[str, ...]], ...] = ()

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        formfield_callback = bidang_formulir

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.bentrok: list[BentrokBidang] = []
        self.fields["versi"].initial = None if self.baru else self.instance.versi
        for bidang in self.fields.values():
            beri_gaya(bidang)

    @property
    def baru(self) -> bool:
        return self.instance.pk is None

    def susunan(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Visible fields under their headings; without `kelompok` all under none."""
        if not self.kelompok:
            yield "", self.visible_fields()
        for judul, nama in self.kelompok:
            yield judul, [self[satu] for satu in nama if satu in self.fields]

    def simpan(self) -> bool:
        """Save under lock. False when something is wrong (`errors`) or in conflict (`bentrok`)."""
        if not self.is_valid():
            return False
        with transaction.atomic():
            if not self.baru:
                self._gabung(self._kunci())
            return not self.bentrok and self._tulis()

    def _kunci(self) -> models.Model:
        model = type(self.instance)
        return model._default_manager.select_for_update().get(pk=self.instance.pk)

    def _bidang(self) -> Iterator[str]:
        opsi = self.instance._meta
        simpanan = {satu.name for satu in (*opsi.fields, *opsi.many_to_many)} - {"versi"}
        return (nama for nama in self.cleaned_data if nama in simpanan)

    def _gabung(self, kini: models.Model) -> None:
        """Put the user's changes on the record as it is now; gather what both changed."""
        if self.cleaned_data.get("versi") != kini.versi:
            riwayat = kini.history.filter(versi=self.cleaned_data.get("versi"))
            dasar = riwayat.order_by("-history_date", "-history_id").first()
            for nama in list(self._bidang()):
                self._bandingkan(nama, kini, dasar)
            self._isi_ulang("versi", kini.versi)
        self.ubah = any(
            self._setara(nama, self.cleaned_data[nama]) != self._tersimpan(nama, kini)
            for nama in self._bidang()
        )
        self.instance = construct_instance(self, kini, self._meta.fields, self._meta.exclude)

    def _bandingkan(self, nama: str, kini: models.Model, dasar: Any) -> None:
        isian = self._setara(nama, self.cleaned_data[nama])
        tersimpan = self._tersimpan(nama, kini)
        semula = self._tersimpan(nama, dasar) if hasattr(dasar, nama) else object()
        if tersimpan in (isian, semula):
            return
        if isian == semula:
            self._ambil(nama, kini, tersimpan)
            return
        self.bentrok.append(
            BentrokBidang(self[nama], self._teks(nama, isian), self._teks(nama, tersimpan))
        )

    def _ambil(self, nama: str, kini: models.Model, tersimpan: Any) -> None:
        """Take over what somebody else stored in a field that this user left alone."""
        if isinstance(self.fields[nama], forms.FileField):
            self.cleaned_data[nama] = getattr(kini, nama)
        else:
            self.cleaned_data[nama] = self.fields[nama].clean(tersimpan)
            self._isi_ulang(nama, tersimpan)

    def _setara(self, nama: str, nilai: Any) -> Any:
        """A value in the one form in which values are compared: as the control holds it."""
        if isinstance(nilai, UploadedFile):
            return nilai
        setara = self.fields[nama].prepare_value(nilai)
        return sorted(setara) if isinstance(setara, list) else setara

    def _tersimpan(self, nama: str, objek: models.Model) -> Any:
        bidang = self.instance._meta.get_field(nama)
        nilai = bidang.value_from_object(objek)
        if bidang.many_to_many and not isinstance(objek, type(self.instance)):
            # The history keeps rows of its own, which point to what was chosen.
            nilai = [getattr(satu, f"{bidang.m2m_reverse_field_name()}_id") for satu in nilai]
        return self._setara(nama, nilai)

    def _teks(self, nama: str, nilai: Any) -> str:
        """A value as a person reads it, a choice by its label."""
        pilihan = getattr(self.fields[nama], "choices", ())
        terpilih = {str(satu) for satu in (nilai if isinstance(nilai, list) else [nilai])}
        label = [str(teks) for kunci, teks in pilihan if str(kunci) in terpilih]
        if isinstance(nilai, bool):
            return "Ya" if nilai else "Tidak"
        if isinstance(self.fields[nama], TanggalField):
            return self.fields[nama].jenis.terbaca(nilai or "")
        return ", ".join(label) if label else str(nilai or "")

    def _isi_ulang(self, nama: str, nilai: Any) -> None:
        """Make the page show this value instead of the one that was posted."""
        self.data = self.data.copy()
        kunci = self.add_prefix(nama)
        self.data.pop(kunci, None)
        if isinstance(nilai, list):
            self.data.setlist(kunci, nilai)
        elif nilai not in (None, False):
            self.data[kunci] = nilai

    def lengkapi(self) -> None:
        """Set on `instance` what follows from what was entered, before it is checked and saved."""

    def _tulis(self) -> bool:
        baru = self.baru
        if not baru and not self.ubah:
            return True
        self.lengkapi()
        try:
            self.instance.full_clean()
        except ValidationError as salah:
            for nama, pesan in salah.update_error_dict({}).items():
                self.add_error(nama if nama in self.fields else None, pesan)
            return False
        self.instance.versi += not baru
        self.save()
        return True


class FormulirLepas(forms.Form):
    """A form that stands for no record; it is shown as those of records are."""

    use_required_attribute = False
    bentrok = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for bidang in self.fields.values():
            beri_gaya(bidang)

    def susunan(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """All visible fields, under no heading."""
        yield "", self.visible_fields()


def beri_gaya(bidang: forms.Field) -> None:
    """Give a control the look of its kind."""
    kelas = "form-control"
    if isinstance(bidang.widget, forms.CheckboxInput | forms.CheckboxSelectMultiple):
        kelas = "form-check-input"
    elif isinstance(bidang.widget, forms.Select):
        kelas = "form-select"
    bidang.widget.attrs["class"] = kelas
    if getattr(bidang, "empty_label", None) == GARIS:
        bidang.empty_label = "Pilih" if bidang.required else "Tidak ada"
    bidang.error_messages.setdefault("required", "")
    bidang.error_messages["required"] = f"{bidang.label or 'Bagian ini'} belum diisi."

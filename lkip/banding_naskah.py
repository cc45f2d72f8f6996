"""Where a signed document says something else than the data now: its frozen JSON beside the report. Pure."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lkip.angka import bulatkan, format_lengkap, format_rupiah
from lkip.isi.anggaran import BarisAnggaran
from lkip.isi.kinerja import Indikator
from lkip.isi.nilai import Nilai
from lkip.naskah_beda import Ruas, bandingkan_teks

Isi = Mapping[str, Any]
Beda = Iterator[tuple[str, str, str]]  # what, as signed, now


@dataclass(frozen=True, kw_only=True)
class BedaNaskah:
    """A part (`unsur`) of `hal` that a signed document (`dokumen`) has otherwise than the data now.

    `tertulis` or `kini` is empty for what stands on one side only.
    """

    hal: str
    dokumen: str
    unsur: str
    tertulis: str = ""
    kini: str = ""

    @property
    def ruas(self) -> tuple[Ruas, ...]:
        """Both texts word by word: "hapus" stands in the document only, "tambah" in the data only."""
        return bandingkan_teks(self.tertulis, self.kini)


@dataclass(frozen=True, kw_only=True)
class IndikatorBeku:
    """An indikator as a signed document has it."""

    nama: str
    satuan: str
    simpul: str
    target: Isi


@dataclass(frozen=True, kw_only=True)
class ProgramBeku:
    """A program as a signed document has it."""

    nama: str
    pagu: Decimal


@dataclass(frozen=True, kw_only=True)
class NaskahBeku:
    """One signed document: its indikator and programs by code."""

    indikator: Mapping[str, IndikatorBeku]
    program: Mapping[str, ProgramBeku]


Naskah = Mapping[str, NaskahBeku]  # by the label of the document, in the order of the chain


def susun_naskah(data: Mapping[str, Isi]) -> Naskah:
    """Read frozen data of PK (`susun_perjanjian`) and LKIP (`susun_ekspor`) by label."""
    return {
        label: NaskahBeku(
            indikator=dict(_baca_pk(isi) if "target" in isi else _baca_lkip(isi)),
            program={
                satu["kode"]: ProgramBeku(nama=satu["nama"], pagu=Decimal(satu["pagu"]))
                for satu in (isi if "program" in isi else isi["anggaran"])["program"]
            },
        )
        for label, isi in data.items()
    }


def _baca_pk(isi: Isi) -> Iterator[tuple[str, IndikatorBeku]]:
    for satu in isi["target"]:
        yield (
            satu["indikator"],
            IndikatorBeku(
                nama=satu["nama"],
                satuan=satu["satuan"],
                simpul=satu["sasaran"],
                target=satu["nilai"],
            ),
        )


def _baca_lkip(isi: Isi) -> Iterator[tuple[str, IndikatorBeku]]:
    simpul = {kode: satu["uraian"] for satu in isi["sasaran"] for kode in satu["indikator"]}
    for satu in isi["indikator"]:
        yield (
            satu["kode"],
            IndikatorBeku(
                nama=satu["nama"],
                satuan=satu["satuan"],
                simpul=simpul[satu["kode"]],
                target=satu["nilai_target"],
            ),
        )


def banding_indikator(
    naskah: Naskah, kini: Indikator, target: Mapping[str, Nilai]
) -> tuple[BedaNaskah, ...]:
    """Name, satuan and target as signed; `target` is that of each document as the data have it now."""
    return _susun_beda(
        kini.nama,
        {
            label: _beda_indikator(satu.indikator.get(kini.kode), kini, target.get(label))
            for label, satu in naskah.items()
        },
    )


def _susun_beda(hal: str, beda: Mapping[str, Beda]) -> tuple[BedaNaskah, ...]:
    """What was found about one thing, by the label of the document."""
    return tuple(
        BedaNaskah(hal=hal, dokumen=label, unsur=unsur, tertulis=tertulis, kini=kini)
        for label, semua in beda.items()
        for unsur, tertulis, kini in semua
    )


def _beda_indikator(beku: IndikatorBeku | None, kini: Indikator, target: Nilai | None) -> Beda:
    if beku is None:
        if target is not None:
            yield "Indikator", "", kini.nama
        return
    yield from _beda_kata("Nama indikator", beku.nama, kini.nama)
    yield from _beda_kata("Satuan", beku.satuan, kini.satuan)
    lama = beku.target["angka"] and Decimal(beku.target["angka"])
    tertulis = teks_tepat(beku.target["teks"], lama)
    if target is None:
        yield "Target", tertulis, ""
    elif (beku.target["keadaan"], lama, beku.target["huruf"] or "") != (
        target.keadaan,
        target.angka,
        target.huruf,
    ):
        yield "Target", tertulis, teks_tepat(target.teks, target.angka)


def teks_tepat(teks: str, angka: Decimal | None) -> str:
    """A printed value, with all its digits where printing rounds it: two that differ look different."""
    if angka is None or bulatkan(angka, 2) == angka:
        return teks
    return f"{teks} (tepat {format_lengkap(angka)})"


def banding_simpul(
    naskah: Naskah, label: str, uraian: str, indikator: Sequence[Indikator]
) -> tuple[BedaNaskah, ...]:
    """The words of a tujuan or sasaran, once for each wording of a document."""
    return tuple(
        BedaNaskah(hal=label, dokumen=dokumen, unsur=unsur, tertulis=tertulis, kini=kini)
        for dokumen, satu in naskah.items()
        for semula in dict.fromkeys(
            satu.indikator[butir.kode].simpul for butir in indikator if butir.kode in satu.indikator
        )
        for unsur, tertulis, kini in _beda_kata("Uraian", semula, uraian)
    )


def banding_program(
    naskah: Naskah, kini: BarisAnggaran, pagu: Mapping[str, Decimal]
) -> tuple[BedaNaskah, ...]:
    """Name and pagu as signed; `pagu` is that of each document as the data have it now."""
    return _susun_beda(
        kini.nama,
        {
            label: _beda_program(satu.program.get(kini.kode), kini, pagu.get(label, Decimal(0)))
            for label, satu in naskah.items()
        },
    )


def _beda_program(beku: ProgramBeku | None, kini: BarisAnggaran, pagu: Decimal) -> Beda:
    """A program that came later and has no pagu in the document is none that it lacks."""
    if beku is None:
        if pagu:
            yield "Program", "", kini.nama
        return
    yield from _beda_kata("Nama program", beku.nama, kini.nama)
    if beku.pagu != pagu:
        yield "Pagu", format_rupiah(beku.pagu), format_rupiah(pagu)


def _beda_kata(unsur: str, tertulis: str, kini: str) -> Beda:
    """Another line break or space is not another wording."""
    if tertulis.split() != kini.split():
        yield unsur, tertulis, kini


def cari_lepas(naskah: Naskah, *, indikator: Set[str], program: Set[str]) -> tuple[BedaNaskah, ...]:
    """What signed documents hold and the data of the year do not know any more."""
    return tuple(
        BedaNaskah(hal=satu.nama, dokumen=label, unsur=unsur, tertulis=satu.nama)
        for label, isi in naskah.items()
        for unsur, beku, ada in (
            ("Indikator", isi.indikator, indikator),
            ("Program", isi.program, program),
        )
        for kode, satu in beku.items()
        if kode not in ada
    )

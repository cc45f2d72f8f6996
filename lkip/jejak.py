"""How the figures of one indikator came about, step by step (R1 to R5, R8, R9, R11)."""

from dataclasses import dataclass
from decimal import Decimal

from lkip.angka import format_angka, format_persen
from lkip.capaian import Akumulasi, FormulaNegatif, Kelas, Polaritas
from lkip.isi.kinerja import Indikator
from lkip.isi.nilai import Nilai
from lkip.isi.profil import Profil

RUMUS_POSITIF = "realisasi ÷ target × 100"


@dataclass(frozen=True)
class Langkah:
    """One step: its rule in words, the calculation with numbers (may be empty), and the result.

    `rumus` is the rule of docs/rumus.md that it follows.
    """

    judul: str
    aturan: str
    hitungan: str
    hasil: str
    rumus: str


def susun_jejak(indikator: Indikator, profil: Profil) -> tuple[Langkah, ...]:
    """The steps from the values of the triwulan to the predikat, in the order they are taken."""
    langkah = [
        _realisasi(indikator),
        _capaian(
            indikator, "Capaian", indikator.target, indikator.capaian, "target perjanjian kinerja"
        ),
        langkah_predikat(indikator.predikat, profil),
        _status(indikator),
        _capaian(
            indikator,
            f"Capaian terhadap akhir Renstra ({indikator.tahun_akhir})",
            indikator.target_akhir,
            indikator.capaian_akhir,
            f"target tahun {indikator.tahun_akhir}",
            rumus="R5",
        ),
        _tren(indikator),
    ]
    return tuple(satu for satu in langkah if satu is not None)


def _realisasi(indikator: Indikator) -> Langkah:
    nilai = indikator.realisasi
    if nilai.teks_rasio:
        return Langkah(
            "Realisasi setahun",
            f"Pembilang ÷ penyebut; keduanya digabung menurut metode “{indikator.akumulasi.label}”.",
            nilai.teks_rasio,
            nilai.teks,
            "R11",
        )
    return Langkah(
        "Realisasi setahun",
        f"{indikator.akumulasi.label}.",
        _hitung_akumulasi(indikator),
        nilai.teks if nilai.ada else nilai.keterangan,
        "R11",
    )


def _hitung_akumulasi(indikator: Indikator) -> str:
    angka = [satu.realisasi.angka for satu in indikator.triwulan if satu.realisasi.ada]
    dilaporkan = [format_angka(satu) for satu in angka if satu is not None]
    if len(dilaporkan) < 2:
        return ""
    match indikator.akumulasi:
        case Akumulasi.JUMLAH:
            return " + ".join(dilaporkan)
        case Akumulasi.RATA_RATA:
            return f"({' + '.join(dilaporkan)}) ÷ {len(dilaporkan)}"
        case Akumulasi.MAKSIMUM:
            return f"tertinggi dari {'; '.join(dilaporkan)}"
        case Akumulasi.TERAKHIR:
            return f"terakhir dari {'; '.join(dilaporkan)}"


def _capaian(
    indikator: Indikator,
    judul: str,
    target: Nilai,
    capaian: Decimal | None,
    acuan: str,
    rumus: str = "",
) -> Langkah:
    rumus = rumus or ("R1" if indikator.polaritas is Polaritas.POSITIF else "R2")
    if capaian is None:
        if not target.ada:
            alasan = f"{acuan} {target.keterangan}"
        elif not indikator.realisasi.ada:
            alasan = f"realisasi {indikator.realisasi.keterangan}"
        else:
            alasan = "nilainya tidak dapat diperbandingkan"
        return Langkah(judul, rumus_capaian(indikator), "", f"tidak dihitung: {alasan}", rumus)
    return Langkah(
        judul,
        f"{rumus_capaian(indikator)}, dengan {acuan}",
        _masukkan_angka(indikator, target),
        format_persen(capaian),
        rumus,
    )


def rumus_capaian(indikator: Indikator) -> str:
    """The formula of R1 or R2 that this indikator uses, in words."""
    if indikator.polaritas is Polaritas.POSITIF:
        return RUMUS_POSITIF
    return indikator.formula_negatif.label


def _masukkan_angka(indikator: Indikator, target: Nilai) -> str:
    if target.angka is None or indikator.realisasi.angka is None:
        return f"{indikator.realisasi.teks} dibandingkan dengan {target.teks}"
    t, r = format_angka(target.angka), format_angka(indikator.realisasi.angka)
    if indikator.polaritas is Polaritas.POSITIF:
        return f"{r} ÷ {t} × 100"
    if not target.angka:
        return f"target {t}, realisasi {r}"
    if indikator.formula_negatif is FormulaNegatif.RASIO:
        return f"{t} ÷ {r} × 100"
    return f"(2 × {t} − {r}) ÷ {t} × 100"


def langkah_predikat(kelas: Kelas | None, profil: Profil) -> Langkah | None:
    """The class of a capaian; None for a profile without classes."""
    if not profil.skala.kelas:
        return None
    rentang = {satu: teks for teks, satu in profil.skala.rentang()}
    if kelas is None:
        return Langkah("Predikat", "Menurut kelas capaian.", "", "belum ada", "R3")
    return Langkah(
        "Predikat",
        f"Kelas “{kelas.nama}”: capaian {rentang[kelas]}; dibaca dari capaian sebelum dibulatkan.",
        "",
        kelas.nama,
        "R3",
    )


def _status(indikator: Indikator) -> Langkah | None:
    if indikator.status is None:
        return None
    return Langkah(
        "Status terhadap target",
        "Realisasi dibandingkan dengan target, keduanya sebelum dibulatkan.",
        "",
        f"{indikator.realisasi.teks} terhadap {indikator.target.teks}: {indikator.status} target",
        "R9",
    )


def _tren(indikator: Indikator) -> Langkah:
    tren = indikator.tren
    nilai = [f"{satu.tahun}: {satu.realisasi.teks}" for satu in indikator.riwayat]
    perubahan = ""
    if tren.bersih is not None:
        tanda = "+" if tren.bersih > 0 else ""
        perubahan = f" ({tanda}{format_angka(tren.bersih)} sejak {tren.tahun_awal})"
    return Langkah(
        "Arah antartahun",
        "Realisasi tahun-tahun yang bernilai dibandingkan berurutan, sebelum dibulatkan.",
        "; ".join(nilai),
        f"{tren.arah}{f', {tren.makna}' if tren.makna else ''}{perubahan}",
        "R8",
    )

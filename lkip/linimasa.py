"""The timeline of a document: its steps and comments as sentences, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from lkip.meja import Meja
from lkip.models import BerkasBertandaTangan, Komentar, Langkah

SARINGAN = {"status": "Status", "komentar": "Komentar"}
_IKON = {
    Langkah.Jenis.AJUKAN: "arrow-right",
    Langkah.Jenis.VERIFIKASI: "clipboard-check",
    Langkah.Jenis.KEMBALIKAN: "x-circle",
    Langkah.Jenis.SAHKAN: "check-circle",
    Langkah.Jenis.BUKA_KEMBALI: "file-earmark-text",
}
_CARA = {
    BerkasBertandaTangan.Asal.UNGGAHAN: "PDF yang ditandatangani diunggah",
    BerkasBertandaTangan.Asal.BSRE: "Ditandatangani dengan BSrE",
}
# What an outsider learns of the way: that it was signed, and that it was opened again.
_DIKETAHUI_LUAR = {Langkah.Jenis.SAHKAN, Langkah.Jenis.BUKA_KEMBALI}


@dataclass(frozen=True, kw_only=True)
class Peristiwa:
    """Something that happened, as it is read."""

    ikon: str
    kalimat: str
    isi: str = ""
    pada: datetime


def susun_linimasa(meja: Meja, saringan: str) -> list[Peristiwa]:
    """All events that the reader may know of, or those of one kind."""
    peristiwa: list[Peristiwa] = []
    if saringan != "komentar":
        peristiwa += [_langkah(satu) for satu in meja.langkah if _diketahui(meja, satu)]
        peristiwa += [_bertanda_tangan(satu) for satu in meja.bertanda_tangan]
    if saringan != "status" and meja.dari_kantor:
        judul = dict(meja.bagian)
        for satu in meja.komentar:
            peristiwa += _komentar(satu, judul.get(satu.bagian, satu.bagian))
    return sorted(peristiwa, key=lambda satu: satu.pada, reverse=True)


def _diketahui(meja: Meja, langkah: Langkah) -> bool:
    return meja.dari_kantor or langkah.jenis in _DIKETAHUI_LUAR


def _langkah(satu: Langkah) -> Peristiwa:
    perbaikan = f" (perbaikan ke-{satu.perbaikan_ke})" if satu.perbaikan_ke else ""
    diminta = satu.temuan.get("diminta_oleh", "")
    return Peristiwa(
        ikon=_IKON[Langkah.Jenis(satu.jenis)],
        kalimat=f"{satu.get_jenis_display()} oleh {satu.oleh}, {satu.jabatan}{perbaikan}"
        + (f", diminta oleh {diminta}" if diminta else ""),
        isi=satu.alasan,
        pada=satu.pada,
    )


def _bertanda_tangan(satu: BerkasBertandaTangan) -> Peristiwa:
    cara = _CARA[BerkasBertandaTangan.Asal(satu.asal)]
    return Peristiwa(
        ikon="file-earmark-text",
        kalimat=f"{cara} oleh {satu.oleh} ({satu.pengesahan.kode})",
        pada=satu.pada,
    )


def _komentar(satu: Komentar, judul: str) -> list[Peristiwa]:
    peristiwa = [
        Peristiwa(
            ikon="three-dots",
            kalimat=f"Komentar{' wajib' if satu.wajib else ''} oleh {satu.oleh} pada {judul}",
            isi=satu.isi,
            pada=satu.pada,
        )
    ]
    if satu.selesai_pada:
        selesai = f"Komentar pada {judul} diselesaikan oleh {satu.selesai_oleh}"
        peristiwa.append(
            Peristiwa(ikon="check-circle", kalimat=selesai, isi=satu.isi, pada=satu.selesai_pada)
        )
    return peristiwa

"""What was found in a document, as JSON: for a file, and for who checks documents by command."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.naskah import Tempat
from lkip.periksa_dokumen.temuan import TemuanDokumen


@dataclass(frozen=True)
class Hasil:
    """The findings of a document of so many pages."""

    temuan: Sequence[TemuanDokumen]
    banyak_halaman: int


def tulis_hasil(hasil: Hasil) -> str:
    """The result as JSON; a finding without a calculation has null as `dihitung`."""
    isi = [
        {
            "aturan": satu.aturan,
            "tingkat": satu.tingkat,
            "judul": satu.judul,
            "halaman": satu.tempat.halaman,
            "baris": satu.tempat.nomor,
            "bagian": satu.tempat.bagian,
            "tertulis": satu.tertulis,
            "dihitung": satu.dihitung or None,
            "pesan": satu.pesan,
        }
        for satu in hasil.temuan
    ]
    return json.dumps(
        {"banyak_halaman": hasil.banyak_halaman, "temuan": isi}, ensure_ascii=False, indent=2
    )


def baca_hasil(teks: str) -> Hasil:
    """The result that `tulis_hasil` has written."""
    isi = json.loads(teks)
    temuan = tuple(
        TemuanDokumen(
            tempat=Tempat(satu["halaman"], satu["baris"], satu["bagian"]),
            tertulis=satu["tertulis"],
            pesan=satu["pesan"],
            dihitung=satu["dihitung"] or "",
            aturan=satu["aturan"],
            judul=satu["judul"],
            tingkat=Tingkat(satu["tingkat"]),
        )
        for satu in isi["temuan"]
    )
    return Hasil(temuan, isi["banyak_halaman"])

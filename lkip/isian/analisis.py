"""The analysis of one tujuan or sasaran: rows of factors, obstacles, solutions and follow-up."""

import re

from lkip.isi.laporan import Laporan
from lkip.isian.jenis import Pilihan, Tanggal, Teks, YaTidak
from lkip.isian.kisi import BarisKisi, Kisi, Kolom
from lkip.isian.ruang import Ruang
from lkip.models import ButirAnalisis
from lkip.narasi.sasaran import susun_sasaran
from renstra.models import Sasaran, Tujuan

JENIS = list(ButirAnalisis.Jenis)
SIMPUL = {"tujuan": Tujuan, "sasaran": Sasaran}
NAMA = re.compile(r"analisis-(?P<jenis>tujuan|sasaran)-(?P<pk>[0-9]{1,18})")


def kisi_analisis(nama: str, ruang: Ruang) -> Kisi | None:
    """The grid "analisis-sasaran-12"; None for another name or a node of another office."""
    cocok = NAMA.fullmatch(nama)
    if cocok is None:
        return None
    jenis = cocok["jenis"]
    simpul = SIMPUL[jenis].objects.filter(renstra__instansi=ruang.instansi, pk=cocok["pk"]).first()
    return _kisi(nama, jenis, simpul, ruang) if simpul else None


def pemilik(simpul: Tujuan | Sasaran) -> frozenset[int]:
    """The units that answer for an indikator of this node."""
    seksi = simpul.indikator.values_list("penanggung_jawab", flat=True)
    return frozenset(satu for satu in seksi if satu is not None)


def _kisi(nama: str, jenis: str, simpul: Tujuan | Sasaran, ruang: Ruang) -> Kisi:
    butir = ButirAnalisis.objects.filter(lkip=ruang.lkip.pk, **{jenis: simpul})
    boleh = ruang.mengisi_seksi(pemilik(simpul))

    def buat() -> ButirAnalisis:
        terakhir = butir.order_by("-urutan").values_list("urutan", flat=True).first()
        return ButirAnalisis(lkip=ruang.lkip, urutan=(terakhir or 0) + 1, **{jenis: simpul})

    semua = sorted(butir.order_by("urutan", "id"), key=lambda satu: JENIS.index(satu.jenis))
    return Kisi(
        nama=nama,
        judul=f"Analisis {jenis}: {simpul.uraian}",
        jenis_baris="Butir",
        remah=(("Analisis", "analisis"),),
        pembuka=_pembuka(jenis, simpul, ruang.laporan),
        petunjuk="Satu baris satu butir. Rencana tindak lanjut menyebut penanggung jawab dan "
        "tenggatnya.",
        kolom=_kolom(any(satu.perlu_dikonfirmasi for satu in semua)),
        baris=tuple(
            BarisKisi(objek=satu, judul=satu.get_jenis_display(), terkunci=not boleh)
            for satu in semua
        ),
        buat=buat if boleh else None,
        dapat_dihapus=True,
        urut=lambda satu: satu.jenis,
        perlu_lkip=True,
    )


def _pembuka(jenis: str, simpul: Tujuan | Sasaran, laporan: Laporan | None) -> tuple[str, ...]:
    """What the document says of this node before its rows: results, and what the rows explain."""
    for satu in laporan.sasaran if laporan else ():
        if (satu.jenis, satu.kode) == (jenis, simpul.kode):
            teks = susun_sasaran(satu, laporan)
            return (*teks.target_realisasi, *teks.penyebab)
    return ()


def _kolom(ada_salinan: bool) -> tuple[Kolom, ...]:
    kolom = (
        Kolom(
            nama="jenis",
            judul="Jenis",
            jenis=Pilihan(dict(ButirAnalisis.Jenis.choices)),
            bidang="jenis",
        ),
        Kolom(
            nama="uraian",
            judul="Uraian",
            jenis=Teks(2000, wajib=True, berbaris=True),
            bidang="uraian",
        ),
        Kolom(
            nama="penanggung_jawab",
            judul="Penanggung jawab",
            jenis=Teks(150),
            bidang="penanggung_jawab",
        ),
        Kolom(nama="tenggat", judul="Tenggat", jenis=Tanggal(), bidang="tenggat"),
    )
    salinan = Kolom(
        nama="perlu_dikonfirmasi",
        judul="Perlu dikonfirmasi",
        jenis=YaTidak(),
        bidang="perlu_dikonfirmasi",
    )
    return (*kolom, salinan) if ada_salinan else kolom

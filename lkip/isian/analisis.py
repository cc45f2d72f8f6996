"""The analysis of one tujuan or sasaran: rows of factors, obstacles, solutions and follow-up."""

import re

from lkip.isian.jenis import Bulat, Pilihan, Tanggal, Teks, YaTidak
from lkip.isian.kisi import BarisKisi, Kisi, Kolom
from lkip.isian.ruang import Ruang
from lkip.models import ButirAnalisis
from renstra.models import Sasaran, Tujuan

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

    semua = list(butir.order_by("urutan", "id"))
    return Kisi(
        nama=nama,
        judul=f"Analisis {jenis}: {simpul.uraian}",
        jenis_baris="Butir",
        remah=(("Analisis", "analisis"),),
        petunjuk="Satu baris satu butir. Rencana tindak lanjut menyebut penanggung jawab dan "
        "tenggatnya. Baris dicetak menurut jenis, lalu urutan.",
        kolom=_kolom(any(satu.perlu_dikonfirmasi for satu in semua)),
        baris=tuple(
            BarisKisi(objek=satu, judul=satu.get_jenis_display(), terkunci=not boleh)
            for satu in semua
        ),
        buat=buat if boleh else None,
        dapat_dihapus=True,
        perlu_lkip=True,
    )


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
        Kolom(nama="urutan", judul="Urutan", jenis=Bulat(kosong=1), bidang="urutan"),
    )
    salinan = Kolom(
        nama="perlu_dikonfirmasi",
        judul="Perlu dikonfirmasi",
        jenis=YaTidak(),
        bidang="perlu_dikonfirmasi",
    )
    return (*kolom, salinan) if ada_salinan else kolom

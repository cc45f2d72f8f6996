"""Grids of money: pagu of both versions of the budget, and realisasi per triwulan.

Only sub kegiatan hold money; the rows of program and kegiatan are sums.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from anggaran.models import Pagu, RealisasiAnggaran
from lkip.angka import format_persen, format_uang
from lkip.isi.anggaran import Anggaran, JenisBelanja, Tahap, Tingkat, Uang
from lkip.isian.jenis import Uang as SelUang
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, Simpanan
from lkip.isian.nomenklatur import REMAH, Sel, baca_simpul, hitungan, per_baris
from lkip.isian.ruang import Ruang

PAGU = Simpanan(model=Pagu, induk="sub_kegiatan", isi=("jumlah",))
REALISASI = Simpanan(model=RealisasiAnggaran, induk="sub_kegiatan", isi=("jumlah",))
TRIWULAN = {1: "Triwulan I", 2: "Triwulan II", 3: "Triwulan III", 4: "Triwulan IV"}
SELALU = (JenisBelanja.OPERASI, JenisBelanja.MODAL)
TERHITUNG = {"pagu": "Pagu berlaku", "realisasi": "Realisasi", "serapan": "Serapan"}


def kisi_pagu(ruang: Ruang) -> Kisi:
    """Pagu murni and perubahan of each sub kegiatan, by kind of belanja."""
    jenis = _jenis_dipakai(ruang, Pagu)
    isian = [_kolom_pagu(tahap, satu) for tahap in Tahap for satu in jenis]
    berlaku = ruang.laporan.anggaran.tahap if ruang.laporan else Tahap.PERUBAHAN
    pagu = f"berlaku:{';'.join(_tahap_berlaku(berlaku, satu) for satu in jenis)}"
    baris = list(_baris(ruang, frozenset(kolom.nama for kolom in isian)))
    return Kisi(
        nama="pagu",
        judul="Pagu anggaran",
        jenis_baris="Program, kegiatan, dan sub kegiatan",
        remah=REMAH,
        petunjuk="Dalam rupiah. Pagu perubahan diisi hanya bila berubah; bila kosong, pagu murni "
        "tetap berlaku. Pagu yang dihapus dalam perubahan ditulis 0.",
        kolom=(*isian, *_kolom_terhitung(pagu=pagu)),
        baris=baris,
        **hitungan(ruang, lambda anggaran: _hasil_pagu(anggaran, baris)),
    )


def kisi_realisasi_anggaran(ruang: Ruang) -> Kisi:
    """Realisasi of each sub kegiatan from January to the end of each triwulan."""
    jenis = _jenis_dipakai(ruang, RealisasiAnggaran)
    kolom = [kolom for nomor in TRIWULAN for kolom in _kolom_triwulan(nomor, jenis)]
    sendiri = frozenset(satu.nama for satu in kolom if not satu.dapat_diisi) | set(TERHITUNG)
    baris = list(_baris(ruang, frozenset(), kolom_induk=sendiri))
    return Kisi(
        nama="realisasi-anggaran",
        judul="Realisasi anggaran",
        jenis_baris="Program, kegiatan, dan sub kegiatan",
        remah=REMAH,
        petunjuk="Dalam rupiah, kumulatif: jumlah sejak Januari sampai akhir triwulan. Triwulan "
        "yang belum dilaporkan dibiarkan kosong; nol ditulis 0.",
        kolom=(*kolom, *_kolom_terhitung(realisasi=f"berlaku:{_sampai(4, jenis)}")),
        baris=baris,
        **hitungan(ruang, lambda anggaran: _hasil_realisasi(anggaran, baris)),
    )


def _jenis_dipakai(ruang: Ruang, model: type[Pagu] | type[RealisasiAnggaran]) -> list[JenisBelanja]:
    """Operasi and modal, and other kinds that are stored. 1 query."""
    program = "sub_kegiatan__kegiatan__program"
    ada = model.objects.filter(
        **{f"{program}__instansi": ruang.instansi, f"{program}__tahun": ruang.tahun}
    )
    tersimpan = set(ada.order_by().values_list("jenis", flat=True).distinct())
    return [jenis for jenis in JenisBelanja if jenis in SELALU or jenis.value in tersimpan]


def _kolom_uang(simpanan: Simpanan, kunci: Mapping[str, object], **isian) -> Kolom:
    return Kolom(
        jenis=SelUang(), bidang="jumlah", simpanan=simpanan, kunci=tuple(kunci.items()), **isian
    )


def _kolom_pagu(tahap: Tahap, jenis: JenisBelanja) -> Kolom:
    return _kolom_uang(
        PAGU,
        {"tahap": tahap.value, "jenis": jenis.value},
        nama=f"{tahap}_{jenis}",
        judul=jenis.label,
        kelompok=tahap.label,
        jumlahkan=f"berlaku:{_tahap_berlaku(tahap, jenis)}",
    )


def _tahap_berlaku(tahap: Tahap, jenis: JenisBelanja) -> str:
    """The columns of one kind from the version asked for back: an empty perubahan leaves the murni."""
    murni = f"{Tahap.MURNI}_{jenis}"
    return murni if tahap is Tahap.MURNI else f"{tahap}_{jenis},{murni}"


def _sampai(triwulan: int, jenis: Sequence[JenisBelanja]) -> str:
    """For each kind its columns from this triwulan back: the last that was reported counts."""
    return ";".join(
        ",".join(f"tw{nomor}_{satu}" for nomor in range(triwulan, 0, -1)) for satu in jenis
    )


def _kolom_triwulan(nomor: int, jenis: Sequence[JenisBelanja]) -> Iterator[Kolom]:
    for satu in jenis:
        yield _kolom_uang(
            REALISASI,
            {"triwulan": nomor, "jenis": satu.value},
            nama=f"tw{nomor}_{satu}",
            judul=satu.label,
            kelompok=TRIWULAN[nomor],
        )
    yield Kolom(
        nama=f"tw{nomor}",
        judul="Jumlah",
        kelompok=TRIWULAN[nomor],
        hitung=f"sampai:{_sampai(nomor, jenis)}",
        jumlahkan=f"sampai:{','.join(f'tw{satu}' for satu in range(nomor, 0, -1))}",
    )


def _kolom_terhitung(**hitung: str) -> Iterator[Kolom]:
    rumus = {"serapan": "persen:pagu,realisasi"} | hitung
    for nama, judul in TERHITUNG.items():
        yield Kolom(nama=nama, judul=judul, kelompok="Jumlah", hitung=rumus.get(nama, ""))


def _baris(
    ruang: Ruang, dihitung: frozenset[str], *, kolom_induk: frozenset[str] = frozenset()
) -> Iterator[BarisKisi]:
    """Rows of the tree; in those of sums, `dihitung` are computed and `kolom_induk` are shown."""
    for simpul in baca_simpul(ruang):
        if simpul.tingkat is Tingkat.SUB_KEGIATAN:
            yield simpul.baris()
        else:
            yield simpul.baris(terkunci=True, dihitung=dihitung, kolom=kolom_induk)


def _hasil_pagu(anggaran: Anggaran, baris: Sequence[BarisKisi]) -> Sel:
    hasil = {}
    for satu, isi in per_baris(anggaran, baris):
        hasil |= _sel_jumlah(satu.kunci, isi.uang)
        if satu.dihitung:
            hasil |= _sel_tahap(
                satu.kunci, {jenis: isi.uang_jenis(jenis) for jenis in JenisBelanja}
            )
    return (
        hasil | _sel_jumlah("jumlah", anggaran.uang) | _sel_tahap("jumlah", dict(anggaran.belanja))
    )


def _hasil_realisasi(anggaran: Anggaran, baris: Sequence[BarisKisi]) -> Sel:
    hasil = {}
    for satu, isi in per_baris(anggaran, baris):
        hasil |= _sel_jumlah(satu.kunci, isi.uang) | _sel_triwulan(satu.kunci, isi.triwulan)
    return hasil | _sel_jumlah("jumlah", anggaran.uang) | _sel_triwulan("jumlah", anggaran.triwulan)


def _sel_jumlah(kunci: str, uang: Uang) -> Sel:
    return {
        (kunci, "pagu"): format_uang(uang.pagu),
        (kunci, "realisasi"): format_uang(uang.realisasi),
        (kunci, "serapan"): format_persen(uang.serapan),
    }


def _sel_tahap(kunci: str, belanja: Mapping[JenisBelanja, Uang]) -> Sel:
    return {
        (kunci, f"{tahap}_{jenis}"): format_uang(belanja.get(jenis, Uang()).pada(tahap))
        for tahap in Tahap
        for jenis in JenisBelanja
    }


def _sel_triwulan(kunci: str, triwulan: Sequence[Decimal | None]) -> Sel:
    return {(kunci, f"tw{nomor}"): format_uang(uang) for nomor, uang in enumerate(triwulan, 1)}

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
    isian = [
        _kolom_uang(
            f"{tahap}_{jenis}", jenis.label, tahap.label, PAGU, tahap=tahap.value, jenis=jenis.value
        )
        for tahap in Tahap
        for jenis in _jenis_dipakai(ruang, Pagu)
    ]
    baris = list(_baris(ruang, frozenset(kolom.nama for kolom in isian)))
    return Kisi(
        nama="pagu",
        judul="Pagu anggaran",
        jenis_baris="Program, kegiatan, dan sub kegiatan",
        remah=REMAH,
        petunjuk="Dalam rupiah. Pagu perubahan diisi hanya bila berubah; bila kosong, pagu murni "
        "tetap berlaku. Pagu yang dihapus dalam perubahan ditulis 0.",
        kolom=(*isian, *_kolom_terhitung()),
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
        kolom=(*kolom, *_kolom_terhitung()),
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


def _kolom_uang(nama: str, judul: str, kelompok: str, simpanan: Simpanan, **kunci) -> Kolom:
    return Kolom(
        nama=nama,
        judul=judul,
        kelompok=kelompok,
        jenis=SelUang(),
        bidang="jumlah",
        simpanan=simpanan,
        kunci=tuple(kunci.items()),
    )


def _kolom_triwulan(nomor: int, jenis: Sequence[JenisBelanja]) -> Iterator[Kolom]:
    nama = {satu: f"tw{nomor}_{satu}" for satu in jenis}
    for satu in jenis:
        kunci = {"triwulan": nomor, "jenis": satu.value}
        yield _kolom_uang(nama[satu], satu.label, TRIWULAN[nomor], REALISASI, **kunci)
    hitung = f"jumlah:{','.join(nama.values())}"
    yield Kolom(nama=f"tw{nomor}", judul="Jumlah", kelompok=TRIWULAN[nomor], hitung=hitung)


def _kolom_terhitung() -> Iterator[Kolom]:
    for nama, judul in TERHITUNG.items():
        yield Kolom(nama=nama, judul=judul, kelompok="Jumlah")


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

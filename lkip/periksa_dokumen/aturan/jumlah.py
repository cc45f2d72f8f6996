"""Sums of tables: a program is its kegiatan, a kegiatan its sub kegiatan, a total all of them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.anggaran import (
    Simpul,
    angka_sel,
    nilai_sel,
    susun_pohon,
    tabel_uang,
)
from lkip.periksa_dokumen.naskah import BarisTabel, Naskah, Tabel
from lkip.periksa_dokumen.nilai import cetak, iter_uang
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

NAMA_KOLOM = {"pagu": "Anggaran", "realisasi": "Realisasi"}


def _kolom_pohon(naskah: Naskah) -> Iterator[tuple[Tabel, str, int, list[Simpul]]]:
    for tabel, kolom in tabel_uang(naskah):
        for nama, urutan in (("pagu", kolom.pagu), ("realisasi", kolom.realisasi)):
            if urutan is not None:
                yield tabel, NAMA_KOLOM[nama], urutan, susun_pohon(tabel, urutan)


def _semua(akar: Iterable[Simpul]) -> Iterator[Simpul]:
    for satu in akar:
        yield satu
        yield from _semua(satu.anak)


def _jumlahkan(simpul: Iterable[Simpul], kolom: int) -> Decimal:
    return sum((angka_sel(satu.baris, kolom) or Decimal(0) for satu in simpul), Decimal(0))


def _salah_jumlah(
    baris: BarisTabel, nama: str, kolom: int, hasil: Decimal, bagian: str
) -> Iterator[TemuanDokumen]:
    tertulis = angka_sel(baris, kolom)
    if tertulis is None or tertulis == hasil:
        return
    yield temukan(
        baris.tempat,
        f"{baris.kode} {baris.nama}: {cetak(tertulis)}".strip(),
        f"{nama} tidak sama dengan jumlah {bagian}; selisih {cetak(abs(tertulis - hasil))}.",
        cetak(hasil),
    )


def jumlah_rincian(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A kegiatan, or whatever stands just above the lowest rows."""
    for _, nama, kolom, akar in _kolom_pohon(naskah):
        for satu in _semua(akar):
            if satu.anak and not any(anak.anak for anak in satu.anak):
                hasil = _jumlahkan(satu.anak, kolom)
                yield from _salah_jumlah(satu.baris, nama, kolom, hasil, "rinciannya")


def jumlah_tingkat(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A program and the kegiatan just below it, as they are printed."""
    for _, nama, kolom, akar in _kolom_pohon(naskah):
        for satu in _semua(akar):
            if any(anak.anak for anak in satu.anak):
                hasil = _jumlahkan(satu.anak, kolom)
                yield from _salah_jumlah(satu.baris, nama, kolom, hasil, "baris di bawahnya")


def jumlah_daun(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A program and its sub kegiatan, where the kegiatan between them sum up to something else."""
    for _, nama, kolom, akar in _kolom_pohon(naskah):
        for satu in _semua(akar):
            daun = _jumlahkan(satu.daun(), kolom)
            if any(anak.anak for anak in satu.anak) and daun != _jumlahkan(satu.anak, kolom):
                yield from _salah_jumlah(
                    satu.baris, nama, kolom, daun, "seluruh rincian terbawahnya"
                )


def jumlah_akhir(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """The last row: sum of all lowest rows, or of the partial totals above it."""
    for tabel, nama, kolom, akar in _kolom_pohon(naskah):
        for baris, mungkin in _total(tabel, kolom, akar) if not tabel.terputus else ():
            if angka_sel(baris, kolom) not in mungkin:
                yield from _salah_jumlah(baris, nama, kolom, mungkin[0], "baris rincian")


def _total(
    tabel: Tabel, kolom: int, akar: list[Simpul]
) -> Iterator[tuple[BarisTabel, list[Decimal]]]:
    """Each total with the sums that it may be: of its own rows, or of everything above."""
    bagian: list[Decimal] = []
    semua = {satu.baris.tempat.nomor: satu for satu in _semua(akar)}
    kini: list[Decimal] = []
    for baris in tabel.baris:
        angka = angka_sel(baris, kolom)
        if angka is None:
            continue
        if not baris.total:
            simpul = semua.get(baris.tempat.nomor)
            kini += [angka] if simpul and not simpul.anak else []
            continue
        mungkin = (
            [sum(kini, Decimal(0)), sum(bagian, Decimal(0))] if kini else [sum(bagian, Decimal(0))]
        )
        if kini or bagian:
            yield baris, mungkin
        bagian.append(angka)
        kini = []


def asal_selisih(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """What a total leaves out stands elsewhere as an amount with a name."""
    for satu in jumlah_akhir(naskah):
        angka = [nilai for _, nilai in iter_uang(f"{satu.tertulis} {satu.dihitung}")][-2:]
        selisih = abs(angka[0] - angka[1]) if len(angka) == 2 else None
        sumber = next(
            (
                alinea
                for alinea in naskah.alinea
                if any(uang == selisih for _, uang in iter_uang(alinea.teks))
            ),
            None,
        )
        if sumber and selisih:
            yield temukan(
                satu.tempat,
                satu.tertulis,
                f"Selisihnya sama dengan {cetak(selisih)} yang disebut tersendiri di "
                f"{sumber.tempat.bagian}; mungkin bagian itu belum dijumlahkan.",
                satu.dihitung,
            )


def jumlah_kolom(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """The total of a table that counts, such as staff: each column is the sum of its rows."""
    uang = {tabel.tempat for tabel, _ in tabel_uang(naskah)}
    for tabel in naskah.tabel:
        total = [baris for baris in tabel.baris if baris.total]
        if tabel.terputus or any("." in baris.kode for baris in tabel.baris):
            continue  # rows that sum up other rows
        if tabel.tempat in uang or len(total) != 1 or total[0] is not tabel.baris[-1]:
            continue
        for kolom in range(1, len(tabel.kepala)):
            isi = [baris for baris in tabel.baris[:-1] if nilai_sel(baris, kolom)]
            nilai = [satu for baris in isi if (satu := nilai_sel(baris, kolom))]
            if any(not baris.sel[kolom][0].isdigit() for baris in isi):
                continue
            if len(nilai) < 2 or any(satu.persen or satu.desimal for satu in nilai):
                continue
            if tabel.kepala[kolom].casefold().startswith("no"):
                continue
            hasil = sum((satu.angka for satu in nilai), Decimal(0))
            judul = f"Kolom {tabel.kepala[kolom]}" if tabel.kepala[kolom] else "Kolom"
            yield from _salah_jumlah(total[0], judul, kolom, hasil, "barisnya")


ATURAN = (
    AturanDokumen(
        kode="ANG-01",
        judul="Jumlah kegiatan",
        tingkat=Tingkat.GALAT,
        periksa=jumlah_rincian,
        penjelasan=(
            "Anggaran dan realisasi sebuah kegiatan, atau baris lain tepat di atas rincian "
            "terbawah, harus sama persis dengan jumlah rincian di bawahnya. Betulkan jumlahnya, "
            "atau lengkapi rincian yang tertinggal."
        ),
    ),
    AturanDokumen(
        kode="ANG-02",
        judul="Jumlah rincian program",
        tingkat=Tingkat.GALAT,
        periksa=jumlah_daun,
        penjelasan=(
            "Bila kegiatan dalam sebuah program tidak berjumlah sama dengan rincian terbawahnya, "
            "anggaran dan realisasi program itu harus sama persis dengan jumlah seluruh rincian "
            "terbawah. Telusuri jumlah di antaranya yang keliru."
        ),
    ),
    AturanDokumen(
        kode="ANG-03",
        judul="Jumlah program",
        tingkat=Tingkat.GALAT,
        periksa=jumlah_tingkat,
        penjelasan=(
            "Anggaran dan realisasi sebuah program harus sama persis dengan jumlah baris tepat "
            "di bawahnya, biasanya kegiatan, sebagaimana tertulis dalam tabel. Betulkan "
            "programnya, atau kegiatan yang keliru."
        ),
    ),
    AturanDokumen(
        kode="ANG-04",
        judul="Jumlah akhir tabel",
        tingkat=Tingkat.GALAT,
        periksa=jumlah_akhir,
        penjelasan=(
            "Baris jumlah dalam tabel anggaran harus sama persis dengan jumlah rincian terbawah "
            "di atasnya, atau dengan jumlah baris jumlah sebelumnya, baik untuk anggaran maupun "
            "untuk realisasi. Selisih berarti ada baris yang belum dijumlahkan atau dijumlahkan "
            "dua kali."
        ),
    ),
    AturanDokumen(
        kode="ANG-06",
        judul="Asal selisih",
        tingkat=Tingkat.INFO,
        periksa=asal_selisih,
        penjelasan=(
            "Bila jumlah akhir sebuah tabel anggaran keliru menurut aturan ANG-04, selisihnya "
            "dicari di antara jumlah uang dalam kalimat. Bila ada yang sama persis, mungkin "
            "bagian itu belum ikut dijumlahkan."
        ),
    ),
    AturanDokumen(
        kode="TAB-01",
        judul="Jumlah kolom",
        tingkat=Tingkat.GALAT,
        periksa=jumlah_kolom,
        penjelasan=(
            "Dalam tabel selain tabel anggaran, seperti tabel pegawai, baris jumlah paling bawah "
            "harus sama persis dengan jumlah baris di atasnya pada setiap kolom bilangan bulat. "
            "Kolom persentase dan angka berdesimal tidak dijumlahkan."
        ),
    ),
)

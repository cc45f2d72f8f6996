"""From a table and its map to what each program, kegiatan and sub kegiatan cost."""

import datetime
import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from anggaran.kode import POLA_KEGIATAN, POLA_PROGRAM, POLA_SUB_KEGIATAN, normalkan_kode
from lkip.angka import format_rupiah
from lkip.baca import AngkaSalah
from lkip.bukukerja.baca import cetak_sel
from lkip.bukukerja.galat import Galat
from lkip.bukukerja.jenis import SelSalah
from lkip.bukukerja.sel import Sel
from lkip.isi.anggaran import JenisBelanja, Tahap, Tingkat
from lkip.sipd.kenali import BIDANG, Peta, Tata, petakan
from lkip.sipd.tabel import Tabel, baca_jumlah, teks_sel

NOL = Decimal(0)
POLA = {
    Tingkat.PROGRAM: re.compile(POLA_PROGRAM),
    Tingkat.KEGIATAN: re.compile(POLA_KEGIATAN),
    Tingkat.SUB_KEGIATAN: re.compile(POLA_SUB_KEGIATAN),
}
# 5.1 to 5.4 of the accounts (PP 12/2019).
REKENING = dict(zip(("5.1", "5.2", "5.3", "5.4"), JenisBelanja, strict=True))
Jumlah = dict[JenisBelanja | None, Decimal]  # under None where the file does not tell kinds apart


@dataclass(kw_only=True)
class BarisSipd:
    """One node: what the file says of it. `pagu` by budget version; None where it says nothing."""

    kode: str
    tingkat: Tingkat
    uraian: str
    nomor: int
    pagu: dict[Tahap, Jumlah] = field(default_factory=dict)
    realisasi: Jumlah | None = None


@dataclass
class BacaSipd:
    """The nodes by code, faults, and printed totals that their parts do not give."""

    simpul: dict[str, BarisSipd] = field(default_factory=dict)
    galat: list[Galat] = field(default_factory=list)
    ketidakcocokan: list[str] = field(default_factory=list)

    @property
    def sub_kegiatan(self) -> list[BarisSipd]:
        return [satu for satu in self.simpul.values() if satu.tingkat is Tingkat.SUB_KEGIATAN]


def tingkat_kode(kode: str) -> Tingkat | None:
    """The level of a code, or None for one that is no code of the nomenclature."""
    return next((tingkat for tingkat, pola in POLA.items() if pola.match(kode)), None)


class Pembaca:
    """What the layouts share: cells by the name of their field, and faults with their place."""

    def __init__(self, tabel: Tabel, peta: Peta):
        self.tabel = tabel
        self.peta = peta
        self.label = {satu.nama: satu.label for satu in BIDANG[peta.tata]}
        self.hasil = BacaSipd()

    def baris(self) -> list[tuple[int, tuple[Sel, ...]]]:
        """The rows below the heads."""
        return [satu for satu in self.tabel.baris if satu[0] >= self.peta.mulai]

    def sel(self, isi: tuple[Sel, ...], nama: str) -> Sel:
        tempat = self.peta.kolom.get(nama)
        return isi[tempat] if tempat is not None and tempat < len(isi) else None

    def teks(self, isi: tuple[Sel, ...], nama: str) -> str:
        return teks_sel(self.sel(isi, nama))

    def jumlah(self, nomor: int, isi: tuple[Sel, ...], nama: str) -> Decimal:
        """Money of a cell; nothing is 0 in an export. What cannot be read is a fault."""
        try:
            return baca_jumlah(self.sel(isi, nama)) or NOL
        except (SelSalah, AngkaSalah) as salah:
            self.catat(salah.pesan, nomor, nama, self.sel(isi, nama))
            return NOL

    def catat(self, pesan: str, nomor: int = 0, nama: str = "", sel: Sel = None) -> None:
        self.hasil.galat.append(
            Galat(
                lembar=self.tabel.lembar,
                baris=nomor,
                kolom=self.label.get(nama, ""),
                nilai=cetak_sel(sel),
                pesan=pesan,
            )
        )

    def tambah(self, baru: BarisSipd) -> None:
        if baru.kode in self.hasil.simpul:
            lama = self.hasil.simpul[baru.kode].nomor
            self.catat(f"Kode {baru.kode} sudah ada pada baris {lama}.", baru.nomor, "kode")
        else:
            self.hasil.simpul[baru.kode] = baru

    def kode(self, nomor: int, isi: tuple[Sel, ...]) -> str:
        """The code of a row: the rightmost filled code column, or all of them put together."""
        awal = self.peta.kolom["kode"]
        akhir = max(self.peta.kolom.get("kode_akhir", awal), awal)
        bagian = isi[awal : akhir + 1]
        if any(isinstance(sel, datetime.date) for sel in bagian):
            self.catat("Kode terbaca sebagai tanggal. Simpan kolomnya sebagai teks.", nomor, "kode")
        terisi = [teks for sel in bagian if (teks := teks_sel(sel))]
        if not terisi:
            return ""
        sendiri, gabung = normalkan_kode(terisi[-1]), normalkan_kode(".".join(terisi))
        return sendiri if tingkat_kode(sendiri) or not tingkat_kode(gabung) else gabung

    def banding(self, apa: str, tercetak: Decimal, terhitung: Decimal) -> None:
        """Note a printed total that its parts do not give."""
        if tercetak != terhitung:
            self.hasil.ketidakcocokan.append(
                f"{apa}: tercetak {format_rupiah(tercetak)}, jumlah rinciannya "
                f"{format_rupiah(terhitung)}."
            )


def baca_sipd(tabel: Tabel, peta: Peta, *, tahap: Tahap, skpd: str = "") -> BacaSipd:
    """Read a table. `tahap` is the budget version of an LRA, `skpd` the office of a document list."""
    pembaca = Pembaca(tabel, peta)
    for label in peta.kurang():
        pembaca.catat(f"Pilih kolom untuk {label}.")
    if not pembaca.hasil.galat:
        if peta.tata is Tata.DOKUMEN:
            _baca_dokumen(pembaca, skpd)
        else:
            _baca_pohon(pembaca, tahap)
        if not pembaca.hasil.sub_kegiatan and not pembaca.hasil.galat:
            pembaca.catat("Tidak ada sub kegiatan yang terbaca. Periksa pilihan kolomnya.")
    return pembaca.hasil


def daftar_skpd(tabel: Tabel) -> dict[str, str]:
    """The offices of a document list, code and name; none for the other layouts."""
    peta = petakan(tabel, Tata.DOKUMEN)
    if not {"kode", "kode_skpd"} <= peta.kolom.keys():
        return {}
    pembaca = Pembaca(tabel, peta)
    return {
        kode: pembaca.teks(isi, "nama_skpd") or kode
        for _, isi in pembaca.baris()
        if (kode := pembaca.teks(isi, "kode_skpd")) and pembaca.teks(isi, "kode")
    }


def _baca_pohon(pembaca: Pembaca, tahap: Tahap) -> None:
    """LRA and simple table: one row per node, and a row with the total of all."""
    lra = pembaca.peta.tata is Tata.LRA
    total: BarisSipd | None = None
    for nomor, isi in pembaca.baris():
        kode = pembaca.kode(nomor, isi)
        tingkat = tingkat_kode(kode)
        uraian = pembaca.teks(isi, "uraian")
        jumlah = not tingkat and _baris_jumlah(uraian, kode)
        if tingkat is None and not jumlah:
            continue
        baris = BarisSipd(kode=kode, tingkat=tingkat or Tingkat.PROGRAM, uraian=uraian, nomor=nomor)
        (_isi_lra if lra else _isi_sederhana)(pembaca, baris, isi, tahap)
        if jumlah:
            total = total or baris
        else:
            pembaca.tambah(baris)
    _periksa_jumlah(pembaca, total)


def _baris_jumlah(uraian: str, kode: str) -> bool:
    return any(teks.casefold().startswith(("jumlah", "total")) for teks in (uraian, kode))


def _isi_lra(pembaca: Pembaca, baris: BarisSipd, isi: tuple[Sel, ...], tahap: Tahap) -> None:
    pagu = _jumlah_lra(pembaca, baris, isi, "anggaran")
    baris.pagu, baris.realisasi = {tahap: pagu}, _jumlah_lra(pembaca, baris, isi, "realisasi")


def _jumlah_lra(pembaca: Pembaca, baris: BarisSipd, isi: tuple[Sel, ...], apa: str) -> Jumlah:
    """By kind where the file tells kinds apart; they must give the printed Jumlah of the row."""
    jumlah = pembaca.jumlah(baris.nomor, isi, f"{apa}_jumlah")
    ada = [jenis for jenis in JenisBelanja if f"{apa}_{jenis.value}" in pembaca.peta.kolom]
    if not ada:
        return {None: jumlah}
    rinci: Jumlah = {
        jenis: pembaca.jumlah(baris.nomor, isi, f"{apa}_{jenis.value}") for jenis in ada
    }
    terhitung = sum(rinci.values(), NOL)
    if baris.tingkat is Tingkat.SUB_KEGIATAN and terhitung != jumlah:
        pembaca.catat(
            f"Kolom Jumlah tidak sama dengan jumlah jenis belanjanya, {format_rupiah(terhitung)}.",
            baris.nomor,
            f"{apa}_jumlah",
            jumlah,
        )
    return rinci if baris.tingkat is Tingkat.SUB_KEGIATAN else {None: jumlah}


def _isi_sederhana(pembaca: Pembaca, baris: BarisSipd, isi: tuple[Sel, ...], _: Tahap) -> None:
    kolom = pembaca.peta.kolom
    for tahap, nama in ((Tahap.MURNI, "pagu_murni"), (Tahap.PERUBAHAN, "pagu_perubahan")):
        if nama in kolom and pembaca.sel(isi, nama) is not None:
            baris.pagu[tahap] = {None: pembaca.jumlah(baris.nomor, isi, nama)}
    if "realisasi" in kolom and pembaca.sel(isi, "realisasi") is not None:
        baris.realisasi = {None: pembaca.jumlah(baris.nomor, isi, "realisasi")}


def _periksa_jumlah(pembaca: Pembaca, total: BarisSipd | None) -> None:
    """Add up again every program, every kegiatan and the whole."""
    sub = pembaca.hasil.sub_kegiatan
    atas = [satu for satu in pembaca.hasil.simpul.values() if satu not in sub]
    for satu in atas:
        bawah = [anak for anak in sub if anak.kode.startswith(f"{satu.kode}.")]
        _banding_baris(pembaca, f"{satu.tingkat.label} {satu.kode}", satu, bawah)
    if total is not None:
        _banding_baris(pembaca, f"Baris {total.nomor} ({total.uraian or total.kode})", total, sub)


def _banding_baris(pembaca: Pembaca, apa: str, atas: BarisSipd, bawah: list[BarisSipd]) -> None:
    for tahap, jumlah in atas.pagu.items():
        terhitung = sum((sum(satu.pagu.get(tahap, {}).values(), NOL) for satu in bawah), NOL)
        pembaca.banding(f"{apa}, pagu {tahap.value}", sum(jumlah.values(), NOL), terhitung)
    if atas.realisasi is not None:
        terhitung = sum((sum((satu.realisasi or {}).values(), NOL) for satu in bawah), NOL)
        pembaca.banding(f"{apa}, realisasi", sum(atas.realisasi.values(), NOL), terhitung)


def _baca_dokumen(pembaca: Pembaca, skpd: str) -> None:
    """Add up the documents of each sub kegiatan and kind: realisasi less what was paid back."""
    kunci_dokumen: dict[tuple, int] = {}
    semua: set[str] = set()
    for nomor, isi in pembaca.baris():
        kode = normalkan_kode(pembaca.teks(isi, "kode"))
        if not kode:
            continue
        pemilik = pembaca.teks(isi, "kode_skpd") or pembaca.teks(isi, "nama_skpd")
        semua.add(pemilik)
        if skpd and pemilik != skpd:
            continue
        if tingkat_kode(kode) is not Tingkat.SUB_KEGIATAN:
            pembaca.catat("Bukan kode sub kegiatan.", nomor, "kode", kode)
            continue
        _tambah_dokumen(pembaca, nomor, isi, kode)
        kunci = (kode, *(pembaca.teks(isi, nama) for nama in KUNCI_DOKUMEN))
        if kunci in kunci_dokumen and pembaca.teks(isi, "dokumen"):
            pembaca.hasil.ketidakcocokan.append(
                f"Baris {nomor}: dokumen {pembaca.teks(isi, 'dokumen')} sama dengan baris "
                f"{kunci_dokumen[kunci]}; keduanya dijumlahkan."
            )
        kunci_dokumen.setdefault(kunci, nomor)
    if len(semua) > 1 and not skpd:
        pembaca.catat("Berkas memuat lebih dari satu SKPD. Pilih SKPD yang diimpor.")


KUNCI_DOKUMEN = (
    "dokumen", "jenis_dokumen", "transaksi", "sp2d", "spd", "dpt", "rekening",
)  # fmt: skip


def _tambah_dokumen(pembaca: Pembaca, nomor: int, isi: tuple[Sel, ...], kode: str) -> None:
    rekening = pembaca.teks(isi, "rekening")
    jenis = REKENING.get(rekening.replace(" ", "")[:3])
    if jenis is None:
        pembaca.catat("Bukan kode rekening belanja (5.1 sampai 5.4).", nomor, "rekening", rekening)
        return
    baris = pembaca.hasil.simpul.get(kode)
    if baris is None:
        _tambah_induk(pembaca, nomor, isi)
        baris = BarisSipd(
            kode=kode,
            tingkat=Tingkat.SUB_KEGIATAN,
            uraian=pembaca.teks(isi, "uraian"),
            nomor=nomor,
            realisasi=defaultdict(Decimal),
        )
        pembaca.hasil.simpul[kode] = baris
    bersih = pembaca.jumlah(nomor, isi, "nilai") - pembaca.jumlah(nomor, isi, "setoran")
    baris.realisasi[jenis] += bersih


def _tambah_induk(pembaca: Pembaca, nomor: int, isi: tuple[Sel, ...]) -> None:
    """The program and kegiatan that the same row names."""
    for nama, tingkat in (("program", Tingkat.PROGRAM), ("kegiatan", Tingkat.KEGIATAN)):
        kode = normalkan_kode(pembaca.teks(isi, f"kode_{nama}"))
        if tingkat_kode(kode) is tingkat and kode not in pembaca.hasil.simpul:
            pembaca.hasil.simpul[kode] = BarisSipd(
                kode=kode,
                tingkat=tingkat,
                uraian=pembaca.teks(isi, f"nama_{nama}"),
                nomor=nomor,
            )

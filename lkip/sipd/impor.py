"""Import of an export of SIPD: what changes in the budget, and storing all of it or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db import transaction

from anggaran.models import Kegiatan, Pagu, Program, RealisasiAnggaran, SubKegiatan
from instansi.alur import TERBUKA
from instansi.models import Instansi
from lkip.angka import format_lengkap
from lkip.bukukerja.baca import BukuBaca
from lkip.bukukerja.galat import BarisSalah, BukuSalah, Galat
from lkip.bukukerja.kantor import Kantor, simpan
from lkip.bukukerja.ubah import Perubahan, sidik_perubahan
from lkip.isi.anggaran import JenisBelanja, Tahap, Tingkat
from lkip.models import LKIP
from lkip.sipd.asal import periksa_asal
from lkip.sipd.baca import BacaSipd, BarisSipd, Jumlah, baca_sipd
from lkip.sipd.kenali import Peta
from lkip.sipd.tabel import Tabel

NOL = Decimal(0)
Tempat = Tahap | int  # a budget version, or the triwulan of a realisasi


@dataclass(frozen=True, kw_only=True)
class PilihanSipd:
    """What a person decides: budget version of an LRA, end of the realisasi, office."""

    tahap: Tahap
    triwulan: int
    skpd: str = ""


@dataclass(frozen=True, kw_only=True)
class HasilSipd:
    """What an import changes or would change. `tanpa_baris`: stored codes that the file lacks."""

    perubahan: tuple[Perubahan, ...]
    galat: tuple[Galat, ...]
    ketidakcocokan: tuple[str, ...] = ()
    tanpa_baris: tuple[str, ...] = ()
    tersimpan: bool = False

    @property
    def sidik(self) -> str:
        """A fingerprint of what would change."""
        return sidik_perubahan(self.perubahan)


def impor_sipd(
    tabel: Tabel,
    peta: Peta,
    pilihan: PilihanSipd,
    tempat: tuple[Instansi, int],
    *,
    sidik: str | None = None,
    setuju: bool = False,
) -> HasilSipd:
    """Find out what would change; with the `sidik` of a preview also store it.

    It is stored only if the same cells still change, nothing is at fault, and somebody agreed
    (`setuju`) where printed totals, year or office do not fit. Raises BukuSalah when the year is
    locked.
    """
    terbaca = baca_sipd(tabel, peta, tahap=pilihan.tahap, skpd=pilihan.skpd)
    asal = [*periksa_asal(tabel, peta, pilihan.skpd, *tempat)]
    terbaca.ketidakcocokan = asal + terbaca.ketidakcocokan
    with transaction.atomic():
        hasil = _Impor(terbaca, tabel.lembar, pilihan, tempat).jalankan()
        cocok = setuju or not hasil.ketidakcocokan
        jadi = sidik == hasil.sidik and cocok and not hasil.galat
        if not jadi:
            transaction.set_rollback(True)
    return replace(hasil, tersimpan=jadi)


class _Impor:
    """One run; must be inside a transaction."""

    def __init__(
        self,
        terbaca: BacaSipd,
        lembar: str,
        pilihan: PilihanSipd,
        tempat: tuple[Instansi, int],
    ):
        self.terbaca = terbaca
        self.lembar = lembar
        self.pilihan = pilihan
        self.instansi, self.tahun = tempat
        self.kantor = Kantor(self.instansi, self.tahun, None, BukuBaca())
        self.galat = list(terbaca.galat)
        self.perubahan: list[Perubahan] = []

    def jalankan(self) -> HasilSipd:
        ada = set(self.kantor.simpul)
        self.uang = self._uang_tersimpan()
        for baris in sorted(self.terbaca.simpul.values(), key=lambda satu: len(satu.kode)):
            try:
                self._simpan(baris)
            except BarisSalah as salah:
                self._catat(baris, salah)
        if self.perubahan:
            self._tolak_terkunci()
        return HasilSipd(
            perubahan=tuple(self.perubahan),
            galat=tuple(self.galat),
            ketidakcocokan=tuple(self.terbaca.ketidakcocokan),
            tanpa_baris=tuple(sorted(ada - set(self.terbaca.simpul))),
        )

    def _catat(self, baris: BarisSipd, salah: BarisSalah) -> None:
        for pesan, kolom in salah.isi:
            galat = Galat(
                lembar=self.lembar, baris=baris.nomor, kolom=kolom, nilai=baris.kode, pesan=pesan
            )
            self.galat.append(galat)

    def _tolak_terkunci(self) -> None:
        milik = {"instansi": self.instansi, "tahun": self.tahun}
        lkip = LKIP.objects.select_for_update().filter(**milik).first()
        if lkip and lkip.status not in TERBUKA:
            raise BukuSalah(
                f"{lkip} berstatus {lkip.get_status_display()}; datanya tidak dapat diubah."
            )

    def _uang_tersimpan(self) -> dict[tuple[str, Tempat, JenisBelanja], Pagu | RealisasiAnggaran]:
        """All amounts of the year by code, version or triwulan, and kind."""
        program = "sub_kegiatan__kegiatan__program__"
        milik = {f"{program}instansi": self.instansi, f"{program}tahun": self.tahun}
        pagu = Pagu.objects.filter(**milik).select_related("sub_kegiatan")
        realisasi = RealisasiAnggaran.objects.filter(**milik).select_related("sub_kegiatan")
        return {
            (satu.sub_kegiatan.kode, Tahap(satu.tahap), JenisBelanja(satu.jenis)): satu
            for satu in pagu
        } | {
            (satu.sub_kegiatan.kode, satu.triwulan, JenisBelanja(satu.jenis)): satu
            for satu in realisasi
        }

    def _simpan(self, baris: BarisSipd) -> None:
        simpul = self.kantor.simpul.get(baris.kode) or self._buat(baris)
        if baris.tingkat is not Tingkat.SUB_KEGIATAN:
            return
        for tempat, jumlah in self._jumlah(baris):
            for jenis, nilai in self._bagi(baris.kode, tempat, jumlah).items():
                self._simpan_uang(baris, simpul, tempat, jenis, nilai)

    def _jumlah(self, baris: BarisSipd) -> Iterator[tuple[Tempat, Jumlah]]:
        yield from baris.pagu.items()
        if baris.realisasi is not None:
            yield self.pilihan.triwulan, baris.realisasi

    def _buat(self, baris: BarisSipd) -> Program | Kegiatan | SubKegiatan:
        """A node that is not there yet, below the one whose code it continues."""
        induk, _, _ = baris.kode.rpartition(".")
        isi: dict[str, object] = {"kode": baris.kode, "nama": baris.uraian}
        if baris.tingkat is Tingkat.PROGRAM:
            objek = Program(instansi=self.instansi, tahun=self.tahun)
        elif baris.tingkat is Tingkat.KEGIATAN:
            objek = Kegiatan(program=self._induk(induk.rpartition(".")[0]))
        else:
            objek = SubKegiatan(kegiatan=self._induk(induk))
        simpan(objek, isi, {"nama": "Uraian", "kode": "Kode"})
        self.kantor.simpul[baris.kode] = objek
        self._ubah(baris, baris.tingkat.label, "", baris.uraian, baris_baru=True)
        return objek

    def _induk(self, kode: str) -> Program | Kegiatan:
        if kode not in self.kantor.simpul:
            raise BarisSalah(f"Induknya, {kode}, tidak ada dalam berkas maupun tersimpan.", "Kode")
        return self.kantor.simpul[kode]

    def _bagi(self, kode: str, tempat: Tempat, jumlah: Jumlah) -> dict[JenisBelanja, Decimal]:
        """Give a sum that does not tell kinds apart to the one kind that there is."""
        if None not in jumlah:
            return {jenis: nilai for jenis, nilai in jumlah.items() if jenis is not None}
        berlaku = self._berlaku(kode, tempat)
        if sum(berlaku.values(), NOL) == jumlah[None]:
            return berlaku
        acuan = berlaku or {
            jenis: objek.jumlah
            for (satu, _, jenis), objek in self.uang.items()
            if satu == kode and objek.jumlah
        }
        if len(acuan) > 1:
            raise BarisSalah(
                "Sub kegiatan ini memuat beberapa jenis belanja, sedangkan berkas hanya jumlahnya."
            )
        return {next(iter(acuan), JenisBelanja.OPERASI): jumlah[None]}

    def _berlaku(self, kode: str, tempat: Tempat) -> dict[JenisBelanja, Decimal]:
        """The stored amounts that hold there; the murni holds where the perubahan says nothing."""
        asal = (Tahap.MURNI, tempat) if tempat is Tahap.PERUBAHAN else (tempat,)
        hasil = {
            jenis: self.uang[kode, pada, jenis].jumlah
            for pada in asal
            for jenis in JenisBelanja
            if (kode, pada, jenis) in self.uang
        }
        return {jenis: jumlah for jenis, jumlah in hasil.items() if jumlah}

    def _perlu_nol(self, kode: str, tempat: Tempat, jenis: JenisBelanja) -> bool:
        """Whether no row would mean the earlier amount instead of zero."""
        lebih_awal = (Tahap.MURNI,) if isinstance(tempat, Tahap) else range(1, tempat)
        return tempat is not Tahap.MURNI and any(
            (kode, pada, jenis) in self.uang and self.uang[kode, pada, jenis].jumlah
            for pada in lebih_awal
        )

    def _simpan_uang(
        self,
        baris: BarisSipd,
        sub: SubKegiatan,
        tempat: Tempat,
        jenis: JenisBelanja,
        nilai: Decimal,
    ) -> None:
        objek = self.uang.get((baris.kode, tempat, jenis))
        if objek is None and not nilai and not self._perlu_nol(baris.kode, tempat, jenis):
            return  # an export prints a zero for every kind
        sama = self._berlaku(baris.kode, tempat).get(jenis) if isinstance(tempat, Tahap) else None
        if (objek is not None and objek.jumlah == nilai) or (objek is None and sama == nilai):
            return
        apa = f"Pagu {tempat.value}" if isinstance(tempat, Tahap) else f"Realisasi s.d. TW {tempat}"
        kolom = f"{apa}, {jenis.label.lower()}"
        self._ubah(
            baris, kolom, format_lengkap(objek.jumlah) if objek else "", format_lengkap(nilai)
        )
        if objek is None and isinstance(tempat, Tahap):
            objek = Pagu(sub_kegiatan=sub, tahap=tempat.value, jenis=jenis.value)
        elif objek is None:
            objek = RealisasiAnggaran(sub_kegiatan=sub, triwulan=tempat, jenis=jenis.value)
        simpan(objek, {"jumlah": nilai}, kolom)

    def _ubah(
        self, baris: BarisSipd, kolom: str, lama: str, baru: str, *, baris_baru: bool = False
    ) -> None:
        self.perubahan.append(
            Perubahan(
                lembar=self.lembar,
                baris=baris.nomor,
                kunci=baris.kode,
                kolom=kolom,
                lama=lama,
                baru=baru,
                baris_baru=baris_baru,
            )
        )

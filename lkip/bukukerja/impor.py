"""Import of a workbook: check everything, show what changes, and store all of it or nothing."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from django.db import transaction

from anggaran.models import ProgramSasaran
from instansi.alur import TERBUKA
from instansi.models import Instansi
from lkip.bukukerja.ambil import ambil_isi
from lkip.bukukerja.baca import BarisBaca, BukuBaca, baca_buku, cetak_sel
from lkip.bukukerja.berkas import Buku
from lkip.bukukerja.galat import BarisSalah, BarisTertahan, BukuSalah, Galat
from lkip.bukukerja.isian import INSTANSI
from lkip.bukukerja.kantor import Kantor
from lkip.bukukerja.kolom import Isi
from lkip.bukukerja.lembar import LEMBAR, MENURUT_NAMA
from lkip.bukukerja.padu import padukan
from lkip.bukukerja.penyimpan import PENYIMPAN
from lkip.bukukerja.simpan_instansi import simpan_instansi, simpan_renstra, simpan_rincian
from lkip.bukukerja.ubah import Perubahan, Ubah, bandingkan, iter_perubahan, sidik_perubahan
from lkip.models import LKIP
from lkip.naskah_catat import catat_angka_naskah
from renstra.models import Indikator, Renstra

SERATUS = Decimal(100)


@dataclass(frozen=True, kw_only=True)
class HasilImpor:
    """What an import changes or would change; with a fault nothing is stored."""

    instansi: Instansi | None
    tahun: int
    perubahan: tuple[Perubahan, ...]
    galat: tuple[Galat, ...]
    tersimpan: bool = False

    @property
    def sidik(self) -> str:
        """A fingerprint of what would change: equal only if exactly the same cells do."""
        return sidik_perubahan(self.perubahan)


def impor_buku(
    isi: bytes,
    *,
    tempat: tuple[Instansi, int] | None = None,
    boleh_pemda: bool = True,
    simpan: bool = False,
    sidik: str | None = None,
    tersimpan: Callable[[HasilImpor], None] | None = None,
) -> HasilImpor:
    """Read a workbook and store it, or with `simpan` False only find out what would happen.

    `tempat` is the office and year that it must belong to; without it the sheet Instansi says so,
    and an office that is not there is made. With `sidik` it is stored only if it still changes
    what it did when somebody looked at it; `tersimpan` then belongs to the same transaction, and
    undoes it by raising. Raises BukuSalah for a file that cannot be used.
    """
    with Buku(isi) as buku:
        hasil = baca_buku(buku, lambda terbaca, kode: _satuan(terbaca, tempat, kode))
    with transaction.atomic():
        impor = _Impor(hasil, tempat, boleh_pemda).jalankan()
        jadi = simpan and not impor.galat and sidik in (None, impor.sidik)
        if jadi:
            catat_angka_naskah(impor.instansi, impor.tahun)
            if tersimpan:
                tersimpan(impor)
        else:
            transaction.set_rollback(True)
    return replace(impor, tersimpan=jadi)


def _satuan(hasil: BukuBaca, tempat: tuple[Instansi, int] | None, kode: str) -> str:
    """The satuan of a stored indikator of this office."""
    pemilik = tempat[0].kode if tempat else hasil.instansi and hasil.instansi.nilai["Kode"]
    daftar = Indikator.objects.filter(renstra__instansi__kode=pemilik, kode=kode)
    return daftar.order_by("-renstra__tahun_awal").values_list("satuan", flat=True).first() or ""


class _Impor:
    """One run; must be inside a transaction."""

    def __init__(self, hasil: BukuBaca, tempat: tuple[Instansi, int] | None, boleh_pemda: bool):
        self.hasil = hasil
        self.galat = list(hasil.galat)
        self.boleh_pemda = boleh_pemda
        self.instansi, self.tahun = self._tempat(tempat)

    def _tempat(self, tempat: tuple[Instansi, int] | None) -> tuple[Instansi | None, int]:
        baris = self.hasil.instansi
        if baris is None:
            if tempat or self.galat:
                return tempat or (None, 0)
            raise BukuSalah("Lembar Instansi tidak ada atau kosong.")
        kode, tahun = str(baris.nilai["Kode"]), int(str(baris.nilai["Tahun"]))
        if tempat and (kode, tahun) != (tempat[0].kode, tempat[1]):
            raise BukuSalah(
                f"Buku kerja ini milik instansi {kode} tahun {tahun}, bukan {tempat[0].kode} tahun "
                f"{tempat[1]}."
            )
        ada = Instansi.objects.select_related("pemda").filter(kode=kode).first()
        return ada, tahun

    def jalankan(self) -> HasilImpor:
        self.galat += padukan(self.hasil, self.instansi, self.tahun)
        lama: Isi = ambil_isi(self.instansi, self.tahun) if self.instansi else {}
        ubah = bandingkan(self.hasil, lama)
        perubahan = list(iter_perubahan(ubah, lama))
        if self.hasil.instansi or self.instansi:
            self._simpan(ubah)
            perubahan += self._tutup_program_sasaran(lama)
        if perubahan:
            self._tolak_terkunci()
        return HasilImpor(
            instansi=self.instansi,
            tahun=self.tahun,
            perubahan=tuple(perubahan),
            galat=tuple(sorted(self.galat, key=_urutan_galat)),
        )

    def _tolak_terkunci(self) -> None:
        milik = {"instansi": self.instansi, "tahun": self.tahun}
        lkip = LKIP.objects.select_for_update().filter(**milik).first()
        if lkip and lkip.status not in TERBUKA:
            raise BukuSalah(
                f"{lkip} berstatus {lkip.get_status_display()}; datanya tidak dapat diubah."
            )

    def _simpan(self, ubah: dict[str, list[Ubah]]) -> None:
        for satu in ubah[INSTANSI]:
            self._coba(INSTANSI, satu, self._simpan_instansi)
            if self.instansi is not None:
                self._coba(INSTANSI, satu, self._simpan_rincian)
        renstra = self.instansi and Renstra.objects.berlaku(self.instansi, self.tahun)
        if self.instansi is None or (renstra is None and self.galat):
            return  # nothing to hang the rows on; what is missing is reported
        kantor = Kantor(
            self.instansi, self.tahun, renstra, self.hasil, boleh_pemda=self.boleh_pemda
        )
        for nama, penyimpan in PENYIMPAN:
            for satu in self._urut(nama, ubah[nama]):
                self._coba(nama, satu, partial(penyimpan, kantor))

    def _simpan_instansi(self, ubah: Ubah) -> None:
        self.instansi = simpan_instansi(ubah, self.instansi, boleh_pemda=self.boleh_pemda)
        simpan_renstra(ubah, self.instansi)

    def _simpan_rincian(self, ubah: Ubah) -> None:
        simpan_rincian(ubah, self.instansi)

    @staticmethod
    def _urut(nama: str, ubah: Iterable[Ubah]) -> Iterable[Ubah]:
        """Programs before what is below them, wherever they stand in the sheet."""
        if nama != "Anggaran":
            return ubah
        return sorted(ubah, key=lambda satu: (len(str(satu.kunci[0])), satu.kunci[-1], satu.nomor))

    def _coba(self, lembar: str, ubah: Ubah, penyimpan: Callable[[Ubah], None]) -> None:
        """Store one row; its faults are noted, and the next row follows."""
        try:
            penyimpan(ubah)
        except BarisTertahan:
            return
        except BarisSalah as salah:
            self.galat += [self._galat(lembar, ubah, pesan, kolom) for pesan, kolom in salah.isi]

    def _galat(self, lembar: str, ubah: Ubah, pesan: str, kolom: str) -> Galat:
        nilai = ubah.nilai.get(kolom)
        teks = cetak_sel(MENURUT_NAMA[lembar].cetak(kolom, nilai)) if kolom in ubah.nilai else ""
        if lembar != INSTANSI:
            return Galat(lembar=lembar, baris=ubah.nomor, kolom=kolom, nilai=teks, pesan=pesan)
        nomor = self.hasil.nomor_isian.get(kolom, 0)
        pesan = f"{kolom}: {pesan}" if kolom else pesan
        return Galat(lembar=lembar, baris=nomor, kolom="Nilai", nilai=teks, pesan=pesan)

    def _tutup_program_sasaran(self, lama: Isi) -> list[Perubahan]:
        """The sheet says all sasaran of a program it names; the shares of each sum to 100."""
        baris: dict[str, list[BarisBaca]] = defaultdict(list)
        for satu in self.hasil.baris.get("Program Sasaran", ()):
            baris[str(satu.kunci[0])].append(satu)
        hilang = [
            kunci
            for kunci in lama.get("Program Sasaran", {})
            if kunci[0] in baris and kunci not in self.hasil.kunci["Program Sasaran"]
        ]
        for program, sasaran in hilang:
            ProgramSasaran.objects.filter(
                program__instansi=self.instansi,
                program__tahun=self.tahun,
                program__kode=program,
                sasaran__kode=sasaran,
            ).delete()
        for program, isi in baris.items():
            self._periksa_porsi(program, isi)
        lembar = MENURUT_NAMA["Program Sasaran"]
        return [
            Perubahan(
                lembar=lembar.nama,
                baris=0,
                kunci=", ".join(str(satu) for satu in kunci),
                kolom="Porsi",
                lama=lembar.cetak("Porsi", lama[lembar.nama][kunci]["Porsi"]),
                baru="",
            )
            for kunci in hilang
        ]

    def _periksa_porsi(self, program: str, baris: list[BarisBaca]) -> None:
        jumlah = sum((satu.nilai.get("Porsi", SERATUS) for satu in baris), Decimal(0))
        utuh = len(baris) == sum(
            kunci[0] == program for kunci in self.hasil.kunci["Program Sasaran"]
        )
        if utuh and jumlah != SERATUS:
            lembar = MENURUT_NAMA["Program Sasaran"]
            self.galat.append(
                Galat(
                    lembar=lembar.nama,
                    baris=baris[0].nomor,
                    kolom="Porsi",
                    nilai=lembar.cetak("Porsi", jumlah),
                    pesan=f"Porsi program {program} berjumlah bukan 100.",
                )
            )


def _urutan_galat(galat: Galat) -> tuple[int, int]:
    """Faults in the order of the sheets and rows."""
    return [lembar.nama for lembar in LEMBAR].index(galat.lembar), galat.baris

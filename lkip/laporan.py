"""The one reader: from the facts in the database to a Laporan that everything prints from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from lkip.angka import format_rupiah
from lkip.isi.anggaran import Anggaran, BarisAnggaran
from lkip.isi.kinerja import Indikator, JenisSimpul, Sasaran
from lkip.isi.laporan import (
    Dokumen,
    Keadaan,
    Laporan,
    PerbedaanPK,
    Perjanjian,
    TargetPerjanjian,
)
from lkip.kalender import susun_kalender, tenggat_lkip
from lkip.models import LKIP
from lkip.pembaca.anggaran import baca_anggaran, baca_program_sasaran
from lkip.pembaca.kinerja import BahanKinerja, susun_indikator, susun_ukuran
from lkip.pembaca.naskah import Naskah, baca_naskah
from lkip.pembaca.organisasi import (
    DaftarPejabat,
    baca_isu_strategis,
    baca_organisasi,
    baca_sarana,
    baca_sdm,
    baca_wilayah,
    isi_instansi,
)
from lkip.pembaca.penilaian import Penilaian, baca_penilaian
from lkip.pembaca.perjanjian import (
    BarisPK,
    BarisRKT,
    baca_penetapan_iku,
    baca_perjanjian,
    baca_rkt,
)
from lkip.pembaca.realisasi import baca_realisasi
from lkip.pembaca.renstra import BarisRenstra, baca_renstra, baca_target_renstra
from lkip.pembaca.simpul import BahanSimpul, susun_renstra, susun_sasaran

Kunci = tuple[JenisSimpul, int]


class TidakAdaLaporan(Exception):
    """There is nothing to report; `pesan` says why in Indonesian."""

    def __init__(self, pesan: str):
        super().__init__(pesan)
        self.pesan = pesan


def build_laporan(instansi, tahun: int, *, draf: bool = False) -> Laporan:
    """Read all that the LKIP of one instansi and year says, in a fixed number of queries.

    `instansi` comes with its pemda loaded. Raises TidakAdaLaporan for a year without a PK. `draf`
    reads the year as if a PK Perubahan that has no date yet were in force.
    """
    pejabat = DaftarPejabat(instansi)
    perjanjian = baca_perjanjian(instansi, tahun, pejabat, draf=draf)
    berlaku = [pk for pk in perjanjian if pk.tahun == tahun]
    if not berlaku:
        raise TidakAdaLaporan(f"{instansi} belum mempunyai perjanjian kinerja tahun {tahun}.")
    return _Perakit(instansi, tahun, pejabat, perjanjian, berlaku).rakit()


class _Perakit:
    """Holds what was read while the parts of one Laporan are put together."""

    def __init__(
        self,
        instansi,
        tahun: int,
        pejabat: DaftarPejabat,
        perjanjian: list[BarisPK],
        berlaku: list[BarisPK],
    ):
        self.instansi = instansi
        self.tahun = tahun
        self.pejabat = pejabat
        self.berlaku = berlaku
        self.penilaian: Penilaian = baca_penilaian(instansi.pemda_id, tahun)
        self.naskah: Naskah = baca_naskah(instansi, tahun)
        self.renstra: BarisRenstra = baca_renstra(berlaku[-1].renstra)
        self.rkt: BarisRKT = baca_rkt(instansi, tahun)
        self.anggaran: Anggaran = baca_anggaran(instansi, tahun, berlaku[-1].tahap)
        self.bahan = self._bahan_kinerja(perjanjian)
        self.ukuran = {
            baris["kode"]: susun_ukuran(baris, self.penilaian.profil)
            for baris in self.renstra.indikator
        }

    def rakit(self) -> Laporan:
        indikator = self._indikator()
        bahan = BahanSimpul(
            renstra=self.renstra,
            profil=self.penilaian.profil,
            anggaran=self.anggaran,
            porsi=baca_program_sasaran(self.instansi, self.tahun),
            analisis=self.naskah.analisis,
        )
        sasaran = susun_sasaran(bahan, self._per_simpul_pk(indikator))
        perjanjian = tuple(self._perjanjian(pk, sasaran) for pk in self.berlaku)
        wilayah = baca_wilayah(self.instansi, self.tahun)
        hari = self.naskah.tanggal or date(self.tahun, 12, 31)
        return Laporan(
            instansi=isi_instansi(self.instansi, wilayah.desa),
            tahun=self.tahun,
            keadaan=self._keadaan(),
            pimpinan=self.pejabat.pimpinan(hari),
            atasan=self.pejabat.atasan(hari),
            profil=self.penilaian.profil,
            organisasi=baca_organisasi(self.instansi),
            sdm=baca_sdm(self.instansi, self.tahun),
            sarana=baca_sarana(self.instansi, self.tahun),
            wilayah=wilayah,
            isu_strategis=baca_isu_strategis(self.instansi, self.tahun),
            renstra=susun_renstra(bahan, self._per_simpul(indikator)),
            penetapan_iku=self._penetapan_iku(),
            rkt=self._dokumen(self.rkt.nomor, self.rkt.tanggal),
            perjanjian=perjanjian,
            perbedaan_pk=tuple(bandingkan_pk(perjanjian)),
            sasaran=sasaran,
            anggaran=self.anggaran,
            narasi=self.naskah.narasi,
            angka_naskah=self.naskah.angka,
            foto=self.naskah.foto,
            lampiran=self.naskah.lampiran,
        )

    def _bahan_kinerja(self, perjanjian: list[BarisPK]) -> BahanKinerja:
        kepala = self.renstra.kepala
        return BahanKinerja(
            tahun=self.tahun,
            tahun_awal=kepala["tahun_awal"],
            tahun_akhir=kepala["tahun_akhir"],
            profil=self.penilaian.profil,
            perjanjian=perjanjian,
            target_rkt=self.rkt.target,
            target_renstra=baca_target_renstra(self.instansi, kepala),
            data=baca_realisasi(self.instansi, kepala["tahun_awal"], self.tahun),
            pembanding=self.naskah.pembanding,
        )

    def _indikator(self) -> dict[str, Indikator]:
        """All indikator of the plan by code, numbered by their place in the PK in force."""
        nomor = self._nomor()
        return {
            baris["kode"]: susun_indikator(baris, nomor.get(baris["kode"], ""), self.bahan)
            for baris in self.renstra.indikator
        }

    def _baris_pk(self) -> Iterator[Mapping[str, Any]]:
        """The indikator rows that the PK in force holds, in the order of its lampiran."""
        baris = {satu["kode"]: satu for satu in self.renstra.indikator}
        return (baris[kode] for kode in self.berlaku[-1].target if kode in baris)

    def _nomor(self) -> dict[str, str]:
        urutan: dict[Kunci, int] = {}
        anggota: dict[Kunci, int] = defaultdict(int)
        nomor = {}
        for baris in self._baris_pk():
            kunci = _simpul(baris)
            urutan.setdefault(kunci, len(urutan) + 1)
            anggota[kunci] += 1
            nomor[baris["kode"]] = f"{urutan[kunci]}.{anggota[kunci]}"
        return nomor

    def _per_simpul_pk(self, indikator: Mapping[str, Indikator]) -> dict[Kunci, list[Indikator]]:
        return _kelompokkan(self._baris_pk(), indikator)

    def _per_simpul(self, indikator: Mapping[str, Indikator]) -> dict[Kunci, list[Indikator]]:
        return _kelompokkan(iter(self.renstra.indikator), indikator)

    def _keadaan(self) -> Keadaan:
        return Keadaan(
            status=self.naskah.status,
            label=LKIP.Status(self.naskah.status).label,
            perbaikan_ke=self.naskah.perbaikan_ke,
            tanggal=self.naskah.tanggal,
            tenggat=tenggat_lkip(self.tahun, self.penilaian.tenggat),
            kalender=susun_kalender(self.tahun, self.penilaian.tenggat),
        )

    def _penetapan_iku(self) -> Dokumen:
        penetapan = baca_penetapan_iku(self.berlaku[-1].renstra, self.tahun)
        return self._dokumen(penetapan.nomor, penetapan.tanggal) if penetapan else Dokumen()

    def _dokumen(self, nomor: str, tanggal: date | None) -> Dokumen:
        pejabat = self.pejabat.pimpinan(tanggal) if tanggal else None
        return Dokumen(nomor=nomor, tanggal=tanggal, pejabat=pejabat)

    def _perjanjian(self, pk: BarisPK, sasaran: tuple[Sasaran, ...]) -> Perjanjian:
        return Perjanjian(
            jenis=pk.jenis,
            nomor=pk.nomor,
            tanggal=pk.tanggal,
            tempat=self.instansi.tempat,
            alasan=pk.alasan,
            disahkan=pk.disahkan,
            pihak_pertama=pk.pihak_pertama,
            pihak_kedua=pk.pihak_kedua,
            target=tuple(self._target(pk, sasaran)),
            pagu_program=tuple(
                (program, program.uang.pada(pk.tahap)) for program in self.anggaran.program
            ),
        )

    def _target(self, pk: BarisPK, sasaran: tuple[Sasaran, ...]) -> Iterator[TargetPerjanjian]:
        ada = [
            (simpul, indikator)
            for simpul in sasaran
            for indikator in simpul.indikator
            if indikator.kode in pk.target
        ]
        for nomor, (simpul, indikator) in enumerate(ada, start=1):
            yield TargetPerjanjian(
                nomor=nomor,
                label=simpul.label,
                uraian=simpul.uraian,
                indikator=indikator,
                target=self.ukuran[indikator.kode].target(pk.target[indikator.kode]),
            )


def _simpul(baris: Mapping[str, Any]) -> Kunci:
    if baris["tujuan"] is not None:
        return JenisSimpul.TUJUAN, baris["tujuan"]
    return JenisSimpul.SASARAN, baris["sasaran"]


def _kelompokkan(
    baris: Iterator[Mapping[str, Any]], indikator: Mapping[str, Indikator]
) -> dict[Kunci, list[Indikator]]:
    hasil: dict[Kunci, list[Indikator]] = defaultdict(list)
    for satu in baris:
        hasil[_simpul(satu)].append(indikator[satu["kode"]])
    return hasil


def bandingkan_pk(perjanjian: tuple[Perjanjian, ...]) -> Iterator[PerbedaanPK]:
    """Every target and every program pagu that the PK Perubahan changed."""
    if len(perjanjian) < 2:
        return
    murni, perubahan = perjanjian[0], perjanjian[-1]
    semula = {satu.indikator.kode: satu.target for satu in murni.target}
    for satu in perubahan.target:
        lama = semula.get(satu.indikator.kode)
        if lama is None or lama != satu.target:
            yield PerbedaanPK(
                jenis="Target",
                nama=satu.indikator.nama,
                semula=lama.teks if lama else "–",
                menjadi=satu.target.teks,
                selisih="",
            )
    pagu_semula = {program.kode: pagu for program, pagu in murni.pagu_program}
    for program, pagu in perubahan.pagu_program:
        if pagu != pagu_semula.get(program.kode):
            yield _beda_pagu(program, pagu_semula.get(program.kode, Decimal(0)), pagu)


def _beda_pagu(program: BarisAnggaran, semula: Decimal, menjadi: Decimal) -> PerbedaanPK:
    selisih = menjadi - semula
    tanda = "+" if selisih > 0 else ""
    return PerbedaanPK(
        jenis="Pagu",
        nama=program.nama,
        semula=format_rupiah(semula),
        menjadi=format_rupiah(menjadi),
        selisih=f"{tanda}{format_rupiah(selisih)}",
    )

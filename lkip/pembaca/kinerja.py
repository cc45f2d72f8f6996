"""Assemble indikator: targets of every document, years, triwulan, benchmarks, capaian."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lkip.capaian import Akumulasi, FormulaNegatif, Kelas, Polaritas
from lkip.huruf import SKALA_HURUF
from lkip.isi.anggaran import Tahap
from lkip.isi.kinerja import Indikator, Pembanding, TahunIndikator, TriwulanIndikator
from lkip.isi.nilai import Nilai
from lkip.isi.profil import Profil
from lkip.pembaca.naskah import BarisPembanding
from lkip.pembaca.nilai import Ukuran
from lkip.pembaca.perjanjian import BarisPK
from lkip.pembaca.realisasi import DataRealisasi
from lkip.tren import hitung_tren

Baris = Mapping[str, Any]
TRIWULAN = (1, 2, 3, 4)
CATATAN = ("pendukung", "penghambat", "tindak_lanjut", "bukti")


@dataclass(frozen=True, kw_only=True)
class BahanKinerja:
    """All rows that the indikator of one report are made of."""

    tahun: int
    tahun_awal: int
    tahun_akhir: int
    profil: Profil
    perjanjian: Sequence[BarisPK]
    target_rkt: Mapping[str, Baris]
    target_renstra: Mapping[tuple[str, int], Baris]
    data: DataRealisasi
    pembanding: Mapping[str, Sequence[BarisPembanding]]

    def target_pk(self, kode: str, tahun: int, *jenis: Tahap) -> Baris | None:
        """The target row of the last PK of a year, of these kinds."""
        for pk in reversed(self.perjanjian):
            if pk.tahun == tahun and pk.jenis in jenis:
                return pk.target.get(kode)
        return None

    def ada_pk(self, tahun: int) -> bool:
        return any(pk.tahun == tahun for pk in self.perjanjian)


def susun_ukuran(baris: Baris, profil: Profil) -> Ukuran:
    """How this indikator is measured; its own negative formula goes before that of the profile."""
    return Ukuran(
        satuan=baris["satuan"],
        skala=SKALA_HURUF.get(baris["skala_huruf"]),
        polaritas=Polaritas(baris["polaritas"]),
        formula_negatif=FormulaNegatif(baris["formula_negatif"] or profil.formula_negatif),
        akumulasi=Akumulasi(baris["akumulasi"]),
        rasio=baris["rasio"],
        faktor=baris["faktor"],
    )


def susun_indikator(baris: Baris, nomor: str, bahan: BahanKinerja) -> Indikator:
    """One indikator with all that the report says of it."""
    penyusun = _Penyusun(baris, bahan)
    tahun_ini = penyusun.riwayat[-1]
    target_akhir = penyusun.target_rencana(bahan.tahun_akhir)
    capaian_akhir = penyusun.ukuran.capaian(target_akhir, tahun_ini.realisasi)
    return Indikator(
        kode=baris["kode"],
        nomor=nomor,
        nama=baris["nama"],
        satuan=baris["satuan"],
        polaritas=penyusun.ukuran.polaritas,
        akumulasi=penyusun.ukuran.akumulasi,
        formula_negatif=penyusun.ukuran.formula_negatif,
        skala_huruf=penyusun.ukuran.skala,
        rasio=baris["rasio"],
        iku=baris["iku"],
        rumus=baris["rumus"],
        penjelasan=baris["penjelasan"],
        sumber_data=baris["sumber_data"],
        penanggung_jawab=baris["penanggung_jawab"],
        batas_maksimum=baris["batas_maksimum"],
        target=tahun_ini.target,
        target_murni=penyusun.target_pk_murni(),
        target_rkt=penyusun.ukuran.target(bahan.target_rkt.get(baris["kode"])),
        realisasi=tahun_ini.realisasi,
        capaian=tahun_ini.capaian,
        predikat=tahun_ini.predikat,
        status=penyusun.ukuran.status(tahun_ini.target, tahun_ini.realisasi),
        tahun_akhir=bahan.tahun_akhir,
        target_akhir=target_akhir,
        capaian_akhir=capaian_akhir,
        predikat_akhir=penyusun.predikat(capaian_akhir),
        riwayat=penyusun.riwayat,
        target_renstra=tuple(
            (tahun, penyusun.target_rencana(tahun))
            for tahun in range(bahan.tahun_awal, bahan.tahun_akhir + 1)
        ),
        tren=hitung_tren(
            {satu.tahun: satu.realisasi.angka for satu in penyusun.riwayat},
            penyusun.ukuran.polaritas,
        ),
        triwulan=penyusun.triwulan(),
        pembanding=penyusun.pembanding(tahun_ini.realisasi),
    )


class _Penyusun:
    """Values of one indikator; each method answers for one kind of row."""

    def __init__(self, baris: Baris, bahan: BahanKinerja):
        self.kode = baris["kode"]
        self.bahan = bahan
        self.ukuran = susun_ukuran(baris, bahan.profil)
        tahun = range(bahan.tahun_awal, bahan.tahun + 1)
        self.riwayat = tuple(self._tahun(satu) for satu in tahun)

    def target_rencana(self, tahun: int) -> Nilai:
        return self.ukuran.target(self.bahan.target_renstra.get((self.kode, tahun)))

    def target_pk_murni(self) -> Nilai:
        baris = self.bahan.target_pk(self.kode, self.bahan.tahun, Tahap.MURNI)
        return self.ukuran.target(baris)

    def predikat(self, capaian: Decimal | None) -> Kelas | None:
        return None if capaian is None else self.bahan.profil.skala.predikat(capaian)

    def triwulan(self) -> tuple[TriwulanIndikator, ...]:
        rencana = self.bahan.data.rencana_aksi.get((self.kode, self.bahan.tahun), {})
        lapor = self._lapor(self.bahan.tahun)
        nilai = self._nilai_triwulan(self.bahan.tahun)
        return tuple(
            TriwulanIndikator(
                triwulan=satu,
                target=self.ukuran.target(rencana.get(satu)),
                realisasi=nilai[satu - 1],
                kumulatif=self.ukuran.akumulasikan(nilai[:satu]),
                aksi=rencana[satu]["aksi"] if satu in rencana else "",
                **{nama: lapor[satu][nama] for nama in CATATAN if satu in lapor},
            )
            for satu in TRIWULAN
        )

    def pembanding(self, realisasi: Nilai) -> tuple[Pembanding, ...]:
        return tuple(
            self._pembanding(satu, realisasi) for satu in self.bahan.pembanding.get(self.kode, ())
        )

    def _pembanding(self, baris: BarisPembanding, realisasi: Nilai) -> Pembanding:
        nilai = self.ukuran.target({"nilai": baris.nilai, "huruf": "", "tidak_ditargetkan": False})
        dapat = nilai.angka is not None and realisasi.angka is not None
        return Pembanding(
            lingkup=baris.lingkup,
            nilai=nilai,
            alasan=baris.alasan,
            sumber=baris.sumber,
            tahun=baris.tahun,
            selisih=realisasi.angka - nilai.angka if dapat else None,
        )

    def _tahun(self, tahun: int) -> TahunIndikator:
        """Target of the PK where the year has one, else of the Renstra."""
        if self.bahan.ada_pk(tahun):
            target = self.ukuran.target(self.bahan.target_pk(self.kode, tahun, *Tahap))
        else:
            target = self.target_rencana(tahun)
        realisasi = self._realisasi(tahun)
        capaian = self.ukuran.capaian(target, realisasi)
        return TahunIndikator(
            tahun=tahun,
            target=target,
            realisasi=realisasi,
            capaian=capaian,
            predikat=self.predikat(capaian),
        )

    def _realisasi(self, tahun: int) -> Nilai:
        """From the triwulan if any was reported (R11), else the row of the whole year."""
        triwulan = self._nilai_triwulan(tahun)
        lapor = self._lapor(tahun)
        if any(satu in lapor for satu in TRIWULAN):
            return self.ukuran.akumulasikan(triwulan)
        return self.ukuran.realisasi(lapor.get(0))

    def _nilai_triwulan(self, tahun: int) -> list[Nilai]:
        lapor = self._lapor(tahun)
        return [self.ukuran.realisasi(lapor.get(satu)) for satu in TRIWULAN]

    def _lapor(self, tahun: int) -> Mapping[int, Baris]:
        return self.bahan.data.realisasi.get((self.kode, tahun), {})

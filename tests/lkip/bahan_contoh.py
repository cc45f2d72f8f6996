"""Builders for hand-made reports in tests: short calls, all derived values by the pure rules."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lkip.capaian import (
    Akumulasi,
    CaraRataRata,
    FormulaNegatif,
    Polaritas,
    SkalaPredikat,
    hitung_capaian,
    rata_rata,
    status_target,
)
from lkip.huruf import SkalaHuruf
from lkip.isi.anggaran import BarisAnggaran, JenisBelanja, Keluaran, Tingkat, Uang
from lkip.isi.kinerja import (
    Analisis,
    Indikator,
    JenisSimpul,
    Pembanding,
    ProgramPendukung,
    Sasaran,
    TahunIndikator,
    TriwulanIndikator,
)
from lkip.isi.nilai import Keadaan, Nilai
from lkip.isi.profil import Profil
from lkip.serapan import hitung_efisiensi, nilai_efisiensi_pmk
from lkip.tren import hitung_tren

Isian = str | Keadaan | None


def buat_nilai(isian: Isian, satuan: str = "", skala: SkalaHuruf | None = None) -> Nilai:
    """A number as text, a Keadaan, or None for what nobody filled in."""
    if isian is None:
        return Nilai(satuan=satuan, skala=skala)
    if isinstance(isian, Keadaan):
        return Nilai(keadaan=isian, satuan=satuan, skala=skala)
    angka = Decimal(isian)
    huruf = "" if skala is None else skala.huruf_dari(angka) or ""
    return Nilai(keadaan=Keadaan.ADA, angka=angka, huruf=huruf, satuan=satuan, skala=skala)


def buat_indikator(
    kode: str,
    nama: str,
    *,
    profil: Profil,
    target: Isian,
    realisasi: Isian,
    satuan: str = "%",
    polaritas: Polaritas = Polaritas.POSITIF,
    batas: str | None = None,
    skala: SkalaHuruf | None = None,
    lalu: Mapping[int, tuple[Isian, Isian]] | None = None,
    rencana: Mapping[int, Isian] | None = None,
    triwulan: Sequence[tuple[Isian, Isian]] = (),
    pembanding: tuple[Pembanding, ...] = (),
    tahun: int = 2024,
) -> Indikator:
    """`lalu` maps earlier years to (target, realisasi), `rencana` later years to their target."""

    def nilai(isian: Isian) -> Nilai:
        return buat_nilai(isian, satuan, skala)

    def capaian(satu: Nilai, dua: Nilai) -> Decimal | None:
        if satu.angka is None or dua.angka is None:
            return None
        return hitung_capaian(satu.angka, dua.angka, polaritas, FormulaNegatif.SELISIH)

    def predikat(persen: Decimal | None):
        return None if persen is None else profil.skala.predikat(persen)

    isian = {**(lalu or {}), tahun: (target, realisasi)}
    riwayat = []
    for satu_tahun, (janji, hasil) in sorted(isian.items()):
        persen = capaian(nilai(janji), nilai(hasil))
        riwayat.append(
            TahunIndikator(
                tahun=satu_tahun,
                target=nilai(janji),
                realisasi=nilai(hasil),
                capaian=persen,
                predikat=predikat(persen),
            )
        )
    renstra = {satu.tahun: satu.target for satu in riwayat}
    renstra |= {satu_tahun: nilai(janji) for satu_tahun, janji in (rencana or {}).items()}
    akhir = max(renstra)
    hasil = nilai(realisasi)
    persen, persen_akhir = capaian(nilai(target), hasil), capaian(renstra[akhir], hasil)
    ada = nilai(target).angka is not None and hasil.angka is not None
    return Indikator(
        kode=kode,
        nomor=kode.removeprefix("I"),
        nama=nama,
        satuan=satuan,
        polaritas=polaritas,
        akumulasi=Akumulasi.TERAKHIR,
        formula_negatif=FormulaNegatif.SELISIH,
        skala_huruf=skala,
        rasio=False,
        iku=True,
        rumus="",
        penjelasan="",
        sumber_data="Laporan seksi",
        penanggung_jawab=("Seksi Contoh",),
        batas_maksimum=None if batas is None else Decimal(batas),
        target=nilai(target),
        target_murni=nilai(target),
        target_rkt=nilai(target),
        realisasi=hasil,
        capaian=persen,
        predikat=predikat(persen),
        status=status_target(nilai(target).angka, hasil.angka, polaritas) if ada else None,
        tahun_akhir=akhir,
        target_akhir=renstra[akhir],
        capaian_akhir=persen_akhir,
        predikat_akhir=predikat(persen_akhir),
        riwayat=tuple(riwayat),
        target_renstra=tuple(sorted(renstra.items())),
        tren=hitung_tren({satu.tahun: satu.realisasi.angka for satu in riwayat}, polaritas),
        triwulan=tuple(
            TriwulanIndikator(
                triwulan=nomor,
                target=nilai(janji),
                realisasi=nilai(capai),
                kumulatif=nilai(capai),
            )
            for nomor, (janji, capai) in enumerate(triwulan, 1)
        ),
        pembanding=pembanding,
    )


def buat_sub(
    kode: str,
    nama: str,
    pagu: int,
    realisasi: int,
    *,
    murni: int | None = None,
    jenis: JenisBelanja = JenisBelanja.OPERASI,
    keluaran: Keluaran | None = None,
    triwulan: tuple[int | None, ...] = (None, None, None, None),
    catatan: str = "",
) -> BarisAnggaran:
    """A sub kegiatan with one kind of belanja; `murni` defaults to `pagu`."""
    uang = Uang(
        pagu=Decimal(pagu),
        realisasi=Decimal(realisasi),
        pagu_murni=Decimal(pagu if murni is None else murni),
        pagu_perubahan=Decimal(pagu),
    )
    return BarisAnggaran(
        tingkat=Tingkat.SUB_KEGIATAN,
        kode=kode,
        nomor=kode,
        nama=nama,
        keluaran=() if keluaran is None else (keluaran,),
        catatan=catatan,
        belanja=((jenis, uang),),
        triwulan_sub=tuple(None if satu is None else Decimal(satu) for satu in triwulan),
    )


def buat_program(kode: str, nama: str, *sub: BarisAnggaran) -> BarisAnggaran:
    """A program with one kegiatan that holds the sub kegiatan."""
    kegiatan = BarisAnggaran(
        tingkat=Tingkat.KEGIATAN,
        kode=f"{kode}.2.01",
        nomor=f"{kode}.1",
        nama=f"Pelaksanaan {nama}",
        anak=sub,
    )
    return BarisAnggaran(
        tingkat=Tingkat.PROGRAM, kode=kode, nomor=kode, nama=nama, anak=(kegiatan,)
    )


def buat_sasaran(
    kode: str,
    uraian: str,
    indikator: Sequence[Indikator],
    program: Sequence[BarisAnggaran],
    *,
    profil: Profil,
    seluruh_pagu: Decimal,
    jenis: JenisSimpul = JenisSimpul.SASARAN,
    porsi: Decimal = Decimal(100),
    bersama: bool = False,
    analisis: Analisis | None = None,
) -> Sasaran:
    """A node with means, money and efisiensi; every program counts with `porsi` percent."""
    rata = rata_rata([satu.capaian for satu in indikator], profil.batas_rata_rata)
    polos = rata_rata([satu.capaian for satu in indikator], None).nilai
    pendukung = tuple(
        ProgramPendukung(
            program=satu,
            porsi=porsi,
            uang=Uang(
                pagu=satu.uang.pagu * porsi / 100,
                realisasi=satu.uang.realisasi * porsi / 100,
                pagu_murni=satu.uang.pagu_murni * porsi / 100,
                pagu_perubahan=satu.uang.pagu_perubahan * porsi / 100,
            ),
            bersama=bersama,
        )
        for satu in program
    )
    uang = sum((satu.uang for satu in pendukung), Uang())
    return Sasaran(
        jenis=jenis,
        kode=kode,
        nomor=int(kode[1:]),
        uraian=uraian,
        strategi="Peningkatan mutu layanan",
        kebijakan="",
        indikator=tuple(indikator),
        rata_rata=rata,
        capaian_tanpa_batas=polos,
        predikat=None if rata.nilai is None else profil.skala.predikat(rata.nilai),
        program=pendukung,
        uang=uang,
        porsi_anggaran=uang.pagu / seluruh_pagu * 100 if seluruh_pagu else None,
        efisiensi=hitung_efisiensi(rata.nilai, uang.serapan, profil.batas_rata_rata),
        nilai_pmk=nilai_efisiensi_pmk(
            (daun.pagu, keluaran.capaian / 100, daun.realisasi)
            for satu in program
            for daun in satu.daun
            for keluaran in daun.keluaran[:1]
            if keluaran.capaian is not None
        )
        if profil.kolom_pmk
        else None,
        analisis=analisis or Analisis(),
    )


def buat_profil(skala: SkalaPredikat, **ubah: object) -> Profil:
    """A profile with the cap at 100, the mean over indikator, and 2 decimals."""
    dasar = {
        "dasar_hukum": "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
        "skala": skala,
        "batas_rata_rata": Decimal(100),
        "cara_rata_rata": CaraRataRata.INDIKATOR,
        "formula_negatif": FormulaNegatif.SELISIH,
        "desimal": 2,
        "ambang_serapan": Decimal(80),
        "kolom_pmk": False,
    }
    return Profil(**(dasar | ubah))

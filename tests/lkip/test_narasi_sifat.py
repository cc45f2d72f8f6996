"""Properties of the sentences of any report: they read, and every number comes from the data."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cached_property

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lkip.angka import bulatkan, format_persen, parse_angka, terbilang
from lkip.capaian import SKALA_PERMENDAGRI_86, CaraRataRata, Polaritas
from lkip.isi.anggaran import JenisBelanja
from lkip.isi.kinerja import Indikator
from lkip.isi.laporan import Laporan
from lkip.isi.nilai import Keadaan
from lkip.narasi import susun_narasi
from lkip.narasi.pengantar import PERATURAN
from lkip.serapan import hitung_serapan
from tests.lkip.bahan_contoh import (
    buat_indikator,
    buat_profil,
    buat_program,
    buat_sasaran,
    buat_sub,
)
from tests.lkip.laporan_contoh import TANPA_SKALA, laporan_contoh
from tests.lkip.test_narasi import semua_teks

TERLARANG = re.compile(
    r"None|Decimal|NaN|\bnan\b|  |\.\.|Rp\.|Rp | [.,;]|\(\)|“”|: \.|[\[\]{}]", re.MULTILINE
)
KUTIPAN = re.compile(r"Nomor \S+( Tahun \d{4})?|\d{1,2} [A-Z][a-z]+ \d{4}|km²")
ANGKA = re.compile(r"-?\d[\d.]*(?:,\d+)?")
BERTERBILANG = re.compile(r"(\d[\d.]*) \(([a-z ]+)\)")

nilai = st.one_of(
    st.none(),
    st.sampled_from([Keadaan.TIDAK_ADA_KEJADIAN, Keadaan.TIDAK_DITARGETKAN]),
    st.decimals(0, 130, places=4).map(str),
    st.sampled_from(["0", "85", "100"]),
)


@st.composite
def indikator(draw, nomor: int, profil) -> Indikator:
    return buat_indikator(
        f"I{nomor}",
        f"Indikator {'ABCDEFGH'[nomor]}",
        profil=profil,
        target=draw(nilai),
        realisasi=draw(nilai),
        satuan=draw(st.sampled_from(["%", "Hari", "Nilai"])),
        polaritas=draw(st.sampled_from(Polaritas)),
        batas=draw(st.sampled_from([None, "100"])),
        lalu={
            tahun: (draw(nilai), draw(nilai)) for tahun in draw(st.sets(st.integers(2021, 2023)))
        },
        rencana=draw(st.sampled_from([{}, {2026: "90"}, {2026: None}])),
    )


@st.composite
def program(draw, nomor: int):
    uang = st.sampled_from([0, 1, 1000, 76_500_000, 900_000_001])
    sub = [
        buat_sub(
            f"{nomor}.{urut}",
            f"Sub {'ABC'[urut]}",
            draw(uang),
            draw(uang),
            jenis=draw(st.sampled_from(JenisBelanja)),
            triwulan=(None, draw(st.sampled_from([None, 500])), None, None),
        )
        for urut in range(draw(st.integers(1, 3)))
    ]
    return buat_program(str(nomor), f"Program {'ABC'[nomor]}", *sub)


@st.composite
def laporan(draw) -> Laporan:
    aturan = {
        "batas_rata_rata": draw(st.sampled_from([None, Decimal(100), Decimal(120)])),
        "cara_rata_rata": draw(st.sampled_from(CaraRataRata)),
        "kolom_pmk": draw(st.booleans()),
        "desimal": draw(st.integers(0, 2)),
    }
    skala = draw(st.sampled_from([SKALA_PERMENDAGRI_86, TANPA_SKALA]))
    profil = buat_profil(skala, **aturan)
    pohon = tuple(draw(program(nomor)) for nomor in range(draw(st.integers(0, 3))))
    seluruh = sum((satu.pagu for satu in pohon), Decimal(0))
    sasaran, urut = [], 0
    for nomor in range(1, 1 + draw(st.integers(0, 3))):
        banyak = draw(st.integers(0, 2))
        isi = [draw(indikator(urut + tambah, profil)) for tambah in range(banyak)]
        urut += banyak
        pilihan = draw(st.lists(st.sampled_from(pohon), unique=True)) if pohon else []
        porsi = draw(st.sampled_from([Decimal(100), Decimal("62.5")]))
        sasaran.append(
            buat_sasaran(
                f"S{nomor}",
                "Sasaran uji",
                isi,
                pilihan,
                profil=profil,
                seluruh_pagu=seluruh,
                porsi=porsi,
            )
        )
    return laporan_contoh(
        perubahan=draw(st.booleans()),
        skala=skala,
        ubah_pohon=lambda _: pohon,
        ubah_sasaran=lambda _: tuple(sasaran),
        **aturan,
    )


def angka_data(benda: object, dilihat: dict[int, object] | None = None) -> Iterator[Decimal]:
    """Every number in a dataclass, its properties included, however deep."""
    dilihat = {} if dilihat is None else dilihat
    if isinstance(benda, Decimal | int) and not isinstance(benda, bool):
        yield Decimal(benda)
    elif isinstance(benda, str):
        yield from (parse_angka(satu) for satu in ANGKA.findall(benda) if _terbaca(satu))
    elif isinstance(benda, tuple | list):
        for satu in benda:
            yield from angka_data(satu, dilihat)
    elif isinstance(benda, dict):
        yield from angka_data([*benda, *benda.values()], dilihat)
    elif is_dataclass(benda) and id(benda) not in dilihat:
        dilihat[id(benda)] = benda
        milik = [isian.name for isian in fields(benda)]
        milik += [
            nama
            for nama, isi in vars(type(benda)).items()
            if isinstance(isi, property | cached_property)
        ]
        for nama in milik:
            yield from angka_data(getattr(benda, nama), dilihat)


def _terbaca(teks: str) -> bool:
    try:
        return parse_angka(teks) is not None
    except ValueError:
        return False


def angka_turunan(laporan: Laporan) -> Iterator[Decimal]:
    """Shares, differences and counts that only sentences form."""
    uang = laporan.anggaran.uang
    yield from (
        Decimal(n) for n in range(1, len(laporan.anggaran.baris) + len(laporan.indikator) + 12)
    )
    yield uang.pagu - uang.pagu_murni
    yield laporan.pk.pagu - laporan.perjanjian[0].pagu
    yield from (
        hitung_serapan(uang.pagu, satu.pagu) or Decimal(0) for _, satu in laporan.anggaran.belanja
    )
    yield from (
        hitung_serapan(uang.pagu, satu or Decimal(0)) or Decimal(0)
        for satu in laporan.anggaran.triwulan
    )
    sisa = sorted((satu.sisa for satu in laporan.anggaran.sub_kegiatan), reverse=True)[:3]
    yield from (sum(sisa), sum(sisa) * 100 / uang.sisa if uang.sisa else Decimal(0))
    for satu in laporan.indikator:
        if satu.target_akhir.angka is not None and satu.realisasi.angka is not None:
            yield satu.target_akhir.angka - satu.realisasi.angka
    wilayah = laporan.wilayah
    bekerja = sum(orang for _, orang in wilayah.mata_pencaharian)
    yield Decimal(bekerja)
    jiwa = (wilayah.laki_laki, wilayah.perempuan, bekerja)
    yield from (wilayah.persen_penduduk(satu) or Decimal(0) for satu in jiwa if satu is not None)
    yield Decimal("0.01")


def periksa_angka(teks: str, laporan: Laporan) -> None:
    sumber = {abs(satu) for satu in (*angka_data(laporan), *angka_turunan(laporan))}
    for cetakan in set(ANGKA.findall(teks)):
        bersih = cetakan.lstrip("-").rstrip(".")
        tercetak = parse_angka(bersih)
        desimal = len(bersih.partition(",")[2])
        cocok = any(
            bulatkan(satu, desimal) == tercetak or format_persen(satu, desimal) == f"{bersih}%"
            for satu in sumber
        )
        assert cocok, (
            f"{cetakan} is not in the data: {[k for k in teks.splitlines() if cetakan in k][:1]}"
        )


def tanpa_kutipan(teks: str) -> str:
    for peraturan in PERATURAN:
        teks = teks.replace(peraturan, "")
    return KUTIPAN.sub("", teks)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(laporan())
@example(laporan_contoh())
@example(laporan_contoh(perubahan=False, skala=TANPA_SKALA, batas_rata_rata=None, kolom_pmk=True))
def test_any_report_reads_and_invents_no_number(laporan):
    teks = semua_teks(susun_narasi(laporan))
    salah = TERLARANG.search(teks)
    assert salah is None, teks[max(0, salah.start() - 80) : salah.end() + 40]
    periksa_angka(tanpa_kutipan(teks), laporan)
    for angka, kata in BERTERBILANG.findall(teks):
        terucap = terbilang(int(parse_angka(angka)))
        assert kata in (terucap, f"{terucap} rupiah")


@settings(max_examples=40, deadline=None)
@given(laporan())
def test_no_predikat_without_scale_and_no_perubahan_without_one(laporan):
    teks = semua_teks(susun_narasi(laporan)).lower()
    if not laporan.profil.skala.kelas:
        assert "predikat" not in teks
    if len(laporan.perjanjian) == 1:
        assert "perubahan" not in teks
        assert "dppa" not in teks


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_full_indikator_is_never_surpassed(data):
    profil = buat_profil(SKALA_PERMENDAGRI_86)
    satu = data.draw(indikator(1, profil))
    penuh = replace(
        satu, polaritas=Polaritas.POSITIF, batas_maksimum=Decimal(0), nama="Indikator penuh"
    )

    def ubah(sasaran):
        return (replace(sasaran[0], indikator=(penuh,)),)

    narasi = susun_narasi(laporan_contoh(ubah_sasaran=ubah)).sasaran["T1"]
    assert "lampaui" not in " ".join((*narasi.target_realisasi, *narasi.akhir_renstra))


def test_number_check_finds_an_invented_number():
    laporan = laporan_contoh()
    try:
        periksa_angka("Realisasinya 98.765.432,1", laporan)
    except AssertionError:
        return
    raise AssertionError("an invented number went unnoticed")

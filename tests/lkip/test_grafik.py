"""Charts: what they draw is proportional, said in words, safe, and never overlaps."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkip.capaian import SKALA_PERMENDAGRI_86, Polaritas
from lkip.grafik import (
    grafik_capaian,
    grafik_indikator,
    grafik_serapan,
    teks_alternatif_capaian,
    teks_alternatif_indikator,
    teks_alternatif_serapan,
)
from lkip.grafik.sumbu import buat_sumbu
from lkip.grafik.svg import BATANG, bungkus, lebar_teks
from lkip.huruf import SKALA_HURUF
from lkip.isi.nilai import Keadaan
from tests.lkip.bahan_contoh import buat_indikator, buat_profil, buat_program, buat_sub
from tests.lkip.laporan_contoh import laporan_contoh

SVG = "{http://www.w3.org/2000/svg}"
PROFIL = buat_profil(SKALA_PERMENDAGRI_86)
JAHAT = '<script>alert("x")</script> & "Nama"\x00\n\x1b]]>'
LEBAR = pytest.mark.parametrize("lebar", [340, 640])


def indikator(target="85", realisasi="84.02", **lain):
    isian = {
        "satuan": "Nilai IKM",
        "lalu": {2021: ("80", None), 2022: ("80", "82.27"), 2023: ("85", "85.08")},
        "rencana": {2025: "90", 2026: "90"},
    }
    return buat_indikator(
        "I2",
        "Indeks Kepuasan Masyarakat",
        profil=PROFIL,
        target=target,
        realisasi=realisasi,
        **(isian | lain),
    )


def semua_grafik(lebar: int) -> list[str]:
    laporan = laporan_contoh()
    return [
        *(grafik_indikator(satu, lebar) for satu in (*laporan.indikator, indikator())),
        grafik_serapan(laporan.anggaran.program, lebar),
        grafik_capaian(laporan.indikator, lebar),
    ]


def urai(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def kotak(akar: ElementTree.Element) -> list[ElementTree.Element]:
    """The bars of the data, without the one in the legend."""
    return [
        satu
        for satu in akar.iter(f"{SVG}rect")
        if satu.get("fill") == BATANG and satu.get("width") != "12"
    ]


def tulisan(akar: ElementTree.Element) -> list[str]:
    return [satu.text or "" for satu in akar.iter(f"{SVG}text")]


def bidang_teks(satu: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a drawn text, estimated a little small."""
    ukuran = int(satu.get("font-size", "12"))
    lebar = float(lebar_teks(satu.text or "", ukuran)) * 0.95
    x, y = float(satu.get("x", "0")), float(satu.get("y", "0"))
    kiri = x - {"middle": lebar / 2, "end": lebar}.get(satu.get("text-anchor", "start"), 0)
    return kiri, y - ukuran * 0.7, kiri + lebar, y


def bertumpuk(satu, dua) -> bool:
    return satu[0] < dua[2] and dua[0] < satu[2] and satu[1] < dua[3] and dua[1] < satu[3]


@LEBAR
def test_drawing_is_an_image_without_style_or_script(lebar):
    for svg in semua_grafik(lebar):
        akar = urai(svg)
        assert akar.get("role") == "img"
        assert akar.get("font-family") == "Arimo, Arial, sans-serif"
        assert akar[0].tag == f"{SVG}title"
        for satu in akar.iter():
            assert satu.tag.removeprefix(SVG) in {"svg", "title", "text", "line", "rect"}
            assert not set(satu.attrib) & {"style", "class", "id"}
            assert not any(nama.startswith("on") for nama in satu.attrib)


def test_title_carries_all_numbers_of_an_indikator():
    judul = urai(grafik_indikator(indikator())).findtext(f"{SVG}title")
    assert judul == (
        "Indeks Kepuasan Masyarakat 2021–2026. Realisasi 2021 belum ada (target 80); 2022 82,27 (target 80); "
        "2023 85,08 (target 85); 2024 84,02 (target 85). Target 2025 90; 2026 90."
    )
    assert judul == teks_alternatif_indikator(indikator())


def test_titles_of_rows_carry_their_numbers():
    laporan = laporan_contoh()
    serapan = urai(grafik_serapan(laporan.anggaran.program)).findtext(f"{SVG}title")
    assert serapan == teks_alternatif_serapan(laporan.anggaran.program)
    assert (
        "Program Penunjang Urusan 94,55% (realisasi Rp945.490.000 dari pagu Rp1.000.000.000)"
        in serapan
    )
    assert "Program Ketertiban tidak ada pagu" in serapan
    capaian = urai(grafik_capaian(laporan.indikator)).findtext(f"{SVG}title")
    assert capaian == teks_alternatif_capaian(laporan.indikator)
    assert "Rata-rata waktu layanan 120%; Persentase aduan yang diselesaikan belum ada" in capaian


@LEBAR
def test_bar_heights_are_proportional_from_zero(lebar):
    tinggi = [
        Decimal(satu.get("height")) for satu in kotak(urai(grafik_indikator(indikator(), lebar)))
    ]
    nilai = [Decimal("82.27"), Decimal("85.08"), Decimal("84.02")]
    assert len(tinggi) == len(nilai)
    for satu, angka in zip(tinggi, nilai, strict=True):
        assert abs(satu / tinggi[0] - angka / nilai[0]) < Decimal("0.002")


@LEBAR
def test_bar_lengths_are_proportional_to_serapan(lebar):
    program = [
        buat_program(str(n), f"Program {n}", buat_sub(f"{n}.1", "Sub", 1000, n * 300))
        for n in (1, 2, 4)
    ]
    panjang = [Decimal(satu.get("width")) for satu in kotak(urai(grafik_serapan(program, lebar)))]
    assert abs(panjang[1] / panjang[0] - 2) < Decimal("0.01")
    assert abs(panjang[2] / panjang[0] - 4) < Decimal("0.02")


def test_target_line_lies_at_its_value():
    akar = urai(grafik_indikator(indikator(target="42.01")))
    garis = [satu for satu in akar.iter(f"{SVG}line") if satu.get("stroke-width") == "3"]
    batang = kotak(akar)[-1]
    dasar = Decimal(batang.get("y")) + Decimal(batang.get("height"))
    target = Decimal(garis[4].get("y1"))  # the legend's line comes first
    assert abs((dasar - target) * 2 - Decimal(batang.get("height"))) < Decimal("0.3")


def test_missing_year_says_so_and_has_no_bar():
    akar = urai(grafik_indikator(indikator(realisasi=Keadaan.TIDAK_ADA_KEJADIAN)))
    assert tulisan(akar).count("belum ada") == 2
    assert len(kotak(akar)) == 2


def test_zero_is_a_value_and_not_missing():
    akar = urai(grafik_indikator(indikator(realisasi="0", lalu={})))
    assert "belum ada" not in tulisan(akar)
    assert [satu.get("height") for satu in kotak(akar)] == ["0"]


def test_future_years_show_their_target_only():
    akar = urai(grafik_indikator(indikator()))
    assert [satu for satu in tulisan(akar) if satu.isdigit() and len(satu) == 4] == [
        "2021", "2022", "2023", "2024", "2025", "2026",
    ]  # fmt: skip
    assert tulisan(akar).count("target 90") == 2


@LEBAR
def test_text_is_large_enough_for_a_phone(lebar):
    for svg in semua_grafik(lebar):
        ukuran = [int(satu.get("font-size", "12")) for satu in urai(svg).iter(f"{SVG}text")]
        assert min(ukuran) >= 11


@LEBAR
def test_hostile_names_stay_text(lebar):
    program = [buat_program("1", JAHAT, buat_sub("1.1", "Sub", 1000, 500))]
    jahat = replace(indikator(), nama=JAHAT, satuan=JAHAT)
    for svg in (
        grafik_serapan(program, lebar),
        grafik_indikator(jahat, lebar),
        grafik_capaian([jahat], lebar),
    ):
        assert "<script" not in svg
        assert not re.search(r"[\x00-\x1f]", svg)
        assert 'alert("x")' in (urai(svg).findtext(f"{SVG}title") or "")


def test_same_data_same_bytes():
    assert semua_grafik(640) == semua_grafik(640)


def test_empty_charts_are_still_images():
    for svg in (grafik_serapan([]), grafik_capaian([])):
        assert urai(svg).findtext(f"{SVG}title").endswith("belum ada.")


angka = st.one_of(
    st.none(), st.decimals(0, 10**12, places=2).map(str), st.sampled_from(["0", "100", "-3.5"])
)


@settings(max_examples=60, deadline=None)
@given(
    tahunan=st.dictionaries(st.integers(2019, 2023), st.tuples(angka, angka)),
    target=angka,
    realisasi=angka,
    skala=st.sampled_from([None, SKALA_HURUF["SAKIP"]]),
    lebar=st.sampled_from([340, 640]),
)
def test_labels_of_an_indikator_touch_neither_each_other_nor_a_target(
    tahunan, target, realisasi, skala, lebar
):
    satu = indikator(target, realisasi, lalu=tahunan, skala=skala, polaritas=Polaritas.NEGATIF)
    akar = urai(grafik_indikator(satu, lebar))
    kotak_teks = [(bidang_teks(teks), teks.text) for teks in akar.iter(f"{SVG}text")]
    for (kiri, a), (kanan, b) in combinations(kotak_teks, 2):
        assert not bertumpuk(kiri, kanan), (a, b)
    for target in akar.iter(f"{SVG}line"):
        if target.get("stroke-width") == "3":
            x1, x2, y = (float(target.get(nama)) for nama in ("x1", "x2", "y1"))
            pita = (x1, y - 1, x2, y + 1)
            assert not [isi for bidang, isi in kotak_teks if bertumpuk(bidang, pita)]
    for (kiri, _, kanan, _), isi in kotak_teks:
        assert kiri >= -1, isi
        assert kanan <= lebar + 1, isi


@settings(max_examples=40, deadline=None)
@given(
    nama=st.lists(st.text("ABC defgh ", min_size=1, max_size=120), min_size=1, max_size=5),
    realisasi=st.integers(0, 3 * 10**12),
    lebar=st.sampled_from([340, 640]),
)
def test_labels_of_programs_never_overlap(nama, realisasi, lebar):
    program = [
        buat_program(str(n), satu, buat_sub(f"{n}.1", "Sub", 10**12, realisasi))
        for n, satu in enumerate(nama)
    ]
    akar = urai(grafik_serapan(program, lebar))
    kotak_teks = [bidang_teks(teks) for teks in akar.iter(f"{SVG}text") if teks.text]
    assert not any(bertumpuk(satu, dua) for satu, dua in combinations(kotak_teks, 2))
    assert max(satu[3] for satu in kotak_teks) <= float(akar.get("height", "0"))


@given(st.lists(st.decimals(-(10**9), 10**9, places=3), max_size=6))
def test_axis_holds_zero_and_every_value(nilai):
    sumbu = buat_sumbu(nilai)
    assert sumbu.bawah <= min([Decimal(0), *nilai])
    assert sumbu.atas >= max([Decimal(0), *nilai])
    assert Decimal(0) in sumbu.tanda
    assert 2 <= len(sumbu.tanda) <= 8


@given(st.text("abc MW 123", max_size=80), st.integers(20, 200))
def test_wrapped_lines_fit_and_lose_no_letter(teks, lebar):
    baris = bungkus(teks, lebar)
    assert all(lebar_teks(satu) <= lebar for satu in baris)
    assert "".join("".join(baris).split()) == "".join(teks.split())

"""Numbers of people and staff that must agree with each other."""

from collections.abc import Iterable

from lkip.angka import format_angka, format_persen
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat


def mata_pencaharian(bahan: Bahan) -> Iterable[Temuan]:
    """Occupations add up to the population, or say who does not work."""
    wilayah = bahan.laporan.wilayah
    jumlah = sum(banyak for _, banyak in wilayah.mata_pencaharian)
    if not wilayah.mata_pencaharian or not wilayah.penduduk or jumlah == wilayah.penduduk:
        return
    if jumlah > wilayah.penduduk:
        pesan = "lebih banyak daripada"
    elif any(
        "belum" in nama.casefold() or "tidak" in nama.casefold()
        for nama, _ in wilayah.mata_pencaharian
    ):
        pesan = "tidak sama dengan"
    else:
        pesan = "kurang dari"
    bagian = wilayah.persen_penduduk(jumlah)
    yield Temuan(
        pesan=f"Mata pencaharian berjumlah {format_angka(jumlah)} orang ({format_persen(bagian)}), {pesan} "
        f"penduduk {format_angka(wilayah.penduduk)} jiwa; tambahkan baris belum atau tidak bekerja.",
        tempat="Profil wilayah",
        alamat=("isi_kisi", "mata-pencaharian"),
    )


def pegawai_lebih(bahan: Bahan) -> Iterable[Temuan]:
    """More staff than the analysis of posts asks for."""
    for satu in bahan.laporan.sdm.asn:
        if satu.kebutuhan is not None and satu.ada > satu.kebutuhan:
            yield Temuan(
                pesan=f"{satu.jabatan}: ada {satu.ada}, kebutuhan {satu.kebutuhan}.",
                tempat="Sumber daya manusia",
                alamat=("isi_kisi", "sdm"),
            )


ATURAN = (
    Aturan(
        kode="DEM-01",
        judul="Jumlah mata pencaharian",
        tingkat=Tingkat.PERINGATAN,
        periksa=mata_pencaharian,
        penjelasan=(
            "Jumlah penduduk menurut mata pencaharian sama dengan jumlah penduduk; tambahkan "
            "baris belum atau tidak bekerja bila perlu."
        ),
    ),
    Aturan(
        kode="SDM-04",
        judul="Pegawai melebihi kebutuhan",
        tingkat=Tingkat.INFO,
        periksa=pegawai_lebih,
        penjelasan=(
            "Pegawai pada jabatan itu lebih banyak daripada kebutuhan menurut analisis beban kerja."
        ),
    ),
)

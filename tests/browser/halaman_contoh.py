"""The addresses of the example office that browser tests walk."""

AKAR = "/35.09.09/2024/"
HALAMAN = [
    AKAR + satu
    for satu in (
        "",
        "renstra/",
        "iku/",
        "iku/I1/",
        "rkt/",
        "pk/",
        "pk/perubahan/",
        "capaian/",
        "capaian/I2/",
        "capaian/I6/",
        "triwulan/",
        "anggaran/",
        "anggaran/sub-kegiatan/",
        "efisiensi/",
        "laporan/",
        "profil/",
        "sdm/",
        "sarana/",
        "wilayah/",
    )
] + ["/akun/", "/bantuan/", "/instansi/"]
PRATINJAU = [
    f"{AKAR}pratinjau/{bab}/"
    for bab in (
        "sampul",
        "kata-pengantar",
        "daftar",
        "ikhtisar",
        "bab-1",
        "bab-2",
        "bab-3",
        "bab-4",
    )
]

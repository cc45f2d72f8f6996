"""Grids of the area: desa, mata pencaharian, potensi, isu strategis."""

from instansi.models import Desa, IsuStrategis, MataPencaharian, Potensi, ProfilWilayah
from lkip.angka import format_angka
from lkip.isian.jenis import Bulat, Pilihan, Teks, YaTidak
from lkip.isian.kantor import pembuat, semua, susun_baris
from lkip.isian.kisi import Kisi, Kolom
from lkip.isian.ruang import Ruang
from lkip.isian.rujukan import Rujukan

WILAYAH = (("Profil wilayah", "wilayah"),)


def kisi_desa(ruang: Ruang) -> Kisi:
    """Desa and kelurahan."""
    desa = Desa.objects.filter(instansi=ruang.instansi).order_by("urutan", "nama")
    return Kisi(
        nama="desa",
        judul="Desa dan kelurahan",
        jenis_baris="Desa atau kelurahan",
        remah=WILAYAH,
        petunjuk="Tulis nama tanpa kata Desa atau Kelurahan.",
        kolom=(
            Kolom(nama="nama", judul="Nama", jenis=Teks(100, wajib=True), bidang="nama"),
            Kolom(nama="kelurahan", judul="Kelurahan", jenis=YaTidak(), bidang="kelurahan"),
        ),
        baris=susun_baris(ruang, desa),
        buat=pembuat(ruang, desa, instansi=ruang.instansi),
        urut=semua,
        dapat_dihapus=True,
    )


def kisi_mata_pencaharian(ruang: Ruang) -> Kisi:
    """How many people live from what; it belongs to the profil wilayah of the year."""
    profil = ProfilWilayah.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun).first()
    baris = MataPencaharian.objects.filter(profil=profil).order_by("urutan", "id")
    if profil is None:
        baris = baris.none()
    return Kisi(
        nama="mata-pencaharian",
        judul="Mata pencaharian",
        jenis_baris="Mata pencaharian",
        remah=WILAYAH,
        alasan_terkunci=""
        if profil
        else f"simpan dahulu luas, penduduk, dan batas wilayah tahun {ruang.tahun}.",
        kolom=(
            Kolom(nama="nama", judul="Nama", jenis=Teks(100, wajib=True), bidang="nama"),
            Kolom(
                nama="jumlah",
                judul="Jumlah (jiwa)",
                jenis=Bulat(),
                bidang="jumlah",
                jumlahkan="berlaku:jumlah",
            ),
        ),
        baris=susun_baris(ruang, baris),
        turunan=lambda: {("jumlah", "jumlah"): format_angka(sum(s.jumlah for s in baris.all()))},
        buat=pembuat(ruang, baris, profil=profil) if profil else None,
        urut=semua,
        dapat_dihapus=True,
    )


def kisi_potensi(ruang: Ruang) -> Kisi:
    """Potentials of the area, good and bad."""
    potensi = Potensi.objects.filter(instansi=ruang.instansi).order_by("jenis", "urutan", "id")
    desa = {satu.pk: str(satu) for satu in Desa.objects.filter(instansi=ruang.instansi)}
    return Kisi(
        nama="potensi",
        judul="Potensi wilayah",
        jenis_baris="Potensi",
        remah=WILAYAH,
        kolom=(
            Kolom(
                nama="jenis",
                judul="Jenis",
                jenis=Pilihan(dict(Potensi.Jenis.choices)),
                bidang="jenis",
            ),
            Kolom(nama="nama", judul="Nama", jenis=Teks(150, wajib=True), bidang="nama"),
            Kolom(nama="desa", judul="Desa", jenis=Rujukan(desa), bidang="desa_id"),
            Kolom(nama="uraian", judul="Uraian", jenis=Teks(2000, berbaris=True), bidang="uraian"),
        ),
        baris=susun_baris(ruang, potensi),
        buat=pembuat(ruang, potensi, instansi=ruang.instansi),
        urut=lambda satu: satu.jenis,
        dapat_dihapus=True,
    )


def kisi_isu_strategis(ruang: Ruang) -> Kisi:
    """Strategic issues that Bab I names for the year."""
    isu = IsuStrategis.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun)
    return Kisi(
        nama="isu-strategis",
        judul="Isu strategis",
        jenis_baris="Isu",
        remah=WILAYAH,
        kolom=(
            Kolom(
                nama="uraian",
                judul="Uraian",
                jenis=Teks(500, wajib=True, berbaris=True),
                bidang="uraian",
            ),
        ),
        baris=susun_baris(ruang, isu.order_by("urutan")),
        buat=pembuat(ruang, isu, instansi=ruang.instansi, tahun=ruang.tahun),
        urut=semua,
        dapat_dihapus=True,
    )

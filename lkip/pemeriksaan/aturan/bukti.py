"""Values without evidence, benchmarks without reason, and money that was left without a word."""

from collections.abc import Iterable

from lkip.angka import format_persen, format_rupiah
from lkip.kelengkapan import berpembanding
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

UMUM = ("sesuai target", "terlaksana sesuai", "berjalan baik", "terlaksana dengan baik")
CATATAN_PENDEK = 40


def tanpa_bukti(bahan: Bahan) -> Iterable[Temuan]:
    for satu in bahan.laporan.indikator:
        if satu.realisasi.ada and not any(tw.bukti for tw in satu.triwulan):
            yield Temuan(
                pesan=f"Realisasi {satu.realisasi.teks} belum mempunyai bukti dukung.",
                tempat=satu.nama,
                alamat=("bukti",),
                jangkar=f"indikator-{satu.kode}",
            )


def tanpa_pembanding(bahan: Bahan) -> Iterable[Temuan]:
    for satu in bahan.laporan.indikator:
        if not berpembanding(satu):
            yield Temuan(
                pesan="Pembanding belum diisi dan alasannya belum ditulis.",
                tempat=satu.nama,
                alamat=("isi_kisi", "pembanding-nasional"),
                jangkar=f"baris-{satu.kode}",
            )


def serapan_tanpa_alasan(bahan: Bahan) -> Iterable[Temuan]:
    """A sub kegiatan below the threshold of the profile needs a reason of its own."""
    ambang = bahan.laporan.profil.ambang_serapan
    for satu in bahan.laporan.anggaran.sub_kegiatan:
        if satu.serapan is None or satu.serapan >= ambang:
            continue
        catatan = satu.catatan.casefold()
        khusus = len(catatan) >= CATATAN_PENDEK and not any(kata in catatan for kata in UMUM)
        if not khusus:
            yield Temuan(
                pesan=f"Serapan {format_persen(satu.serapan)} (sisa {format_rupiah(satu.sisa)}) di bawah "
                f"{format_persen(ambang)} dan belum dijelaskan secara khusus.",
                tempat=f"{satu.kode} {satu.nama}",
                alamat=("isi_kisi", "catatan-anggaran"),
                jangkar=f"baris-{satu.kode}",
            )


def realisasi_lebih(bahan: Bahan) -> Iterable[Temuan]:
    for satu in bahan.laporan.anggaran.sub_kegiatan:
        if satu.realisasi > satu.pagu:
            yield Temuan(
                pesan=f"Realisasi {format_rupiah(satu.realisasi)} melebihi pagu {format_rupiah(satu.pagu)}.",
                tempat=f"{satu.kode} {satu.nama}",
                alamat=("isi_kisi", "realisasi-anggaran"),
                jangkar=f"baris-{satu.kode}",
            )


def keluaran_dan_uang(bahan: Bahan) -> Iterable[Temuan]:
    """Money spent without any output, or an output reached without money."""
    for satu in bahan.laporan.anggaran.sub_kegiatan:
        hasil = [lain.realisasi for lain in satu.keluaran if lain.realisasi is not None]
        if satu.realisasi > 0 and hasil and not any(hasil):
            pesan = f"Realisasi {format_rupiah(satu.realisasi)} tanpa keluaran."
        elif satu.realisasi == 0 and satu.pagu > 0 and any(hasil):
            pesan = "Keluaran tercapai tanpa realisasi anggaran."
        else:
            continue
        yield Temuan(
            pesan=pesan,
            tempat=f"{satu.kode} {satu.nama}",
            alamat=("isi_kisi", "keluaran"),
            jangkar=f"baris-{satu.kode}",
        )


ATURAN = (
    Aturan(
        kode="KIN-11",
        judul="Realisasi tanpa bukti",
        tingkat=Tingkat.PERINGATAN,
        periksa=tanpa_bukti,
        penjelasan=(
            "Setiap realisasi memerlukan bukti dukung: berkas atau tautan pada salah satu "
            "triwulannya."
        ),
    ),
    Aturan(
        kode="KIN-18",
        judul="Tanpa pembanding",
        tingkat=Tingkat.PERINGATAN,
        periksa=tanpa_pembanding,
        penjelasan=(
            "Setiap indikator dibandingkan dengan nilai nasional, provinsi, kabupaten, atau "
            "sejenis; bila pembandingnya tidak ada, alasannya ditulis."
        ),
    ),
    Aturan(
        kode="ANG-18",
        judul="Serapan rendah tanpa alasan",
        tingkat=Tingkat.PERINGATAN,
        periksa=serapan_tanpa_alasan,
        penjelasan=(
            "Serapan sub kegiatan di bawah ambang profil penilaian memerlukan alasan khusus "
            "paling sedikit 40 huruf; “terlaksana sesuai target” bukan alasan."
        ),
    ),
    Aturan(
        kode="ANG-08",
        judul="Realisasi melebihi pagu",
        tingkat=Tingkat.GALAT,
        periksa=realisasi_lebih,
        penjelasan=(
            "Realisasi tidak dapat melebihi pagu. Biasanya salah ketik, atau pagu Perubahan belum"
            " diisi."
        ),
    ),
    Aturan(
        kode="ANG-17",
        judul="Keluaran dan uang",
        tingkat=Tingkat.PERINGATAN,
        periksa=keluaran_dan_uang,
        penjelasan=(
            "Uang dibelanjakan tanpa keluaran, atau keluaran tercapai tanpa uang. Salah satunya "
            "perlu dibetulkan atau dijelaskan."
        ),
    ),
)

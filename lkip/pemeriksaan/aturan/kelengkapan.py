"""What the checklist still lacks, and the day of the report."""

from collections.abc import Iterable

from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat
from lkip.tugas import Tugas

# Rules of their own name each row that these tasks only count.
DIRINCI = {("bukti",), ("isi_kisi", "pembanding-nasional"), ("analisis",)}


def belum_lengkap(bahan: Bahan) -> Iterable[Temuan]:
    for kelompok in bahan.tugas:
        for tugas in kelompok.tugas:
            if not tugas.selesai and not _dirinci(tugas):
                yield Temuan(
                    pesan=f"{tugas.nama}: {tugas.menunggu or tugas.kurang}.",
                    tempat=tugas.nama,
                    alamat=tugas.alamat,
                    jangkar=tugas.jangkar,
                )


def _dirinci(tugas: Tugas) -> bool:
    return tugas.alamat in DIRINCI and "dikonfirmasi" not in tugas.kurang


def tanpa_tanggal(bahan: Bahan) -> Iterable[Temuan]:
    if bahan.laporan.keadaan.tanggal is None:
        yield Temuan(
            pesan="Hari laporan belum ditetapkan.",
            tempat="Tanggal laporan",
            alamat=("ubah_tanggal_laporan",),
        )


ATURAN = (
    Aturan(
        kode="KEL-01",
        judul="Isian belum lengkap",
        tingkat=Tingkat.PERINGATAN,
        periksa=belum_lengkap,
        penjelasan="Ada isian pada daftar tugas yang belum lengkap.",
    ),
    Aturan(
        kode="KEL-02",
        judul="Laporan belum bertanggal",
        tingkat=Tingkat.GALAT,
        periksa=tanpa_tanggal,
        penjelasan="Laporan memerlukan hari penandatanganan sebelum diajukan.",
    ),
)

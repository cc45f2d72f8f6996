"""The checklist of the operator: what the report still lacks, and the page where it is entered."""

from collections.abc import Callable, Iterable
from datetime import date

from lkip.angka_naskah import angka_berubah
from lkip.isi.kinerja import Indikator
from lkip.isi.laporan import Laporan
from lkip.isi.organisasi import Wilayah
from lkip.kelengkapan import BarisMatriks, susun_matriks
from lkip.naskah import BAGIAN
from lkip.pembaca.konfirmasi import Konfirmasi
from lkip.tugas import KelompokTugas, Tugas, bila, hitung_kurang, terjawab
from lkip.tugas_pengukuran import tugas_realisasi, tugas_sub_kegiatan

WAJIB_DITULIS = ("kata_pengantar", "ikhtisar", "penutup")
KONFIRMASI = "disalin dari tahun lalu, perlu dikonfirmasi"


def susun_tugas(
    laporan: Laporan, konfirmasi: Konfirmasi, hari_ini: date
) -> tuple[KelompokTugas, ...]:
    """All tasks of the year in the order of the work."""
    realisasi = tugas_realisasi(laporan.tahun, laporan.indikator, hari_ini)
    return (
        KelompokTugas("Data dasar", tuple(_data_dasar(laporan))),
        KelompokTugas("Perencanaan", tuple(_perencanaan(laporan))),
        KelompokTugas("Pengukuran", tuple(realisasi)),
        KelompokTugas("Anggaran", tuple(_anggaran(laporan))),
        KelompokTugas("Analisis", tuple(_analisis(laporan, konfirmasi))),
        KelompokTugas("Dokumen", tuple(_dokumen(laporan, konfirmasi))),
    )


def _data_dasar(laporan: Laporan) -> Iterable[Tugas]:
    instansi, organisasi = laporan.instansi, laporan.organisasi
    yield Tugas(
        nama="Profil kecamatan",
        alamat=("ubah_profil",),
        kurang=bila(not (instansi.alamat and instansi.dasar_organisasi), "isian belum lengkap"),
    )
    yield Tugas(
        nama="Pejabat",
        alamat=("daftar_pejabat",),
        kurang=bila(not (laporan.pimpinan and laporan.atasan), "pimpinan atau atasan belum ada"),
    )
    yield Tugas(
        nama="Susunan organisasi",
        alamat=("isi_kisi", "seksi"),
        kurang=bila(not organisasi.susunan, "belum diisi"),
    )
    yield Tugas(
        nama="Tugas dan fungsi",
        alamat=("isi_kisi", "uraian-tugas"),
        kurang=bila(not (organisasi.tugas or organisasi.fungsi), "belum diisi"),
    )
    yield Tugas(
        nama="SDM", alamat=("isi_kisi", "sdm"), kurang=bila(not laporan.sdm.baris, "belum diisi")
    )
    yield Tugas(
        nama="Sarana",
        alamat=("isi_kisi", "sarana"),
        kurang=bila(not laporan.sarana, "belum diisi"),
    )
    yield Tugas(
        nama="Profil wilayah",
        alamat=("ubah_wilayah",),
        kurang=bila(not _wilayah_lengkap(laporan.wilayah), "luas, penduduk, atau desa belum ada"),
    )
    yield Tugas(
        nama="Isu strategis",
        alamat=("isi_kisi", "isu-strategis"),
        kurang=bila(not laporan.isu_strategis, "belum diisi"),
    )


def _wilayah_lengkap(wilayah: Wilayah) -> bool:
    return wilayah.luas_km2 is not None and wilayah.penduduk is not None and bool(wilayah.desa)


def _perencanaan(laporan: Laporan) -> Iterable[Tugas]:
    yield Tugas(
        nama="Target Renstra",
        alamat=("isi_kisi", "target-renstra"),
        **hitung_kurang(laporan.indikator, _bertarget(laporan.tahun), "indikator"),
    )
    yield _definisi_iku(laporan)
    yield Tugas(
        nama="Rencana Kinerja Tahunan",
        alamat=("ubah_rkt",),
        kurang=bila(
            not any(terjawab(satu.target_rkt) for satu in laporan.indikator), "target belum ada"
        ),
    )
    alamat = ("ubah_pk", "ubah_pk_perubahan")
    for perjanjian, nama in zip(laporan.perjanjian, alamat, strict=False):
        lengkap = perjanjian.nomor and perjanjian.tanggal and perjanjian.pihak_pertama
        yield Tugas(
            nama=perjanjian.judul,
            alamat=(nama,),
            kurang=bila(
                not (lengkap and perjanjian.target),
                "nomor, tanggal, pejabat, atau target belum ada",
            ),
        )
    yield Tugas(
        nama="Rencana aksi",
        alamat=("isi_kisi", "rencana-aksi"),
        **hitung_kurang(laporan.indikator, _berencana_aksi, "indikator"),
    )


def _bertarget(tahun: int) -> Callable[[Indikator], bool]:
    def bertarget(satu: Indikator) -> bool:
        target = dict(satu.target_renstra).get(tahun)
        return target is not None and terjawab(target) and terjawab(satu.target_akhir)

    return bertarget


def _definisi_iku(laporan: Laporan) -> Tugas:
    """The sheets of the IKU; it leads to the first that lacks something."""
    iku = [satu for satu in laporan.indikator if satu.iku]
    belum = next((satu for satu in iku if not _terdefinisi(satu)), None)
    return Tugas(
        nama="Definisi IKU",
        alamat=("lembar_iku", belum.kode) if belum else ("iku",),
        kurang=hitung_kurang(iku, _terdefinisi, "IKU")["kurang"],
    )


def _terdefinisi(satu: Indikator) -> bool:
    return bool(satu.rumus and satu.sumber_data and satu.penanggung_jawab)


def _berencana_aksi(satu: Indikator) -> bool:
    return any(tw.aksi or terjawab(tw.target) for tw in satu.triwulan)


def _anggaran(laporan: Laporan) -> Iterable[Tugas]:
    sub = laporan.anggaran.sub_kegiatan
    yield Tugas(
        nama="Program dan kegiatan",
        alamat=("susunan_anggaran",),
        kurang=bila(not sub, "belum ada sub kegiatan"),
    )
    tanpa = [satu for satu in laporan.sasaran if not satu.program]
    yield Tugas(
        nama="Program pendukung sasaran",
        alamat=("isi_kisi", "program-sasaran"),
        kurang=bila(tanpa, f"{len(tanpa)} dari {len(laporan.sasaran)} sasaran tanpa program"),
        menunggu=bila(not sub, "program dan sub kegiatan belum ada"),
    )
    yield from tugas_sub_kegiatan(sub)


def _analisis(laporan: Laporan, konfirmasi: Konfirmasi) -> Iterable[Tugas]:
    for baris in susun_matriks(laporan):
        simpul = baris.simpul
        salinan = konfirmasi.analisis.get(simpul.kode, 0)
        kurang = bila(not baris.lengkap, f"{baris.ada.count(False)} dari 7 analisis belum ada")
        yield Tugas(
            nama=f"Analisis {simpul.label}",
            alamat=("analisis",),
            jangkar=f"simpul-{simpul.kode}",
            kurang=kurang or bila(salinan, f"{salinan} butir {KONFIRMASI}"),
            menunggu=bila(not _terukur(baris), "menunggu realisasi tahun"),
        )


def _terukur(baris: BarisMatriks) -> bool:
    return any(terjawab(satu.realisasi) for satu in baris.simpul.indikator)


def _dokumen(laporan: Laporan, konfirmasi: Konfirmasi) -> Iterable[Tugas]:
    yield Tugas(
        nama="Foto kegiatan", alamat=("foto",), kurang=bila(not laporan.foto, "belum ada foto")
    )
    berubah = angka_berubah(laporan)
    for bagian, nama in BAGIAN.items():
        if bagian in konfirmasi.naskah:
            kurang = KONFIRMASI
        elif bagian in berubah:
            kurang = "angka berubah sejak ditulis"
        elif bagian in WAJIB_DITULIS:
            kurang = bila(not laporan.narasi.get(bagian), "belum diisi")
        else:
            continue
        yield Tugas(nama=nama, alamat=("ubah_naskah", bagian), jangkar="id_isi", kurang=kurang)

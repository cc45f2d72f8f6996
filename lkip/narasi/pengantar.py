"""Opening sentences: kata pengantar, background, purpose, legal base, and what each chapter holds."""

from lkip.isi.laporan import Laporan
from lkip.narasi.bentuk import Paragraf
from lkip.narasi.istilah import nomor_tanggal, persen, versi_anggaran
from lkip.narasi.kalimat import hitung, rupiah_terbilang
from lkip.narasi.rekap import kalimat_status

PERATURAN = (
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
    "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan",
    "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 "
    "tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan "
    "Kinerja Instansi Pemerintah",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 "
    "tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
)


def susun_kata_pengantar(laporan: Laporan) -> Paragraf:
    """Thanks, what the report answers for, the result in brief, and its use."""
    nama, tahun = laporan.instansi.nama, laporan.tahun
    return (
        f"Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas selesainya Laporan Kinerja "
        f"Instansi Pemerintah (LKIP) {nama} Tahun {tahun}. Laporan ini kami susun untuk memenuhi "
        "kewajiban melaporkan kinerja setiap akhir tahun anggaran sebagaimana diatur dalam Peraturan "
        "Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.",
        _ringkas_hasil(laporan),
        "Kami menyampaikan terima kasih kepada seluruh pegawai dan pihak yang telah menyediakan data "
        "serta membantu penyusunan laporan ini. Kami berharap isinya menjadi dasar untuk memperbaiki "
        f"perencanaan, pelaksanaan, dan pengukuran kinerja {nama} pada tahun-tahun berikutnya.",
    )


def _ringkas_hasil(laporan: Laporan) -> str:
    uang = laporan.anggaran.uang
    kalimat = [
        f"Di dalamnya kami mempertanggungjawabkan {hitung(laporan.rekap.indikator, 'indikator')} "
        f"yang diperjanjikan dalam {laporan.pk.judul} Tahun {laporan.tahun}."
    ]
    if laporan.rekap.indikator:
        kalimat.append(kalimat_status(laporan))
    if uang.pagu > 0:
        kalimat.append(
            f"Anggaran yang tersedia menurut {versi_anggaran(laporan.anggaran)} sebesar "
            f"{rupiah_terbilang(uang.pagu)} dan terealisasi sebesar "
            f"{rupiah_terbilang(uang.realisasi)} atau {persen(uang.serapan, laporan)}."
        )
    return " ".join(kalimat)


def susun_latar_belakang(laporan: Laporan) -> Paragraf:
    """Why there is a report, and what it measures."""
    nama, tahun, rekap = laporan.instansi.nama, laporan.tahun, laporan.rekap
    iku = sum(indikator.iku for indikator in laporan.indikator)
    ukuran = f"Kinerja {nama} Tahun {tahun} diukur dengan {hitung(rekap.indikator, 'indikator')}"
    if 0 < iku < rekap.indikator:
        ukuran += (
            f", {hitung(iku, 'indikator')} di antaranya merupakan Indikator Kinerja Utama (IKU)"
        )
    elif iku:
        ukuran += " yang seluruhnya merupakan Indikator Kinerja Utama (IKU)"
    return (
        "Setiap instansi pemerintah wajib mempertanggungjawabkan hasil yang dicapai dengan anggaran yang "
        "dipercayakan kepadanya. Peraturan Pemerintah Nomor 8 Tahun 2006 mewajibkan laporan kinerja di "
        "samping laporan keuangan, dan Peraturan Presiden Nomor 29 Tahun 2014 menempatkannya sebagai "
        "salah satu unsur Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP), bersama rencana "
        "strategis, perjanjian kinerja, pengukuran kinerja, pengelolaan data kinerja, serta reviu dan "
        "evaluasi kinerja.",
        f"Sebagai perangkat daerah {laporan.instansi.pemda}, {nama} menyusun laporan kinerja ini menurut "
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014. "
        f"{ukuran}. Targetnya bersumber dari Rencana Strategis (Renstra) periode "
        f"{laporan.renstra.periode} dan diperjanjikan dalam {laporan.pk.judul} Tahun {tahun}.",
    )


def susun_maksud(laporan: Laporan) -> Paragraf:
    """What the report is meant to do."""
    return (
        f"LKIP Tahun {laporan.tahun} dimaksudkan untuk mempertanggungjawabkan secara tertulis kinerja "
        f"{laporan.instansi.nama} kepada {laporan.instansi.jabatan_atasan} dan kepada masyarakat: target "
        "yang dijanjikan, hasil yang dicapai, anggaran yang digunakan, serta penyebab keberhasilan dan "
        "kegagalannya. Tujuan penyusunannya adalah:",
    )


def susun_tujuan_laporan(laporan: Laporan) -> Paragraf:
    """The aims of the report, as list items."""
    return (
        f"menyajikan capaian setiap indikator yang diperjanjikan untuk tahun {laporan.tahun} beserta "
        "perkembangannya antartahun",
        f"menilai kemajuan menuju target akhir Renstra tahun {laporan.renstra.tahun_akhir}",
        "menjelaskan penyebab keberhasilan dan kegagalan, hambatan, serta upaya yang telah dilakukan",
        "menilai efisiensi penggunaan anggaran terhadap hasil yang dicapai",
        "menyediakan bahan evaluasi dan tindak lanjut untuk perencanaan tahun berikutnya",
    )


def susun_dasar_hukum(laporan: Laporan) -> Paragraf:
    """The regulations in force that the report rests on, as list items, each once."""
    instansi, profil = laporan.instansi, laporan.profil
    iku = nomor_tanggal(laporan.penetapan_iku)
    daerah = (
        profil.dasar_hukum if profil.skala.kelas else "",
        instansi.dasar_organisasi,
        laporan.renstra.dasar_hukum,
        f"Keputusan {instansi.jabatan_pimpinan} {instansi.singkat} {iku} tentang Indikator Kinerja Utama"
        if iku
        else "",
    )
    return tuple(dict.fromkeys((*PERATURAN, *(satu for satu in daerah if satu))))


def susun_sistematika(laporan: Laporan) -> Paragraf:
    """What each chapter holds, as list items."""
    perubahan = " dan perubahannya" if len(laporan.perjanjian) > 1 else ""
    return (
        "Bab I Pendahuluan memuat latar belakang, maksud dan tujuan, gambaran organisasi, sumber daya, "
        "isu strategis, serta gambaran wilayah",
        f"Bab II Perencanaan Kinerja memuat Renstra, IKU, rencana kinerja tahunan, dan perjanjian kinerja "
        f"tahun {laporan.tahun}{perubahan}",
        "Bab III Akuntabilitas Kinerja memuat pengukuran dan analisis capaian setiap tujuan dan sasaran, "
        "serta realisasi anggaran",
        "Bab IV Penutup memuat simpulan dan langkah perbaikan",
        "Lampiran memuat dokumen perencanaan dan perjanjian kinerja serta dokumen pendukung",
    )

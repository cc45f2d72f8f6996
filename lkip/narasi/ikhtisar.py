"""Executive summary, conclusion, and the opening of the recommendations."""

from lkip.angka import format_jumlah
from lkip.capaian import StatusTarget
from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.laporan import Laporan
from lkip.narasi.bentuk import Paragraf
from lkip.narasi.istilah import di_batas, persen, tanpa_nilai, versi_anggaran
from lkip.narasi.kalimat import (
    bedakan_nilai,
    bersih,
    daftar,
    hitung,
    kapital,
    kecil,
    rupiah_terbilang,
)
from lkip.narasi.rekap import kalimat_predikat, kalimat_rata_rata, kalimat_status
from lkip.narasi.sumber_daya import susun_efisiensi_umum
from lkip.tren import ArahTren

# How many obstacles the executive summary names.
HAMBATAN_DISEBUT = 3


def susun_ikhtisar(laporan: Laporan) -> Paragraf:
    """What was agreed, what came of it, with which money, what stood in the way, what follows."""
    bagian = (
        _janji(laporan),
        _hasil(laporan),
        _uang(laporan),
        " ".join(susun_efisiensi_umum(laporan)[:1]),
        _hambatan(laporan),
    )
    return tuple(paragraf for paragraf in bagian if paragraf)


def _janji(laporan: Laporan) -> str:
    simpul = bagi_jenis(laporan)
    pk = f"{laporan.pk.judul} Tahun {laporan.tahun}"
    return (
        f"LKIP {laporan.instansi.nama} Tahun {laporan.tahun} mempertanggungjawabkan pelaksanaan {pk}, yang "
        f"memuat {simpul} dengan {hitung(laporan.rekap.indikator, 'indikator')}. Targetnya merupakan penjabaran "
        f"tahunan dari Renstra periode {laporan.renstra.periode}."
    )


def bagi_jenis(laporan: Laporan) -> str:
    """Count tujuan and sasaran: "2 (dua) tujuan dan 4 (empat) sasaran"."""
    jenis = [satu.jenis for satu in laporan.sasaran]
    ada = dict.fromkeys(sorted(jenis, key=lambda satu: satu.value, reverse=True))
    return (
        daftar(format_jumlah(jenis.count(satu), satu.value) for satu in ada) or "tidak ada sasaran"
    )


def _hasil(laporan: Laporan) -> str:
    if not laporan.rekap.indikator:
        return ""
    bagian = (kalimat_status(laporan), kalimat_rata_rata(laporan), kalimat_predikat(laporan))
    return " ".join(kalimat for kalimat in bagian if kalimat)


def _uang(laporan: Laporan) -> str:
    uang = laporan.anggaran.uang
    if uang.pagu <= 0:
        return f"Tidak ada pagu anggaran yang tercatat untuk tahun {laporan.tahun}."
    return (
        f"Untuk mencapai target tersebut tersedia anggaran menurut {versi_anggaran(laporan.anggaran)} sebesar "
        f"{rupiah_terbilang(uang.pagu)}. Sampai dengan akhir tahun {laporan.tahun}, realisasinya "
        f"{rupiah_terbilang(uang.realisasi)} atau {persen(uang.serapan, laporan)} dari pagu."
    )


def _hambatan(laporan: Laporan) -> str:
    """Quote the obstacles that staff recorded, from the least successful node on, and point to plans."""
    urut = sorted(laporan.sasaran, key=lambda satu: (satu.capaian is None, satu.capaian or 0))
    butir = [
        butir for satu in urut for butir in (*satu.analisis.penghambat, *satu.analisis.kendala)
    ]
    hambatan = list(dict.fromkeys(kecil(satu.uraian) for satu in butir))
    rencana = sum(len(satu.analisis.rencana) for satu in laporan.sasaran)
    kalimat = []
    if hambatan:
        sebutan = "utama yang" if len(hambatan) > HAMBATAN_DISEBUT else "yang"
        kalimat.append(
            f"Hambatan {sebutan} dihadapi: {'; '.join(hambatan[:HAMBATAN_DISEBUT])}. Uraian lengkapnya beserta "
            "upaya yang telah dilakukan disajikan dalam Bab III."
        )
    if rencana:
        kalimat.append(
            f"Untuk tahun berikutnya telah disusun {format_jumlah(rencana, 'rencana tindak lanjut')} yang dirinci "
            "dalam Bab IV."
        )
    return " ".join(kalimat)


def susun_ikhtisar_sasaran(laporan: Laporan) -> tuple[tuple[str, str], ...]:
    """Per node its label with uraian, and its result in one sentence."""
    return tuple(
        (f"{satu.label}: {bersih(satu.uraian)}", _satu_kalimat(satu, laporan))
        for satu in laporan.sasaran
    )


def _satu_kalimat(sasaran: Sasaran, laporan: Laporan) -> str:
    if not sasaran.indikator:
        return "Tidak memiliki indikator yang diperjanjikan."
    return f"{kapital('; '.join(_satu_indikator(satu, laporan) for satu in sasaran.indikator))}."


def _satu_indikator(indikator: Indikator, laporan: Laporan) -> str:
    nama = bersih(indikator.nama)
    if not indikator.realisasi.ada:
        return f"{nama}: {tanpa_nilai('realisasi', indikator.realisasi)}"
    if not indikator.target.ada:
        return f"{nama} terealisasi {indikator.realisasi.teks}; {tanpa_nilai('target', indikator.target)}"
    target, realisasi = bedakan_nilai(indikator.target, indikator.realisasi)
    capaian = "" if indikator.capaian is None else f"capaian {persen(indikator.capaian, laporan)}"
    dengan = daftar(satu for satu in (capaian, _tren(indikator)) if satu)
    akhiran = f", dengan {dengan}" if dengan else ""
    return f"{nama} terealisasi {realisasi} {_terhadap(indikator)} target {target}{akhiran}"


def _terhadap(indikator: Indikator) -> str:
    if indikator.status is StatusTarget.BELUM:
        return "dan belum mencapai"
    if indikator.status is StatusTarget.MELAMPAUI:
        return "dan telah memenuhi" if di_batas(indikator) else "dan melampaui"
    return "dan mencapai" if indikator.status is StatusTarget.MENCAPAI else "terhadap"


def _tren(indikator: Indikator) -> str:
    tren = indikator.tren
    if tren.arah is ArahTren.BELUM:
        return ""
    makna = f" ({tren.makna})" if tren.makna else ""
    return f"tren {tren.arah}{makna} sejak tahun {tren.tahun_awal}"


def susun_simpulan(laporan: Laporan) -> Paragraf:
    """The general conclusion of Bab IV."""
    uang = laporan.anggaran.uang
    kalimat = []
    if laporan.rekap.indikator:
        pembuka = f"Uraian kinerja {laporan.instansi.nama} Tahun {laporan.tahun} menunjukkan bahwa"
        kalimat += [kalimat_status(laporan, pembuka), kalimat_rata_rata(laporan)]
    if uang.pagu > 0:
        kalimat.append(
            f"Anggaran yang digunakan mencapai serapan {persen(uang.serapan, laporan)} menurut "
            f"{versi_anggaran(laporan.anggaran)}."
        )
    utama = (" ".join(kalimat),) if kalimat else ()
    return (*utama, *_arah_perbaikan(laporan))


def _arah_perbaikan(laporan: Laporan) -> Paragraf:
    belum = [bersih(satu.nama) for satu in laporan.indikator if satu.status is StatusTarget.BELUM]
    if belum:
        return (
            f"Perbaikan diutamakan pada indikator yang belum mencapai target, yaitu {daftar(belum)}.",
        )
    dinilai = laporan.indikator and all(satu.status is not None for satu in laporan.indikator)
    if not dinilai:
        return ()
    return (
        "Tidak ada indikator yang belum mencapai target; capaian tersebut perlu dipertahankan.",
    )


def susun_rekomendasi_pengantar(laporan: Laporan) -> Paragraf:
    """Open the table of follow-up rows, or say that there are none."""
    rencana = [butir for satu in laporan.sasaran for butir in satu.analisis.rencana]
    if not rencana:
        return ("Rencana tindak lanjut belum diisi.",)
    jawab = sum(bool(butir.penanggung_jawab) for butir in rencana)
    kalimat = (
        f"Untuk memperbaiki kinerja pada tahun {laporan.tahun + 1}, disusun "
        f"{format_jumlah(len(rencana), 'rencana tindak lanjut')} berdasarkan analisis setiap tujuan dan sasaran."
    )
    if jawab == len(rencana) and all(butir.tenggat for butir in rencana):
        kalimat += " Setiap rencana memiliki penanggung jawab dan tenggat penyelesaian."
    return (kalimat,)

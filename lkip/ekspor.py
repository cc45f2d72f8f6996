"""The report as JSON: attached to the PDF, and what `ekspor --format json` writes.

Numbers are decimal strings, unrounded; null where there is none. Counts are integers. The keys are a
promise to other programs: add, never rename.
"""

import json
from collections.abc import Mapping
from decimal import Decimal

from lkip.capaian import Kelas, StatusTarget
from lkip.isi.anggaran import Anggaran, BarisAnggaran, JenisBelanja, Keluaran, Tingkat, Uang
from lkip.isi.kinerja import Indikator, Pembanding, Sasaran, TriwulanIndikator
from lkip.isi.laporan import Laporan, Perjanjian
from lkip.isi.nilai import Nilai
from lkip.isi.organisasi import Pejabat
from lkip.isi.ringkas import RataRataLaporan

Isi = Mapping[str, object]


def tulis_json(laporan: Laporan) -> str:
    """The export as text; the same data always gives the same text."""
    return json.dumps(susun_ekspor(laporan), ensure_ascii=False, indent=1) + "\n"


def tulis_beku(isi: Isi) -> str:
    """Frozen data as text: the same after the database has kept it, which may reorder the keys."""
    return json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def susun_perjanjian(laporan: Laporan, pk: Perjanjian) -> Isi:
    """One PK: its parties, its targets and its money."""
    return {
        "instansi": _instansi(laporan),
        "tahun": laporan.tahun,
        "jenis": pk.jenis.value,
        "nomor": pk.nomor,
        "tanggal": pk.tanggal.isoformat() if pk.tanggal else None,
        "alasan": pk.alasan or None,
        "pihak_pertama": _pejabat(pk.pihak_pertama),
        "pihak_kedua": _pejabat(pk.pihak_kedua),
        "target": [
            {
                "indikator": satu.indikator.kode,
                "nama": satu.indikator.nama,
                "satuan": satu.indikator.satuan,
                "sasaran": satu.uraian,
                "nilai": _nilai(satu.target),
            }
            for satu in pk.target
        ],
        "program": [
            {"kode": program.kode, "nama": program.nama, "pagu": _angka(pagu)}
            for program, pagu in pk.pagu_program
        ],
        "pagu": _angka(pk.pagu),
    }


def _pejabat(pejabat: Pejabat | None) -> Isi | None:
    if pejabat is None:
        return None
    return {"nama": pejabat.nama, "jabatan": pejabat.jabatan, "nip": pejabat.nip or None}


def _instansi(laporan: Laporan) -> Isi:
    instansi = laporan.instansi
    return {
        "kode": instansi.kode,
        "nama": instansi.nama,
        "pemda": instansi.pemda,
        "provinsi": instansi.provinsi,
    }


def susun_ekspor(laporan: Laporan) -> Isi:
    """The export as dictionaries, lists, strings, integers and None."""
    return {
        "instansi": _instansi(laporan),
        "tahun": laporan.tahun,
        "status": laporan.keadaan.status,
        "indikator": [_indikator(satu) for satu in laporan.indikator],
        "rata_rata": _rata_rata(laporan.rata_rata),
        "sasaran": [_sasaran(satu) for satu in laporan.sasaran],
        "anggaran": _anggaran(laporan.anggaran),
        "jumlah": _jumlah(laporan),
    }


def _angka(nilai: Decimal | None) -> str | None:
    """All digits, without zeros that the database added: 69.0000 is "69"."""
    if nilai is None:
        return None
    teks = f"{nilai:f}"
    return teks.rstrip("0").rstrip(".") if "." in teks else teks


def _nama(kelas: Kelas | None) -> str | None:
    return None if kelas is None else kelas.nama


def _indikator(satu: Indikator) -> Isi:
    riwayat = {str(tahun.tahun): tahun for tahun in satu.riwayat}
    return {
        "kode": satu.kode,
        "nama": satu.nama,
        "satuan": satu.satuan,
        "polaritas": satu.polaritas.value,
        "iku": satu.iku,
        "target": _angka(satu.target.angka),
        "realisasi": _angka(satu.realisasi.angka),
        "capaian": _angka(satu.capaian),
        "predikat": _nama(satu.predikat),
        "status": None if satu.status is None else satu.status.value,
        "alasan_tanpa_capaian": satu.alasan_tanpa_capaian or None,
        "tahun_akhir_renstra": satu.tahun_akhir,
        "target_akhir_renstra": _angka(satu.target_akhir.angka),
        "capaian_akhir_renstra": _angka(satu.capaian_akhir),
        "predikat_akhir_renstra": _nama(satu.predikat_akhir),
        "tren": satu.tren.arah.value,
        "makna_tren": satu.tren.makna or None,
        "riwayat": {tahun: _angka(isi.realisasi.angka) for tahun, isi in riwayat.items()},
        "riwayat_target": {tahun: _angka(isi.target.angka) for tahun, isi in riwayat.items()},
        "riwayat_capaian": {tahun: _angka(isi.capaian) for tahun, isi in riwayat.items()},
        "target_renstra": {str(tahun): _angka(nilai.angka) for tahun, nilai in satu.target_renstra},
        "nilai_target": _nilai(satu.target),
        "nilai_realisasi": _nilai(satu.realisasi),
        "triwulan": [_triwulan(isi) for isi in satu.triwulan],
        "pembanding": [_pembanding(isi) for isi in satu.pembanding],
    }


def _nilai(nilai: Nilai) -> Isi:
    return {
        "keadaan": nilai.keadaan.value,
        "angka": _angka(nilai.angka),
        "huruf": nilai.huruf or None,
        "pembilang": _angka(nilai.pembilang),
        "penyebut": _angka(nilai.penyebut),
        "teks": nilai.teks,
    }


def _triwulan(satu: TriwulanIndikator) -> Isi:
    return {
        "triwulan": satu.triwulan,
        "target": _angka(satu.target.angka),
        "realisasi": _angka(satu.realisasi.angka),
        "kumulatif": _angka(satu.kumulatif.angka),
    }


def _pembanding(satu: Pembanding) -> Isi:
    return {
        "lingkup": satu.lingkup,
        "tahun": satu.tahun,
        "nilai": _angka(satu.nilai.angka),
        "selisih": _angka(satu.selisih),
        "sumber": satu.sumber or None,
        "alasan": satu.alasan or None,
    }


def _rata_rata(rata: RataRataLaporan) -> Isi:
    return {
        "capaian": _angka(rata.capaian.nilai),
        "capaian_tanpa_batas": _angka(rata.capaian_tanpa_batas.nilai),
        "capaian_akhir_renstra": _angka(rata.akhir_renstra.nilai),
        "capaian_akhir_renstra_tanpa_batas": _angka(rata.akhir_renstra_tanpa_batas.nilai),
        "predikat": _nama(rata.predikat),
        "predikat_akhir_renstra": _nama(rata.predikat_akhir),
        "indikator_dihitung": rata.capaian.dihitung,
        "indikator_dilewati": rata.capaian.dilewati,
    }


def _sasaran(satu: Sasaran) -> Isi:
    return {
        "kode": satu.kode,
        "jenis": satu.jenis.value,
        "uraian": satu.uraian,
        "indikator": [indikator.kode for indikator in satu.indikator],
        "capaian": _angka(satu.capaian),
        "capaian_tanpa_batas": _angka(satu.capaian_tanpa_batas),
        "predikat": _nama(satu.predikat),
        **_uang(satu.uang),
        "porsi_anggaran": _angka(satu.porsi_anggaran),
        "efisiensi": None if satu.efisiensi is None else satu.efisiensi.kategori.value,
        "selisih_efisiensi": None if satu.efisiensi is None else _angka(satu.efisiensi.selisih),
        "program": [
            {"kode": dukungan.program.kode, "porsi": _angka(dukungan.porsi)}
            for dukungan in satu.program
        ],
    }


def _uang(uang: Uang) -> Isi:
    return {
        "pagu": _angka(uang.pagu),
        "realisasi": _angka(uang.realisasi),
        "sisa": _angka(uang.sisa),
        "serapan": _angka(uang.serapan),
    }


def _anggaran(anggaran: Anggaran) -> Isi:
    belanja = dict(anggaran.belanja)
    wajib = {JenisBelanja.OPERASI: Uang(), JenisBelanja.MODAL: Uang()}
    return {
        "versi": anggaran.tahap.value,
        **_uang(anggaran.uang),
        "pagu_murni": _angka(anggaran.uang.pagu_murni),
        **{jenis.value: _uang(uang) for jenis, uang in (wajib | belanja).items()},
        "program": [_baris(program) for program in anggaran.program],
    }


def _baris(baris: BarisAnggaran) -> Isi:
    """A row with the rows below it under the name of their level."""
    isi = {
        "kode": baris.kode,
        "nama": baris.nama,
        **_uang(baris.uang),
        "pagu_murni": _angka(baris.uang.pagu_murni),
        "keluaran": [_keluaran(satu) for satu in baris.keluaran],
    }
    if baris.tingkat is Tingkat.SUB_KEGIATAN:
        return isi | {"catatan": baris.catatan or None}
    di_bawah = Tingkat.KEGIATAN if baris.tingkat is Tingkat.PROGRAM else Tingkat.SUB_KEGIATAN
    return isi | {di_bawah.value: [_baris(anak) for anak in baris.anak]}


def _keluaran(satu: Keluaran) -> Isi:
    return {
        "indikator": satu.indikator,
        "satuan": satu.satuan,
        "target": _angka(satu.target),
        "realisasi": _angka(satu.realisasi),
        "capaian": _angka(satu.capaian),
    }


def _jumlah(laporan: Laporan) -> Isi:
    rekap = laporan.rekap
    return {
        "indikator": rekap.indikator,
        "tanpa_capaian": rekap.tanpa_capaian,
        "di_atas_target": rekap.status[StatusTarget.MELAMPAUI],
        "sama_dengan_target": rekap.status[StatusTarget.MENCAPAI],
        "di_bawah_target": rekap.status[StatusTarget.BELUM],
        "predikat": {kelas.nama: banyak for kelas, banyak in rekap.predikat},
        "efisiensi": {kategori.value: banyak for kategori, banyak in rekap.efisiensi.items()},
        "program": len(laporan.anggaran.program),
        "kegiatan": len(laporan.anggaran.kegiatan),
        "sub_kegiatan": len(laporan.anggaran.sub_kegiatan),
    }

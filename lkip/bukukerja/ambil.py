"""Reads what is stored of one office and year as rows of the workbook."""

from collections import Counter
from collections.abc import Iterable

from instansi.models import Instansi, JabatanSDM, RincianSDM, Sarana
from lkip.bukukerja.ambil_anggaran import (
    ambil_anggaran,
    ambil_program_sasaran,
    ambil_realisasi_anggaran,
)
from lkip.bukukerja.ambil_instansi import ambil_instansi
from lkip.bukukerja.ambil_kantor import ambil_kantor
from lkip.bukukerja.ambil_kinerja import (
    ambil_catatan_tahunan,
    ambil_pk,
    ambil_realisasi,
    ambil_target_pk,
    ambil_target_renstra,
    ambil_target_rkt,
    ambil_triwulan,
)
from lkip.bukukerja.ambil_laporan import (
    ambil_analisis,
    ambil_bukti,
    ambil_lampiran,
    ambil_narasi,
    ambil_pembanding,
)
from lkip.bukukerja.isian import INSTANSI
from lkip.bukukerja.jenis import rapikan
from lkip.bukukerja.kolom import Isi, Kunci, NilaiBaris, menurut_bidang
from lkip.bukukerja.lembar import MENURUT_NAMA
from renstra.models import Renstra


def ambil_isi(instansi: Instansi, tahun: int) -> Isi:
    """All sheets of one office and year; a fixed number of queries."""
    renstra = Renstra.objects.berlaku(instansi, tahun)
    baris: dict[str, Iterable[NilaiBaris]] = {
        INSTANSI: [ambil_instansi(instansi, tahun, renstra)],
        **(_rencana(renstra) if renstra else {}),
        **(_kinerja(renstra, tahun) if renstra else {}),
        "PK": ambil_pk(instansi, tahun),
        "Target PK": ambil_target_pk(instansi, tahun),
        "Anggaran": ambil_anggaran(instansi, tahun),
        "Program Sasaran": ambil_program_sasaran(instansi, tahun),
        "SDM": _sdm(instansi, tahun),
        "Sarana": _sarana(instansi, tahun),
        "Pembanding": ambil_pembanding(instansi, tahun),
        "Narasi": ambil_narasi(instansi, tahun),
        **ambil_kantor(instansi, tahun),
        "Target RKT": ambil_target_rkt(instansi, tahun),
        "Realisasi Anggaran": ambil_realisasi_anggaran(instansi, tahun),
        "Analisis": ambil_analisis(instansi, tahun),
        "Bukti": ambil_bukti(instansi, tahun),
        "Lampiran": ambil_lampiran(instansi, tahun),
    }
    return {nama: _berkunci(nama, isi) for nama, isi in baris.items()}


def _berkunci(nama: str, baris: Iterable[NilaiBaris]) -> dict[Kunci, NilaiBaris]:
    lembar = MENURUT_NAMA[nama]
    hasil: dict[Kunci, NilaiBaris] = {}
    berulang: Counter[Kunci] = Counter()
    for satu in baris:
        rapi = {k: rapikan(nilai) if isinstance(nilai, str) else nilai for k, nilai in satu.items()}
        kunci = tuple(rapi[kolom] for kolom in lembar.kunci)
        if lembar.berulang:
            berulang[kunci] += 1
            kunci = (*kunci, berulang[kunci])
        hasil[kunci] = rapi
    return hasil


def _rencana(renstra: Renstra) -> dict[str, Iterable[NilaiBaris]]:
    indikator = renstra.indikator.select_related("tujuan", "sasaran")
    return {
        "Sasaran RPJMD": menurut_bidang(
            MENURUT_NAMA["Sasaran RPJMD"], renstra.sasaran_rpjmd.order_by("urutan")
        ),
        "Tujuan": [
            {
                "Kode": satu.kode,
                "Uraian": satu.uraian,
                "Sasaran RPJMD": satu.sasaran_rpjmd and satu.sasaran_rpjmd.urutan,
            }
            for satu in renstra.tujuan.select_related("sasaran_rpjmd")
        ],
        "Sasaran": [
            {
                "Kode": satu.kode,
                "Kode Tujuan": satu.tujuan.kode,
                "Uraian": satu.uraian,
                "Strategi": satu.strategi,
                "Kebijakan": satu.kebijakan,
            }
            for satu in renstra.sasaran.select_related("tujuan")
        ],
        "Indikator": [_indikator(satu) for satu in indikator.prefetch_related("penanggung_jawab")],
    }


def _indikator(satu) -> NilaiBaris:
    kolom = MENURUT_NAMA["Indikator"].kolom
    return {kolom.nama: getattr(satu, kolom.bidang) for kolom in kolom if kolom.bidang} | {
        "Induk": (satu.tujuan or satu.sasaran).kode,
        "Faktor": satu.faktor if satu.rasio else None,
        "Penanggung Jawab": "; ".join(
            sorted(rapikan(seksi.nama) for seksi in satu.penanggung_jawab.all())
        ),
    }


def _kinerja(renstra: Renstra, tahun: int) -> dict[str, Iterable[NilaiBaris]]:
    return {
        "Target Renstra": ambil_target_renstra(renstra),
        "Realisasi": ambil_realisasi(renstra, tahun),
        "Realisasi Triwulan": ambil_triwulan(renstra, tahun),
        "Catatan Tahunan": ambil_catatan_tahunan(renstra, tahun),
        "Penetapan IKU": menurut_bidang(
            MENURUT_NAMA["Penetapan IKU"],
            renstra.penetapan_iku.filter(tahun__lte=tahun).order_by("tahun"),
        ),
    }


def _sdm(instansi: Instansi, tahun: int) -> Iterable[NilaiBaris]:
    kolom = [satu for satu in MENURUT_NAMA["SDM"].kolom if satu.bidang]
    daftar = JabatanSDM.objects.filter(instansi=instansi, tahun=tahun)
    for satu in daftar.order_by("urutan", "id").prefetch_related("rincian"):
        baris: NilaiBaris = {kolom.nama: getattr(satu, kolom.bidang) for kolom in kolom}
        rincian = {isi.pendidikan: isi for isi in satu.rincian.all()}
        for jenjang in RincianSDM.Pendidikan.values:
            isi = rincian.get(jenjang)
            baris[f"Kebutuhan {jenjang}"] = isi and isi.kebutuhan
            baris[f"Ada {jenjang}"] = isi and isi.ada
        yield baris


def _sarana(instansi: Instansi, tahun: int) -> Iterable[NilaiBaris]:
    daftar = Sarana.objects.filter(instansi=instansi, tahun=tahun).order_by("urutan", "id")
    return menurut_bidang(MENURUT_NAMA["Sarana"], daftar)

"""Reads what is stored of one office and year as rows of the workbook."""

from collections.abc import Iterable
from datetime import date

from instansi.models import Instansi, JabatanSDM, Pejabat, RincianSDM, Sarana
from lkip.bukukerja.ambil_anggaran import ambil_anggaran, ambil_program_sasaran
from lkip.bukukerja.ambil_kinerja import (
    ambil_pk,
    ambil_realisasi,
    ambil_target_pk,
    ambil_target_renstra,
    ambil_target_rkt,
    ambil_triwulan,
)
from lkip.bukukerja.jenis import rapikan
from lkip.bukukerja.kinerja import KOSONG, NilaiKinerja
from lkip.bukukerja.kolom import Isi, Kunci, NilaiBaris
from lkip.bukukerja.lembar import INSTANSI, ISIAN, MENURUT_NAMA
from lkip.bukukerja.skala import Kelas, tulis_skala
from lkip.models import LKIP, Narasi, Pembanding, ProfilPenilaian
from lkip.naskah import bersihkan
from perjanjian.models import RencanaKinerja
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
        "Pembanding": _pembanding(instansi, tahun),
        "Narasi": _narasi(instansi, tahun),
        "Target RKT": ambil_target_rkt(instansi, tahun),
    }
    return {nama: _berkunci(nama, isi) for nama, isi in baris.items()}


def _berkunci(nama: str, baris: Iterable[NilaiBaris]) -> dict[Kunci, NilaiBaris]:
    lembar = MENURUT_NAMA[nama]
    hasil: dict[Kunci, NilaiBaris] = {}
    for satu in baris:
        rapi = {k: rapikan(nilai) if isinstance(nilai, str) else nilai for k, nilai in satu.items()}
        kunci = tuple(rapi[kolom] for kolom in lembar.kunci)
        if lembar.berulang:
            kunci = (*kunci, sum(ada[:-1] == kunci for ada in hasil) + 1)
        hasil[kunci] = rapi
    return hasil


def pejabat_pada(tahun: int, instansi: Instansi, peran: str) -> Pejabat | None:
    """The head of the office or of the pemda on the day of the report of this year."""
    lkip = LKIP.objects.filter(instansi=instansi, tahun=tahun).first()
    hari = (lkip and lkip.tanggal) or date(tahun, 12, 31)
    milik = {"instansi": instansi} if peran == Pejabat.Peran.PIMPINAN else {}
    daftar = Pejabat.objects.filter(pemda=instansi.pemda_id, peran=peran, **milik)
    return daftar.menjabat(hari).order_by("-mulai", "-id").first()


def profil_berlaku(pemda: int, tahun: int) -> ProfilPenilaian | None:
    """The latest profile of the pemda up to this year."""
    daftar = ProfilPenilaian.objects.filter(pemda=pemda, tahun__lte=tahun)
    return daftar.order_by("-tahun").first()


def kelas_profil(profil: ProfilPenilaian) -> list[Kelas]:
    """Its classes from high to low."""
    return [Kelas(satu.nama, satu.batas_bawah, satu.terbuka) for satu in profil.kelas.all()]


def ambil_instansi(instansi: Instansi, tahun: int, renstra: Renstra | None) -> NilaiBaris:
    """The sheet Instansi as one row."""
    pimpinan = pejabat_pada(tahun, instansi, Pejabat.Peran.PIMPINAN)
    atasan = pejabat_pada(tahun, instansi, Pejabat.Peran.KEPALA_DAERAH)
    profil = profil_berlaku(instansi.pemda_id, tahun)
    return {
        "Kode": instansi.kode,
        "Nama": instansi.nama,
        "Pemda": instansi.pemda.nama,
        "Provinsi": instansi.pemda.provinsi,
        "Alamat": instansi.alamat,
        "Telepon": instansi.telepon,
        "Email": instansi.email,
        "Jabatan Pimpinan": instansi.jabatan_pimpinan,
        "Nama Pimpinan": pimpinan.nama_lengkap if pimpinan else "",
        "NIP Pimpinan": pimpinan.nip if pimpinan else "",
        "Pangkat Pimpinan": pimpinan.pangkat if pimpinan else "",
        "Jabatan Atasan": instansi.pemda.jabatan_kepala,
        "Nama Atasan": atasan.nama_lengkap if atasan else "",
        "Periode Awal": renstra and renstra.tahun_awal,
        "Periode Akhir": renstra and renstra.tahun_akhir,
        "Tahun": tahun,
        "Skala": tulis_skala(kelas_profil(profil)) if profil else "",
        "Batas Capaian": _batas(profil),
        **_tambahan(instansi, tahun),
    }


def _tambahan(instansi: Instansi, tahun: int) -> NilaiBaris:
    """The lines beyond those that every workbook has."""
    milik = {"instansi": instansi, "tahun": tahun}
    lkip = LKIP.objects.filter(**milik).first()
    rkt = RencanaKinerja.objects.filter(**milik).first()
    return {
        satu.nama: getattr(instansi, satu.bidang) for satu in ISIAN if satu.tambahan and satu.bidang
    } | {
        "Tanggal LKIP": lkip and lkip.tanggal,
        "Nomor RKT": rkt.nomor if rkt else "",
        "Tanggal RKT": rkt and rkt.tanggal,
    }


def _batas(profil: ProfilPenilaian | None) -> NilaiKinerja:
    if profil is None:
        return KOSONG
    return NilaiKinerja(nilai=profil.batas_rata_rata, tanpa=profil.batas_rata_rata is None)


def _rencana(renstra: Renstra) -> dict[str, Iterable[NilaiBaris]]:
    indikator = renstra.indikator.select_related("tujuan", "sasaran")
    return {
        "Tujuan": [{"Kode": satu.kode, "Uraian": satu.uraian} for satu in renstra.tujuan.all()],
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


def _menurut_bidang(nama: str, objek: Iterable) -> Iterable[NilaiBaris]:
    kolom = [satu for satu in MENURUT_NAMA[nama].kolom if satu.bidang]
    for satu in objek:
        yield {kolom.nama: getattr(satu, kolom.bidang) for kolom in kolom}


def _sarana(instansi: Instansi, tahun: int) -> Iterable[NilaiBaris]:
    daftar = Sarana.objects.filter(instansi=instansi, tahun=tahun).order_by("urutan", "id")
    return _menurut_bidang("Sarana", daftar)


def _pembanding(instansi: Instansi, tahun: int) -> Iterable[NilaiBaris]:
    daftar = list(
        Pembanding.objects.filter(lkip__instansi=instansi, lkip__tahun=tahun)
        .select_related("indikator")
        .order_by("indikator__urutan", "indikator__kode", "lingkup")
    )
    for satu, baris in zip(daftar, _menurut_bidang("Pembanding", daftar), strict=True):
        yield {"Kode Indikator": satu.indikator.kode, **baris}


def _narasi(instansi: Instansi, tahun: int) -> Iterable[NilaiBaris]:
    daftar = Narasi.objects.filter(lkip__instansi=instansi, lkip__tahun=tahun).order_by("bagian")
    for satu in daftar:
        if isi := rapikan(bersihkan(satu.isi)):
            yield {"Bagian": satu.bagian, "Isi": isi}

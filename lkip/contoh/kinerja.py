"""What the example office promised for its year, and what came of it."""

from instansi.models import Instansi, Pejabat, Pemda, Pengguna, Seksi
from lkip.alur import ambil_langkah
from lkip.contoh.data import Data, Isi
from lkip.contoh.rencana import TIDAK_DITARGETKAN, as_target
from lkip.contoh.simpan import create, create_all, numbered
from lkip.models import KelasPredikat, Langkah, ProfilPenilaian
from perjanjian.models import (
    Bukti,
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    RencanaKinerja,
    TargetPK,
    TargetRKT,
)
from renstra.models import Indikator, Renstra

CATATAN = ("pendukung", "penghambat", "tindak_lanjut")
REALISASI = ("nilai", "pembilang", "penyebut", "tidak_ada_kejadian", *CATATAN)

Kunci = dict[str, Indikator]


def load_profil(data: Data, pemda: Pemda) -> None:
    """Create the assessment profile of the year, unless the pemda has one."""
    tahun = data.kinerja["tahun"]
    if ProfilPenilaian.objects.filter(pemda=pemda, tahun=tahun).exists():
        return
    profil = create(ProfilPenilaian, pemda=pemda, tahun=tahun, **data.kinerja["profil_penilaian"])
    create_all(
        KelasPredikat, ({**isian, "profil": profil} for isian in data.kinerja["kelas_predikat"])
    )


def load_perjanjian(
    data: Data,
    instansi: Instansi,
    renstra: Renstra,
    indikator: Kunci,
    pengguna: dict[str, Pengguna],
) -> None:
    """Create the RKT and both perjanjian, signed by the officials of their date."""
    isi = data.kinerja
    dasar = {"instansi": instansi, "renstra": renstra, "tahun": isi["tahun"]}
    rencana = create(RencanaKinerja, **dasar, **isi["rencana_kinerja"])
    target = [
        {"indikator": indikator[isian["indikator"]], "nilai": isian["target"]}
        for isian in isi["target_pk"]
    ]
    create_all(TargetRKT, ({**satu, "rencana": rencana} for satu in target))
    for isian in isi["perjanjian"]:
        perjanjian = create(PerjanjianKinerja, **dasar, **isian)
        create_all(TargetPK, numbered({**satu, "perjanjian": perjanjian} for satu in target))
        _sign(perjanjian, pengguna)


def _sign(perjanjian: PerjanjianKinerja, pengguna: dict[str, Pengguna]) -> None:
    """Take the steps of a perjanjian, each by its role."""
    menjabat = Pejabat.objects.filter(pemda=perjanjian.instansi.pemda).menjabat(perjanjian.tanggal)
    pihak = perjanjian.bekukan_pihak(
        menjabat.filter(instansi=perjanjian.instansi, peran="pimpinan").first(),
        menjabat.filter(peran="kepala_daerah").first(),
    )
    for jenis, peran, kolom in (
        (Langkah.Jenis.AJUKAN, "operator", {}),
        (Langkah.Jenis.VERIFIKASI, "verifikator", {}),
        (Langkah.Jenis.SAHKAN, "camat", pihak),
    ):
        ambil_langkah(
            perjanjian, jenis, oleh=pengguna[peran], jabatan=peran.capitalize(), kolom=kolom
        )


def load_realisasi(data: Data, indikator: Kunci, seksi: dict[str, Seksi]) -> None:
    """Create rencana aksi and realisasi of the year, the years before it, and the evidence."""
    isi = data.kinerja
    create_all(RencanaAksi, _iter_rencana_aksi(data, indikator, seksi))
    create_all(
        Realisasi,
        (
            {
                "indikator": indikator[kode],
                "tahun": int(tahun),
                "triwulan": Realisasi.Periode.TAHUN,
                "nilai": nilai,
            }
            for kode, riwayat in isi["riwayat"].items()
            for tahun, nilai in riwayat.items()
        ),
    )
    realisasi = create_all(Realisasi, _iter_realisasi(isi, indikator))
    _load_bukti(isi, realisasi)


def _iter_rencana_aksi(data: Data, indikator: Kunci, seksi: dict[str, Seksi]):
    penanggung_jawab = {
        isian["kode"]: seksi[isian["penanggung_jawab"][0]] for isian in data.renstra["indikator"]
    }
    for isian in data.kinerja["triwulan"]:
        yield {
            "indikator": indikator[isian["indikator"]],
            "tahun": data.kinerja["tahun"],
            "triwulan": isian["triwulan"],
            "aksi": isian["aksi"],
            "seksi": penanggung_jawab[isian["indikator"]],
            **as_target(isian.get("target", TIDAK_DITARGETKAN)),
        }


def _iter_realisasi(isi: Isi, indikator: Kunci):
    for isian in isi["triwulan"]:
        yield {kunci: isian[kunci] for kunci in REALISASI if kunci in isian} | {
            "indikator": indikator[isian["indikator"]],
            "tahun": isi["tahun"],
            "triwulan": isian["triwulan"],
        }


def _load_bukti(isi: Isi, realisasi: list[Realisasi]) -> None:
    menurut_periode = {(satu.indikator.kode, satu.triwulan): satu for satu in realisasi}
    create_all(
        Bukti,
        (
            {
                "realisasi": menurut_periode[isian["indikator"], isian["triwulan"]],
                "nama": isian["nama"],
                "halaman": isian["halaman"],
                "tautan": isian["tautan"],
            }
            for isian in isi["bukti"]
        ),
    )

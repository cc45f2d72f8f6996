"""The Renstra of the example office and its indikator."""

from instansi.models import Instansi, Seksi
from lkip.contoh.data import Data, Isi
from lkip.contoh.simpan import ALASAN_RIWAYAT, create, create_all, numbered, validate
from renstra.models import (
    Indikator,
    PenetapanIKU,
    Renstra,
    Sasaran,
    SasaranRPJMD,
    TargetRenstra,
    Tujuan,
)

TIDAK_DITARGETKAN = "tidak ditargetkan"

Simpul = dict[str, Tujuan | Sasaran]


def load_renstra(
    data: Data, instansi: Instansi, seksi: dict[str, Seksi]
) -> tuple[Renstra, Simpul, dict[str, Indikator]]:
    """Create the Renstra; return it, its tujuan and sasaran by kode, and its indikator by kode."""
    isi = data.renstra
    renstra = create(Renstra, instansi=instansi, **isi["renstra"])
    simpul = _load_simpul(isi, renstra)
    indikator = {
        isian["kode"]: _load_indikator(isian, urutan, renstra, simpul, seksi)
        for urutan, isian in enumerate(isi["indikator"], 1)
    }
    create_all(
        TargetRenstra,
        (
            {"indikator": indikator[isian["kode"]], "tahun": int(tahun), **as_target(target)}
            for isian in isi["indikator"]
            for tahun, target in isian["target"].items()
        ),
    )
    create(
        PenetapanIKU,
        renstra=renstra,
        tahun=data.kinerja["tahun"],
        **data.kinerja["penetapan_iku"],
    )
    return renstra, simpul, indikator


def as_target(target: object) -> dict[str, object]:
    """The fields of a target: a number, or the words "tidak ditargetkan"."""
    if target == TIDAK_DITARGETKAN:
        return {"tidak_ditargetkan": True}
    return {"nilai": target}


def _load_simpul(isi: Isi, renstra: Renstra) -> Simpul:
    rpjmd = create_all(
        SasaranRPJMD, numbered({**isian, "renstra": renstra} for isian in isi["sasaran_rpjmd"])
    )
    tujuan = create_all(
        Tujuan,
        numbered(
            {**isian, "renstra": renstra, "sasaran_rpjmd": rpjmd[isian["sasaran_rpjmd"] - 1]}
            for isian in isi["tujuan"]
        ),
    )
    simpul: Simpul = {satu.kode: satu for satu in tujuan}
    sasaran = create_all(
        Sasaran,
        numbered(
            {**isian, "renstra": renstra, "tujuan": simpul[isian["tujuan"]]}
            for isian in isi["sasaran"]
        ),
    )
    return simpul | {satu.kode: satu for satu in sasaran}


def _load_indikator(
    isian: Isi, urutan: int, renstra: Renstra, simpul: Simpul, seksi: dict[str, Seksi]
) -> Indikator:
    """Saved one by one: bulk history knows nothing of many-to-many fields."""
    lain = {kunci: isian[kunci] for kunci in isian if kunci not in ("target", "penanggung_jawab")}
    induk = {kunci: simpul[lain.pop(kunci)] for kunci in ("tujuan", "sasaran") if kunci in lain}
    indikator = Indikator(renstra=renstra, urutan=urutan, **lain, **induk)
    validate(indikator)
    indikator._change_reason = ALASAN_RIWAYAT
    indikator.save()
    indikator.penanggung_jawab.set(seksi[kunci] for kunci in isian["penanggung_jawab"])
    return indikator

"""The example office itself: identity, units, officials, staff, equipment and area."""

from instansi.models import (
    Desa,
    Instansi,
    IsuStrategis,
    JabatanSDM,
    MataPencaharian,
    Pejabat,
    Pemda,
    Potensi,
    ProfilWilayah,
    RincianSDM,
    Sarana,
    Seksi,
    UraianTugas,
)
from lkip.contoh.data import Data, Isi
from lkip.contoh.simpan import create, create_all, numbered


def get_pemda(data: Data) -> Pemda:
    """Return the pemda of the example, created unless it is there already."""
    isian = data.instansi["pemda"]
    return Pemda.objects.filter(kode=isian["kode"]).first() or create(Pemda, **isian)


def load_kantor(data: Data, pemda: Pemda) -> tuple[Instansi, dict[str, Seksi]]:
    """Create the office with all that belongs to it; return it and its seksi by their key."""
    isi = data.instansi
    instansi = create(Instansi, pemda=pemda, **isi["instansi"])
    for jenis, uraian in isi["uraian_tugas"].items():
        create_all(
            UraianTugas,
            numbered({"instansi": instansi, "jenis": jenis, "uraian": satu} for satu in uraian),
        )
    seksi = _load_seksi(isi, instansi)
    _load_pejabat(isi, instansi, seksi)
    _load_sdm(isi, instansi)
    _load_sarana(isi, instansi)
    _load_wilayah(isi, instansi)
    create_all(
        IsuStrategis,
        numbered(
            {"instansi": instansi, "tahun": data.naskah["tahun"], "uraian": uraian}
            for uraian in data.naskah["isu"]["uraian"]
        ),
    )
    return instansi, seksi


def _load_seksi(isi: Isi, instansi: Instansi) -> dict[str, Seksi]:
    seksi: dict[str, Seksi] = {}
    for urutan, (kunci, isian) in enumerate(isi["seksi"].items(), 1):
        induk = seksi[isian["induk"]] if "induk" in isian else None
        seksi[kunci] = create(
            Seksi, instansi=instansi, induk=induk, nama=isian["nama"], urutan=urutan
        )
    return seksi


def _load_pejabat(isi: Isi, instansi: Instansi, seksi: dict[str, Seksi]) -> None:
    kepala_daerah = Pejabat.Peran.KEPALA_DAERAH
    ada_kepala = Pejabat.objects.filter(pemda=instansi.pemda, peran=kepala_daerah).exists()
    baris = []
    for isian in isi["pejabat"]:
        if isian["peran"] == kepala_daerah:
            if not ada_kepala:
                baris.append({**isian, "pemda": instansi.pemda})
            continue
        unit = {"seksi": seksi[isian["seksi"]]} if "seksi" in isian else {}
        baris.append({**isian, **unit, "pemda": instansi.pemda, "instansi": instansi})
    create_all(Pejabat, baris)


def _load_sdm(isi: Isi, instansi: Instansi) -> None:
    rincian = ("kebutuhan", "ada")
    jabatan = create_all(
        JabatanSDM,
        numbered(
            {kunci: nilai for kunci, nilai in isian.items() if kunci not in rincian}
            | {"instansi": instansi, "tahun": isi["tahun"]}
            for isian in isi["sdm"]
        ),
    )
    create_all(
        RincianSDM,
        (
            {
                "jabatan": satu,
                "pendidikan": pendidikan,
                "kebutuhan": isian["kebutuhan"].get(pendidikan, 0) if isian["kebutuhan"] else None,
                "ada": isian["ada"].get(pendidikan, 0),
            }
            for satu, isian in zip(jabatan, isi["sdm"], strict=True)
            for pendidikan in RincianSDM.Pendidikan.values
            if pendidikan in isian["kebutuhan"] or pendidikan in isian["ada"]
        ),
    )


def _load_sarana(isi: Isi, instansi: Instansi) -> None:
    kolom = ("nama", "satuan", "jumlah", "jumlah_ideal")
    create_all(
        Sarana,
        numbered(
            dict(zip(kolom, baris, strict=True), kondisi=kondisi)
            | {"instansi": instansi, "tahun": isi["tahun"]}
            for kondisi, daftar in isi["sarana"].items()
            for baris in daftar
        ),
    )


def _load_wilayah(isi: Isi, instansi: Instansi) -> None:
    profil = create(ProfilWilayah, instansi=instansi, tahun=isi["tahun"], **isi["wilayah"])
    create_all(
        MataPencaharian,
        numbered(
            {"profil": profil, "nama": nama, "jumlah": jumlah}
            for nama, jumlah in isi["mata_pencaharian"].items()
        ),
    )
    desa = create_all(
        Desa, numbered({"instansi": instansi, "nama": nama} for nama in isi["desa"]["nama"])
    )
    menurut_nama = {satu.nama: satu for satu in desa}
    create_all(
        Potensi,
        numbered(
            {**isian, "instansi": instansi, "desa": menurut_nama[isian["desa"]]}
            if "desa" in isian
            else {**isian, "instansi": instansi}
            for isian in isi["potensi"]
        ),
    )

"""Read the office: identity, officials, organisation, staff, equipment and area."""

from datetime import date
from itertools import groupby
from operator import itemgetter

from django.db.models import Q

from instansi.models import (
    Desa,
    IsuStrategis,
    JabatanSDM,
    Potensi,
    ProfilWilayah,
    Sarana,
    Seksi,
    UraianTugas,
)
from instansi.models import Pejabat as PejabatModel
from lkip.isi.organisasi import (
    SDM,
    BarisSarana,
    BarisSDM,
    Instansi,
    Organisasi,
    Pejabat,
    UnitOrganisasi,
    Wilayah,
)
from lkip.isi.organisasi import Desa as IsiDesa
from lkip.isi.organisasi import Potensi as IsiPotensi

ARAH = ("utara", "timur", "selatan", "barat")


def isi_instansi(instansi, desa: tuple[IsiDesa, ...]) -> Instansi:
    """The identity that letterheads and titles print; no query if `pemda` is loaded."""
    pemda = instansi.pemda
    return Instansi(
        kode=instansi.kode,
        nama=instansi.nama,
        pemda=pemda.nama,
        provinsi=pemda.provinsi,
        alamat=instansi.alamat,
        telepon=instansi.telepon,
        email=instansi.email,
        laman=instansi.laman,
        tempat=instansi.tempat,
        zona_waktu=instansi.zona_waktu,
        jabatan_pimpinan=instansi.jabatan_pimpinan,
        jabatan_atasan=pemda.jabatan_kepala,
        dasar_organisasi=instansi.dasar_organisasi,
        lambang=pemda.lambang.name or "",
        ada_kelurahan=any(satu.kelurahan for satu in desa),
    )


class DaftarPejabat:
    """The heads of the office and of the pemda, to be asked for by date. 1 query."""

    def __init__(self, instansi):
        peran = PejabatModel.Peran
        self._semua = list(
            PejabatModel.objects.filter(
                Q(peran=peran.PIMPINAN, instansi=instansi)
                | Q(peran=peran.KEPALA_DAERAH, pemda=instansi.pemda_id)
            ).order_by("-mulai", "-id")
        )

    def pimpinan(self, tanggal: date) -> Pejabat | None:
        """The head of the office on this day."""
        return self._pada(PejabatModel.Peran.PIMPINAN, tanggal)

    def atasan(self, tanggal: date) -> Pejabat | None:
        """The head of the pemda on this day."""
        return self._pada(PejabatModel.Peran.KEPALA_DAERAH, tanggal)

    def _pada(self, peran: str, tanggal: date) -> Pejabat | None:
        for satu in self._semua:
            if satu.peran == peran and satu.menjabat_pada(tanggal):
                return Pejabat(
                    nama=satu.nama_lengkap,
                    nama_tanpa_gelar=satu.nama,
                    jabatan=satu.jabatan_lengkap,
                    nip=satu.nip,
                    pangkat=satu.pangkat,
                )
        return None


def baca_organisasi(instansi) -> Organisasi:
    """Tugas, fungsi and susunan. 2 queries."""
    uraian = list(
        UraianTugas.objects.filter(instansi=instansi)
        .order_by("urutan")
        .values_list("jenis", "uraian")
    )
    seksi = list(Seksi.objects.filter(instansi=instansi).order_by("urutan", "id"))
    return Organisasi(
        tugas=tuple(teks for jenis, teks in uraian if jenis == UraianTugas.Jenis.TUGAS),
        fungsi=tuple(teks for jenis, teks in uraian if jenis == UraianTugas.Jenis.FUNGSI),
        susunan=tuple(_susunan(seksi, None, 0)),
    )


def _susunan(seksi: list[Seksi], induk: int | None, tingkat: int):
    for satu in seksi:
        if satu.induk_id == induk:
            yield UnitOrganisasi(nama=satu.nama, tingkat=tingkat)
            yield from _susunan(seksi, satu.pk, tingkat + 1)


def baca_sdm(instansi, tahun: int) -> SDM:
    """Staff of the year. 1 query."""
    baris = (
        JabatanSDM.objects.filter(instansi=instansi, tahun=tahun)
        .order_by("urutan", "id", "rincian__id")
        .values(
            "id",
            "kelompok",
            "nama",
            "asn",
            "laki_laki",
            "perempuan",
            "rincian__pendidikan",
            "rincian__kebutuhan",
            "rincian__ada",
        )
    )
    return SDM(baris=tuple(_baris_sdm(list(satu)) for _, satu in groupby(baris, itemgetter("id"))))


def _baris_sdm(rincian: list[dict]) -> BarisSDM:
    kepala = rincian[0]
    kebutuhan = [
        (satu["rincian__pendidikan"], satu["rincian__kebutuhan"])
        for satu in rincian
        if satu["rincian__kebutuhan"] is not None
    ]
    return BarisSDM(
        kelompok=kepala["kelompok"],
        jabatan=kepala["nama"],
        asn=kepala["asn"],
        kebutuhan_rinci=tuple(kebutuhan) if kebutuhan else None,
        ada_rinci=tuple(
            (satu["rincian__pendidikan"], satu["rincian__ada"])
            for satu in rincian
            if satu["rincian__ada"]
        ),
        laki_laki=kepala["laki_laki"],
        perempuan=kepala["perempuan"],
    )


def baca_sarana(instansi, tahun: int) -> tuple[BarisSarana, ...]:
    """Equipment of the year. 1 query."""
    return tuple(
        BarisSarana(
            nama=satu.nama,
            satuan=satu.satuan,
            jumlah=satu.jumlah,
            kondisi=satu.get_kondisi_display(),
            jumlah_ideal=satu.jumlah_ideal,
        )
        for satu in Sarana.objects.filter(instansi=instansi, tahun=tahun).order_by("urutan", "id")
    )


def baca_isu_strategis(instansi, tahun: int) -> tuple[str, ...]:
    """Strategic issues of the year. 1 query."""
    isu = IsuStrategis.objects.filter(instansi=instansi, tahun=tahun).order_by("urutan")
    return tuple(isu.values_list("uraian", flat=True))


def baca_wilayah(instansi, tahun: int) -> Wilayah:
    """The area by the latest profile up to this year. 3 queries."""
    desa = tuple(
        IsiDesa(nama=nama, kelurahan=kelurahan)
        for nama, kelurahan in Desa.objects.filter(instansi=instansi)
        .order_by("urutan", "nama")
        .values_list("nama", "kelurahan")
    )
    potensi = tuple(
        IsiPotensi(
            jenis=satu.get_jenis_display(),
            nama=satu.nama,
            uraian=satu.uraian,
            desa=str(satu.desa) if satu.desa else "",
        )
        for satu in Potensi.objects.filter(instansi=instansi)
        .select_related("desa")
        .order_by("jenis", "urutan", "id")
    )
    profil = _profil_wilayah(instansi, tahun)
    if not profil:
        return Wilayah(desa=desa, potensi=potensi)
    kepala = profil[0]
    return Wilayah(
        luas_km2=kepala["luas_km2"],
        laki_laki=kepala["laki_laki"],
        perempuan=kepala["perempuan"],
        sumber=kepala["sumber"],
        batas=tuple(
            (arah.title(), kepala[f"batas_{arah}"]) for arah in ARAH if kepala[f"batas_{arah}"]
        ),
        desa=desa,
        mata_pencaharian=tuple(
            (satu["mata_pencaharian__nama"], satu["mata_pencaharian__jumlah"])
            for satu in profil
            if satu["mata_pencaharian__nama"] is not None
        ),
        potensi=potensi,
    )


def _profil_wilayah(instansi, tahun: int) -> list[dict]:
    """The rows of the latest profile, one for each mata pencaharian."""
    baris = list(
        ProfilWilayah.objects.filter(instansi=instansi, tahun__lte=tahun)
        .order_by("-tahun", "mata_pencaharian__urutan", "mata_pencaharian__id")
        .values(
            "tahun",
            "luas_km2",
            "laki_laki",
            "perempuan",
            "sumber",
            *[f"batas_{arah}" for arah in ARAH],
            "mata_pencaharian__nama",
            "mata_pencaharian__jumlah",
        )
    )
    return [satu for satu in baris if satu["tahun"] == baris[0]["tahun"]]

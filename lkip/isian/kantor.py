"""Grids of the office itself: units, tugas, staff, equipment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from instansi.models import JabatanSDM, RincianSDM, Sarana, Seksi, UraianTugas
from lkip.angka import TIDAK_ADA, format_angka
from lkip.isian.jenis import Bulat, IsianSalah, Pilihan, Teks, YaTidak
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, Simpanan
from lkip.isian.ruang import Ruang
from lkip.isian.rujukan import Rujukan

RINCIAN = Simpanan(model=RincianSDM, induk="jabatan", isi=("kebutuhan", "ada"))
PROFIL = (("Profil kecamatan", "profil"),)


@dataclass(frozen=True)
class StatusPegawai(YaTidak):
    """ASN or not; a new row starts as ASN."""

    label: tuple[str, str] = ("ASN", "Non-ASN")

    def baca(self, teks: str) -> bool:
        dicari = teks.strip().casefold().replace(" ", "-")
        if dicari in ("asn", "non-asn"):
            return dicari == "asn"
        raise IsianSalah("Isi dengan ASN atau Non-ASN.")

    def cetak(self, nilai) -> str:
        return "ASN" if nilai else "Non-ASN"


def susun_baris(ruang: Ruang, rekam) -> tuple[BarisKisi, ...]:
    """A row for each record, open to the office as a whole."""
    return tuple(
        BarisKisi(objek=satu, judul=str(satu), terkunci=not ruang.mengisi_semua) for satu in rekam
    )


def semua(objek) -> None:
    """All rows of a grid share one order."""


def pembuat(ruang: Ruang, rekam, **isi):
    """Makes the next record of an ordered list; None where this user may not."""
    if not ruang.mengisi_semua:
        return None

    def buat():
        terakhir = rekam.order_by("-urutan").values_list("urutan", flat=True).first()
        return rekam.model(**isi, urutan=(terakhir or 0) + 1)

    return buat


def kisi_seksi(ruang: Ruang) -> Kisi:
    """The susunan organisasi: units and the unit above each."""
    seksi = Seksi.objects.filter(instansi=ruang.instansi).order_by("urutan", "id")
    return Kisi(
        nama="seksi",
        judul="Susunan organisasi",
        jenis_baris="Unit",
        remah=PROFIL,
        petunjuk="Unit tanpa unit atasan berada paling atas. Tombol ↑ dan ↓ memindahkan unit di antara unit setingkat.",
        kolom=(
            Kolom(nama="nama", judul="Nama unit", jenis=Teks(150, wajib=True), bidang="nama"),
            Kolom(
                nama="induk",
                judul="Unit atasan",
                jenis=Rujukan({satu.pk: satu.nama for satu in seksi}),
                bidang="induk_id",
            ),
        ),
        baris=susun_baris(ruang, seksi),
        buat=pembuat(ruang, seksi, instansi=ruang.instansi),
        urut=lambda satu: satu.induk_id,
        dapat_dihapus=True,
    )


def kisi_uraian_tugas(ruang: Ruang) -> Kisi:
    """Tugas and fungsi as the regulation lists them."""
    uraian = UraianTugas.objects.filter(instansi=ruang.instansi).order_by("-jenis", "urutan")
    return Kisi(
        nama="uraian-tugas",
        judul="Tugas dan fungsi",
        jenis_baris="Uraian",
        remah=PROFIL,
        petunjuk="Tulis seperti dalam peraturan tentang tugas dan fungsi; satu baris satu butir.",
        kolom=(
            Kolom(
                nama="jenis",
                judul="Jenis",
                jenis=Pilihan(dict(UraianTugas.Jenis.choices)),
                bidang="jenis",
            ),
            Kolom(
                nama="uraian",
                judul="Uraian",
                jenis=Teks(500, wajib=True, berbaris=True),
                bidang="uraian",
            ),
        ),
        baris=susun_baris(ruang, uraian),
        buat=pembuat(ruang, uraian, instansi=ruang.instansi),
        urut=lambda satu: satu.jenis,
        dapat_dihapus=True,
    )


def kisi_sdm(ruang: Ruang) -> Kisi:
    """Staff at the end of the year: by jabatan, need and actual by education, and by sex."""
    jabatan = JabatanSDM.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun).order_by(
        "urutan", "id"
    )
    return Kisi(
        nama="sdm",
        judul="Sumber daya manusia",
        jenis_baris="Jabatan",
        remah=(("Sumber daya manusia", "sdm"),),
        petunjuk="Kebutuhan yang kosong berarti tidak ditetapkan; nol berarti tidak dibutuhkan.",
        kolom=tuple(_kolom_sdm()),
        baris=susun_baris(ruang, jabatan),
        turunan=lambda: _hitung_sdm(jabatan.prefetch_related("rincian")),
        buat=pembuat(ruang, jabatan, instansi=ruang.instansi, tahun=ruang.tahun),
        urut=semua,
        dapat_dihapus=True,
    )


def _kolom_sdm() -> Iterator[Kolom]:
    yield Kolom(nama="nama", judul="Nama jabatan", jenis=Teks(100, wajib=True), bidang="nama")
    yield Kolom(nama="kelompok", judul="Kelompok", jenis=Teks(60), bidang="kelompok")
    yield Kolom(nama="asn", judul="Status", jenis=StatusPegawai(), bidang="asn")
    for kode, label in RincianSDM.Pendidikan.choices:
        kunci = (("pendidikan", kode),)
        for bidang, judul, jenis in (
            ("kebutuhan", "Perlu", Bulat()),
            ("ada", "Ada", Bulat(kosong=0)),
        ):
            yield Kolom(
                nama=f"{bidang}_{kode}",
                judul=judul,
                jenis=jenis,
                bidang=bidang,
                simpanan=RINCIAN,
                kunci=kunci,
                kelompok=label,
            )
    for nama, judul in (("laki_laki", "Laki-laki"), ("perempuan", "Perempuan")):
        kelamin = {"jenis": Bulat(kosong=0), "kelompok": "Jenis kelamin"}
        yield Kolom(nama=nama, judul=judul, bidang=nama, **kelamin)
    for nama, judul in (("perlu", "Perlu"), ("ada", "Ada")):
        bidang = "kebutuhan" if nama == "perlu" else nama
        rincian = ",".join(f"{bidang}_{kode}" for kode in RincianSDM.Pendidikan.values)
        yield Kolom(
            nama=f"jumlah_{nama}",
            judul=judul,
            hitung=f"jumlah:{rincian}",
            jumlahkan=f"berlaku:jumlah_{nama}",
            kelompok="Jumlah",
        )
    hitung = "selisih:jumlah_ada,jumlah_perlu"
    yield Kolom(nama="selisih", judul="Selisih", hitung=hitung, kelompok="Jumlah")


def _hitung_sdm(jabatan) -> Mapping[tuple[str, str], str]:
    sel: dict[tuple[str, str], str] = {}
    jumlah_ada, jumlah_perlu = 0, 0
    for satu in jabatan:
        rincian = satu.rincian.all()
        perlu = [rinci.kebutuhan for rinci in rincian if rinci.kebutuhan is not None]
        ada = sum(rinci.ada for rinci in rincian)
        kunci = str(satu.pk)
        sel[kunci, "jumlah_ada"] = format_angka(ada)
        sel[kunci, "jumlah_perlu"] = format_angka(sum(perlu)) if perlu else TIDAK_ADA
        sel[kunci, "selisih"] = format_angka(ada - sum(perlu)) if perlu else TIDAK_ADA
        jumlah_ada += ada
        jumlah_perlu += sum(perlu)
    sel["jumlah", "jumlah_ada"] = format_angka(jumlah_ada)
    sel["jumlah", "jumlah_perlu"] = format_angka(jumlah_perlu)
    return sel


def kisi_sarana(ruang: Ruang) -> Kisi:
    """Equipment at the end of the year."""
    sarana = Sarana.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun).order_by(
        "urutan", "id"
    )
    return Kisi(
        nama="sarana",
        judul="Sarana dan prasarana",
        jenis_baris="Sarana",
        remah=(("Sarana dan prasarana", "sarana"),),
        petunjuk="Satu baris untuk satu jenis sarana dalam satu kondisi.",
        kolom=(
            Kolom(nama="nama", judul="Nama sarana", jenis=Teks(150, wajib=True), bidang="nama"),
            Kolom(nama="jumlah", judul="Jumlah", jenis=Bulat(), bidang="jumlah"),
            Kolom(nama="satuan", judul="Satuan", jenis=Teks(30, wajib=True), bidang="satuan"),
            Kolom(
                nama="kondisi",
                judul="Kondisi",
                jenis=Pilihan(dict(Sarana.Kondisi.choices)),
                bidang="kondisi",
            ),
            Kolom(nama="jumlah_ideal", judul="Jumlah ideal", jenis=Bulat(), bidang="jumlah_ideal"),
            Kolom(nama="kekurangan", judul="Kekurangan", hitung="kurang:jumlah_ideal,jumlah"),
        ),
        baris=susun_baris(ruang, sarana),
        turunan=lambda: {
            (str(satu.pk), "kekurangan"): TIDAK_ADA
            if satu.jumlah_ideal is None
            else format_angka(max(satu.jumlah_ideal - satu.jumlah, 0))
            for satu in sarana.all()
        },
        buat=pembuat(ruang, sarana, instansi=ruang.instansi, tahun=ruang.tahun),
        urut=semua,
        dapat_dihapus=True,
    )

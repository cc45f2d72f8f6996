"""The office: who it is, who leads it, its staff, its equipment and its area."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Instansi:
    """Identity and letterhead of the office. `lambang` is the stored path of its emblem, or ""."""

    kode: str
    nama: str
    pemda: str
    provinsi: str
    alamat: str
    telepon: str
    email: str
    laman: str
    tempat: str
    zona_waktu: str
    jabatan_pimpinan: str
    jabatan_atasan: str
    dasar_organisasi: str
    lambang: str
    ada_kelurahan: bool

    @property
    def singkat(self) -> str:
        """The name without "Kecamatan": "Bangsalsari"."""
        return self.nama.removeprefix("Kecamatan ")

    @property
    def singkat_pemda(self) -> str:
        """The name without its kind: "Jember"."""
        return self.pemda.removeprefix("Kabupaten ").removeprefix("Kota ")


@dataclass(frozen=True, kw_only=True)
class Pejabat:
    """An official as a document names them. `jabatan` includes Plt., Plh. or Pj. where it applies."""

    nama: str
    nama_tanpa_gelar: str
    jabatan: str
    nip: str = ""
    pangkat: str = ""


@dataclass(frozen=True, kw_only=True)
class UnitOrganisasi:
    """A row of the susunan organisasi; `tingkat` 0 is the top."""

    nama: str
    tingkat: int


@dataclass(frozen=True, kw_only=True)
class Organisasi:
    """Tugas, fungsi and susunan of the office."""

    tugas: tuple[str, ...] = ()
    fungsi: tuple[str, ...] = ()
    susunan: tuple[UnitOrganisasi, ...] = ()


PENDIDIKAN = ("SD", "SMP", "SMA", "D3", "S1", "S2", "S3")


@dataclass(frozen=True, kw_only=True)
class BarisSDM:
    """Staff of one jabatan. `kebutuhan` is None where no need was set (such as non-ASN).

    Both tuples of pairs (pendidikan, orang) list the levels that occur only.
    """

    kelompok: str
    jabatan: str
    asn: bool
    kebutuhan_rinci: tuple[tuple[str, int], ...] | None
    ada_rinci: tuple[tuple[str, int], ...]
    laki_laki: int
    perempuan: int

    @property
    def kebutuhan(self) -> int | None:
        if self.kebutuhan_rinci is None:
            return None
        return sum(orang for _, orang in self.kebutuhan_rinci)

    @property
    def ada(self) -> int:
        return sum(orang for _, orang in self.ada_rinci)

    @property
    def selisih(self) -> int | None:
        """Actual minus need; negative is a gap."""
        return None if self.kebutuhan is None else self.ada - self.kebutuhan


@dataclass(frozen=True, kw_only=True)
class SDM:
    """Staff by jabatan, education and sex at the end of the year."""

    baris: tuple[BarisSDM, ...] = ()

    @cached_property
    def asn(self) -> tuple[BarisSDM, ...]:
        return tuple(baris for baris in self.baris if baris.asn)

    @property
    def kebutuhan_asn(self) -> int:
        return sum(baris.kebutuhan or 0 for baris in self.asn)

    @property
    def ada_asn(self) -> int:
        return sum(baris.ada for baris in self.asn)

    @property
    def ada(self) -> int:
        return sum(baris.ada for baris in self.baris)

    @property
    def ada_non_asn(self) -> int:
        return self.ada - self.ada_asn

    @property
    def laki_laki(self) -> int:
        return sum(baris.laki_laki for baris in self.baris)

    @property
    def perempuan(self) -> int:
        return sum(baris.perempuan for baris in self.baris)

    @property
    def kekurangan_asn(self) -> int:
        return self.kebutuhan_asn - self.ada_asn

    @property
    def keterisian_asn(self) -> Decimal | None:
        """Filled ASN posts in percent; None when no need was set."""
        if not self.kebutuhan_asn:
            return None
        return Decimal(self.ada_asn) / Decimal(self.kebutuhan_asn) * 100

    @cached_property
    def pendidikan(self) -> tuple[str, ...]:
        """The levels of education that occur in need or actual, low to high."""
        ada = {nama for baris in self.baris for nama, _ in baris.ada_rinci}
        perlu = {nama for baris in self.baris for nama, _ in baris.kebutuhan_rinci or ()}
        return tuple(nama for nama in PENDIDIKAN if nama in ada | perlu)

    def kebutuhan_pendidikan(self, pendidikan: str) -> int:
        return sum(dict(baris.kebutuhan_rinci or ()).get(pendidikan, 0) for baris in self.baris)

    def ada_pendidikan(self, pendidikan: str, *, asn_saja: bool = False) -> int:
        baris_dihitung = self.asn if asn_saja else self.baris
        return sum(dict(baris.ada_rinci).get(pendidikan, 0) for baris in baris_dihitung)


@dataclass(frozen=True, kw_only=True)
class BarisSarana:
    """One kind of equipment. `jumlah_ideal` is None where no ideal was set."""

    nama: str
    satuan: str
    jumlah: int
    kondisi: str
    jumlah_ideal: int | None

    @property
    def kekurangan(self) -> int | None:
        """How many are missing against the ideal; None without an ideal."""
        return None if self.jumlah_ideal is None else max(self.jumlah_ideal - self.jumlah, 0)


@dataclass(frozen=True, kw_only=True)
class Desa:
    nama: str
    kelurahan: bool = False


@dataclass(frozen=True, kw_only=True)
class Potensi:
    """A potential of the area: jenis such as "Bencana alam" or "Wisata"."""

    jenis: str
    nama: str
    uraian: str
    desa: str = ""


@dataclass(frozen=True, kw_only=True)
class Wilayah:
    """The area and its people. `batas` are pairs of direction and neighbour."""

    luas_km2: Decimal | None = None
    laki_laki: int | None = None
    perempuan: int | None = None
    sumber: str = ""
    batas: tuple[tuple[str, str], ...] = ()
    desa: tuple[Desa, ...] = ()
    mata_pencaharian: tuple[tuple[str, int], ...] = ()
    potensi: tuple[Potensi, ...] = ()

    @property
    def penduduk(self) -> int | None:
        if self.laki_laki is None or self.perempuan is None:
            return None
        return self.laki_laki + self.perempuan

    def persen_penduduk(self, jumlah: int) -> Decimal | None:
        """Share of all people in percent; None when the population is not known."""
        return Decimal(jumlah) / Decimal(self.penduduk) * 100 if self.penduduk else None

    @property
    def kepadatan(self) -> Decimal | None:
        """People per square kilometre."""
        if not self.luas_km2 or self.penduduk is None:
            return None
        return Decimal(self.penduduk) / self.luas_km2


@dataclass(frozen=True, kw_only=True)
class Foto:
    """A photo for the document; `berkas` is its stored path."""

    berkas: str
    keterangan: str
    tanggal: date | None = None
    lokasi: str = ""
    kode_sub_kegiatan: str = ""


@dataclass(frozen=True, kw_only=True)
class Lampiran:
    """A further attachment named in the list of lampiran."""

    judul: str
    jenis: str
    keterangan: str = ""

"""The frame of a document: contents, appendices, pages that must be there, years."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from lkip.pemeriksaan.aturan.tahun import PERATURAN
from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.naskah import Naskah, Tempat, inti
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

SUB_BAB = re.compile(r"([A-Z])\. ?([A-Za-z].{3,})")
BAB = re.compile(r"BAB ([IVX]+)\b", re.IGNORECASE)
HALAMAN = re.compile(r"[. ]*(?:\s(?:\d{1,3}|[ivx]+))?$")
LAMPIRAN = re.compile(r"Lampiran (\d+)\.? ?(.*)")
TAHUN = re.compile(r"\bTAHUN ?((?:19|20)\d\d)\b(?! ?[-–]| s)", re.IGNORECASE)
KINERJA_TAHUN = re.compile(
    r"(?:pencapaian|capaian|realisasi|anggaran|LKIP|Laporan Kinerja|Perjanjian Kinerja)[^.;\d]{0,40}"
    r"\btahun ((?:19|20)\d\d)",
    re.IGNORECASE,
)
BANDING = re.compile(
    r"sebelum|lalu|dibanding|terhadap|sejak|s\.d|sampai|akhir|tren|20\d\d ?[-–]", re.I
)
KATA = re.compile(r"[a-z]{4,}")
UMUM = frozenset("lampiran tahun yang selama jika dari untuk perubahan".split())
SERUPA = 0.7
WAJIB = (
    (re.compile(r"telah di ?reviu", re.IGNORECASE), "Pernyataan Telah Direviu"),
    (re.compile(r"^DAFTAR TABEL", re.IGNORECASE | re.MULTILINE), "Daftar Tabel"),
)


def _daftar_isi(naskah: Naskah) -> list[tuple[Tempat, str]]:
    """The lines of the contents, without leaders and page numbers."""
    baris = [(a.tempat, a.teks) for a in naskah.alinea if a.tempat.bagian == "DAFTAR ISI"]
    baris += [
        (satu.tempat, " ".join(filter(None, satu.sel)))
        for tabel in naskah.tabel
        if tabel.tempat.bagian == "DAFTAR ISI"
        for satu in tabel.baris
    ]
    rapi = [
        (tempat, HALAMAN.sub("", teks)) for tempat, teks in baris if teks.upper() != "DAFTAR ISI"
    ]
    return sorted(rapi, key=lambda satu: satu[0].nomor)


def _menurut_bab(semua: Iterable[tuple[Tempat, str]]) -> dict[tuple[str, str], tuple[Tempat, str]]:
    """Sub-headings by chapter and letter."""
    hasil, bab = {}, ""
    for tempat, teks in semua:
        if cocok := BAB.match(teks):
            bab = cocok[1].upper()
        elif bab and (cocok := SUB_BAB.fullmatch(teks)):
            hasil.setdefault((bab, cocok[1]), (tempat, cocok[2]))
    return hasil


def daftar_isi(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Contents that name a sub-heading otherwise, or leave it out."""
    isi = _menurut_bab(_daftar_isi(naskah))
    judul = _menurut_bab(
        (a.tempat, a.teks)
        for a in naskah.alinea
        if a.judul
        and a.tempat.nomor < naskah.awal_lampiran
        and not a.tempat.bagian.startswith("DAFTAR")
    )
    for kunci, (tempat, nama) in judul.items() if isi else ():
        tertulis = isi.get(kunci)
        if tertulis is None:
            yield temukan(
                tempat, f"{kunci[1]}. {nama}", f"Judul Bab {kunci[0]} ini tidak ada di Daftar Isi."
            )
        elif SequenceMatcher(None, inti(nama), inti(tertulis[1])).ratio() < SERUPA:
            yield temukan(
                tertulis[0],
                f"{kunci[1]}. {tertulis[1]}",
                f"Judul di dalam Bab {kunci[0]}: {kunci[1]}. {nama}.",
            )


def tahun_judul(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Another year in the contents or in a heading."""
    judul = [(a.tempat, a.teks) for a in naskah.alinea if a.judul]
    for tempat, teks in [*_daftar_isi(naskah), *judul] if naskah.tahun else ():
        for cocok in TAHUN.finditer(teks):
            if int(cocok[1]) != naskah.tahun and not BANDING.search(teks):
                if not PERATURAN.search(teks[: cocok.start()]):
                    yield temukan(
                        tempat, teks, f"Laporan ini untuk tahun {naskah.tahun}.", str(naskah.tahun)
                    )


def tahun_kalimat(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A sentence on performance or budget of another year that compares nothing."""
    for alinea in naskah.alinea if naskah.tahun else ():
        if (
            alinea.judul
            or naskah.catatan_sumber(alinea)
            or BANDING.search(alinea.teks)
            or alinea.tempat.nomor >= naskah.awal_lampiran
        ):
            continue
        for cocok in KINERJA_TAHUN.finditer(alinea.teks):
            tahun = int(cocok[1])
            if tahun in (naskah.tahun, (naskah.tahun or 0) + 1) or PERATURAN.search(
                alinea.teks[: cocok.end() - 4]
            ):
                continue
            yield temukan(
                alinea.tempat,
                alinea.teks,
                f"Tertulis tahun {tahun}, sedangkan laporan ini untuk tahun {naskah.tahun}.",
                str(naskah.tahun),
            )


def daftar_lampiran(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Appendices of the contents that are not there."""
    belakang = " ".join(
        inti(a.teks)
        for a in naskah.alinea
        if a.tempat.nomor >= naskah.awal_lampiran and (a.judul or len(a.teks) < 90)
    )
    for tempat, teks in _daftar_isi(naskah) if belakang else ():
        cocok = LAMPIRAN.match(teks)
        kata = [satu for satu in KATA.findall(inti(cocok[2])) if satu not in UMUM] if cocok else []
        if cocok and len(kata) > 1 and not any(satu in belakang for satu in kata[:2]):
            yield temukan(tempat, teks, "Lampiran ini tidak ada di bagian belakang dokumen.")


def bagian_wajib(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Pages that a whole report has."""
    lengkap = naskah.bab_pada(10_000_000) >= 3
    for pola, nama in WAJIB if lengkap else ():
        if not pola.search(naskah.utuh):
            tempat = naskah.alinea[0].tempat
            yield temukan(tempat, "Seluruh dokumen", f"{nama} tidak ada.")


def _aturan(
    kode: str, judul: str, periksa, tingkat=Tingkat.PERINGATAN, *, penjelasan: str
) -> AturanDokumen:
    return AturanDokumen(
        kode=kode, judul=judul, tingkat=tingkat, penjelasan=penjelasan, periksa=periksa
    )


ATURAN = (
    _aturan(
        "DOK-02",
        "Daftar isi",
        daftar_isi,
        Tingkat.GALAT,
        penjelasan=(
            "Setiap judul berhuruf di dalam bab, seperti “A. Latar Belakang”, harus ada dalam "
            "Daftar Isi, dan tulisannya sedikitnya 70% sama. Perbarui Daftar Isi sesudah judul "
            "berubah."
        ),
    ),
    _aturan(
        "DOK-03",
        "Tahun yang tertinggal",
        tahun_judul,
        penjelasan=(
            "Tahun dalam Daftar Isi dan judul harus sama dengan tahun laporan, yaitu tahun yang "
            "paling sering disebut sebagai tahunnya. Tahun peraturan, rentang tahun, dan "
            "perbandingan tidak diperiksa."
        ),
    ),
    _aturan(
        "DOK-03b",
        "Tahun dalam kalimat",
        tahun_kalimat,
        penjelasan=(
            "Kalimat tentang laporan, kinerja, atau anggaran menyebut tahun selain tahun laporan "
            "dan tahun sesudahnya, tanpa membandingkan. Biasanya tertinggal dari laporan lama; "
            "tahun peraturan dan lampiran tidak diperiksa."
        ),
    ),
    _aturan(
        "DOK-04",
        "Daftar lampiran",
        daftar_lampiran,
        penjelasan=(
            "Setiap lampiran dalam Daftar Isi dicari di bagian belakang dokumen menurut "
            "kata-kata pertama judulnya. Tambahkan lampirannya, atau hapus dari Daftar Isi."
        ),
    ),
    _aturan(
        "DOK-07",
        "Bagian yang tidak ada",
        bagian_wajib,
        Tingkat.INFO,
        penjelasan=(
            "Laporan yang lengkap sampai Bab III memerlukan Pernyataan Telah Direviu dan Daftar "
            "Tabel. Tambahkan yang belum ada."
        ),
    ),
)

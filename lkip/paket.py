"""Everything behind an issued report in one archive, with a hash for every file in it."""

import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePath
from typing import BinaryIO

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify

from lkip.ekspor import tulis_beku
from lkip.isi.laporan import Laporan
from lkip.jejak import Langkah as LangkahJejak
from lkip.jejak import susun_jejak
from lkip.jejak_angka import susun_semua_jejak
from lkip.laporan import build_laporan
from lkip.lembar_kerja import Baris, tulis_lembar
from lkip.models import LKIP, Langkah, Pengesahan
from lkip.perubahan import baca_perubahan
from lkip.terbitan import berkas_terbit
from perjanjian.models import Bukti

Isi = tuple[str, Callable[[], BinaryIO]]
KEPALA_BUKTI = ("Bukti untuk", "Nama dokumen", "Halaman", "Tautan", "Berkas", "SHA-256")
KEPALA_JEJAK = ("Kunci", "Angka", "Langkah", "Aturan", "Hitungan", "Hasil", "Rumus", "Lihat")
KEPALA_PERUBAHAN = ("Bagian", "Baris", "Jenis", "Kolom", "Lama", "Baru", "Oleh", "Pada")
KEPALA_LANGKAH = ("Langkah", "Pada", "Oleh", "Sebagai", "Alasan")
DIBUKA = "Laporan sedang dibuka kembali. Bukti, jejak hitung, dan catatan perubahan disertakan lagi setelah disahkan.\n"


def nama_berkas(pengesahan: Pengesahan, awalan: str, akhiran: str) -> str:
    """A name of letters, digits and hyphens: LKIP-2024-Kecamatan-Bangsalsari.pdf."""
    lkip = pengesahan.lkip
    nama = re.sub(r"[^0-9A-Za-z]+", "-", lkip.instansi.nama).strip("-")
    return f"{awalan}-{lkip.tahun}-{nama}.{akhiran}"


def susun_paket(pengesahan: Pengesahan, detak: Callable[[], None] = lambda: None) -> Path:
    """Write the archive into the temporary folder of this installation; the caller removes it.

    `detak` is called before each file; what it raises leaves nothing behind.

    What was not frozen (evidence, trace, changes) is left out while the report is reopened, because
    it may already be that of the next draft.
    """
    folder = Path(settings.DATA_DIR) / "sementara"
    folder.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".zip", delete=False) as tujuan:
        try:
            _tulis_arsip(tujuan, pengesahan, detak)
        except BaseException:
            Path(tujuan.name).unlink()
            raise
    return Path(tujuan.name)


def _tulis_arsip(tujuan: BinaryIO, pengesahan: Pengesahan, detak: Callable[[], None]) -> None:
    jumlah = []
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as arsip:
        for satu in _isi_paket(pengesahan):
            detak()
            jumlah.append(_tulis(arsip, pengesahan, satu))
        _tulis_teks(arsip, pengesahan, "SHA256SUMS", "".join(jumlah).encode())


def _isi_paket(pengesahan: Pengesahan) -> Iterator[Isi]:
    terbit = berkas_terbit(pengesahan)
    yield nama_berkas(pengesahan, "LKIP", "pdf"), lambda: terbit.berkas.open("rb")
    if terbit.sha256 != pengesahan.sha256_pdf:
        yield nama_berkas(pengesahan, "LKIP-bersegel", "pdf"), lambda: pengesahan.pdf.open("rb")
    yield "data.json", lambda: _aliran(tulis_beku(pengesahan.data).encode())
    if pengesahan.buku_kerja:
        yield "buku-kerja.xlsx", lambda: pengesahan.buku_kerja.open("rb")
    if masih_sama(pengesahan):
        yield from _isi_hidup(pengesahan)
    else:
        yield "BACA-SAYA.txt", lambda: _aliran(DIBUKA.encode())


def masih_sama(pengesahan: Pengesahan) -> bool:
    """Whether the facts are still locked as this version was issued."""
    lkip = pengesahan.lkip
    return lkip.status == LKIP.Status.DISAHKAN and lkip.perbaikan_ke == pengesahan.perbaikan_ke


def _isi_hidup(pengesahan: Pengesahan) -> Iterator[Isi]:
    lkip = pengesahan.lkip
    laporan = build_laporan(lkip.instansi, lkip.tahun)
    bukti = list(bukti_tahun(lkip))
    nama = {satu.pk: _nama_bukti(satu) for satu in bukti if satu.berkas}
    lembar = {
        "indeks-bukti.xlsx": [("Bukti", KEPALA_BUKTI, _baris_bukti(bukti, nama))],
        "jejak-hitung.xlsx": [("Jejak hitung", KEPALA_JEJAK, _baris_jejak(laporan))],
        "catatan-perubahan.xlsx": [
            ("Langkah", KEPALA_LANGKAH, _baris_langkah(lkip)),
            ("Perubahan", KEPALA_PERUBAHAN, _baris_perubahan(pengesahan)),
        ],
    }
    for berkas, isi in lembar.items():
        data = tulis_lembar(isi)
        yield berkas, lambda data=data: _aliran(data)
    for satu in bukti:
        if satu.pk in nama and satu.berkas.storage.exists(satu.berkas.name):
            yield nama[satu.pk], lambda satu=satu: satu.berkas.open("rb")


def bukti_tahun(lkip: LKIP):
    milik = Q(
        realisasi__indikator__renstra__instansi=lkip.instansi, realisasi__tahun=lkip.tahun
    ) | Q(
        sub_kegiatan__kegiatan__program__instansi=lkip.instansi,
        sub_kegiatan__kegiatan__program__tahun=lkip.tahun,
    )
    return Bukti.objects.filter(milik).select_related("realisasi__indikator", "sub_kegiatan")


def _nama_bukti(satu: Bukti) -> str:
    akhiran = PurePath(satu.berkas.name).suffix.lower()
    return f"bukti/{satu.pk:05}-{slugify(satu.nama)[:60] or 'bukti'}{akhiran}"


def _baris_bukti(bukti: list[Bukti], nama: dict[int, str]) -> Iterator[Baris]:
    for satu in bukti:
        induk = str(satu.realisasi or satu.sub_kegiatan)
        berkas = nama.get(satu.pk, "")
        yield induk, satu.nama, satu.halaman, satu.tautan, berkas, satu.sha256


def _baris_jejak(laporan: Laporan) -> Iterator[Baris]:
    """Every step and every part; the last column is the key of the trace of a part."""
    for indikator in laporan.indikator:
        kunci = f"indikator:{indikator.kode}"
        for satu in susun_jejak(indikator, laporan.profil):
            yield _baris_langkah_jejak(kunci, indikator.nama, satu)
    for jejak in susun_semua_jejak(laporan):
        for satu in jejak.langkah:
            yield _baris_langkah_jejak(jejak.kunci, jejak.judul, satu)
        for bagian in jejak.bagian:
            isi = (f"Bagian: {bagian.nama}", bagian.catatan, "", bagian.nilai, "", bagian.kunci)
            yield jejak.kunci, jejak.judul, *isi


def _baris_langkah_jejak(kunci: str, judul: str, satu: LangkahJejak) -> Baris:
    return kunci, judul, satu.judul, satu.aturan, satu.hitungan, satu.hasil, satu.rumus, ""


def _baris_langkah(lkip: LKIP) -> Iterator[Baris]:
    for satu in Langkah.objects.filter(lkip=lkip).select_related("oleh").order_by("pada", "id"):
        yield satu.get_jenis_display(), _saat(satu.pada), str(satu.oleh), satu.jabatan, satu.alasan


def _baris_perubahan(pengesahan: Pengesahan) -> Iterator[Baris]:
    """What changed between the first submission and this issue."""
    lkip = pengesahan.lkip
    pertama = Langkah.objects.filter(lkip=lkip, jenis=Langkah.Jenis.AJUKAN).order_by("pada").first()
    sejak = pertama.pada if pertama else lkip.diajukan_pada
    for satu in baca_perubahan(lkip.instansi, lkip.tahun, sejak):
        isi = (satu.bagian, satu.baris, satu.jenis, satu.kolom, satu.lama, satu.baru, satu.oleh)
        yield (*isi, _saat(satu.pada))


def _saat(pada: datetime) -> str:
    return timezone.localtime(pada).strftime("%d/%m/%Y %H.%M")


def _aliran(isi: bytes) -> BinaryIO:
    aliran = tempfile.SpooledTemporaryFile(max_size=1_000_000)
    aliran.write(isi)
    aliran.seek(0)
    return aliran


def _tulis(arsip: zipfile.ZipFile, pengesahan: Pengesahan, isi: Isi) -> str:
    """Copy one file into the archive; return its line of SHA256SUMS."""
    nama, buka = isi
    jumlah = sha256()
    with buka() as sumber, arsip.open(_kepala(pengesahan, nama), "w") as tujuan:
        while potong := sumber.read(shutil.COPY_BUFSIZE):
            jumlah.update(potong)
            tujuan.write(potong)
    return f"{jumlah.hexdigest()}  {nama}\n"


def _tulis_teks(arsip: zipfile.ZipFile, pengesahan: Pengesahan, nama: str, isi: bytes) -> None:
    arsip.writestr(_kepala(pengesahan, nama), isi)


def _kepala(pengesahan: Pengesahan, nama: str) -> zipfile.ZipInfo:
    """The entry of a file, dated by the issue."""
    kepala = zipfile.ZipInfo(nama, timezone.localtime(pengesahan.pada).timetuple()[:6])
    kepala.compress_type = zipfile.ZIP_DEFLATED
    return kepala

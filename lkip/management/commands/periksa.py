"""Check the report of an office and year."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from instansi.models import Instansi
from lkip.laporan import TidakAdaLaporan, build_laporan
from lkip.pengajuan import Pemeriksaan, periksa_lkip


class Command(BaseCommand):
    help = "Periksa laporan satu instansi dan tahun; keluar dengan 1 bila ada galat."

    def add_arguments(self, parser):
        parser.add_argument("--instansi", required=True, metavar="KODE")
        parser.add_argument("--tahun", required=True, type=int)
        parser.add_argument("--format", choices=("teks", "json"), default="teks")

    def handle(self, *args, instansi, tahun, format, **options):
        kantor = Instansi.objects.select_related("pemda").filter(kode=instansi).first()
        if kantor is None:
            raise CommandError(f"Instansi {instansi} tidak ada.", returncode=2)
        try:
            laporan = build_laporan(kantor, tahun)
        except TidakAdaLaporan as salah:
            raise CommandError(str(salah), returncode=2) from salah
        hasil = periksa_lkip(kantor, laporan, timezone.localdate())
        tulis = _json if format == "json" else _teks
        self.stdout.write(tulis(hasil))
        if hasil.galat:
            raise SystemExit(1)


def _teks(hasil: Pemeriksaan) -> str:
    baris = [
        f"{satu.temuan.tingkat.label} {satu.temuan.aturan} {satu.temuan.tempat}: {satu.temuan.pesan}"
        + (f" [diterima: {satu.alasan}]" if satu.diterima else "")
        for satu in hasil.semua
    ]
    return "\n".join(baris or ["Tidak ada temuan."])


def _json(hasil: Pemeriksaan) -> str:
    isi = [
        {
            "aturan": satu.temuan.aturan,
            "tingkat": satu.temuan.tingkat,
            "judul": satu.temuan.judul,
            "tempat": satu.temuan.tempat,
            "pesan": satu.temuan.pesan,
            "kutipan": satu.temuan.kutipan,
            "alasan": satu.alasan or None,
        }
        for satu in hasil.semua
    ]
    return json.dumps({"temuan": isi}, ensure_ascii=False, indent=2)

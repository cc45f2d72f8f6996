import os
import socket
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from gunicorn.app.base import Application

from instansi.models import Instansi, Keanggotaan
from lkip.management.commands.muat_contoh import siapkan_segel
from lkip.peragaan import SEMUA_ALAMAT

CONTOH = Path(settings.BASE_DIR) / "contoh" / "bangsalsari" / "instansi.toml"


class Command(BaseCommand):
    help = "Jalankan aplikasi dengan kantor contoh (HOST, PORT, DATABASE_URL)."
    requires_system_checks = []  # `make check` runs them; a demo starts fast

    def handle(self, **options):
        host, port = os.environ.get("HOST", "127.0.0.1"), baca_port()
        pastikan_bebas(host, port)
        siapkan_basis_data()
        contoh = tomllib.loads(CONTOH.read_text(encoding="utf-8"))
        if not Instansi.objects.filter(kode=contoh["instansi"]["kode"]).exists():
            call_command("muat_contoh", stdout=self.stderr)
        siapkan_segel(contoh["pemda"]["nama"])
        siapkan_statis()
        connections.close_all()  # no connection may be shared with a worker
        with PekerjaLatar():
            Peladen(lambda: self.sambut(host, port, contoh)).run()

    def sambut(self, host, port, contoh):
        """Print the address and one login per role."""
        nama = "127.0.0.1" if host in SEMUA_ALAMAT else host
        baris = [f"LKIP siap di http://{f'[{nama}]' if ':' in nama else nama}:{port}/", ""]
        baris.append(f"{'Peran':<14}{'Nama pengguna':<16}Kata sandi")
        for satu in contoh["pengguna"]:
            peran = Keanggotaan.Peran(satu["peran"]).label
            baris.append(f"{peran:<14}{satu['username']:<16}{contoh['masuk']['kata_sandi']}")
        self.stdout.write("\n".join([*baris, "", "Berhenti dengan Ctrl+C."]))
        self.stdout.flush()


class PekerjaLatar:
    """A process that does what the task queue holds; it ends with its block."""

    def __enter__(self):
        perintah = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "db_worker"]
        pilihan = ["--interval", "0.5", "--no-startup-delay", "--verbosity", "0"]
        self.proses = subprocess.Popen(perintah + pilihan, stdin=subprocess.DEVNULL)
        self.induk = os.getpid()

    def __exit__(self, *galat):
        if os.getpid() != self.induk:
            return  # a worker of the server, which leaves the block as well
        self.proses.terminate()
        try:
            self.proses.wait(10)
        except subprocess.TimeoutExpired:
            self.proses.kill()


class Peladen(Application):
    """Gunicorn in this process: Django is loaded already, and the workers share it."""

    def __init__(self, siap):
        self.siap = siap
        super().__init__()

    def load_config(self):
        self.load_config_from_file(str(Path(settings.BASE_DIR) / "gunicorn.conf.py"))
        self.cfg.set("post_worker_init", lambda worker: self.siap() if worker.age == 1 else None)

    def load(self):
        from lkip.wsgi import application

        return application


def baca_port() -> int:
    """The port of the environment, 8000 when there is none."""
    teks = os.environ.get("PORT", "8000")
    if not teks.isdecimal() or not 0 < int(teks) < 65536:
        raise CommandError(f"PORT={teks} bukan nomor port (1 sampai 65535).", returncode=2)
    return int(teks)


def pastikan_bebas(host: str, port: int) -> None:
    """Refuse an address that another program uses, before anything is prepared."""
    try:
        keluarga, jenis, _, _, alamat = socket.getaddrinfo(host or None, port, 0, 1, 0, 1)[0]
        with socket.socket(keluarga, jenis) as coba:
            coba.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            coba.bind(alamat)
    except OSError as error:
        raise CommandError(
            f"Alamat {host}:{port} tidak dapat dipakai ({error.strerror}). Hentikan program yang "
            "memakainya, atau pilih yang lain, misalnya PORT=8001.",
            returncode=2,
        ) from error


def siapkan_basis_data() -> None:
    """Apply migrations that are missing; with none it costs one query."""
    pelaksana = MigrationExecutor(connection)
    if pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def siapkan_statis() -> None:
    """Collect, hash and compress the static files if their sources changed since the last time."""
    stempel = Path(settings.DATA_DIR) / "statis.sidik"
    sidik = sidik_statis()
    if stempel.exists() and stempel.read_text(encoding="ascii") == sidik:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stempel.write_text(sidik, encoding="ascii")


def sidik_statis() -> str:
    """A fingerprint of names, sizes and times of all static sources."""
    tanda = []
    for pencari in get_finders():
        for nama, penyimpanan in pencari.list([]):
            info = Path(penyimpanan.path(nama)).stat()
            tanda.append(f"{nama} {info.st_size} {info.st_mtime_ns}")
    return sha256("\n".join(sorted(tanda)).encode()).hexdigest()

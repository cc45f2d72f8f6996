"""A stand-in for the e-sign client of BSrE, version 2: the same requests, answers and refusals.

It speaks HTTPS with a certificate of its own and really signs. `laku` makes it misbehave.
"""

import base64
import json
import ssl
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from tests.pdf_uji import buat_pdf, buat_sertifikat, tandatangani_pdf

PENGGUNA, SANDI = "lkip", "sandi-layanan"
NIK, PASSPHRASE = "3509011509780001", "Frasa#Rahasia-2025"
NIK_KEDALUWARSA = "3509011509780002"
STATUS = {
    NIK: (1111, "ISSUE", "User sudah terdaftar dan memiliki sertifikat dengan status ISSUE"),
    NIK_KEDALUWARSA: (1112, "EXPIRED", "Sertifikat user sudah kedaluwarsa"),
}
BELUM = (1110, "NOT_REGISTERED", "User belum terdaftar")
JALUR = {"/api/v2/user/check/status": "_status", "/api/v2/sign/pdf": "_tanda"}


class Layanan:
    """The service that runs: its address, its certificate, what it was asked, how it behaves."""

    def __init__(self, alamat, sertifikat):
        self.alamat, self.sertifikat = alamat, sertifikat
        self.diminta = []
        self.laku = ""
        self.berhenti = Event()


class Penjawab(BaseHTTPRequestHandler):
    layanan: Layanan

    def do_POST(self):
        isi = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        masuk = base64.b64encode(f"{PENGGUNA}:{SANDI}".encode()).decode()
        self.layanan.diminta.append((self.path, sorted(isi)))
        if self.headers["Authorization"] != f"Basic {masuk}":
            self._jawab(401, {"status": 401, "error": "Unauthorized", "path": self.path})
        elif self.headers["Content-Type"] != "application/json" or self.path not in JALUR:
            self._jawab(404, {"status": 404, "error": "Not Found", "path": self.path})
        else:
            getattr(self, JALUR[self.path])(isi)

    def _status(self, isi):
        kode, status, pesan = STATUS.get(isi["nik"], BELUM)
        self._jawab(200, {"status_code": kode, "status": status, "message": pesan})

    def _tanda(self, isi):
        if self.layanan.laku:
            getattr(self, f"_laku_{self.layanan.laku}")(isi)
        elif isi["nik"] not in STATUS:
            self._gagal(400, 2011, "Proses signing gagal : User tidak terdaftar")
        elif isi["passphrase"] != PASSPHRASE:
            self._gagal(400, 2031, "Proses signing gagal : Passphrase anda salah")
        elif isi["signatureProperties"][0]["tampilan"] not in ("VISIBLE", "INVISIBLE"):
            self._gagal(400, 2000, "tampilan tidak dikenal")
        else:
            self._berkas(tandatangani_pdf(base64.b64decode(satu)) for satu in isi["file"])

    def _laku_galat(self, isi):
        """The failure of the service itself, which repeats what it was sent."""
        self._jawab(500, {"status": 500, "error": f"Internal {json.dumps(isi)}", "path": self.path})

    def _laku_frasa_500(self, isi):
        self._jawab(500, {"status": 500, "error": "Passphrase anda salah"})

    def _laku_lambat(self, isi):
        self.layanan.berhenti.wait(5)

    def _laku_sampah(self, isi):
        self._kirim(200, b"\x00\xff bukan JSON")

    def _laku_kosong(self, isi):
        self._jawab(200, {"file": []})

    def _laku_bukan_pdf(self, isi):
        self._berkas([b"bukan PDF"])

    def _laku_bukan_base64(self, isi):
        self._jawab(200, {"file": ["@@@"]})

    def _laku_tanpa_tanda(self, isi):
        self._berkas(base64.b64decode(satu) for satu in isi["file"])

    def _laku_dokumen_lain(self, isi):
        self._berkas([tandatangani_pdf(buat_pdf("Dokumen lain"))])

    def _laku_rusak(self, isi):
        pdf = bytearray(tandatangani_pdf(base64.b64decode(isi["file"][0])))
        pdf[20] ^= 1
        self._berkas([bytes(pdf)])

    def _laku_alih(self, isi):
        self._kirim(307, b"", Location="/api/v2/user/check/status")

    def _laku_putus(self, isi):
        self.close_connection = True
        self.connection.close()

    def _berkas(self, semua):
        waktu = {"time": 1200, "file": [base64.b64encode(satu).decode() for satu in semua]}
        self._jawab(200, waktu)

    def _gagal(self, status, kode, pesan):
        self._jawab(status, {"status_code": kode, "error": pesan})

    def _jawab(self, status, isi):
        self._kirim(status, json.dumps(isi).encode(), **{"Content-Type": "application/json"})

    def _kirim(self, status, isi, **kepala):
        self.send_response(status)
        for nama, nilai in kepala.items():
            self.send_header(nama, nilai)
        self.send_header("Content-Length", str(len(isi)))
        self.end_headers()
        self.wfile.write(isi)

    def log_message(self, *args):
        """Tests read what was asked; the console stays quiet."""


class Peladen(ThreadingHTTPServer):
    konteks: ssl.SSLContext

    def finish_request(self, request, client_address):
        with self.konteks.wrap_socket(request, server_side=True) as aman:
            super().finish_request(aman, client_address)

    def handle_error(self, request, client_address):
        """Who hangs up is part of the tests."""


@contextmanager
def jalankan_bsre(folder):
    """Serve on a free port of this machine; its certificate is written into the folder."""
    sertifikat, kunci = buat_sertifikat("Layanan tiruan", "127.0.0.1")
    berkas = folder / "bsre.pem"
    berkas.write_bytes(sertifikat + kunci)
    peladen = Peladen(("127.0.0.1", 0), Penjawab)
    peladen.konteks = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    peladen.konteks.load_cert_chain(berkas)
    Penjawab.layanan = Layanan(f"https://127.0.0.1:{peladen.server_port}", berkas)
    utas = Thread(target=peladen.serve_forever, daemon=True)
    utas.start()
    try:
        yield Penjawab.layanan
    finally:
        Penjawab.layanan.berhenti.set()
        peladen.shutdown()
        peladen.server_close()
        utas.join()
